"""The questions the method asks: their keys, what kind of answer each expects, and the stage each belongs to.

The keys are a contract with other programs. `score.meedoen` is a question about one dimension, `goed.meedoen+` deepens
`goed.meedoen`, `willen` is a step of the action wheel, and `delen.naam` a step of the consent to share.
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
    DELEN = "delen"
    AFGEROND = "afgerond"


KLAAR = "klaar"  # no question left
DELEN = "delen"
COACH, ONDERDELEN, ANDEREN = f"{DELEN}.coach", f"{DELEN}.onderdelen", f"{DELEN}.onderdelen+"
NAAM, TERMIJN, AKKOORD = f"{DELEN}.naam", f"{DELEN}.termijn", f"{DELEN}.akkoord"
TERUGSCHRIJVEN, VERSTUREN = f"{DELEN}.antwoord", f"{DELEN}.antwoord+"
CONSENT: tuple[str, ...] = (COACH, ONDERDELEN, ANDEREN, NAAM, TERMIJN, AKKOORD)

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
    **dict.fromkeys((DELEN, AKKOORD, VERSTUREN), Kind.CONFIRM),
    **dict.fromkeys((COACH, ONDERDELEN, ANDEREN, TERMIJN), Kind.CHOICE),
    **dict.fromkeys((NAAM, TERUGSCHRIJVEN), Kind.TEXT),
}
_STAGES: dict[str, Stage] = {
    "route": Stage.WELKOM,
    **dict.fromkeys(("dimensie", "opvalt", *ABOUT_DIMENSIE), Stage.SPINNENWEB),
    **dict.fromkeys(("focus", "drempel", "plan", "aanbod", *WHEEL), Stage.ACTIEWIEL),
    **dict.fromkeys(("samenvatting", "maatje", "reflectie"), Stage.SAMENVATTING),
    DELEN: Stage.DELEN,
    KLAAR: Stage.AFGEROND,
}
# What may stand behind the dot: a dimension, but for the steps of the consent.
_ABOUT: dict[str, frozenset[str]] = {
    DELEN: frozenset({"coach", "onderdelen", "naam", "termijn", "akkoord", "antwoord"})
}
_DIMENSIES = frozenset(DIMENSIES)


@dataclass(frozen=True)
class Question:
    """A question key taken apart: `goed.meedoen+` is stem `goed`, about `meedoen`, deepening."""

    key: str
    stem: str
    about: str | None
    deepening: bool

    @property
    def dimensie(self) -> str | None:
        """The dimension the question is about, or None."""
        return self.about if self.stem not in _ABOUT else None

    @property
    def kind(self) -> Kind:
        if self.key in _KINDS:
            return _KINDS[self.key]
        return Kind.TEXT if self.deepening else _KINDS.get(self.stem, Kind.TEXT)

    @property
    def stage(self) -> Stage | None:
        """The stage the question belongs to, or None for one asked in between (`opnieuw`, `wijzig`)."""
        return _STAGES.get(self.stem)


def question(key: str) -> Question:
    """Take a question key apart.

    Raises:
        ValueError: the key names a dimension, or a step of the consent, that does not exist.
    """
    stem, _, about = key.removesuffix("+").partition(".")
    if about and about not in _ABOUT.get(stem, _DIMENSIES):
        raise ValueError(f"unknown dimension or step in question key: {stem}.*")
    return Question(key, stem, about or None, key.endswith("+"))
