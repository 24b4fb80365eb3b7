"""Whatever colour an organisation has, what is written on it or in it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.colours import BLACK, INK, QUIET, READABLE, WHITE, Colour, contrast, parse, text_in, text_on

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(BLACK, WHITE, 21.0), (WHITE, WHITE, 1.0), ((118, 118, 118), WHITE, 4.54), ((255, 0, 0), WHITE, 4.0)],
)
def test_contrast_is_that_of_wcag(one: Colour, other: Colour, expected: float) -> None:
    """The values are those of WebAIM's contrast checker."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.005)


def test_a_colour_is_read_as_it_is_written() -> None:
    assert parse("#0f766E") == (15, 118, 110)


@given(COLOURS)
def test_text_on_and_in_any_colour_can_be_read(colour: Colour) -> None:
    assert contrast(text_on(colour), colour) >= READABLE
    assert contrast(text_in(colour), WHITE) >= READABLE


def test_our_own_colours_can_be_read() -> None:
    assert min(contrast(colour, WHITE) for colour in (INK, QUIET)) >= READABLE
    assert text_in(parse("#0f766e")) == parse("#0f766e")
    assert text_in(parse("#ffd400")) == INK
