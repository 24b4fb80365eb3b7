"""Having a conversation on Telegram: steps as in tests/conversations.py, or somebody who talks by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from types import EllipsisType
from typing import Any

from tests.telegram.asked import DEEPER, asked
from tests.telegram.person import Message, Person, text_of, texts, titles

Step = tuple[str, str | EllipsisType | None]


def open_question(messages: list[Message]) -> str | None:
    """Return the key of the question that the bot asks last."""
    return asked(text_of(messages[-1])) if messages else None


async def do(person: Person, step: str) -> list[Message]:
    """Press a button for a step that begins with `#`, type everything else."""
    return await (person.press(step[1:]) if step.startswith("#") else person.say(step))


async def walk(person: Person, steps: Iterable[Step]) -> None:
    """Have a conversation, passing over deepening questions unless a step is there for one."""
    for step, expected in steps:
        said = await do(person, step)
        while open_question(said) in (DEEPER, "doen+") and not str(expected).endswith("+"):
            said = await person.press("Overslaan")
        if expected is not ...:
            stem = expected and expected.partition(".")[0]
            found = open_question(said)
            assert (found and found.partition(".")[0]) == stem, f"{step}: {texts(said)}"


async def everything(person: Person) -> dict[str, Any]:
    """Ask for all that is held, and read the file."""
    sent = await person.say("/gegevens")
    return dict(json.loads(content(person, sent)))


def content(person: Person, messages: list[Message]) -> bytes:
    """Return the file that was sent among these messages."""
    file = next(message["document"] for message in messages if "document" in message)
    return person.emulator.files[f"documents/{file['file_id']}"]


def as_answer(messages: list[Message]) -> dict[str, Any]:
    """Return what was said in the form of the chat API, as far as tests/promises/canary.py needs it."""
    key = open_question(messages)
    kind = "score" if key and key.startswith("score") else "confirm" if key == "plan" else "text"
    shown = [{"text": text_of(m), "buttons": [{"title": title} for title in titles(m)]} for m in messages]
    return {"expects": {"key": key, "kind": kind}, "messages": shown}
