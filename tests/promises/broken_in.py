"""`gesprek`, broken into: what somebody says can make an action, Rasa or the vault fail with those words in the error.

    python -m tests.promises.broken_in run --port …

Each word below does its harm where it stands in what somebody says. A turn that waits too long gets little time, the
others what the settings give. With `treuzel` the turn hangs, after a file `treuzelt` was made in the working directory.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

ACTION_FAILS = "breekt in de actie"
ACTION_FAILS_INSIDE = "breekt diep in de actie"
RASA_FAILS = "breekt in rasa"
VAULT_FAILS = "breekt in de kluis"
WAITS = "wacht te lang"
HANGS = "treuzel"
HANGING = Path("treuzelt")
BRIEF_SECONDS = 1.0


class Broken(Exception):
    """An error that quotes what somebody said, as those of libraries do."""


def break_in() -> None:
    """Put the traps in place."""
    from rasa.core.processor import MessageProcessor

    from actions.base import GesprekAction
    from bot.engine.engine import Engine
    from bot.vault.vault import Vault

    _before(GesprekAction, "run", lambda action, dispatcher, tracker, domain: tracker.latest_message["text"], _act)
    _before(MessageProcessor, "parse_message", lambda processor, message, *rest: message.text, _parse)
    engine: Any = Engine
    say = engine.say

    async def say_briefly(engine: Any, state: Any, text: str) -> Any:
        if WAITS not in text:
            return await say(engine, state, text)
        patience, engine.turn_timeout = engine.turn_timeout, BRIEF_SECONDS
        try:
            return await say(engine, state, text)
        finally:
            engine.turn_timeout = patience

    engine.say = say_briefly
    owner: Any = Vault
    seal = owner.seal

    def fragile(vault: Vault, conversation_id: str, state: dict[str, Any]) -> Any:
        if VAULT_FAILS in str(state):
            raise Broken(f"can't seal {state}")
        return seal(vault, conversation_id, state)

    owner.seal = fragile


def _before(owner: type, name: str, text: Callable[..., str], trap: Callable[[str], Any]) -> None:
    original = getattr(owner, name)

    @wraps(original)  # rasa-sdk counts the arguments of an action
    async def guarded(*arguments: Any, **named: Any) -> Any:
        await trap(text(*arguments, **named) or "")
        return await original(*arguments, **named)

    setattr(owner, name, guarded)


async def _act(text: str) -> None:
    if ACTION_FAILS in text:
        raise Broken(text)
    if ACTION_FAILS_INSIDE in text:
        try:
            int(text)
        except ValueError as error:
            raise Broken(f"{text!r} is no number") from error
    if WAITS in text:
        await asyncio.sleep(60)
    if HANGS in text:
        HANGING.touch()
        time.sleep(60)  # the whole process, as a slow disk or a long computation would


async def _parse(text: str) -> None:
    if RASA_FAILS in text:
        raise Broken(text)


if __name__ == "__main__":
    from bot import logs
    from bot.cli import main

    logs.configure()
    break_in()
    main()
