"""Whether a colour of the organisation can be seen and read, and the shades the page makes of it, light and dark.

Contrast is that of WCAG 2.2 (success criteria 1.4.3 and 1.4.11): 4.5 to 1 for text, 3 to 1 for what is no text.
Colours are `#rrggbb`.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0
DARK_CONTRAST = 7.0  # what just passes is dull in the dark
BLACK, WHITE = "#000000", "#ffffff"
_STEPS = 100  # shades tried on the way from a colour to black or white


@dataclass(frozen=True)
class Scheme:
    """What the page's own style sheet has: a test holds the two together."""

    ground: str
    surface: str
    text: str
    away: str  # towards this colour a shade stands out more


LIGHT = Scheme("#f8f4ed", "#fffdfa", "#29302f", BLACK)
DARK = Scheme("#171b1b", "#212727", "#e9ebe6", WHITE)


@dataclass(frozen=True)
class Palette:
    """The shades of one colour in one scheme; each can be told apart from what it stands on.

    Attributes:
        accent: of buttons and lines.
        on_accent: of text on it.
        accent_strong: of a button under the pointer.
        accent_text: of headings and links.
        tint: behind something set apart.
        you: behind what the person said.
    """

    accent: str
    on_accent: str
    accent_strong: str
    accent_text: str
    tint: str
    you: str


def contrast(one: str, other: str) -> float:
    """Return how far two colours are apart, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def palette(colour: str, scheme: Scheme) -> Palette:
    """Make the shades of a colour: in the light as chosen, in the dark lightened until it can be read."""
    accent = colour if scheme is LIGHT else standing_out(colour, scheme, DARK_CONTRAST)
    on_accent = max((WHITE, BLACK), key=lambda text: contrast(text, accent))
    tint, you = (_mix(scheme.surface, accent, part) for part in (0.1, 0.16))
    return Palette(
        accent=accent,
        on_accent=on_accent,
        accent_strong=_mix(accent, BLACK if on_accent == WHITE else WHITE, 0.2),
        accent_text=_standing_out(accent, scheme.away, (scheme.ground, scheme.surface, tint), TEXT_CONTRAST),
        tint=tint,
        you=you,
    )


def standing_out(colour: str, scheme: Scheme, ratio: float = SHAPE_CONTRAST) -> str:
    """Return the colour, or the first shade of it that has this contrast with the page."""
    return _standing_out(colour, scheme.away, (scheme.ground, scheme.surface), ratio)


def _standing_out(colour: str, away: str, grounds: tuple[str, ...], ratio: float) -> str:
    shades = (_mix(colour, away, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if all(contrast(shade, ground) >= ratio for ground in grounds))


def _mix(one: str, other: str, part: float) -> str:
    """Go this part of the way from one colour to another."""
    pairs = zip(_channels(one), _channels(other))
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
