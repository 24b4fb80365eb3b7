"""Lengths of time as people name them in Dutch: "2 weken", "een maandje", "anderhalf jaar", "een week of zes"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from dateparser.date import DateDataParser

from bot.nlu.dates.words import MONTHS, line, may_name_a_time

MOST_DAYS = 3_653  # ten years: further on nobody looks back
UNIT = r"(?:dag|week|maand|kwartaal|jaar)"
_N = r"\d{1,3}"
_WHOLE = r"(?:(?:hele|volle|gehele|goede|dikke|kleine) )?"
DURATION = (
    r"(?P<about>(?:ongeveer|circa|plusminus|rond|zeg|zo 1) )?(?:de |deze )?(?:komend )?"
    rf"(?:(?P<least>{_N} (?:a|à|of|tot|-) )?(?P<n>{_N}) {_WHOLE}(?P<unit>{UNIT})\b(?: of (?P<or_n>{_N})\b)?"
    rf"(?: (?:en )?(?P<more>{_N}) (?P<unit_of_more>{UNIT})\b)?"
    rf"|(?:1 )?(?P<part>half|anderhalf) (?P<unit_of_part>{UNIT})\b"
    rf"|(?:1 )?(?:paar|aantal) (?P<unit_of_some>{UNIT})\b)"
)
_PARTS = {  # in months and days
    ("half", "jaar"): (6, 0), ("half", "kwartaal"): (1, 15), ("half", "maand"): (0, 15), ("half", "week"): (0, 4),
    ("anderhalf", "jaar"): (18, 0), ("anderhalf", "kwartaal"): (4, 15), ("anderhalf", "maand"): (1, 15),
    ("anderhalf", "week"): (0, 10),
}  # fmt: skip
_SOME = 3  # "een paar weken"
IN_DAYS = {"dag": 1, "week": 7}
_IN_MONTHS = {"maand": 1, "kwartaal": 3, "jaar": 12}
_IN_TEXT = re.compile(rf"(?<!\S){DURATION}")
_BARE_UNIT = re.compile(  # all of the text, or "de hele week"
    rf"(?:(?P<whole>(?:hele|volle|gehele) )|^(?:voor |het )*)(?P<unit>{UNIT})(?!\S)(?(whole)|$)"
)


@dataclass(frozen=True)
class Duration:
    """A length of time in months and days, the words it was read from, and whether it is rounded."""

    months: int
    days: int
    words: str
    guessed: bool

    def after(self, today: date) -> date | None:
        """Return the date this long after `today`, or None when that is more than ten years."""
        if self.months * 30 + self.days > MOST_DAYS:
            return None
        months_on = in_calendar(f"over {self.months} maanden", today) if self.months else today
        return months_on and months_on + timedelta(days=self.days)


def find_duration(text: str) -> Duration | None:
    """Return the length of time `text` names ("drie maanden", "kwartaal"), or None."""
    if not may_name_a_time(text):
        return None
    said = line(text)
    if match := _IN_TEXT.search(said.text):
        return replace(of_groups(match.groupdict()), words=said.said(*match.span()))
    bare = _BARE_UNIT.search(said.text)
    return replace(length(1, bare["unit"]), words=said.said(*bare.span())) if bare else None


def length(n: int, unit: str, guessed: bool = False) -> Duration:
    """Return the length of `n` units: dag, week, maand, kwartaal, jaar."""
    return Duration(n * _IN_MONTHS.get(unit, 0), n * IN_DAYS.get(unit, 0), "", guessed)


def of_groups(said: dict[str, str | None]) -> Duration:
    """Return the length of time in the groups of a match of `DURATION`, without its words."""
    if unit := said["unit_of_part"]:
        months, days = _PARTS.get((str(said["part"]), unit), (0, 1))
        return Duration(months, days, "", days > 0)
    if unit := said["unit_of_some"]:
        return length(_SOME, unit, guessed=True)
    guessed = bool(said["about"] or said["or_n"] or said["least"])
    first = length(int(said["or_n"] or said["n"] or 0), str(said["unit"]), guessed)
    more = length(int(said["more"] or 0), str(said["unit_of_more"]))
    return Duration(first.months + more.months, first.days + more.days, "", guessed)


def in_calendar(words: str, today: date) -> date | None:
    """Return the date that dateparser reads in plain words ("1 maart", "over 3 maanden"), counted from `today`."""
    found = _parser(today).get_date_data(words).date_obj
    return found.date() if found else None


@lru_cache(maxsize=2)
def _parser(today: date) -> DateDataParser:
    settings = {
        "PREFER_DATES_FROM": "future",
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),  # noqa: DTZ001  # a day has no time zone
        "DATE_ORDER": "DMY",
        "TIMEZONE": "UTC",
    }
    return DateDataParser(languages=["nl"], settings=settings)


def warm_up(today: date) -> None:
    """Load what dateparser would else load at the first date of each kind: about 0.1 s."""
    for words in ("over 1 maanden", "morgen", *(f"1 {month}" for month in MONTHS)):
        in_calendar(words, today)
