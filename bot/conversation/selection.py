"""A choice out of numbered lines, as people type it: "1, 3 en 5", "1 t/m 4", "alles behalve 2", "het voorstel"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bot.conversation.dimensions import plain

_RANGE = re.compile(r"(\d+)\s*(?:t/m|tm|tot en met|tot|-|–|—)\s*(\d+)")
_NUMBERS = {
    "een": 1, "eerste": 1, "twee": 2, "tweede": 2, "drie": 3, "derde": 3, "vier": 4, "vierde": 4, "vijf": 5,
    "vijfde": 5, "zes": 6, "zesde": 6, "zeven": 7, "zevende": 7, "acht": 8, "achtste": 8, "negen": 9, "negende": 9,
    "tien": 10, "tiende": 10,
}  # fmt: skip
_FIRST = re.compile(rf"\beerste (\d+|{'|'.join(word for word, number in _NUMBERS.items() if number > 1)})\b")
_ALL = frozenset({"alles", "allemaal", "alle", "allen", "helemaal"})
_NONE = frozenset({"niets", "niks", "nix", "geen", "gene"})
_EXCEPT = re.compile(r"\b(?:behalve|zonder|uitgezonderd|min|maar niet|maar geen|niet|nie|geen)\b")
_MORE = frozenset({"erbij", "ook", "plus", "bij", "toevoegen"})
_LESS = frozenset({"weg", "eraf", "eruit", "weglaten", "schrappen", "af"})
_IN_PASSING = frozenset(
    {
        "en", "de", "het", "dat", "die", "deze", "dit", "nummer", "nummers", "nr", "onderdeel", "onderdelen", "regel",
        "regels", "deel", "delen", "alleen", "enkel", "doe", "maar", "graag", "mag", "mogen", "wel", "ik", "wil",
        "kies", "neem", "gewoon", "is", "goed", "prima", "ja", "ok", "oke", "van", "mijn", "m", "n", "mn", "je", "met",
        "samen", "dan", "toch", "of", "hoor", "even", "eigen", "lijst", "uit", "nog", "ze", "t", "stuur",
    }
)  # fmt: skip
_MOST_WORDS = 25


@dataclass(frozen=True)
class Choices:
    """What there is to choose from: numbers 1 to `count`, those chosen so far, those proposed, and what has a name."""

    count: int
    chosen: frozenset[int]
    proposed: frozenset[int]
    names: Mapping[str, frozenset[int]]


def read(text: str, choices: Choices) -> frozenset[int] | None:
    """Return the numbers chosen; None where words say something else, or name what isn't there.

    Bare numbers are the whole choice. "ook 3" adds to what was chosen, "3 niet" takes away from it.
    """
    words = _spell_out(text, choices.count)
    if not words or len(words.split()) > _MOST_WORDS + choices.count:
        return None
    if words in _NONE or words in ("helemaal niets", "helemaal niks", "geen van alle", "niets delen"):
        return frozenset()
    without = _EXCEPT.search(words)
    kept, left = (words[: without.start()], words[without.end() :]) if without else (words, "")
    base, away = _part(kept, choices), _part(left, choices)
    if base is None or away is None:
        return None
    if base.less or (without and not away.picked):  # "3 eraf", "3 niet"
        picked = choices.chosen - base.picked if base.picked else frozenset()
    elif without:
        picked = (base.picked or choices.chosen) - away.picked
    else:
        picked = choices.chosen | base.picked if base.more and base.picked else base.picked
    return picked or None  # nothing at all is chosen in so many words only


@dataclass(frozen=True)
class _Part:
    picked: frozenset[int]
    more: bool
    less: bool


def _part(words: str, choices: Choices) -> _Part | None:
    """Read one half of a choice; None when a word in it can't be placed."""
    picked: set[int] = set()
    rest = f" {words} "
    for name in sorted(choices.names, key=len, reverse=True):
        if f" {name} " in rest:
            rest = rest.replace(f" {name} ", "  ")
            picked |= choices.names[name]
    found = rest.split()
    for word in found:
        number = int(word) if word.isdecimal() else _NUMBERS.get(word)
        if number is not None:
            if not 1 <= number <= choices.count:
                return None
            picked.add(number)
        elif word in _ALL:
            picked |= set(range(1, choices.count + 1))
        elif word in ("voorstel", "voorgestelde"):
            picked |= choices.proposed
        elif word not in _IN_PASSING | _MORE | _LESS:
            return None
    return _Part(frozenset(picked), bool(_MORE & set(found)), bool(_LESS & set(found)))


def mentions(text: str, names: Collection[str] = ()) -> bool:
    """Tell whether words may be a choice at all: a number in them, or a word for all, none or a part."""
    words = set(plain(text).split())
    known = _ALL | _NONE | (_NUMBERS.keys() - {"een"}) | {"voorstel", "voorgestelde"} | set(names)
    return "?" not in text and len(words) <= _MOST_WORDS and any(word.isdecimal() or word in known for word in words)


def _spell_out(text: str, most: int) -> str:
    """Write ranges out as numbers, in plain words."""
    numbered = _FIRST.sub(lambda m: f"1-{_NUMBERS.get(m[1], m[1])}", text.casefold())
    return plain(_RANGE.sub(lambda m: _spelled(int(m[1]), int(m[2]), most), numbered))


def _spelled(first: int, last: int, most: int) -> str:
    """Write out a range; one that runs backwards or beyond the lines names what isn't there."""
    if not 1 <= first <= last <= most:
        return " 0 "
    return " ".join(map(str, range(first, last + 1)))
