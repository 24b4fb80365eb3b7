"""Keyboards under a message. A button carries `session:what`, of which only the server knows what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, WebAppInfo

from bot.conversation.numbers import format_score, parse_score

NARROW, PAIR = 2, 17  # characters of a title: two and a half fit beside six others, seventeen beside one
NUMBERS_IN_A_ROW, HALVES_IN_A_ROW = 6, 5
WHOLES, HALVES = "heel", "half"  # the two faces of the keypad
MOST_DATA = 64  # bytes, by the Bot API

Buttons = Sequence[tuple[str, str]]  # title and id
Row = list[InlineKeyboardButton]
T = TypeVar("T")


def keyboard(session: str, buttons: Buttons, more: str = "") -> InlineKeyboardMarkup | None:
    """Lay out the buttons of an answer: numbers as a keypad, other titles in pairs where all of them are short.

    `more` is the title of the button that brings the halves to a keypad.
    """
    rows = list(_rows(session, buttons))
    if more and is_keypad(buttons):
        at = next(n for n, row in enumerate(rows) if len(row[0].text) > NARROW)
        rows.insert(at, [_button(session, more, HALVES)])
    return InlineKeyboardMarkup(rows) if rows else None


def halves(session: str, turn: int, back: str) -> InlineKeyboardMarkup:
    """Lay out 0,5 to 9,5, and the way back to the whole numbers; `turn` is the question they answer."""
    scores = [format_score(n + 0.5) for n in range(10)]
    rows = [[_button(session, s, f"{turn}.{HALVES}.{s}") for s in part] for part in _cut(scores, HALVES_IN_A_ROW)]
    return InlineKeyboardMarkup([*rows, [_button(session, back, WHOLES)]])


def half_chosen(data: str, turn: int) -> str | None:
    """Return the score that a button of `halves` stands for; None for any other, and for one of an earlier question."""
    before = f"{turn}.{HALVES}."
    score = data.removeprefix(before)
    return score if data.startswith(before) and parse_score(score) else None


def page(title: str, url: str) -> InlineKeyboardMarkup:
    """Return the button that opens the page inside Telegram."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(title, web_app=WebAppInfo(url))]])


def is_keypad(buttons: Buttons) -> bool:
    """Tell whether these are the buttons of a score: from 0 to 10, and something besides."""
    titles = [title for title, _ in buttons]
    return titles[:11] == [str(n) for n in range(11)] and len(titles) > 11


def _rows(session: str, buttons: Buttons) -> Iterable[Row]:
    for narrow, group in groupby(buttons, lambda button: len(button[0]) <= NARROW):
        row = [_button(session, title, id) for title, id in group]
        short = all(len(button.text) <= PAIR for button in row)
        yield from _cut(row, NUMBERS_IN_A_ROW if narrow else 2 if short else 1)


def _button(session: str, title: str, id: str) -> InlineKeyboardButton:
    data = f"{session}:{id}"
    if len(data.encode()) > MOST_DATA:
        raise ValueError("a button carries 64 bytes at most")
    return InlineKeyboardButton(title, callback_data=data)


def _cut(items: list[T], most: int) -> Iterable[list[T]]:
    return (items[at : at + most] for at in range(0, len(items), most))
