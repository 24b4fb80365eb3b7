"""Dates to come, as people name them in Dutch for a moment to look back: "over twee weken", "half januari", "1 mrt".

Words are first put in one spelling (`words`); calendar arithmetic is dateparser's; the phrases it does not know
are read here. A date that had to be chosen ("half januari" is the 15th) is marked as guessed, to be read back.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from dateutil.easter import easter

from bot.nlu.dates.durations import DURATION, IN_DAYS, MOST_DAYS, in_calendar, length, of_groups
from bot.nlu.dates.words import MONTHS, WEEKDAYS, line, may_name_a_time

_MOST_MATCHES = 5  # of one kind in a text: nobody names more
_Day = tuple[date | None, bool]  # and whether it is guessed
_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})(?: \.)?(?:(?: [-/])? (?P<year>\d{{4}})\b)?"
_THIS_OR_NEXT = r"(?:de |deze |het )?(?P<next>(?:volgend|komend) )?"
_SEASONS = {"voorjaar": 3, "zomer": 6, "najaar": 9, "winter": 12}  # the month each begins in
_HOLIDAYS = {
    "koningsdag": (4, 27), "sinterklaas": (12, 5), "kerst": (12, 25), "oud en nieuw": (12, 31), "nieuwjaar": (1, 1),
}  # fmt: skip
_AFTER_EASTER = {"pasen": 0, "hemelvaart": 39, "hemelvaartsdag": 39, "pinksteren": 49}  # days


@dataclass(frozen=True)
class Found:
    """A date, the words it was read from, and whether the words leave room, so that it has to be confirmed."""

    date: date
    words: str
    guessed: bool


def find_date(text: str, today: date) -> Found | None:
    """Return the date after `today` that `text` names, or None when there is none or it can't be told ("later")."""
    if not may_name_a_time(text):
        return None
    said = line(text)
    if _AFTER_SOMETHING.search(said.text):
        return None
    left = said.text
    for pattern, read in _READERS:
        found: dict[date, Found] = {}
        for match in islice(pattern.finditer(left), _MOST_MATCHES):
            left = left[: match.start()] + "|" * len(match.group()) + left[match.end() :]  # read once, in one way
            day, guessed = read(match, today)
            if day and today < day <= today + timedelta(days=MOST_DAYS):
                found.setdefault(day, Found(day, said.said(*match.span()), guessed))
        if found:
            first = next(iter(found.values()))
            return first if len(found) == 1 else replace(first, guessed=True)  # "maandag of dinsdag"
    return None


def _from_now(match: re.Match[str], today: date) -> _Day:
    time = of_groups(match.groupdict())
    return time.after(today), time.guessed


def _from_a_day(match: re.Match[str], today: date) -> _Day:
    """Read "maandag over een week"."""
    time = of_groups(match.groupdict())
    day = _next(match["weekday"], today) if match["weekday"] else _named_day(match, today)[0]
    return day and time.after(day), time.guessed


def _named_day(match: re.Match[str], today: date) -> _Day:
    return in_calendar(match["day"].replace("volgend dag", "morgen"), today), False


def _weekday(match: re.Match[str], today: date) -> _Day:
    """Read a weekday; "volgende vrijdag" is the one of next week, and guessed where that is not the first to come."""
    first, of_next_week = _next(match["weekday"], today), _next_week(match["weekday"], today)
    return (of_next_week, first != of_next_week) if match.groupdict().get("next") else (first, False)


def _weekday_of_next_week(match: re.Match[str], today: date) -> _Day:
    return _next_week(match["weekday"], today), False


def _next(weekday: str, today: date) -> date:
    return today + timedelta(days=(WEEKDAYS.index(weekday) - today.weekday() - 1) % 7 + 1)


def _next_week(weekday: str, today: date) -> date:
    return today + timedelta(days=7 - today.weekday() + WEEKDAYS.index(weekday))


def _day_and_month(match: re.Match[str], today: date) -> _Day:
    """Read "1 maart", "3-12" and "3-12-26"."""
    said = match.groupdict()
    month, year = said.get("month"), said["year"] or ""
    if month is None:
        if not 1 <= int(said["m"]) <= 12:
            return None, False
        month = MONTHS[int(said["m"]) - 1]
    full_year = f"{today.year // 100}{year}" if len(year) == 2 else year
    day = int(said["d"])
    found = in_calendar(f"{day} {month} {full_year}".strip(), today)
    if found is None or (found.day, MONTHS[found.month - 1]) != (day, month):  # "32 januari" is no January of 2032
        return None, False
    return found, not year and (found - today).days > 366  # 29 February can be far off


