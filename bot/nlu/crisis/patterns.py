"""The crisis gate: does a text say that somebody wants to die, hurts themselves or is in danger.

Looked at before anything else, for every text, in every state, also when Rasa is down (promise 11). So this module
needs nothing but the standard library and the tables next to it: no model, no network, no clock. It has no opinion
about the person and remembers nothing. High recall comes first; what is only a manner of speaking ("ik schaam me
dood") is taken out before the patterns are tried again.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from bot.nlu.crisis.onschuldig import ONSCHULDIG
from bot.nlu.crisis.patronen import FAMILIES
from bot.nlu.crisis.woorden import AAN_IK_VAST, ANDERE_SCHRIFTEN, SCHRIJFWIJZEN, WOORDEN, Soort

_CONTEXT = 90  # characters of the same sentence in which an exception may stand
_LONGEST_WORD = 32  # longer "words" are cut, so that no text can make a pattern slow
_ARTICLE = re.compile(r"(?<![a-z])een(?![a-z])")


def _squeeze(text: str) -> str:
    """Write every run of the same letter once: "doooood", "leeven"."""
    for letter in "abcdefghijklmnopqrstuvwxyz":
        double = letter + letter
        while double in text:
            text = text.replace(double, letter)
    return text


def _plain(text: str) -> str:
    """Squeeze a text, keeping apart what means something else: "een" (a) and "en" (and), where a new thought begins."""
    return _squeeze(_ARTICLE.sub("ein", text))


def _spelling() -> dict[str, str]:
    table = {_plain(variant): _plain(word) for word, variants in SCHRIJFWIJZEN.items() for variant in variants.split()}
    for verb in AAN_IK_VAST.split():  # "kan" is left out there: "kkan" would squeeze to it
        table |= {_squeeze(stuck): _squeeze(f"ik {verb}") for stuck in (f"k{verb}", f"ik{verb}")}
    return table


_SPELLING = _spelling()
_DOTS = re.compile(r"\.{2,}")
_CHARACTERS = str.maketrans(
    {chr(code): " " for code in range(128) if not chr(code).isalnum()} | dict.fromkeys(".!?;", ".")
)
_ZERO = re.compile(r"(?<=[a-z])[0]+(?=[a-z])")


def _only_accents_fall_away(error: UnicodeError) -> tuple[str, int]:
    """Drop what only decorates a letter or can't be seen; leave a space where another sign stood."""
    assert isinstance(error, UnicodeEncodeError)
    signs = error.object[error.start : error.end]
    drops = all(unicodedata.category(sign) in ("Mn", "Cf") or sign in "\u2018\u2019" for sign in signs)
    return ("" if drops else " "), error.end


codecs.register_error("gesprek.crisis", _only_accents_fall_away)


def normalise(text: str) -> str:
    """Bring a text to the spelling of the patterns: words with one space between them, ` . ` after a sentence.

    Args:
        text: whatever a person typed or dictated, of any length and in any script.
    """
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "gesprek.crisis").decode().lower()
    if "0" in text:
        text = _ZERO.sub("o", text)
    if ".." in text:
        text = _DOTS.sub(" ", text)
    for mark in "'`*":
        text = text.replace(mark, "")
    spelling = _SPELLING
    spaced = f" {text.translate(_CHARACTERS).replace('.', ' . ')} ".replace(" een ", " ein ")  # quicker than _plain
    words = _squeeze(spaced).split()
    words = [spelling.get(word, word) if len(word) < _LONGEST_WORD else word[:_LONGEST_WORD] for word in words]
    return f" {' '.join(words)} "


_SHORTHAND = re.compile(r"([~!@#])(\d+)|<(\w+)>")
_WITHOUT = {
    "~": "",
    "!": "(?!(?:niet|noit|gen|niks) )",
    "@": "(?!ik )",
    "#": "(?!(?:hij|zij|ze|iemand|die|<naaste>|hond|kat|<client>) )",
}


