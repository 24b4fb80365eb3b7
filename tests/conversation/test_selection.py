"""A choice out of numbered lines, as people type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.selection import Choices, mentions, read

NAMES = {"plan": frozenset({7}), "cijfers": frozenset({2, 4}), "meedoen": frozenset({1, 2, 3})}
CHOICES = Choices(7, frozenset({2, 5}), frozenset({1, 7}), NAMES)
ALL = {1, 2, 3, 4, 5, 6, 7}


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("1, 3 en 5", {1, 3, 5}),
        ("1 3 5", {1, 3, 5}),
        ("1 t/m 4", {1, 2, 3, 4}),
        ("1-3 en 7", {1, 2, 3, 7}),
        ("van 2 tot en met 4", {2, 3, 4}),
        ("een en drie", {1, 3}),
        ("de eerste en de derde", {1, 3}),
        ("de eerste drie", {1, 2, 3}),
        ("nummer 4 graag", {4}),
        ("alles", ALL),
        ("doe maar alles", ALL),
        ("alles behalve 2", ALL - {2}),
        ("alles zonder de cijfers", ALL - {2, 4}),
        ("alles maar niet 1 en 2", ALL - {1, 2}),
        ("het voorstel", {1, 7}),
        ("het voorstel en 4", {1, 4, 7}),
        ("het voorstel zonder 1", {7}),
        ("alleen mijn plan", {7}),
        ("het plan en meedoen", {1, 2, 3, 7}),
        ("ook 3", {2, 3, 5}),
        ("4 erbij", {2, 4, 5}),
        ("2 eraf", {5}),
        ("5 niet", {2}),
        ("zonder 5", {2}),
        ("niets", set()),
        ("geen", set()),
        ("helemaal niks", set()),
    ],
)
def test_what_is_chosen(said: str, numbers: set[int]) -> None:
    assert set(read(said, CHOICES) or ()) == numbers
    assert read(said, CHOICES) is not None
    assert mentions(said, NAMES)


@pytest.mark.parametrize(
    "said",
    ["", "ik heb 3 kinderen", "nummer 9", "0", "8-9", "4-2", "niet alles", "weet nie", "nee", "ja", "1, 2 en 40", "hm",
     "99999999999 t/m 3", "behalve", "2 mensen helpen mij", "alles is goed gegaan"],
)  # fmt: skip
def test_what_is_none(said: str) -> None:
    assert read(said, CHOICES) is None


@given(st.text(max_size=80))
def test_whatever_is_typed_only_lines_that_are_there_come_out(said: str) -> None:
    assert (read(said, CHOICES) or frozenset()) <= ALL


@given(st.sets(st.integers(1, 7), min_size=1))
def test_any_set_of_numbers_is_read_as_it_stands(numbers: set[int]) -> None:
    assert set(read(" en ".join(map(str, sorted(numbers))), CHOICES) or ()) == numbers
