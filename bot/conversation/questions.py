"""The questions the method asks: their keys, what kind of answer each expects, and the stage each belongs to.

The keys are a contract with other programs. `score.meedoen` is a question about one dimension, `goed.meedoen+` deepens
`goed.meedoen`, and `willen` is a step of the action wheel.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.conversation.dimensions import DIMENSIES


class Kind(str, Enum):
    """What a question expects: the client draws its input by it."""

    TEXT = "text"
    SCORE = "score"
    CHOICE = "choice"
    CONFIRM = "confirm"
    NONE = "none"


class Stage(str, Enum):
    """Where in the way from overview to plan the conversation is."""

    WELKOM = "welkom"
    SPINNENWEB = "spinnenweb"
    ACTIEWIEL = "actiewiel"
    SAMENVATTING = "samenvatting"
    AFGEROND = "afgerond"


KLAAR = "klaar"  # no question left

WHEEL: tuple[str, ...] = (
    "nu", "belangrijk", "willen", "blij", "kunnen", "nodig", "nodig_van", "doen", "wanneer", "wie", "wat_inzetten",
)  # fmt: skip
SHORT_WHEEL: tuple[str, ...] = ("willen", "nodig", "nodig_van", "doen", "wanneer", "wie")
ABOUT_DIMENSIE: tuple[str, ...] = ("goed", "score", "anders", "praten")

_KINDS: dict[str, Kind] = {
    "score": Kind.SCORE,
    **dict.fromkeys(("praten", "plan", "maatje", "opnieuw", "wissen"), Kind.CONFIRM),
    **dict.fromkeys(
        ("route", "dimensie", "focus", "nodig_van", "drempel", "aanbod", "samenvatting", "wijzig", "regel"), Kind.CHOICE
    ),
    KLAAR: Kind.NONE,
}
_STAGES: dict[str, Stage] = {
    "route": Stage.WELKOM,
    **dict.fromkeys(("dimensie", "opvalt", *ABOUT_DIMENSIE), Stage.SPINNENWEB),
    **dict.fromkeys(("focus", "drempel", "plan", "aanbod", *WHEEL), Stage.ACTIEWIEL),
    **dict.fromkeys(("samenvatting", "maatje", "reflectie"), Stage.SAMENVATTING),
    KLAAR: Stage.AFGEROND,
}
ANSWER_STEMS = frozenset({*ABOUT_DIMENSIE, *WHEEL, "opvalt", "focus", "drempel", "reflectie"})


@dataclass(frozen=True)
class Question:
    """A question key taken apart: `goed.meedoen+` is stem `goed`, dimension `meedoen`, deepening."""

    key: str
    stem: str
    dimensie: str | None
    deepening: bool

    @property
    def kind(self) -> Kind:
        return Kind.TEXT if self.deepening else _KINDS.get(self.stem, Kind.TEXT)

    @property
    def stage(self) -> Stage | None:
        """The stage the question belongs to, or None for one asked in between (`opnieuw`, `wijzig`)."""
        return _STAGES.get(self.stem)


def question(key: str) -> Question:
    """Take a question key apart.

    Raises:
        ValueError: the key names a dimension that does not exist.
    """
    stem, _, dimensie = key.removesuffix("+").partition(".")
    if dimensie and dimensie not in DIMENSIES:
        raise ValueError(f"unknown dimension in question key: {stem}.*")
    return Question(key, stem, dimensie or None, key.endswith("+"))