def _expand(pattern: str) -> str:
    def one(match: re.Match[str]) -> str:
        if match[3]:
            return _expand(WOORDEN[match[3]])
        return f"(?:{_expand(_WITHOUT[match[1]])}\\w+ ){{0,{match[2]}}}?"

    pattern = re.sub(r"([~!@#]\d+) ", r"\1", pattern)
    return _plain(re.sub(r"(?<!\\)\((?!\?)", "(?:", _SHORTHAND.sub(one, pattern)))


def _exception(pattern: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{_expand(pattern)})(?:(?<= )|(?!\w))", re.ASCII) if pattern else None


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return one expression for patterns in the spelling of the tables, over whole words of a normalised text."""
    choices = "|".join(_expand(pattern) for pattern in patterns)
    return re.compile(rf"(?<= )(?:{choices.replace('^', '(?<=^ )').replace('$', ' ?$')})(?= |$)", re.ASCII)


class _Meaning(NamedTuple):
    """What is said, which kind of crisis that means, and what in the same sentence takes it back."""

    said: re.Pattern[str]
    kind: Soort
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None


_MEANINGS = tuple(
    _Meaning(_any_of(family.patronen), Soort(family.soort), _exception(family.niet_na), _exception(family.niet_voor))
    for family in sorted(FAMILIES, key=lambda family: list(Soort).index(Soort(family.soort)))
)
_HARMLESS = tuple((_any_of(phrases.patronen), phrases.merk) for phrases in ONSCHULDIG)


def _without_harmless(text: str) -> str:
    for said, mark in _HARMLESS:
        text = said.sub(mark, text)
    return text


# Where a new thought begins: what stands beyond it says nothing about the words before.
_THOUGHT_BEFORE = re.compile(r".* (?:\.|en|mar|want|omdat|dus|terwijl|dat|toen|hoewel|als|of) ")
_THOUGHT_AFTER = re.compile(r" (?:\.|en|mar|want|omdat|dus|terwijl|hoewel|dordat|sinds|toen|ik) .*")


def _is_exception(meaning: _Meaning, text: str, match: re.Match[str]) -> bool:
    before = _THOUGHT_BEFORE.sub("", text[max(match.start() - _CONTEXT, 0) : match.start()])
    after = _THOUGHT_AFTER.sub("", text[match.end() : match.end() + _CONTEXT]).strip()
    return bool(
        (meaning.not_after and meaning.not_after.search(before))
        or (meaning.not_before and meaning.not_before.search(after))
    )


# A crisis after another's death is only seen once the grief is marked.
_GRIEF = re.compile(r" (?:dod|sterf|gestorv|zelfm|zelfdod|suici|overled|berof|opgehang|verhang)")


def _first(text: str) -> Soort | None:
    for meaning in _MEANINGS:
        match = meaning.said.search(text)
        while match:
            if not _is_exception(meaning, text, match):
                return meaning.kind
            match = meaning.said.search(text, match.start() + 1)
    return None


class Reading:
    """One text as the patterns read it, brought to their spelling once; what is asked of it is worked out when asked.

    Never raises, and takes time in proportion to the length of the text.
    """

    def __init__(self, text: str) -> None:
        """Take one utterance, as the person wrote it."""
        self._text = text

    @cached_property
    def kind(self) -> Soort | None:
        """The most urgent kind of crisis that the text tells of, if any."""
        if not self._text.isascii():
            folded = self._text.casefold()
            if any(phrase in folded for phrase in ANDERE_SCHRIFTEN):
                return Soort.zelfdoding
        if _first(self._plain) is None and not _GRIEF.search(self._plain):
            return None
        return _first(self._without_harmless)

    @cached_property
    def harmless(self) -> bool:
        """Whether a manner of speaking, grief or a denial is recognised; the text may still hold a cry as well."""
        return self._without_harmless != self._plain

    @cached_property
    def _plain(self) -> str:
        return normalise(self._text)

    @cached_property
    def _without_harmless(self) -> str:
        return _without_harmless(self._plain)


def detect(text: str) -> Soort | None:
    """Say which kind of crisis a text tells of, if any, as far as patterns know."""
    return Reading(text).kind
