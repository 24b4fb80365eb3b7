"""Colours on paper, and whether they can be read on each other (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from bot.content import colour

Colour = tuple[int, int, int]
"""Red, green and blue, 0–255."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
INK: Colour = (31, 41, 55)
QUIET: Colour = (91, 101, 99)
ACCENT: Colour = (15, 118, 110)  # that of the drawing
READABLE = colour.TEXT_CONTRAST


def parse(written: str) -> Colour:
    """Read `#rrggbb`."""
    red, green, blue = bytes.fromhex(written.removeprefix("#"))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it."""
    return colour.contrast(_written(one), _written(other))


def text_on(rgb: Colour) -> Colour:
    """Return white or black, whichever can be read on a colour: one of them always can."""
    return WHITE if contrast(WHITE, rgb) >= READABLE else BLACK


def text_in(rgb: Colour) -> Colour:
    """Return a colour to write with on white: this one, or ink where it is too light."""
    return rgb if contrast(rgb, WHITE) >= READABLE else INK


def _written(rgb: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)
