"""Working out what is typed: a conversation is had once with our own set-up, and its texts serve both."""

from __future__ import annotations

from itertools import cycle

from bench.script import ANSWER, Person, Script
from bench.talk import Reply, Talk

EARLY = 9  # the probes begin after this many turns, at the first question that expects words
LONGEST = 120  # turns in which a whole conversation must be done
_SETTLE = 5  # turns to get from anywhere in a round to where nothing is asked


class NoEnd(Exception):
    """A whole conversation did not end in the turns it may take."""


class Recorder:
    """Has a conversation, and remembers what was typed."""

    def __init__(self, talk: Talk, script: Script) -> None:
        self._talk = talk
        self._script = script
        self._person = Person(script)
        self._now = Reply(())
        self.texts: list[str] = []

    async def whole(self) -> list[str]:
        """Go from the welcome to the end, in *rustig*."""
        await self._open()
        while (text := self._person.reply(self._now.key, self._now.kind)) is not None:
            await self._say(text)
        return self.texts

    async def early(self) -> list[str]:
        """Go on until about turn 10, then say the probes, which are the last texts."""
        await self._open()
        while len(self.texts) < EARLY or self._now.kind != "text":
            await self._say(self._person.reply(self._now.key, self._now.kind) or "")
        return [*self.texts, *self._script.probes]

    async def long(self, turns: int, times: int) -> list[str]:
        """Go to the end, change answers and ask around, and say the probes so many `times`: `turns` in all."""
        await self.whole()
        probes = self._script.probes * times
        last = turns - len(probes)
        moves = cycle(self._script.rounds)
        while len(self.texts) < last - _SETTLE:
            move = next(moves)
            await self._say(self._change() if move == ANSWER else move)
        while len(self.texts) < last:
            await self._say(self._change())
        return [*self.texts, *probes]

    def _change(self) -> str:
        return self._person.change(self._now.key, self._now.kind)

    async def _open(self) -> None:
        self._now = await self._talk.open()

    async def _say(self, text: str) -> None:
        if not self.texts or len(self.texts) != LONGEST or self._now.key is None:
            self._now = await self._talk.say(text)
            self.texts.append(text)
            return
        raise NoEnd(f"no end after {LONGEST} turns; the open question is {self._now.key}")
