"""`python -m bench.soak`: many chats on Telegram at once, for long: does each get its own words back and no others?

Everybody has whole conversations with a word of their own in every answer, presses, types, saves and goes on with the
file, and reads in their data what the bot has of them. Telegram is the Bot API server of the tests.
"""

from __future__ import annotations

import asyncio
import random
import re
import secrets
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer

from bench.crowd import end, faults_lines, how_long, how_many, thinking, times_line, turns_line
from bench.servers import Running, serving
from bench.setups import PATIENT, OurSetUp, environment
from bot.settings import load_settings
from bot.telegram.capsule_files import NAME
from tests.promises.canary import Talkative
from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Message, Person
from tests.telegram.walk import as_answer, content, do, everything, open_question

CHATS, SECONDS, THINK_SECONDS = 200, 600.0, 15.0  # on a phone people take their time
PATIENCE_SECONDS = 60.0
MOST_TIMES = 20  # as long as asked, for what has to be seen
SAVES = 0.03  # of the turns
ANSWERS = 30  # with a word of one's own, in a whole conversation
_WORD = re.compile(r"kanarie[a-z]{10}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Soak:
    """What came of a run.

    Attributes:
        turns: milliseconds from what somebody did until the bot had dealt with it.
        conversations: how many were had to the end.
        words: how often somebody's own word came back.
        mixed_up: how often somebody got a word of somebody else.
        lost: how many of them had fewer answers in the data than somebody gave.
        faults: what went wrong otherwise.
    """

    turns: list[float] = field(default_factory=list)
    conversations: int = 0
    words: int = 0
    mixed_up: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)
    messages: int = 0
    memory: float = 0.0

    @property
    def good(self) -> bool:
        """Whether nothing was mixed up, lost or broken, and something happened at all."""
        return not (self.mixed_up or self.lost or self.faults) and self.words > 0

    def lines(self, seconds: float) -> list[str]:
        """Return the table."""
        return [
            f"{turns_line(self.turns, seconds)}; messages: {self.messages}; whole conversations: {self.conversations}",
            times_line(self.turns),
            f"own words back {self.words}",
            f"mixed up       {self.mixed_up}",
            f"answers lost   {self.lost}",
            f"memory in MB   {self.memory:.0f} at most",
            *faults_lines(self.faults),
        ]


class Somebody:
    """One chat, whose word nobody else has."""

    def __init__(self, emulator: Emulator, soak: Soak, goes_on: Callable[[], bool], think: float) -> None:
        self._person = Person(emulator)
        self._word = "kanarie" + "".join(secrets.choice(_LETTERS) for _ in range(10))
        self._soak = soak
        self._goes_on = goes_on
        self._think = think

    async def talk(self) -> None:
        """Have conversations until the time is over."""
        await asyncio.sleep(random.uniform(0, self._think))
        while self._goes_on():
            try:
                await self._conversation()
            except Exception as fault:  # whatever it is, it counts, and the others go on
                self._soak.faults.append(f"{type(fault).__name__}: {str(fault)[:80]}")
                await asyncio.sleep(self._think)

    async def _conversation(self) -> None:
        talkative, said = Talkative(self._word), await self._does("/start")
        if open_question(said) == "wissen":  # of a conversation that went wrong
            said = await self._does("#Ja, wis alles")
        while (step := talkative.answer(as_answer(said))) and self._goes_on():
            said = await self._does(step)
            if random.random() < SAVES:  # now and then somebody saves, and goes on with the file
                file = content(self._person, await self._does("bewaar"))
                said = await self._look(await self._person.send_file(NAME, file))
        held: dict[str, Any] = await everything(self._person)
        self._note(str(held))
        if "reflectie" in held["answers"]:  # the last question of all
            self._soak.conversations += 1
            self._soak.lost += sum(self._word in answer for answer in held["answers"].values()) < ANSWERS
        await self._does("wis alles")
        await self._does("#Ja, wis alles")

    async def _does(self, step: str) -> list[Message]:
        began, before = time.perf_counter(), len(self._person.chat.sent)
        await do(self._person, step)
        while not (said := self._person.chat.sent[before:]) and time.perf_counter() - began < PATIENCE_SECONDS:
            await asyncio.sleep(0.1)  # an update that takes long is acknowledged before its answer is there
        self._soak.turns.append((time.perf_counter() - began) * 1000)
        return await self._look(said)

    async def _look(self, said: list[Message]) -> list[Message]:
        self._soak.messages += len(said)
        self._note(str(said))
        await asyncio.sleep(random.uniform(0, 2 * self._think))
        return said

    def _note(self, text: str) -> None:
        for word in _WORD.findall(text):
            self._soak.words += word == self._word
            self._soak.mixed_up += word != self._word


def run(chats: int, seconds: float, think: float, words: int = 0) -> Soak:
    """Let so many chats go on for so many seconds, each thinking `think` seconds on average between two turns.

    Longer, on a machine that is slow, until so many words were seen.
    """
    return asyncio.run(_run(chats, seconds, think, words))


async def _run(chats: int, seconds: float, think: float, words: int) -> Soak:
    with tempfile.TemporaryDirectory(prefix="gesprek-soak-") as name:
        folder = Path(name)
        launch = OurSetUp(folder, load_settings().models_dir).launch()
        async with Emulator().running() as emulator:  # before the server, which waits longer the longer it is not there
            telegram = {"TELEGRAM_TOKEN": TOKEN, "GESPREK_TELEGRAM_API": emulator.url}
            with ExitStack() as stack:
                started = serving(launch.processes, {**environment(), **PATIENT, **telegram}, folder / "server.log")
                running = await asyncio.to_thread(stack.enter_context, started)
                return await _everybody(emulator, running, chats, seconds, think, words)


async def _everybody(
    emulator: Emulator, running: Running, chats: int, seconds: float, think: float, words: int
) -> Soak:
    soak, began = Soak(), time.monotonic()

    def goes_on() -> bool:
        took = time.monotonic() - began
        return took < seconds or (soak.words < words and took < MOST_TIMES * seconds)

    await asyncio.gather(*(Somebody(emulator, soak, goes_on, think).talk() for _ in range(chats)))
    soak.memory = running.peak_memory() or 0.0
    soak.faults += sorted(set(emulator.violations))
    return soak


def main(
    chats: int = how_many(CHATS), seconds: float = how_long(SECONDS), think: float = thinking(THINK_SECONDS)
) -> None:
    """Soak; ends with 1 when anything was mixed up, lost or broken."""
    soak = run(chats, seconds, think)
    end(soak.lines(seconds), soak.good)


if __name__ == "__main__":
    typer.run(main)
