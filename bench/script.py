"""What the person of the benchmark types: an answer to whatever is asked, so that no conversation gets stuck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import yaml

TEXTS = Path(__file__).parent / "teksten.yml"
ANSWER = "{antwoord}"
WAY_OUT = {"confirm": "nee", "none": "verder"}  # what to say where an answer was not taken; elsewhere "overslaan"
_ASKED_IN_VAIN = 4


class Stuck(Exception):
    """The same question keeps coming back, so the script no longer fits the conversation."""


@dataclass(frozen=True)
class Script:
    """The texts of `teksten.yml`.

    Attributes:
        answers: by question key, or by the part before its dot.
        deepening: the answer to any deepening question.
        changes: longer answers, for who changes what was said.
        rounds: what somebody does again and again when the conversation is over; `ANSWER` stands for an answer.
        probes: the turns that are timed early and late in a conversation.
    """

    answers: Mapping[str, str]
    deepening: str
    changes: tuple[str, ...]
    rounds: tuple[str, ...]
    probes: tuple[str, ...]

    def answer(self, key: str) -> str:
        """Return the answer to the question with this key."""
        if key.endswith("+"):
            return self.deepening
        return self.answers.get(key) or self.answers.get(key.partition(".")[0]) or self.deepening


class Person:
    """Answers what is asked; a question that comes back unanswered is passed over."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._last: str | None = None
        self._times = 0
        self._turns = count()

    def reply(self, key: str | None, kind: str) -> str | None:
        """Return what to type at the question that is open, or None when nothing is asked any more.

        Raises:
            Stuck: whatever was tried, the same question stays open.
        """
        if key is None:
            return None
        self._times = self._times + 1 if key == self._last else 0
        self._last = key
        if self._times >= _ASKED_IN_VAIN:
            raise Stuck(f"{key} keeps coming back")
        return WAY_OUT.get(kind, "overslaan") if self._times else self._script.answer(key)

    def change(self, key: str | None, kind: str) -> str:
        """Return another answer than before to the question that is open."""
        turn = next(self._turns)
        if kind == "score":
            return str(turn % 11)
        if kind == "text":
            return self._script.changes[turn % len(self._script.changes)]
        return self._script.answer(key) if key else self._script.probes[0]


@lru_cache(maxsize=1)
def load(path: Path = TEXTS) -> Script:
    """Read the texts."""
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Script(
        answers=raw["antwoorden"],
        deepening=raw["verdieping"],
        changes=tuple(raw["veranderingen"]),
        rounds=tuple(raw["ronde"]),
        probes=tuple(raw["peiling"]),
    )
