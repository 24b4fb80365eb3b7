"""Whole conversations as people have them: what they type or press, and the question they should be at afterwards.

Each step is (what the person does, the key of the question that is open then). A step that begins with `#` presses the button
with that title. `None` as key: nothing is asked. `...`: whatever is asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import EllipsisType

Step = tuple[str, str | None | EllipsisType]


@dataclass(frozen=True)
class Conversation:
    """A conversation, and the answers it must have kept literally at the end."""

    name: str
    steps: tuple[Step, ...]
    answers: dict[str, str]
    scores: dict[str, float | None]
    marks: tuple[str, ...] = ()


NIGHT_NURSE = Conversation(
    "a night nurse, rustig, with a correction, a skip, a privacy question and a break",
    (
        ("rustig", "goed.lichaamsfuncties"),
        ("ik fiets naar het werk", ...),
        ("overslaan", ...),
        ("6,5", ...),
        ("een zesje", ...),
        ("overslaan", ...),
    ),
    {},
    {},
)
