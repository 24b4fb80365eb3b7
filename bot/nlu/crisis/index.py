"""Where in a text a crisis pattern can match at all, so that the gate stays fast with hundreds of patterns.

Every pattern has words without which it can't match ("dood", "leven", "brug"). They are read off the pattern itself, so
no second list can get out of step with the first. Only around those words is the pattern tried.
"""

from __future__ import annotations

import re
import sre_parse
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_MOST = 60  # spellings of one part of a pattern that are still worth writing out
_ENDLESS = 100  # repeats a pattern writes as * or +
PREFIX = 3  # letters of an open-ended key ("zelfmo…") by which it is looked up

# Words so common that looking around each of them would cost more than it saves.
_COMMON_WORDS = (
    "af al alen ales als an ben bij dag dan dar dat de denk der die dit doe doen dor echt ein en er ex ga gan gat gen "
    "gewon had har haren heb heben heft hem het hier hij hoe huis hun iederen iets ik in is je jij kan kinderen "
    "kunen mag man mar me mensen mer met mezelf mij mijn moeder moet nar niemand niet niks nog noit nu of ok om "
    "ons onze op over te thuis tot uit vader van vor vriend vrouw waner warom was wat we wel wer werk wezen "
    "wil wilde wilen word worden wordt wou zal ze zelf zij zijn zo zou"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_FREQUENT = frozenset(("leven", "rust", "weg", "slapen", "deze", "mogen", "verder", "beter", "altijd", "morgen"))


class Key(NamedTuple):
    """Words a pattern needs: whole, or (`open_ended`) the beginning of one."""

    text: str
    open_ended: bool


_Parsed = Any  # what sre_parse gives: a row of (operation, argument), which typeshed leaves open


def _spellings(parsed: _Parsed) -> set[str] | None:
    """Write out all texts a piece of a pattern matches, or None when they are too many."""
    found = {""}
    for kind, value in parsed:
        name = str(kind)
        options: set[str] | None
        if name == "LITERAL":
            options = {chr(value)}
        elif name == "IN" and all(str(item[0]) == "LITERAL" for item in value):
            options = {chr(item[1]) for item in value}
        elif name == "SUBPATTERN":
            options = _spellings(value[3])
        elif name == "BRANCH":
            branches = [_spellings(branch) for branch in value[1]]
            options = None if None in branches else {text for branch in branches if branch for text in branch}
        elif name in ("MAX_REPEAT", "MIN_REPEAT") and value[1] == 1:
            inner = _spellings(value[2])
            options = None if inner is None else inner | ({""} if value[0] == 0 else set())
        elif name in ("AT", "ASSERT", "ASSERT_NOT"):
            options = {""}
        else:
            options = None
        if options is None or len(options) * len(found) > _MOST:
            return None
        found = {start + end for start in found for end in options}
    return found


def _best_key(text: str, closed: bool) -> Key | None:
    """Pick the rarest word of a text of which the end may still be open; of common words only, take them all."""
    words = text.split()
    whole = words if closed or text.endswith(" ") else words[:-1]
    keys = [Key(word, False) for word in whole if word not in _COMMON]
    if len(whole) < len(words) and len(words[-1]) >= PREFIX:
        keys.append(Key(words[-1], True))
    if not keys and whole:
        keys = [Key(" ".join(whole), False)]
    return max(keys, key=lambda key: len(key.text) - 4 * (key.text in _FREQUENT), default=None)


def _runs(parsed: _Parsed, opens: bool = True, closes: bool = True) -> Iterator[set[Key]]:
    """List sets of keys of which one must be in any text that matches.

    Args:
        parsed: the pattern, or a piece of it.
        opens: whether the piece begins at the beginning of a word.
        closes: whether it ends at the end of a word.
    """
    items = [item for item in parsed if str(item[0]) not in ("AT", "ASSERT", "ASSERT_NOT")]
    at = 0
    while at < len(items):
        end = at
        while end < len(items) and _spellings(items[at : end + 1]) is not None:
            end += 1
        if end == at:
            shut = _begins_with_space(items[at + 1]) if at + 1 < len(items) else closes
            yield from _within(items[at], opens, shut)
            opens = _ends_with_space(items[at])
            at += 1
            continue
        texts = _spellings(items[at:end]) or set()
        shut = _begins_with_space(items[end]) if end < len(items) else closes
        keys = {_best_key(text if opens else "".join(text.partition(" ")[1:]), shut) for text in texts}
        if None not in keys:
            yield {key for key in keys if key}
        opens = all(text.endswith(" ") for text in texts)
        at = end


def _within(item: tuple[Any, Any], opens: bool, closes: bool) -> Iterator[set[Key]]:
    name, value = str(item[0]), item[1]
    if name == "SUBPATTERN":
        yield from _runs(value[3], opens, closes)
    elif name == "BRANCH":
        branches = [min(_runs(branch, opens, closes), key=_cost, default=set()) for branch in value[1]]
        if all(branches):
            yield {key for branch in branches for key in branch}


def _begins_with_space(item: tuple[Any, Any]) -> bool:
    return _edge(item, 0)


def _ends_with_space(item: tuple[Any, Any]) -> bool:
    return _edge(item, -1)


def _edge(item: tuple[Any, Any], index: int) -> bool:
    """Say whether all a piece matches begins (0) or ends (-1) with a space."""
    name, value = str(item[0]), item[1]
    if name == "LITERAL":
        return chr(value) == " "
    if name == "BRANCH":
        return all(len(branch) and _edge(branch[index], index) for branch in value[1])
    inner = value[3] if name == "SUBPATTERN" else value[2] if name in ("MAX_REPEAT", "MIN_REPEAT") else None
    return inner is not None and len(inner) > 0 and _edge(inner[index], index)


def _cost(keys: set[Key]) -> float:
    return sum(60.0 / len(key.text) if key.text not in _COMMON else 1000.0 for key in keys)


def _alternatives(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand outside all brackets."""
    depth, parts = 0, [""]
    for character in pattern:
        depth += (character in "([") - (character in ")]")
        if character == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def keys_of(pattern: str) -> frozenset[Key]:
    """Read off a pattern the words of which one must be in any text it matches.

    Raises:
        ValueError: when there is none; such a pattern would have to be tried everywhere.
    """
    best = min(_runs(sre_parse.parse(pattern)), key=_cost, default=None)
    if not best:
        raise ValueError(f"crisis pattern without a word of its own, add one: {pattern}")
    return frozenset(best)


def _words_wide(parsed: _Parsed) -> int:
    """Count the most words a piece of a pattern spans; for an endless repeat, a few."""
    most = 0
    for kind, value in parsed:
        name = str(kind)
        if name == "LITERAL":
            most += chr(value) == " "
        elif name == "SUBPATTERN":
            most += _words_wide(value[3])
        elif name in ("ASSERT", "ASSERT_NOT"):
            most += _words_wide(value[1])
        elif name == "BRANCH":
            most += max(_words_wide(branch) for branch in value[1])
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            most += (value[1] if value[1] < _ENDLESS else 4) * _words_wide(value[2])
    return most


class Words:
    """The words of a normalised text and where they stand."""

    def __init__(self, text: str) -> None:
        """Walk through the text once."""
        self.text = text
        self.starts: list[int] = []
        self.places: dict[str, list[int]] = {}
        at = 1
        for number, word in enumerate(text.split()):
            self.starts.append(at)
            self.places.setdefault(word, []).append(number)
            at += len(word) + 1
        self.starts.append(at)

    def around(self, places: Iterable[int], reach: int) -> list[tuple[int, int]]:
        """Give the stretches of text so many words on either side of these words, merged where they meet."""
        last = len(self.starts) - 1
        stretches: list[tuple[int, int]] = []
        for place in sorted(places):
            start, end = max(place - reach, 0), min(place + reach + 1, last)
            if stretches and start <= stretches[-1][1]:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((start, end))
        return [(self.starts[start], self.starts[end]) for start, end in stretches]


class Group(NamedTuple):
    """Patterns with the same keys, as one expression, and how many words the widest of them spans."""

    keys: frozenset[Key]
    expression: re.Pattern[str]
    reach: int

    def matches(self, words: Words) -> Iterator[re.Match[str]]:
        """Find matches around the keys, also those overlapping an earlier one."""
        places: set[int] = set()
        for key in self.keys:
            first = key.text.partition(" ")[0]
            if key.open_ended:
                for word, at in words.places.items():
                    if word.startswith(first):
                        places.update(at)
            elif first == key.text:
                places.update(words.places.get(first, ()))
            else:
                phrase = f"{key.text} "
                found = words.places.get(first, ())
                places.update(place for place in found if words.text.startswith(phrase, words.starts[place]))
        for start, end in words.around(places, self.reach):
            match = self.expression.search(words.text, start, end)
            while match:
                yield match
                match = self.expression.search(words.text, match.start() + 1, end)


def group(patterns: Iterable[str]) -> list[Group]:
    """Put patterns (in the spelling of a normalised text) together by the words they need."""
    by_keys: dict[frozenset[Key], list[str]] = {}
    for pattern in patterns:
        for alternative in _alternatives(pattern):
            by_keys.setdefault(keys_of(alternative), []).append(alternative)
    return [
        Group(
            keys,
            re.compile(rf"(?<= )(?:{'|'.join(choices)})(?= |$)", re.ASCII),
            max(_words_wide(sre_parse.parse(choice)) for choice in choices) + 1,
        )
        for keys, choices in by_keys.items()
    ]


class Index:
    """Which groups have a key in a text, in the order in which they were given."""

    def __init__(self, groups: Iterable[Group]) -> None:
        """Look up every key of every group once, so that a text is only held against its own words."""
        self.groups = tuple(groups)
        self._words: dict[str, list[int]] = {}
        self._openings: dict[str, list[tuple[str, int]]] = {}
        self._phrases: dict[str, list[tuple[str, int]]] = {}
        for number, one in enumerate(self.groups):
            for key in one.keys:
                if key.open_ended:
                    self._openings.setdefault(key.text[:PREFIX], []).append((key.text, number))
                elif " " in key.text:
                    self._phrases.setdefault(key.text.partition(" ")[0], []).append((f" {key.text} ", number))
                else:
                    self._words.setdefault(key.text, []).append(number)

    def within(self, words: Words) -> list[int]:
        """Give the numbers of the groups that may match."""
        found: set[int] = set()
        for word in words.places:
            found.update(self._words.get(word, ()))
            for opening, number in self._openings.get(word[:PREFIX], ()):
                if word.startswith(opening):
                    found.add(number)
            for phrase, number in self._phrases.get(word, ()):
                if number not in found and phrase in words.text:
                    found.add(number)
        return sorted(found)