def _day_of_month(match: re.Match[str], today: date) -> _Day:
    """Read "de 18e", "de 15e van volgende maand"."""
    day, said = int(match["d"]), match.groupdict()
    months = _months(said, today) if said.get("of_month") else [_following(today, n) for n in range(3)]
    return _first_after(today, [_on(month, day) for month in months if 1 <= day <= _days(month)]), False


def _nth_weekday(match: re.Match[str], today: date) -> _Day:
    """Read "de eerste maandag van mei"; of "de laatste week van juni" its last Monday."""
    said = match.groupdict()
    weekday, nth = WEEKDAYS.index(said.get("weekday") or "maandag"), said["nth"]
    found = []
    for month in _months(said, today):
        days = [day for day in range(1, _days(month) + 1) if _on(month, day).weekday() == weekday]
        found += [_on(month, day) for day in (days[-1:] if nth == "laatst" else days[int(nth[0]) - 1 : int(nth[0])])]
    return _first_after(today, found), not said.get("weekday")


def _part_of_month(match: re.Match[str], today: date) -> _Day:
    """Read "begin april", "half mei", "eind volgende maand", "in januari"."""
    said = match.groupdict()
    part = said.get("part_of")
    found = []
    for month in _months(said, today):
        at_its_end = part == "eind" or (not part and (month.year, month.month) == (today.year, today.month))
        found.append(_on(month, _days(month) if at_its_end else 15 if part == "half" else 1))
    return _first_after(today, found), True


def _month_of_next_year(match: re.Match[str], today: date) -> _Day:
    return date(today.year + 1, MONTHS.index(match["month"]) + 1, 1), True


def _part_of_week(match: re.Match[str], today: date) -> _Day:
    day = {"begin": "maandag", "half": "woensdag", "eind": "vrijdag"}[match["part_of"]]
    return (_next_week(day, today) if match["next"] else _next(day, today)), True


def _part_of_year(match: re.Match[str], today: date) -> _Day:
    month, day = {"begin": (1, 1), "half": (7, 1), "eind": (12, 31)}[match["part_of"]]
    years = (today.year + 1,) if match["next"] else (today.year, today.year + 1)
    return _first_after(today, [date(year, month, day) for year in years]), True


def _next_period(match: re.Match[str], today: date) -> _Day:
    """Read "volgende week" as the same day of it; of a new quarter or year the first Monday is meant."""
    unit = match["unit"]
    if unit in IN_DAYS or unit == "maand":
        return length(1, unit).after(today), True
    first = date(today.year + 1, 1, 1) if unit == "jaar" else _following(today, 3 - (today.month - 1) % 3)
    return _next("maandag", first - timedelta(days=1)), True


def _weekend(match: re.Match[str], today: date) -> _Day:
    if match["after"]:
        return _next("maandag", today), True
    return (_next_week if match["next"] else _next)("zaterdag", today), True


def _season(match: re.Match[str], today: date) -> _Day:
    """Read "in het voorjaar" as its first day, "voor de zomer" as a week before, "na de zomer" as the day after it."""
    begins = [date(year, _SEASONS[match["season"]], 1) for year in range(today.year - 1, today.year + 2)]
    if match["after"] or match["over"]:
        return _first_after(today, [_following(day, 3) for day in begins]), True
    return _first_after(today, [day - timedelta(days=7 if match["before"] else 0) for day in begins]), True


def _holiday(match: re.Match[str], today: date) -> _Day:
    """Read "met Pasen", "voor kerst" as a week before it, "na Pinksteren" as two days after it began."""
    name, shift = match["holiday"], -7 if match["before"] else 2 if match["after"] else 0
    days = [
        easter(year) + timedelta(days=_AFTER_EASTER[name]) if name in _AFTER_EASTER else date(year, *_HOLIDAYS[name])
        for year in range(today.year - 1, today.year + 2)
    ]
    return _first_after(today, [day + timedelta(days=shift) for day in days]), True


def _months(said: dict[str, str | None], today: date) -> list[date]:
    """Return the first days of the months that may be meant, the nearest first."""
    if name := said.get("month"):
        years = [int(year)] if (year := said.get("year")) else [today.year, today.year + 1]
        return [date(year, MONTHS.index(name) + 1, 1) for year in years if year >= today.year]
    return [_following(today, 1)] if said.get("next") else [_following(today, 0), _following(today, 1)]


def _following(day: date, months: int) -> date:
    """Return the first day of the month that many months after that of `day`."""
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _on(month: date, day: int) -> date:
    return month.replace(day=day)


def _days(month: date) -> int:
    return calendar.monthrange(month.year, month.month)[1]


def _first_after(today: date, days: list[date]) -> date | None:
    return next((day for day in days if day > today), None)


