"""Working out what is typed: a conversation is had once with our own set-up, and its texts serve both."""

from __future__ import annotations

from itertools import cycle

from bench.script import ANSWER, Person, Script
from bench.talk import Reply, Talk

EARLY = 9  # the probes begin after this many turns, at the first question that expects words
LONGEST = 120  # turns in which a whole conversation must be done
_SETTLE = 5  # turns to get from anywhere in a round to where nothing is asked


class Astray(Exception):
    """The conversation went another way than the script was written for."""


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
        self._now = await self._talk.open()
        for _ in range(LONGEST):
            text = self._person.reply(self._now.key, self._now.kind)
            if text is None:
                return self.texts
            await self._say(text)
        raise Astray(f"no end after {LONGEST} turns; the open question is {self._now.key}")

    async def early(self) -> list[str]:
        """Go on until about turn 10, then say the probes, which are the last texts."""
        self._now = await self._talk.open()
        for _ in range(LONGEST):
            if len(self.texts) >= EARLY and self._now.kind == "text":
                await self._probe()
                return self.texts
            await self._say(self._person.reply(self._now.key, self._now.kind) or ANSWER)
        raise Astray(f"no question that expects words in {LONGEST} turns")

    async def long(self, turns: int, times: int) -> list[str]:
        """Go to the end, change answers and ask around, and say the probes so many `times`: `turns` in all."""
        await self.whole()
        last = turns - times * len(self._script.probes)
        moves = cycle(self._script.rounds)
        while len(self.texts) < last - _SETTLE:
            move = next(moves)
            await self._say(self._change() if move == ANSWER else move)
        while len(self.texts) < last:
            await self._say(self._change())
        for _ in range(times):
            await self._probe()
        return self.texts

    async def _probe(self) -> None:
        """Say the probes; they must end at the question they began at, or early and late could not be compared."""
        before = self._now.key
        for text in self._script.probes:
            await self._say(text)
        if self._now.key != before:
            raise Astray(f"the probes began at {before} and ended at {self._now.key}")

    def _change(self) -> str:
        return self._person.change(self._now.key, self._now.kind)

    async def _say(self, text: str) -> None:
        self._now = await self._talk.say(text)
        self.texts.append(text)
