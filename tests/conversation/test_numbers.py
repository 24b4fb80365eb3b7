"""Scores as people write them: each half from 0 to 10 is found, whatever else is said, and nothing outside that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.numbers import HIGHEST, LOWEST, Score, format_score, parse_score

WORDS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
HALVES = [n / 2 for n in range(21)]


def spellings(value: float) -> list[str]:
    """Return ways to write a score; a whole one and a half one differ."""
    whole = int(value)
    if value == whole:
        digits, word = str(whole), WORDS[whole]
        return [
            digits, f"{whole}.0", f"{whole},0", f"een {digits}", f"{digits}+", f"{digits}-", f"een dikke {digits}",
            f"{digits}/10", f"{digits} van de 10", f"ik geef het een {digits}", word, word.upper(), f"{word}!",
            f"een {word}" if whole != 1 else "een één", f"een magere {digits} min", f"{digits}je",
        ]  # fmt: skip
    return [
        f"{whole},5", f"{whole}.5", f"{whole}½", f"{whole} ½", f"{whole} 1/2", f"{WORDS[whole]} en een half",
        f"een {whole} en een half", f"{WORDS[whole]}enhalf", f"{WORDS[whole]} komma vijf", f"{whole},5/10",
    ]  # fmt: skip


@pytest.mark.parametrize("value", HALVES)
def test_every_half_is_read_in_many_spellings(value: float) -> None:
    for text in spellings(value):
        assert parse_score(text) == Score(value=value), text


@pytest.mark.parametrize("value", HALVES)
def test_what_is_written_can_be_read_back(value: float) -> None:
    assert parse_score(format_score(value)) == Score(value=value)


def test_zero_is_a_score_like_any_other() -> None:
    assert parse_score("0") == parse_score("nul") == parse_score("een nul") == Score(value=0.0)
    assert format_score(0.0) == "0"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("een zesje", 6), ("een dikke acht", 8), ("8tje", 8), ("een tien met een griffel", 10), ("op een 10", 10),
        ("op 10", 10), ("ergens op de 7", 7), ("70%", 7), ("75 procent", 7.5), ("anderhalf", 1.5), ("½", 0.5),
        ("een half", 0.5), ("zeseneenhalf", 6.5), ("'n 8", 8), ("’n 8", 8), ("één", 1), ("eentje", 1),
        ("doe maar een", 1),
        ("1 op 10", 1), ("10/10", 10), ("zeven van de tien", 7), ("5 en half", 5.5), ("een 7, graag", 7),
    ],
)  # fmt: skip
def test_people_write_scores_like_this(text: str, value: float) -> None:
    assert parse_score(text) == Score(value=value)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("tussen de 6 en 7", (6, 6.5, 7)), ("6-7", (6, 6.5, 7)), ("6 à 7", (6, 6.5, 7)), ("een 6 of een 8", (6, 8)),
        ("7,3", (7, 7.5)), ("5.25", (5, 5.5)), ("zes of zeven of acht", (6, 7, 8)), ("een 7 of 12 of 8", (7, 7.5, 8)),
    ],
)  # fmt: skip
def test_what_could_be_several_scores_is_left_to_choose(text: str, choices: tuple[float, ...]) -> None:
    assert parse_score(text) == Score(choices=choices)


@pytest.mark.parametrize(
    "text", ["11", "-3", "min 3", "2026", "10½", "tien en een half", "elf", "honderd", "120%", "12 of 13"]
)
def test_what_is_off_the_scale_is_said_to_be(text: str) -> None:
    assert parse_score(text) == Score(out_of_range=True)


def test_one_score_on_the_scale_is_enough() -> None:
    assert parse_score("een 7 van de 12") == Score(value=7)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "weet niet",
        "een beetje",
        "geen idee",
        "het gaat wel",
        "12345",
        "zevende",
        "7e",
        "achterlijk",
        "tİen",
        "zeſ",
    ],
)
def test_what_holds_no_score_is_none(text: str) -> None:
    assert parse_score(text) is None


@given(st.text() | st.text("0123456789,.½/-+% eënhalfzstijop'’"))
def test_any_text_gives_a_score_on_the_scale_or_none(text: str) -> None:
    found = parse_score(text)
    if found is None:
        return
    values = [found.value] if found.value is not None else list(found.choices)
    assert all(LOWEST <= value <= HIGHEST and value * 2 == int(value * 2) for value in values)
    assert found.out_of_range == (not values)
    assert len(found.choices) != 1
