"""Dates to come and lengths of time, as people name them; never a past one, never one that is not on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.dates import Duration, durations, find_date, find_duration, find_undated, warm_up
from bot.nlu.dates.words import MONTHS, WEEKDAYS, line
from tests.waiting import within

FRIDAY = date(2026, 12, 4)
DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))
PIECES = (
    *WEEKDAYS, *MONTHS, "over", "binnen", "een", "half", "anderhalve", "twee", "weken", "maand", "jaar", "kwartaal",
    "volgende", "komende", "eind", "begin", "de", "van", "na", "voor", "in", "het", "weekend", "zomer", "pasen",
    "kerst", "laatste", "eerste", "18e", "31", "0", "00", "29", "2028", "9999", "12-12",
    "-", "/", ".", "paar", "of", "zes", "week", "op",
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm_up(FRIDAY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("over twee weken", "2026-12-18"), ("over 'n maand", "2027-01-04"), ("over een half jaar", "2027-06-04"),
        ("binnen 14 dagen", "2026-12-18"), ("binnen twee weken", "2026-12-18"), ("over een kwartaal", "2027-03-04"),
        ("over 2 mnd", "2027-02-04"), ("over veertien dagen", "2026-12-18"), ("over anderhalf jaar", "2028-06-04"),
        ("over een jaar en twee maanden", "2028-02-04"), ("drie weken later", "2026-12-25"), ("14 dagen", "2026-12-18"),
        ("na drie weken graag", "2026-12-25"),
        ("maandag", "2026-12-07"), ("volgende maandag", "2026-12-07"), ("komende vrijdag", "2026-12-11"),
        ("volgende vrijdag", "2026-12-11"),
        ("a.s. dinsdag", "2026-12-08"), ("vrijdag", "2026-12-11"), ("zondagavond", "2026-12-06"),
        ("volgende week donderdag", "2026-12-10"), ("donderdag volgende week", "2026-12-10"),
        ("maandag over een week", "2026-12-14"), ("vandaag over een week", "2026-12-11"),
        ("overmorgen over een week", "2026-12-13"), ("morgen", "2026-12-05"), ("morgenvroeg", "2026-12-05"),
        ("overmorgen", "2026-12-06"), ("de volgende dag", "2026-12-05"),
        ("1 maart", "2027-03-01"), ("1 mrt", "2027-03-01"), ("op 15 april", "2027-04-15"),
        ("15 april 2028", "2028-04-15"),
        ("de eerste van maart", "2027-03-01"), ("woensdag 12 november", "2027-11-12"), ("3-12", "2027-12-03"),
        ("5/12/2026", "2026-12-05"), ("24-12-26", "2026-12-24"), ("3.12.2027", "2027-12-03"),
        ("2026-12-24", "2026-12-24"),
        ("31-12", "2026-12-31"), ("1-jan-2028", "2028-01-01"), ("de 18e", "2026-12-18"), ("de 3e", "2027-01-03"),
        ("de 31e", "2026-12-31"), ("op de achttiende", "2026-12-18"), ("vrijdag de 11e", "2026-12-11"),
        ("januari de eerste", "2027-01-01"),
        ("de 15e van volgende maand", "2027-01-15"), ("de eerste maandag van mei", "2027-05-03"),
        ("laatste vrijdag van de maand", "2026-12-25"), ("laatste vrijdag van volgende maand", "2027-01-29"),
        ("over twe weke", "2026-12-18"), ("volgende maandg", "2026-12-07"), ("folgende maandag", "2026-12-07"),
        ("over een moand", "2027-01-04"), ("1 januarie", "2027-01-01"), ("morge", "2026-12-05"),
        ("in two weeks", "2026-12-18"), ("over een halfjaar", "2027-06-04"), ("after one month", "2027-01-04"),
        ("in five days", "2026-12-09"), ("on Sunday", "2026-12-06"),
        ("vraag het VOLGENDE MAANDAG nog eens", "2026-12-07"),
    ],
)  # fmt: skip
def test_a_date_that_is_told_is_certain(text: str, expected: str) -> None:
    found = find_date(text, FRIDAY)
    assert found is not None
    assert (found.date.isoformat(), found.guessed) == (expected, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half januari", "2027-01-15"), ("begin februari", "2027-02-01"), ("eind volgende maand", "2027-01-31"),
        ("eind van de maand", "2026-12-31"), ("in januari", "2027-01-01"), ("in december", "2026-12-31"),
        ("half december", "2026-12-15"), ("begin december", "2027-12-01"), ("eind februari 2028", "2028-02-29"),
        ("volgende week", "2026-12-11"), ("volgende maand", "2027-01-04"), ("volgend kwartaal", "2027-01-04"),
        ("volgend jaar", "2027-01-04"), ("begin volgend jaar", "2027-01-01"), ("eind van het jaar", "2026-12-31"),
        ("maart volgend jaar", "2027-03-01"), ("volgend jaar juni", "2027-06-01"),
        ("begin volgende week", "2026-12-07"), ("eind volgende week", "2026-12-11"), ("eind van de week", "2026-12-11"),
        ("na het weekend", "2026-12-07"), ("dit weekend", "2026-12-05"), ("volgend weekend", "2026-12-12"),
        ("de eerste week van juni", "2027-06-07"), ("in het voorjaar", "2027-03-01"), ("na de zomer", "2027-09-01"),
        ("als de zomer voorbij is", "2027-09-01"), ("voor de zomer", "2027-05-25"), ("voor kerst", "2026-12-18"),
        ("met Pasen", "2027-03-28"), ("na Pinksteren", "2027-05-18"), ("na oud en nieuw", "2027-01-02"),
        ("over een week of zes", "2027-01-15"), ("over een paar weken", "2026-12-25"),
        ("over zo'n drie weken", "2026-12-25"),
        ("over 2 à 3 weken", "2026-12-25"), ("over anderhalve maand", "2027-01-19"),
        ("29 februari", "2028-02-29"), ("maandag of dinsdag", "2026-12-07"), ("next week", "2026-12-11"),
    ],
)  # fmt: skip
def test_a_date_that_had_to_be_chosen_is_guessed(text: str, expected: str) -> None:
    found = find_date(text, FRIDAY)
    assert found is not None
    assert (found.date.isoformat(), found.guessed) == (expected, True)


def test_next_weekday_is_guessed_where_people_mean_either_of_two() -> None:
    monday = date(2026, 12, 7)
    found = find_date("volgende vrijdag", monday)
    assert found is not None
    assert (found.date, found.guessed) == (date(2026, 12, 18), True)


@pytest.mark.parametrize(
    "text",
    [
        "", "binnenkort", "later", "na mijn vakantie", "te zijner tijd", "vandaag", "vanavond", "om 7 uur",
        "over een uur",
        "ik werk 3 dagen", "gisteren", "2 weken geleden", "vorige maandag", "het gesprek van maandag", "1 maart 2020",
        "31 juni", "30 februari", "0 maart", "32-1", "5-13", "24/7", "bel 030-1234567", "06-12345678", "half 3",
        "de eerste stap", "twee weken daarna", "over 999 jaar", "over 0 dagen", "3/12/2026", "maar dat komt later",
        "een week is te kort om iets te zeggen", "elke dag",
    ],
)  # fmt: skip
def test_no_date_is_told(text: str) -> None:
    assert find_date(text, FRIDAY) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vraag het over twe weke nog eens", "over twe weke"), ("zet maar op 1 Mrt. graag", "1 Mrt."),
        ("stuur zondagavond iets", "zondagavond"), ("a.s. dinsdag dan", "a.s. dinsdag"),
        ("  Half  januari!", "Half  januari"),
    ],
)  # fmt: skip
def test_the_words_of_a_date_are_those_that_were_said(text: str, words: str) -> None:
    found = find_date(text, FRIDAY)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    ("today", "text", "expected"),
    [
        ("2027-01-31", "over een maand", "2027-02-28"), ("2028-01-31", "over een maand", "2028-02-29"),
        ("2028-02-29", "over een jaar", "2029-02-28"), ("2027-08-31", "volgende maand", "2027-09-30"),
        ("2026-12-31", "morgen", "2027-01-01"), ("2026-12-31", "eind van de maand", "2027-01-31"),
        ("2026-12-31", "in december", "2027-12-01"), ("2027-01-30", "de 31e", "2027-01-31"),
        ("2027-01-31", "de 31e", "2027-03-31"), ("2027-02-28", "29 februari", "2028-02-29"),
        ("2028-02-28", "29 februari", "2028-02-29"), ("2027-01-15", "half januari", "2028-01-15"),
        ("2026-12-28", "volgende week maandag", "2027-01-04"), ("2026-12-06", "volgende maandag", "2026-12-07"),
        ("2026-12-24", "met kerst", "2026-12-25"), ("2026-12-25", "met kerst", "2027-12-25"),
        ("2027-12-15", "volgend kwartaal", "2028-01-03"), ("2027-02-10", "volgend kwartaal", "2027-04-05"),
        ("2027-12-15", "in de winter", "2028-12-01"), ("2027-01-10", "na de winter", "2027-03-01"),
        ("2026-12-04", "4 december", "2027-12-04"),
    ],
)  # fmt: skip
def test_the_edges_of_months_and_years(today: str, text: str, expected: str) -> None:
    found = find_date(text, date.fromisoformat(today))
    assert found is not None
    assert found.date.isoformat() == expected


@pytest.mark.parametrize(
    ("text", "months", "days", "words"),
    [
        ("2 weken", 0, 14, "2 weken"), ("een maand", 1, 0, "een maand"), ("drie maanden", 3, 0, "drie maanden"),
        ("kwartaal", 3, 0, "kwartaal"), ("voor een half jaar graag", 6, 0, "een half jaar"),
        ("'n week", 0, 7, "'n week"),
        ("de hele maand", 1, 0, "hele maand"), ("een dikke week", 0, 7, "een dikke week"),
        ("14 dagen", 0, 14, "14 dagen"),
        ("twe weekjes", 0, 14, "twe weekjes"),
    ],
)  # fmt: skip
def test_a_length_of_time(text: str, months: int, days: int, words: str) -> None:
    assert find_duration(text) == Duration(months, days, words, guessed=False)


@pytest.mark.parametrize(
    "text", ["een paar weken", "een week of drie", "2 à 3 weken", "ongeveer een maand", "een halve week"]
)
def test_a_rounded_length_of_time_is_guessed(text: str) -> None:
    found = find_duration(text)
    assert found is not None
    assert found.guessed


@pytest.mark.parametrize("text", ["", "een uur", "later", "weekend", "de week begint goed"])
def test_no_length_of_time(text: str) -> None:
    assert find_duration(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("kom er na mijn vakantie op terug", "na mijn vakantie"), ("doe na mn dienst wel verder", "na mn dienst"),
        ("als de cursus klaar is dan", "als de cursus klaar is"),
        ("over een uurtje weer", "over een uurtje"), ("om vier uur weer door", "om vier uur"),
        ("na vieren", "na vieren"), ("ben over tien minuten terug", "over tien minuten"), ("not now, after my rooms",
        "after my rooms"), ("zet het stil tot halfvier graag", "tot halfvier"),
        ("de rest later deze week", "later deze week"),
        ("op een ander moment verder", "op een ander moment"), ("bij de volgende pauze", "bij de volgende pauze"),
        ("check op de elfde dag", "op de elfde dag"),
        ("twee weken daarna", "twee weken daarna"), ("doe een andere keer", "een andere keer"),
        ("om een uur of wat", "om een uur"),
    ],
)  # fmt: skip
def test_a_moment_without_a_date_is_kept_in_words(text: str, words: str) -> None:
    assert find_undated(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "later",
        "straks",
        "vanavond",
        "mijn dienst begint over tien minuten",
        "vanmiddag verder",
        "om na te denken",
        "om een praatje te maken",
        "voor vandaag genoeg",
    ],
)
def test_no_moment(text: str) -> None:
    assert find_undated(text) is None


@given(DAYS, st.integers(1, 60), st.sampled_from(("dagen", "weken", "maanden")), st.sampled_from(("over", "binnen")))
def test_so_many_days_on_is_so_many_days_on(today: date, n: int, unit: str, word: str) -> None:
    found = find_date(f"{word} {n} {unit}", today)
    assert found is not None
    assert not found.guessed
    if unit == "maanden":
        assert (found.date.year * 12 + found.date.month) - (today.year * 12 + today.month) == n
        assert found.date.day <= today.day
    else:
        assert found.date == today + timedelta(days=n * (7 if unit == "weken" else 1))


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_first_to_come(today: date, weekday: str) -> None:
    found = find_date(f"komende {weekday}", today)
    assert found is not None
    assert WEEKDAYS[found.date.weekday()] == weekday
    assert 1 <= (found.date - today).days <= 7


@given(DAYS, DAYS)
def test_a_day_of_the_year_is_read_back_as_itself(today: date, day: date) -> None:
    found = find_date(f"{day.day} {MONTHS[day.month - 1]}", today)
    in_digits = find_date(f"{day.day}-{day.month}", today)
    assert found is not None
    assert in_digits is not None
    assert (found.date.day, found.date.month) == (day.day, day.month)
    assert found.date == in_digits.date
    assert found.date > today


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join) | st.text(), DAYS)
def test_any_text_gives_a_date_to_come_or_none(text: str, today: date) -> None:
    found = find_date(text, today)
    assert found is None or today < found.date <= today + timedelta(days=durations.MOST_DAYS)
    assert found is None or found.words in text
    length = find_duration(text)
    assert length is None or length.words in text
    find_undated(text)


@given(st.text())
def test_a_line_knows_where_its_words_stood(text: str) -> None:
    said = line(text)
    assert all(said.text[start:end] and said.original[at:to] for start, end, at, to in said.spans)


def test_a_text_that_names_no_time_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durations, "_parser", None)  # the library would raise if it were asked
    assert find_date("ik wil graag een herinnering als het kan, want ik vergeet het toch", FRIDAY) is None
    assert find_date("ik werk om 7 uur en heb 2 kinderen", FRIDAY) is None


@pytest.mark.parametrize("text", ["1 maart " * 1000, "volgende maandg " * 700, "1-" * 4000, "over 2 weken " * 700])
def test_long_texts_are_read_in_time(text: str) -> None:
    for attempt in within(0.2):  # about 10 ms; the margin is for a busy machine
        with attempt:
            find_date(text, FRIDAY)
