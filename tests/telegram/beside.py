"""Telegram in a thread of its own, for tests of a real server: it answers while they wait for other things."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Message, Person
from tests.telegram.walk import as_answer, do

T = TypeVar("T")
WAIT_SECONDS = 120.0


class Beside:
    """The emulator, and people at it, to be used from a test that isn't asynchronous."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self.emulator = self.wait(_made())

    def wait(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something in the thread of the emulator, and wait for what comes of it."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(WAIT_SECONDS)

    def person(self, name: str = "Sanne") -> Person:
        """Return somebody with a phone."""
        return Person(self.emulator, name=name)

    def do(self, person: Person, step: str) -> list[Message]:
        """Press a button for a step that begins with `#`, type everything else."""
        return self.wait(do(person, step))

    def walk(self, person: Person, talkative: Any) -> Iterator[list[Message]]:
        """Have a whole conversation; gives what the bot says each time."""
        said = self.do(person, "/start")
        yield said
        while step := talkative.answer(as_answer(said)):
            said = self.do(person, step)
            yield said

    @property
    def environment(self) -> dict[str, str]:
        """What a server must be told to find this."""
        return {"TELEGRAM_TOKEN": TOKEN, "GESPREK_TELEGRAM_API": self.emulator.url}


async def _made() -> Emulator:
    emulator = Emulator()
    await emulator.start()
    return emulator


async def _end_the_rest() -> None:
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


@contextmanager
def beside() -> Iterator[Beside]:
    """Run the emulator for the length of the block."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="telegram", daemon=True)
    thread.start()
    telegram = Beside(loop)
    try:
        yield telegram
        assert telegram.emulator.violations == []
    finally:
        telegram.wait(telegram.emulator.stop())
        telegram.wait(_end_the_rest())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
