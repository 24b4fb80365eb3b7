"""How long something is shared."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.periods import last_day, written


@pytest.mark.parametrize(
    ("today", "period", "ends"),
    [
        (date(2026, 11, 22), "twee_weken", date(2026, 12, 6)),
        (date(2026, 11, 22), "een_maand", date(2026, 12, 22)),
        (date(2026, 11, 22), "drie_maanden", date(2027, 2, 22)),
        (date(2027, 1, 31), "een_maand", date(2027, 2, 28)),
        (date(2026, 11, 30), "drie_maanden", date(2027, 2, 28)),
        (date(2026, 12, 31), "een_maand", date(2027, 1, 31)),
    ],
)
def test_the_last_day_of_a_period(today: date, period: str, ends: date) -> None:
    assert last_day(today, period) == ends


def test_a_day_is_written_in_dutch() -> None:
    assert written(date(2027, 3, 1)) == "1 maart 2027"
