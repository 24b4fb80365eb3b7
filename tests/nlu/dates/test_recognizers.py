"""Numbers, yes and no, dates and lengths of time in cases that nobody here wrote: Microsoft's Recognizers-Text, Dutch.

The cases are no part of this repository (MIT, https://github.com/microsoft/Recognizers-Text, `Specs`). They are looked
for next to it, or where `RECOGNIZERS_NL` says; without them these tests are skipped. Of their cases only those are
picked that ask what we claim to do: each function below says which, and why.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.numbers import HIGHEST, LOWEST, Score, parse_score
from bot.conversation.short_answers import yes_or_no
from bot.nlu.dates import find_date, find_duration
from bot.settings import PROJECT_ROOT

SPECS = Path(os.environ.get("RECOGNIZERS_NL") or PROJECT_ROOT.parent / "shared" / "data" / "recognizers_nl") / "Specs"
pytestmark = pytest.mark.skipif(
    not SPECS.exists(), reason="the cases of Recognizers-Text are not here: name their folder in RECOGNIZERS_NL"
)

# Written in a way in which nobody gives a score: powers, thousands, dozens, ",08", thirds and fifths.
_NO_SCORE = re.compile(
    r"\^|\d[ek]|[kMGTb]\b|\d[. ]\d{3}|(?:de|ste|sten|derde)\b|\d\s*/\s*\d|\bvan\b|\bop\b|\buit\b|^,|dozijn|gros"
)
# Moments we do not claim: past ones, today, those counted from a moment that is itself to come, years and clock times
# in words, months before days, "every", from one day to another.
_NO_MOMENT = re.compile(
    r"geleden|gisteren|vorige|voorgaande|afgelopen|laatste? (?:zon|dag)|vandaag|vanaf|gerekend|na morgen|sinds|duizend|"
    r"negentien|zondagen|maandagen|\b\d+ keer|elke|\b4/22|hetzelfde|dezelfde|dat weekend|voor de|tot\b|tussen|jaren|"
    r"daarna|in de toekomst|de week die|na (?:de|het) volgende",
    re.IGNORECASE,
)


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SPECS / f"{name}.json").read_text(encoding="utf-8-sig"))
    return found


def as_score(value: float) -> Score:
    """Return what we say of a number: itself, the halves around it, or that it is off the scale."""
    if not LOWEST <= value <= HIGHEST:
        return Score(out_of_range=True)
    lower = int(value * 2) / 2
    return Score(value=value) if value == lower else Score(choices=(lower, lower + 0.5))


def scores() -> Iterator[tuple[str, object, object]]:
    """Numbers that are all of the text, or its answer: elsewhere a number need not be a score."""
    for case in cases("Number/Dutch/NumberModel"):
        results = case["Results"]
        text = case["Input"].strip()
        alone = (
            len(results) == 1 and text.lower().removeprefix("het antwoord is ") == results[0]["Text"].strip().lower()
        )
        value = float(results[0]["Resolution"]["value"].replace(",", ".")) if alone else 0.0
        if alone and abs(value) < 1000 and not _NO_SCORE.search(text):
            yield text, as_score(value), parse_score(text)


def percentages() -> Iterator[tuple[str, object, object]]:
    """Percentages that are all of the text, in digits: "70%" is a 7."""
    for case in cases("Number/Dutch/PercentModel"):
        text = case["Input"].strip()
        if re.fullmatch(r"\d+ ?(?:%|procent)", text):
            value = float(case["Results"][0]["Resolution"]["value"].rstrip("%"))
            yield text, as_score(value / 10), parse_score(text)


def yes_and_no() -> Iterator[tuple[str, object, object]]:
    """All of them."""
    for case in cases("Choice/Dutch/BooleanModel"):
        results = case["Results"]
        yield case["Input"], results[0]["Resolution"]["value"] if results else None, yes_or_no(case["Input"])


def _reference(case: dict[str, Any]) -> date:
    return date.fromisoformat(case["Context"]["ReferenceDateTime"][:10])


def dates() -> Iterator[tuple[str, object, object]]:
    """Texts with one date, later than the day it is said."""
    for case in cases("DateTime/Dutch/DateParser"):
        text, results = case["Input"], case["Results"]
        if len(results) != 1 or _NO_MOMENT.search(text):
            continue
        expected = results[0]["Value"]["FutureResolution"].get("date", "0001-01-01")
        if date.fromisoformat(expected) > _reference(case):
            found = find_date(text, _reference(case))
            yield text, expected, found and found.date.isoformat()


def periods() -> Iterator[tuple[str, object, object]]:
    """Texts with one stretch of days to come, of two months at most: the day we choose lies in it."""
    for case in cases("DateTime/Dutch/DatePeriodParser"):
        if "Context" not in case:
            continue
        text, results, today = case["Input"], case["Results"], _reference(case)
        value = (results[0].get("Value") or {}).get("FutureResolution", {}) if len(results) == 1 else {}
        if not {"startDate", "endDate"} <= value.keys() or _NO_MOMENT.search(text):
            continue
        start, end = date.fromisoformat(value["startDate"]), date.fromisoformat(value["endDate"])
        if today < start and (end - start).days <= 62:
            found = find_date(text, today)
            yield text, True, found is not None and start <= found.date <= end


def durations() -> Iterator[tuple[str, object, object]]:
    """Lengths of time in days, weeks, months and years; how many "een paar" is, is anybody's guess."""
    for case in cases("DateTime/Dutch/DurationParser"):
        results = case["Results"]
        timex = re.fullmatch(r"P(\d+)([DWMY])", results[0]["Value"]["Timex"]) if len(results) == 1 else None
        if timex is None or re.search("paar|decennia", case["Input"]):
            continue
        n, months, days = int(timex[1]), {"M": 1, "Y": 12}.get(timex[2], 0), {"D": 1, "W": 7}.get(timex[2], 0)
        found = find_duration(case["Input"])
        yield case["Input"], (n * months, n * days), found and (found.months, found.days)


@pytest.mark.parametrize(
    ("picked", "fewest", "floor"),
    [
        (scores, 35, 0.97),
        (percentages, 4, 1.0),
        (yes_and_no, 17, 0.8),
        (dates, 90, 0.94),
        (periods, 30, 0.88),
        (durations, 25, 0.97),
    ],
)
def test_cases_of_others(picked: Callable[[], Iterator[tuple[str, object, object]]], fewest: int, floor: float) -> None:
    asked = list(picked())
    wrong = [f"{text!r}: expected {expected}, found {found}" for text, expected, found in asked if expected != found]
    assert len(asked) >= fewest
    assert 1 - len(wrong) / len(asked) >= floor, "\n".join(wrong)
