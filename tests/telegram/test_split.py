"""Long texts in pieces: none too long as Telegram counts, none of the text lost, each ending where a reader pauses."""

from __future__ import annotations

import pytest

from bot.telegram.split import MOST_CAPTION, MOST_TEXT, length, pieces

SENTENCE = "Ik lach met de maten"
WORD = "🙂" * 5_000


@pytest.mark.parametrize(("text", "units"), [("", 0), ("abc", 3), ("é", 1), ("€", 1), ("🙂", 2), ("👩‍⚕️", 5)])
def test_length_is_counted_as_telegram_counts(text: str, units: int) -> None:
    assert length(text) == units


@pytest.mark.parametrize("end", [".", "?", "!", "…", ".’", "!”", ".)", ":"])
@pytest.mark.parametrize("emoji", ["", "🙂 "], ids=["plain", "with emoji"])
def test_a_piece_ends_with_a_sentence(end: str, emoji: str) -> None:
    text = " ".join([f"{emoji}{SENTENCE}{end}"] * 600)
    found = pieces(text)
    assert " ".join(found) == text
    assert len(found) > 2
    assert all(length(piece) <= MOST_TEXT and piece.endswith(f"maten{end}") for piece in found)


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_rather_between_paragraphs_and_lines_than_sentences(between: str) -> None:
    paragraph = f"{SENTENCE}. {SENTENCE}"  # no full stop at its end
    text = between.join([paragraph] * 300)
    found = pieces(text)
    assert between.join(found) == text
    assert {piece.rpartition(between)[2] for piece in found} == {paragraph}


@pytest.mark.parametrize(
    "text", [WORD, f"kort. {WORD}", f"{WORD} {WORD}", "a" * MOST_TEXT, "a" * (MOST_TEXT + 1), "é\n" * 9_000, "", "kort"]
)
def test_whatever_it_is_it_fits_and_nothing_is_lost(text: str) -> None:
    found = pieces(text)
    assert all(0 < length(piece) <= MOST_TEXT for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_the_first_piece_may_be_shorter_as_it_stands_under_a_picture() -> None:
    first, *rest = pieces(f"{SENTENCE}. " * 400, first=MOST_CAPTION)
    assert MOST_CAPTION / 2 < length(first) <= MOST_CAPTION
    assert max(map(length, rest)) > MOST_CAPTION
