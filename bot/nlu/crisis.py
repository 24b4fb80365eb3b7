"""The crisis gate: does a text say that somebody wants to die, hurts themselves or is in danger.

Looked at before anything else, for every text, in every state, also when Rasa is down (promise 11). So this module needs
nothing but the standard library and the tables next to it: no model, no network, no clock. It has no opinion about the
person and remembers nothing. High recall comes first; what is only a manner of speaking ("ik schaam me dood") is taken
out before the patterns are tried.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from bot.nlu.crisis_patronen import FAMILIES, Familie
from bot.nlu.crisis_woorden import AAN_IK_VAST, ONSCHULDIG, SCHRIJFWIJZEN, WOORDEN, Onschuldig

_WINDOW = 130  # characters looked at on either side of an anchor; the widest pattern stays within it
_CONTEXT = 90  # characters of the same sentence in which an exception may stand
_LONGEST_WORD = 32  # longer "words" are cut, so that no text can make a pattern slow


class Soort(str, Enum):
    """What kind of help a text asks for, most urgent first: the order in which the kinds are looked for."""

    acuut = "acuut"
    zelfdoding = "zelfdoding"
    geweld = "geweld"


def _squeeze(text: str) -> str:
    """Write every run of the same letter once: people stretch words ("doooood") and double letters wrongly ("leeven")."""
    for letter in "abcdefghijklmnopqrstuvwxyz":
        double = letter + letter
        while double in text:
            text = text.replace(double, letter)
    return text


def _spelling() -> dict[str, str]:
    table = {
        _squeeze(variant): _squeeze(word) for word, variants in SCHRIJFWIJZEN.items() for variant in variants.split()
    }
    for verb in AAN_IK_VAST.split():  # "kan" is left out there: "kkan" would squeeze to it
        table |= {_squeeze(stuck): _squeeze(f"ik {verb}") for stuck in (f"k{verb}", f"ik{verb}")}
    return table


_SPELLING = _spelling()
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufe0f\ufeff]")
_DOTS = re.compile(r"\.{2,}")
_CHARACTERS = {code: " " for code in range(128) if not chr(code).isalnum()}
_CHARACTERS |= {ord(mark): " . " for mark in ".!?;"} | {ord(mark): "" for mark in "'`*"}
_CURLY = str.maketrans({"\u2018": "'", "\u2019": "'", "\u00b4": "'", "\u2026": " "})
_ZERO = re.compile(r"(?<=[a-z])[0]+(?=[a-z])")


def normalise(text: str) -> str:
    """Bring a text to the one spelling the patterns are written in: words with one space between, ` . ` after a sentence.

    Args:
        text: whatever a person typed or dictated, of any length and in any script.
    """
    text = text.casefold()
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKD", text.translate(_CURLY)))
        text = re.sub("[^\x00-\x7f]", " ", text).lower()
    if "0" in text:
        text = _ZERO.sub("o", text)
    if ".." in text:
        text = _DOTS.sub(" ", text)
    words = _squeeze(text.translate(_CHARACTERS)).split()
    spelling = _SPELLING
    return f" {' '.join([spelling.get(word, word) if len(word) < _LONGEST_WORD else word[:_LONGEST_WORD] for word in words])} "


_SHORTHAND = re.compile(r"([~!@])(\d+)|<(\w+)>")
_WITHOUT = {"~": "", "!": "(?!(?:niet|noit|gen|niks) )", "@": "(?!ik )"}


def _expand(pattern: str) -> str:
    def one(match: re.Match[str]) -> str:
        if match[3]:
            return _expand(WOORDEN[match[3]])
        return f"(?:{_WITHOUT[match[1]]}\\w+ ){{0,{match[2]}}}?"

    pattern = re.sub(r"([~!@]\d+) ", r"\1", pattern)
    return _squeeze(re.sub(r"(?<!\\)\((?!\?)", "(?:", _SHORTHAND.sub(one, pattern)))


def _compile(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<=[ ])(?:{'|'.join(_expand(pattern) for pattern in patterns)})(?=[ ]|$)", re.ASCII)


def _compile_one(pattern: str) -> re.Pattern[str] | None:
    return re.compile(_expand(pattern), re.ASCII) if pattern else None


class _Family(NamedTuple):
    kind: Soort
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None

    @classmethod
    def of(cls, family: Familie) -> _Family:
        anchors = tuple(_squeeze(anchor) for anchor in family.ankers)
        after, before = _compile_one(family.niet_na), _compile_one(family.niet_voor)
        return cls(Soort(family.soort), anchors, _compile(family.patronen), after, before)


class _Harmless(NamedTuple):
    anchors: tuple[str, ...]
    pattern: re.Pattern[str]
    mark: str

    @classmethod
    def of(cls, phrases: Onschuldig) -> _Harmless:
        anchors = tuple(_squeeze(anchor) for anchor in phrases.ankers)
        return cls(anchors, _compile(phrases.patronen), phrases.merk)


_HARMLESS = tuple(_Harmless.of(phrases) for phrases in ONSCHULDIG)
_FAMILIES = sorted((_Family.of(family) for family in FAMILIES), key=lambda family: list(Soort).index(family.kind))


def _windows(text: str, anchors: tuple[str, ...]) -> list[tuple[int, int]]:
    """Find the stretches around the anchors, merged and ending between words: only there are patterns tried."""
    hits: list[int] = []
    for anchor in anchors:
        at = text.find(anchor)
        while at >= 0:
            hits.append(at)
            at = text.find(anchor, at + len(anchor))
    windows: list[tuple[int, int]] = []
    for hit in sorted(hits):
        start = max(text.rfind(" ", 0, max(hit - _WINDOW, 1)), 0)
        end = text.find(" ", hit + _WINDOW) + 1 or len(text)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], end)
        else:
            windows.append((start, end))
    return windows


def _matches(pattern: re.Pattern[str], text: str, anchors: tuple[str, ...]) -> Iterator[re.Match[str]]:
    for start, end in _windows(text, anchors):
        match = pattern.search(text, start, end)
        while match:
            yield match
            match = pattern.search(text, match.start() + 1, end)


def _without_harmless(text: str) -> str:
    for harmless in _HARMLESS:
        spans: list[tuple[int, int]] = []
        for match in _matches(harmless.pattern, text, harmless.anchors):
            if not spans or match.start() >= spans[-1][1]:
                spans.append(match.span())
        for start, end in reversed(spans):
            text = f"{text[:start]}{harmless.mark}{text[end:]}"
    return text


def _is_exception(family: _Family, text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - _CONTEXT, 0) : match.start()].rpartition(" . ")[2]
    after = text[match.end() : match.end() + _CONTEXT].partition(" . ")[0].removeprefix(" ").removesuffix(" .")
    return bool(
        (family.not_after and family.not_after.search(before))
        or (family.not_before and family.not_before.search(after))
    )


def detect(text: str) -> Soort | None:
    """Say which kind of crisis a text tells of, if any.

    Never raises, keeps nothing, and takes time in proportion to the length of the text.

    Args:
        text: one utterance, as the person wrote it.

    Returns:
        The most urgent kind found, or None.
    """
    plain = _without_harmless(normalise(text))
    for family in _FAMILIES:
        for match in _matches(family.pattern, plain, family.anchors):
            if not _is_exception(family, plain, match):
                return family.kind
    return None
