"""Words that nobody else would ever write, and somebody who puts them in everything they say."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation.questions import question
from tests.promises.scanner import Scanner

# What somebody says, by the stem of the question: ordinary enough to be taken for an answer, so that it is kept.
SAYS = {
    "route": "rustig, alle zes, want ik ben hier met {canary}",
    "goed": "ik fiets elke dag naar mijn werk, samen met {canary}",
    "score": "een 7 sinds ik {canary} ken",
    "anders": "ik zou vaker naar buiten willen, samen met {canary}",
    "praten": "ja, en graag samen met {canary}",
    "opvalt": "dat het een scheve ster is, dat zei {canary} ook al",
    "focus": "mijn avonden thuis samen met {canary}",
    "nu": "het loopt vaak uit als ik met {canary} werk",
    "belangrijk": "dat ik tijd heb voor mijn zoon en voor {canary}",
    "willen": "op tijd naar huis, zodat ik samen kan eten met {canary}",
    "blij": "dat we samen eten, mijn zoon en ik en {canary}",
    "kunnen": "mijn telefoon wegleggen als ik bij {canary} ben",
    "nodig": "een rooster dat klopt met dat van {canary}",
    "nodig_van": "van mijn leidinggevende en van {canary}",
    "doen": "ik ga dinsdag om vijf uur weg, samen met {canary}",
    "drempel": "ik durf het niet goed, zei {canary}",
    "wanneer": "dinsdag om vijf uur, op kantoor bij {canary}",
    "wie": "samen met Sanne en met {canary}",
    "wat_inzetten": "na de koffie die ik drink met {canary}",
    "plan": "ja, zo klopt het, zei {canary}",
    "aanbod": "geen van deze, want ik ga al met {canary}",
    "samenvatting": "zo klopt het helemaal, zei {canary}",
    "maatje": "nee dank je, ik vertel het {canary} zelf",
    "reflectie": "het was rustig, en ik dacht vaak aan {canary}",
    "+": "dat gaat al een tijdje zo, ook bij {canary}",
}
BUTTONS = ("Rustig, alle zes", "7", "Ja, zo klopt het", "Geen van deze", "Zo klopt het", "Nee, dank je", "Overslaan")
_CONSONANTS, _VOWELS, _ACCENTED = "bdfgklmnprstvwz", "aeiou", "éèëêïíöóüúá"


@dataclass(frozen=True)
class Canary:
    """Two names to look for: one of plain letters; one with accents and a space, which change in most encodings."""

    plain: str
    accented: str

    @classmethod
    def new(cls) -> Canary:
        """Make names of their own for each run, so that what is found is of this run."""
        return cls(_name(6, _VOWELS), f"{_name(3, _ACCENTED)} {_name(3, _ACCENTED)}")

    def __str__(self) -> str:
        return f"{self.plain} {self.accented}"

    @property
    def scanner(self) -> Scanner:
        """The search for both names."""
        return Scanner(self.plain, self.accented)


def _name(syllables: int, vowels: str) -> str:
    return "".join(secrets.choice(_CONSONANTS) + secrets.choice(vowels) for _ in range(syllables))


class Talkative:
    """Somebody who has the whole conversation, *rustig*, with a name in everything they type.

    `first` is what they say the first time at a question, instead of what they'd always say.
    """

    def __init__(self, name: object, first: Mapping[str, str] | None = None) -> None:
        self._name = name
        self._first = dict(first or {})
        self._times: Counter[str] = Counter()

    def answer(self, last: dict[str, Any]) -> str | None:
        """Return what to do after the bot's last answer, a step as in tests/conversations.py; None at the end."""
        key = last["expects"]["key"]
        if key is None:
            return None
        self._times[key] += 1
        if self._times[key] > 2 * len(BUTTONS):
            raise AssertionError(f"stuck at {key}")
        if key in self._first:
            return self._first.pop(key)
        titles = [button["title"] for message in last["messages"] for button in message["buttons"]]
        if self._times[key] > 2 or (self._times[key] > 1 and last["expects"]["kind"] != "text"):
            return next((f"#{title}" for title in BUTTONS if title in titles), "overslaan")
        asked = question(key)
        return SAYS["+" if asked.deepening else asked.stem].format(canary=self._name)