_AFTER_SOMETHING = re.compile(rf"(?<!\S){DURATION} (?:daarna|erna|nadien|ervoor|daarvoor|geleden)\b")
_COMING = r"(?<!van )(?<!vorig )(?<!laatst )(?<!sinds )"
_OF_IT = rf"{_THIS_OR_NEXT}maand"
_AROUND = r"(?:(?P<after>na)|(?P<before>voor|tegen)|in|met|rond|op|tijdens|komend|volgend|deze|het|de)"
_NOT_A_DAY = r"(?! (?:keer|stap|vraag|dag|week|maand|jaar|plek|plaats|rit|dienst|gesprek|helft))"
# In this order: what says more goes first, and is not read again as something that says less.
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Day]], ...] = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), read)
    for pattern, read in (
        (rf"(?:{_WEEKDAY}|(?P<day>vandaag|morgen|overmorgen)) over {DURATION}", _from_a_day),
        (rf"(?:over|binnen|in) {DURATION}", _from_now),
        (rf"{DURATION} (?:later|verder|vanaf nu|vanaf vandaag)", _from_now),
        (rf"(?:de )?(?P<nth>[1-5][eo]|laatst) (?:{_WEEKDAY}|week) (?:van|in|uit) {_MONTH}", _nth_weekday),
        (rf"(?:de )?(?P<nth>[1-5][eo]|laatst) (?:{_WEEKDAY}|week) (?:van|in|uit) {_OF_IT}", _nth_weekday),
        (
            rf"(?:(?:{'|'.join(WEEKDAYS)}) )?(?:de )?(?P<d>\d{{1,2}})[eo]?(?: \.)?(?: (?:van|in|-|/))? {_MONTH}",
            _day_and_month,
        ),
        (rf"{_MONTH} de (?P<d>\d{{1,2}})[eo]", _day_and_month),
        (rf"(?:de )?(?P<d>\d{{1,2}})[eo] van (?P<of_month>{_OF_IT})", _day_of_month),
        (rf"(?:{'|'.join(WEEKDAYS)}) (?:de )?(?P<d>\d{{1,2}})[eo]", _day_of_month),
        (r"(?P<year>\d{4}) - (?P<m>\d{1,2}) - (?P<d>\d{1,2})(?! -)", _day_and_month),
        (r"(?<![-/.] )(?P<d>\d{1,2}) [-/.] (?P<m>\d{1,2}) [-/.] (?P<year>\d{4}|\d{2})(?! [-/])", _day_and_month),
        (r"(?<![-/.] )(?!24 / 7)(?P<d>\d{1,2}) [-/] (?P<m>\d{1,2})(?P<year>)(?! [-/])", _day_and_month),
        (rf"(?:volgend|komend) week (?:op )?{_WEEKDAY}", _weekday_of_next_week),
        (rf"{_WEEKDAY} (?:volgend|komend) week", _weekday_of_next_week),
        (rf"{_COMING}(?:op )?(?:de )?(?:(?P<next>volgend) |(?:deze |komend )+)?(?:week (?:op )?)?{_WEEKDAY}", _weekday),
        (r"(?P<day>morgen|overmorgen|volgend dag)", _named_day),
        (rf"(?P<part_of>begin|half|eind)(?: van)? {_MONTH}", _part_of_month),
        (rf"(?:volgend|komend) jaar (?:in )?{_MONTH}", _month_of_next_year),
        (rf"{_MONTH} (?:volgend|komend) jaar", _month_of_next_year),
        (rf"(?P<part_of>begin|half|eind)(?: van)? {_OF_IT}", _part_of_month),
        (rf"(?P<part_of>begin|half|eind)(?: van)? {_THIS_OR_NEXT}week", _part_of_week),
        (rf"(?P<part_of>begin|half|eind)(?: van)? {_THIS_OR_NEXT}jaar", _part_of_year),
        (r"(?:(?P<after>na) )?(?:in |deze |komend |(?P<next>volgend )|het |de )*weekend", _weekend),
        (r"(?:de |in )?(?:volgend|komend) (?P<unit>week|maand|kwartaal|jaar)", _next_period),
        (rf"(?:{_AROUND} )+(?P<season>{'|'.join(_SEASONS)})(?P<over> (?:voorbij|over|om))?", _season),
        (rf"(?:{_AROUND} )*(?P<holiday>{'|'.join((*_HOLIDAYS, *_AFTER_EASTER))})", _holiday),
        (rf"(?:op |tot |vanaf )?de (?P<d>\d{{1,2}})e{_NOT_A_DAY}", _day_of_month),
        (rf"(?:op|tot|vanaf) de (?P<d>\d{{1,2}})o?{_NOT_A_DAY}", _day_of_month),
        (rf"(?<!vorig )(?<!sinds )(?:in |rond |vanaf |tegen |komend |volgend |deze )?{_MONTH}", _part_of_month),
        (rf"na {DURATION}", _from_now),
        (rf"^{DURATION}$", _from_now),
    )
)
