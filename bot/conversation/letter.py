"""What a coach gets: the words somebody chose to share, exactly as they saw them before they agreed."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

VERSION = 1


@dataclass(frozen=True, repr=False)
class Part:
    """One part of a letter: its key, the heading it stands under, what it is, and the person's words."""

    key: str
    heading: str
    label: str
    text: str


@dataclass(frozen=True)
class NotShared:
    """Something that is there but was not shared: the coach sees that, and nothing of it."""

    heading: str
    label: str


@dataclass(frozen=True, repr=False)
class Letter:
    """A letter to a coach.

    Attributes:
        name: as the person chose to be called; empty for no name.
        parts: what was shared, in the order of the conversation.
        svg: the drawing, or None; `alt` says the same in words.
        plan: the plan as an if-then sentence, or None.
        text: all of it as the preview showed it.
    """

    name: str
    parts: tuple[Part, ...]
    svg: str | None
    alt: str
    plan: str | None
    not_shared: tuple[NotShared, ...]
    text: str

    def to_json(self) -> str:
        """Write the letter in one way only, so that its bytes can be held against a preview."""
        written = {"v": VERSION, **asdict(self)}
        return json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Letter:
        """Read what `to_json` wrote."""
        written: dict[str, Any] = json.loads(text)
        return cls(
            name=written["name"],
            parts=tuple(Part(**part) for part in written["parts"]),
            svg=written["svg"],
            alt=written["alt"],
            plan=written["plan"],
            not_shared=tuple(NotShared(**one) for one in written["not_shared"]),
            text=written["text"],
        )
