"""Scores 0–10 as people write them in Dutch: "een zesje", "7½", "zes en een half", "tussen de 6 en 7"."""

from __future__ import annotations

import re
from dataclasses import dataclass

LOWEST, HIGHEST = 0.0, 10.0

_WORDS: dict[str, float] = {
    "nul": 0, "een": 1, "één": 1, "eentje": 1, "ééntje": 1, "twee": 2, "tweetje": 2, "drie": 3, "drietje": 3,
    "vier": 4, "viertje": 4, "vijf": 5, "vijfje": 5, "zes": 6, "zesje": 6, "zeven": 7, "zeventje": 7,
    "acht": 8, "achtje": 8, "achten": 8, "negen": 9, "negentje": 9, "tien": 10, "tientje": 10,
    "elf": 11, "twaalf": 12, "vijftien": 15, "twintig": 20, "honderd": 100, "anderhalf": 1.5, "anderhalve": 1.5,
}  # fmt: skip
_NUMBER_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_HALF_AFTER = r"(?:\s*(?:½|komma\s+(?:vijf|5)|(?:en|ën)\s*(?:een\s*|n\s*|'n\s*)?half|enhalf|ënhalf))"
_TOKEN = re.compile(
    rf"(?<!\w)(?P<minus>-\s?|min\s)?(?:(?P<digits>\d{{1,4}}(?:[.,]\d{{1,2}})?)(?:t?je)?|(?P<word>{_NUMBER_WORD}))"
    rf"(?P<half>{_HALF_AFTER})?(?!\w)"
)
_OUT_OF_TEN = re.compile(r"(?:/|op|van|uit)\s*(?:de\s+)?(?:10|tien)\b")
_PERCENT = re.compile(r"^\s*(\d{1,3})\s*(?:%|procent)\s*$")
_ARTICLE_EEN = re.compile(r"\b(?:een|zo'n|'n|n)\s+(?=(?:\w+e\s+)?(?:\d|" + _NUMBER_WORD + r")\b)")
_BARE_HALF = re.compile(r"^\s*(?:een\s+)?(?:½|half(?:je)?)\s*$")


@dataclass(frozen=True)
class Score:
    """What a text says about a score: one value, several to choose from, or one outside 0–10.

    `value` is a multiple of 0.5 from 0 to 10. `choices` holds two or more such values ("6 of 7", "7,3").
    """

    value: float | None = None
    choices: tuple[float, ...] = ()
    out_of_range: bool = False


def parse_score(text: str) -> Score | None:
    """Read a score from `text`, or return None when it holds no number.

    A plus, a minus or a word such as "dikke" leaves the number as it is: the spinnenweb is a way to talk.
    """
    text = text.lower().replace("’", "'").replace("1/2", "½")
    percent = _PERCENT.match(text)
    if percent:
        return _one(int(percent.group(1)) / 10)
    if _BARE_HALF.match(text):
        return Score(value=0.5)
    values = _values(_OUT_OF_TEN.sub(" ", text)) or _values(text)
    if not values:
        return None
    if len(values) == 1:
        return _one(values[0])
    return _several(values)


def format_score(value: float) -> str:
    """Write a score the Dutch way: 7 as "7", 7.5 as "7,5"."""
    return f"{value:g}".replace(".", ",")


def _values(text: str) -> list[float]:
    found: list[float] = []
    text = _ARTICLE_EEN.sub("", text)
    for match in _TOKEN.finditer(text):
        word = match.group("word") or ""
        if word == "een" and _is_article(text, match):
            continue
        value = float(_WORDS[word] if word else match.group("digits").replace(",", "."))
        value += 0.5 if match.group("half") else 0
        found.append(-value if match.group("minus") and not found else value)
    return list(dict.fromkeys(found))


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Tell whether "een" is the article: it is a number only where it stands alone ("een", "doe maar een één")."""
    return bool(text[match.end() :].strip(" .!?")) and not match.group("half")


def _one(value: float) -> Score:
    if not LOWEST <= value <= HIGHEST:
        return Score(out_of_range=True)
    if value * 2 == int(value * 2):
        return Score(value=value)
    lower = int(value * 2) / 2
    return Score(choices=(lower, lower + 0.5))


def _several(values: list[float]) -> Score:
    inside = sorted({v for v in values if LOWEST <= v <= HIGHEST and v * 2 == int(v * 2)})
    if len(inside) < 2:
        return _one(inside[0]) if inside else Score(out_of_range=True)
    if len(inside) == 2 and inside[1] - inside[0] == 1:
        inside.insert(1, inside[0] + 0.5)
    return Score(choices=tuple(inside[:5]))
