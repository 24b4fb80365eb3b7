"""From an update of Telegram to what somebody did: no more of it than the conversation needs, nothing of a profile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from telegram import CallbackQuery, Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.telegram.capsule_files import NAME as CAPSULE_NAME
from bot.web.clean import clean

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
HELP_NOW = "hulp_nu"


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
    OTHER = "anders"
    GROUP = "groep"
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
        text: what was typed, also under a picture; the name of a command.
        data: what the pressed button carries, `query` how to answer the press.
        message: the id of the message a button was pressed under, `shown` its text.
        file: what was sent along, or what is replied to.
    """

    update: int
    chat: int
    kind: Kind
    text: str = ""
    data: str = ""
    query: str = ""
    message: int = 0
    shown: str = ""
    file: File | None = None


def read(update: Update) -> Incoming | None:
    """Return what an update says; None where it is about nothing we answer."""
    chat = update.effective_chat
    if chat is None:
        return None
    if chat.type != ChatType.PRIVATE:
        return Incoming(update.update_id, chat.id, Kind.GROUP) if update.message else None
    if update.my_chat_member:
        gone = update.my_chat_member.new_chat_member.status == ChatMemberStatus.BANNED
        return Incoming(update.update_id, chat.id, Kind.BLOCKED) if gone else None
    if update.callback_query:
        return _press(update.update_id, chat.id, update.callback_query)
    if update.edited_message:
        return Incoming(update.update_id, chat.id, Kind.EDITED, _words(update.edited_message))
    return _message(update.update_id, chat.id, update.message) if update.message else None


def _press(update: int, chat: int, query: CallbackQuery) -> Incoming:
    pressed = query.message
    shown = pressed.text or "" if isinstance(pressed, Message) else ""
    number = pressed.message_id if pressed else 0
    return Incoming(update, chat, Kind.PRESS, "", query.data or "", query.id, number, shown)


def _message(update: int, chat: int, message: Message) -> Incoming:
    command = _command(message)
    if message.forward_origin is None and command is not None:
        text = "hulp nu" if command == HELP_NOW else command
        return Incoming(update, chat, Kind.TEXT if command == HELP_NOW else Kind.COMMAND, text)
    kind, document = _kind(message), message.document
    if kind is Kind.TEXT and message.reply_to_message:
        answered = message.reply_to_message.document
        document = answered if answered and answered.file_name == CAPSULE_NAME else None
    file = File(document.file_id, document.file_size) if document else None
    return Incoming(update, chat, kind, _words(message), file=file)


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
    )
    return next((kind for kind, there in kinds if there), Kind.OTHER)


def _words(message: Message) -> str:
    return clean(message.text or message.caption or "")


def _command(message: Message) -> str | None:
    """Return the name of the command a message begins with, as Telegram marks it."""
    if not message.text or not message.entities:
        return None
    first = message.entities[0]
    if first.type != MessageEntity.BOT_COMMAND or first.offset:
        return None
    return message.text[1 : first.length].partition("@")[0].lower()
