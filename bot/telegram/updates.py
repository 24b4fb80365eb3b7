"""From an update of Telegram to what somebody did: no more of it than the conversation needs, nothing of a profile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from telegram import CallbackQuery, Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext.filters import StatusUpdate

from bot.telegram.capsule_files import NAME as CAPSULE_NAME
from bot.web.clean import clean

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
HELP_NOW = "hulp_nu"
_GO_ON = "verder"
_GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


class Kind(str, Enum):
    """What somebody did. Most values are names of sentences in content/zinnen/telegram.yml."""

    TEXT = "tekst"
    COMMAND = "opdracht"
    PRESS = "knop"
    DOCUMENT = "bestand"
    EDITED = "aangepast"
    FORWARDED = "doorgestuurd"
    PHOTO = "foto"
    VIDEO = "video"
    VOICE = "spraak"
    STICKER = "sticker"
    LOCATION = "plaats"
    CONTACT = "contact"
    OTHER = "anders"
    GROUP = "groep"
    CHANNEL = "kanaal"
    LEFT = "vertrokken"
    BLOCKED = "geblokkeerd"


@dataclass(frozen=True)
class File:
    """A file in the chat: how Telegram names it, and its size in bytes where that is known."""

    id: str
    size: int | None


@dataclass(frozen=True, repr=False)
class Incoming:
    """Something that came in.

    Attributes:
        text: what was typed, also under a picture; the name of a command, and `behind` what was typed after it.
        data: what the pressed button carries, `query` how to answer the press.
        message: the id of the message a button was pressed under, `shown` its text.
        file: what was sent along, or what is replied to.
        album: what pictures that were sent together have in common.
    """

    update: int
    chat: int
    kind: Kind
    text: str = ""
    behind: str = ""
    data: str = ""
    query: str = ""
    message: int = 0
    shown: str = ""
    file: File | None = None
    album: str = ""


def read(update: Update) -> Incoming | None:
    """Return what an update says; None where it is about nothing we answer."""
    chat = update.effective_chat
    if chat is None:
        return None
    if chat.type != ChatType.PRIVATE:
        kind = _elsewhere(update, chat.type)
        return Incoming(update.update_id, chat.id, kind) if kind else None
    if update.my_chat_member:
        gone = update.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED
        return Incoming(update.update_id, chat.id, Kind.BLOCKED) if gone else None
    if update.callback_query:
        return _press(update.update_id, chat.id, update.callback_query)
    if update.edited_message:
        return _edited(update.update_id, chat.id, update.edited_message)
    if update.message is None or StatusUpdate.ALL.check_update(update):
        return None  # such as a message that was pinned: it happened in the chat, but nobody said it
    return _message(update.update_id, chat.id, update.message)


def _elsewhere(update: Update, type: str) -> Kind | None:
    """Return what happened where more people are; None for what comes along with being added or sent away."""
    if update.my_chat_member:
        if update.my_chat_member.new_chat_member.status in _GONE:
            return Kind.LEFT
        return Kind.CHANNEL if type == ChatType.CHANNEL else Kind.GROUP
    return Kind.GROUP if update.message and not StatusUpdate.ALL.check_update(update) else None


def _press(update: int, chat: int, query: CallbackQuery) -> Incoming:
    said = Incoming(update, chat, Kind.PRESS, data=query.data or "", query=query.id)
    pressed = query.message
    if not isinstance(pressed, Message):  # too old for Telegram to show it to us
        return replace(said, message=pressed.message_id if pressed else 0)
    return replace(said, message=pressed.message_id, shown=pressed.text or "")


def _edited(update: int, chat: int, message: Message) -> Incoming | None:
    if message.location is not None:
        return None  # a live location is changed every few seconds, by nobody
    return Incoming(update, chat, Kind.EDITED, _words(message))


def _message(update: int, chat: int, message: Message) -> Incoming:
    name, behind = _command(message) if message.forward_origin is None else ("", "")
    file = _file(message, name)
    if name == HELP_NOW:
        return Incoming(update, chat, Kind.TEXT, "hulp nu", behind)
    if name:
        return Incoming(update, chat, Kind.COMMAND, name, behind, file=file)
    return Incoming(update, chat, _kind(message), _words(message), file=file, album=message.media_group_id or "")


def _file(message: Message, command: str) -> File | None:
    """Return a file that was sent, or the capsule that is answered to go on with it."""
    sent = None if message.animation else message.document  # a moving picture is a file to Telegram as well
    answered = message.reply_to_message and message.reply_to_message.document
    if answered and answered.file_name == CAPSULE_NAME and message.text and command in ("", _GO_ON):
        sent = answered
    return File(sent.file_id, sent.file_size) if sent else None


def _kind(message: Message) -> Kind:
    if message.document and not message.animation:
        return Kind.DOCUMENT  # also one that was forwarded: what was saved may come from another chat
    if message.forward_origin is not None:
        return Kind.FORWARDED
    kinds = (
        (Kind.TEXT, message.text),
        (Kind.PHOTO, message.photo),
        (Kind.VIDEO, message.video or message.video_note or message.animation),
        (Kind.VOICE, message.voice or message.audio),
        (Kind.STICKER, message.sticker),
        (Kind.LOCATION, message.location or message.venue),
        (Kind.CONTACT, message.contact),
    )
    return next((kind for kind, there in kinds if there), Kind.OTHER)


def _words(message: Message) -> str:
    return clean(message.text or message.caption or "")


def _command(message: Message) -> tuple[str, str]:
    """Return the name of the command a message begins with, as Telegram marks it, and what stands behind it."""
    first = message.entities[0] if message.text and message.entities else None
    if not message.text or first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return "", ""
    return message.text[1 : first.length].partition("@")[0].lower(), clean(message.text[first.length :])
