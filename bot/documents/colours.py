"""Colours on paper, and whether they can be read on each other (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

Colour = tuple[int, int, int]
"""Red, green and blue, 0–255."""

BLACK: Colour = (0, 0, 0)
WHITE: Colour = (255, 255, 255)
INK: Colour = (31, 41, 55)
QUIET: Colour = (91, 101, 99)
ACCENT: Colour = (15, 118, 110)  # that of the drawing
READABLE = 4.5  # the least contrast of ordinary text


def parse(colour: str) -> Colour:
    """Read `#rrggbb`."""
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red, green, blue


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG defines it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def text_on(colour: Colour) -> Colour:
    """Return white or black, whichever can be read on a colour: one of them always can."""
    return WHITE if contrast(WHITE, colour) >= READABLE else BLACK


def text_in(colour: Colour) -> Colour:
    """Return a colour to write with on white: this one, or ink where it is too light."""
    return colour if contrast(colour, WHITE) >= READABLE else INK


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(value / 255) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)
