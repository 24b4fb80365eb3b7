"""Somebody with a phone: writes, presses, sends, and sees what the bot does."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.telegram.emulator import BOT, START, Chat, Emulator

_IDS = count(4_200_000_001)
Message = dict[str, Any]


class Person:
    """A private chat with the bot. What somebody does returns the messages that the bot sent for it."""

    def __init__(self, emulator: Emulator, id: int | None = None, name: str = "Sanne") -> None:
        self.id = id or next(_IDS)
        self.emulator = emulator
        self.chat: Chat = emulator.chat(self.id)
        self.profile = {"id": self.id, "is_bot": False, "first_name": name, "username": name, "language_code": "nl"}

    # What they do

    async def say(self, text: str, **more: Any) -> list[Message]:
        """Type something, or give a command."""
        return await self.does(self.typed(text, **more))

    async def send(self, **what: Any) -> list[Message]:
        """Send something that is no text, as fields of a message."""
        return await self.does({"message": self._mine(**what)})

    async def send_file(self, name: str, content: bytes, **more: Any) -> list[Message]:
        """Send a file."""
        return await self.send(document=self.emulator.document(name, content), **more)

    async def edit(self, text: str) -> list[Message]:
        """Change the last message."""
        last = max(id for id, message in self.chat.messages.items() if message["from"] == self.profile)
        self.chat.messages[last] |= {"text": text, "edit_date": START}
        return await self.does({"edited_message": self.chat.messages[last]})

    async def press(self, title: str, message: Message | None = None) -> list[Message]:
        """Press the newest button with this title, or the one under a message."""
        return await self.does(self.pressed(title, message))

    async def block(self) -> None:
        """Block the bot."""
        self.chat.blocked = True
        chat = {"id": self.id, "type": "private"}
        before, after = {"status": "member", "user": BOT}, {"status": "kicked", "user": BOT, "until_date": 0}
        change = {"chat": chat, "from": self.profile, "date": START, "old_chat_member": before}
        await self.does({"my_chat_member": {**change, "new_chat_member": after}})

    async def does(self, update: dict[str, Any]) -> list[Message]:
        """Let an update reach the bot, and wait until it has dealt with it."""
        before = len(self.chat.sent)
        await self.emulator.dealt_with(await self.emulator.put(update))
        return self.chat.sent[before:]

    # Updates, for who wants to send them in another way

    def typed(self, text: str, **more: Any) -> dict[str, Any]:
        """Return the update for a text."""
        entities = {}
        if text.startswith("/"):
            entities = {"entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]}
        return {"message": self._mine(text=text, **entities, **more)}

    def pressed(self, title: str, message: Message | None = None) -> dict[str, Any]:
        """Return the update for the press of a button."""
        under = message or next((m for m in reversed(self.chat.sent) if title in titles(m)), None)
        assert under is not None, f"there is no button {title}"
        data = next(button["callback_data"] for button in buttons(under) if button["text"] == title)
        return self.pressed_data(data, under)

    def pressed_data(self, data: str, under: Message) -> dict[str, Any]:
        """Return the update for a button that carries this."""
        query = f"query{len(self.emulator.calls)}{len(self.emulator.queries)}{len(self.chat.notes)}"
        self.emulator.queries[query] = self.id
        asked = {"id": query, "from": self.profile, "chat_instance": "1", "data": data, "message": dict(under)}
        return {"callback_query": asked}

    def _mine(self, **what: Any) -> Message:
        return self.emulator.message(self.chat, self.profile, **what)

    # What they see

    @property
    def shown(self) -> list[str]:
        """Every text the bot has in the chat now, also under pictures and files."""
        return [text_of(message) for message in self.chat.sent]

    @property
    def note(self) -> str:
        """What was last shown for a moment after the press of a button."""
        return self.chat.notes[-1]


def text_of(message: Message) -> str:
    """Return the text of a message, or what stands under its picture or file."""
    return str(message.get("text") or message.get("caption") or "")


def texts(messages: list[Message]) -> str:
    """Return the texts of messages together."""
    return "\n".join(map(text_of, messages))


def buttons(message: Message) -> list[dict[str, Any]]:
    """Return the buttons under a message."""
    return [button for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def titles(message: Message) -> list[str]:
    """Return the titles of the buttons under a message."""
    return [button["text"] for button in buttons(message)]


def rows(message: Message) -> list[list[str]]:
    """Return the titles of the buttons as they are laid out."""
    return [[button["text"] for button in row] for row in message.get("reply_markup", {}).get("inline_keyboard", [])]
