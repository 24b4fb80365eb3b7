"""How long something is shared, and days as they are written in Dutch."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

_DAYS = {"twee_weken": 14}
_MONTHS = {"een_maand": 1, "drie_maanden": 3}
_NAMES = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip


def last_day(today: date, period: str) -> date:
    """Return the last day of a period that begins today; a month ends on the same day of the month, if there is one."""
    if period in _DAYS:
        return today + timedelta(days=_DAYS[period])
    years, month = divmod(today.month - 1 + _MONTHS[period], 12)
    year, month = today.year + years, month + 1
    return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))


def written(day: date) -> str:
    """Write a day: "6 december 2026"."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"
