"""The spinnenweb as a drawing and as text: how somebody feels about six dimensions, to talk about, never to measure.

So there is one colour for every value, and no total, average, norm or arrow. Each number stands at its point, and the
same is said in words for who can't see it. The SVG is whole in itself (no styles, scripts or references), so that it
may be shown as an image under a strict content security policy. Lengths are in SVG units: a drawing is 480 wide.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

from bot.conversation.dimensions import DIMENSIES, NAMEN
from bot.conversation.numbers import HIGHEST, LOWEST, format_score

TITLE, TITLE_PAIR = "Spinnenweb", "Twee spinnenwebben naast elkaar"
SCALE = "0 in het midden, 10 aan de rand"
OPENING = "Spinnenweb met zes dimensies, van 0 in het midden tot 10 aan de rand."
OPENING_PAIR = "Twee spinnenwebben met zes dimensies, van 0 in het midden tot 10 aan de rand."
UNKNOWN, NOT_GIVEN, EMPTY = "weet niet", "niet ingevuld", "Er is nog niets ingevuld."
TALK_ABOUT = "Hier wil je over praten"

Scores = Mapping[str, float | None]
"""Values 0–10 in halves by dimension; None for "weet niet", missing for not filled in. 0 is a value like any other."""

WIDTH = 480.0
CHAR = 0.6  # em: a cautious width of one character in any sans-serif
_AXES, _RINGS = range(len(DIMENSIES)), (2, 4, 6, 8, 10)
_DIRECTIONS = [(math.sin(a), -math.cos(a)) for a in map(math.radians, range(0, 360, 60))]  # across, down
_LEADING, _CAPTION = 1.1, 30  # em from one line of text to the next; most characters of a caption
_PAPER, _RING, _EDGE, _QUIET, _INK, _COLOUR = "#fbfaf7", "#d5dad8", "#aeb7b4", "#5b6563", "#1f2937", "#0f766e"
_CONTROL = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")  # what XML 1.0 can't hold


@dataclass(frozen=True)
class _Web:
    """Where a web stands: the height of its centre, the length of an axis, and the size of its text, in SVG units."""

    y: float
    radius: float
    em: float
    x: float = WIDTH / 2

    def at(self, axis: int, value: float, beyond: float = 0.0) -> tuple[float, float]:
        """Return the place of `value` (0–10) on an axis, or a bit `beyond` it."""
        distance = self.radius * value / HIGHEST + beyond
        across, down = _DIRECTIONS[axis]
        return self.x + distance * across, self.y + distance * down

    def points(self, values: Mapping[int, float]) -> str:
        return " ".join(",".join(map(_n, self.at(axis, value))) for axis, value in values.items())


_SINGLE = _Web(y=234, radius=158, em=17)
_HALF = _Web(y=210, radius=132, em=21)  # a pair is often shown small


def draw(scores: Scores, marks: Collection[str] = (), missing: str = NOT_GIVEN) -> str:
    """Draw the spinnenweb as SVG; `marks` are the dimensions the person wants to talk about.

    Six values make a closed shape. With fewer, only neighbours are joined: the drawing fills in nothing by itself.
    """
    note = _text(_SINGLE.x, 498, 15, SCALE, fill=_QUIET)
    return _svg(WIDTH, 516, TITLE, describe(scores, marks, missing), _draw(_SINGLE, _given(scores), marks) + note)


def draw_pair(before: Scores, now: Scores, label_before: str = "toen", label_now: str = "nu") -> str:
    """Draw two webs of one size and colour next to each other: what that means is for the person to say."""
    left, right = (
        _draw(_HALF, _given(scores), ()) + _text(_HALF.x, 470, 24, _fit(label), fill=_INK, bold=True)
        for scores, label in ((before, label_before), (now, label_now))
    )
    parts = f'{left}<g transform="translate({_n(WIDTH)} 0)">{right}</g>'
    return _svg(2 * WIDTH, 496, TITLE_PAIR, describe_pair(before, now, label_before, label_now), parts)


def describe(scores: Scores, marks: Collection[str] = (), missing: str = NOT_GIVEN) -> str:
    """Say in plain words what `draw` shows; `missing` is said of a dimension without a value."""
    marked = [NAMEN[d] for d in DIMENSIES if d in marks]
    talk = f" {TALK_ABOUT}: {', '.join(marked)}." if marked else ""
    return f"{OPENING} {_listing(scores, missing)}{talk}"


def describe_pair(before: Scores, now: Scores, label_before: str = "toen", label_now: str = "nu") -> str:
    """Say in plain words what `draw_pair` shows, without comparing."""
    said = [f"{label[:1].upper()}{label[1:]}." for label in (label_before, label_now)]
    return f"{OPENING_PAIR} {said[0]} {_listing(before)} {said[1]} {_listing(now)}"


def _given(scores: Scores) -> dict[int, float]:
    """Return the values there are, by axis; adding 0.0 makes -0.0 a plain 0."""
    found = ((axis, scores.get(dimensie)) for axis, dimensie in enumerate(DIMENSIES))
    return {axis: value + 0.0 for axis, value in found if value is not None and LOWEST <= value <= HIGHEST}


def _listing(scores: Scores, missing: str = NOT_GIVEN) -> str:
    said = {d: UNKNOWN if d in scores else missing for d in DIMENSIES}
    if set(said.values()) == {NOT_GIVEN}:
        return EMPTY
    said |= {DIMENSIES[axis]: format_score(round(value, 1)) for axis, value in _given(scores).items()}
    return " ".join(f"{NAMEN[d]}: {value}." for d, value in said.items())


def _draw(web: _Web, given: Mapping[int, float], marks: Collection[str]) -> str:
    radius = 8.0 if len(given) == 1 else 5.5
    return "".join((
        *(_ring(web, ring) for ring in _RINGS),
        *(_spoke(web, axis, axis in given) for axis in _AXES),
        *_shape(web, given),
        *(_point(web, axis, value, radius) for axis, value in given.items()),
        *(_number(web, axis, value, radius) for axis, value in given.items()),
        *(_label(web, axis, axis in given, DIMENSIES[axis] in marks) for axis in _AXES),
    ))  # fmt: skip


def _ring(web: _Web, ring: int) -> str:
    stroke = _EDGE if ring == HIGHEST else _RING
    return f'<polygon points="{web.points(dict.fromkeys(_AXES, ring))}" fill="none" stroke="{stroke}"/>'


def _spoke(web: _Web, axis: int, given: bool) -> str:
    look = f'stroke="{_EDGE}"' if given else f'stroke="{_RING}" stroke-width="1.5" stroke-dasharray="3 6"'
    return f'<polyline points="{_n(web.x)},{_n(web.y)} {web.points({axis: HIGHEST})}" {look}/>'


def _shape(web: _Web, given: Mapping[int, float]) -> list[str]:
    """Join what is given: all round, or only neighbours on the web."""
    stroke = f'stroke="{_COLOUR}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"'
    if len(given) == len(DIMENSIES):
        return [f'<polygon points="{web.points(given)}" fill="{_COLOUR}" fill-opacity="0.16" {stroke}/>']
    pairs = [(axis, (axis + 1) % len(DIMENSIES)) for axis in given]
    lines = [web.points({a: given[a], b: given[b]}) for a, b in pairs if b in given]
    return [f'<polyline points="{line}" fill="none" {stroke}/>' for line in lines]


def _point(web: _Web, axis: int, value: float, radius: float) -> str:
    x, y = map(_n, web.at(axis, value))
    return f'<circle cx="{x}" cy="{y}" r="{_n(radius)}" fill="{_COLOUR}" stroke="{_PAPER}" stroke-width="1.5"/>'


def _number(web: _Web, axis: int, value: float, radius: float) -> str:
    """Write a value just outside its point, on paper so that lines don't run through it."""
    text, high = format_score(round(value, 1)), web.em - 1
    wide = CHAR * high * len(text)
    across, along = map(abs, _DIRECTIONS[axis])
    x, y = web.at(axis, value, beyond=radius + 1 + across * wide * 0.5 + along * high * 0.6)
    box = f'x="{_n(x - wide / 2)}" y="{_n(y - high / 2)}" width="{_n(wide)}" height="{_n(high)}" rx="5"'
    written = _text(x, y + 0.36 * high, high, text, fill=_COLOUR, bold=True)
    return f'<rect {box} fill="{_PAPER}" fill-opacity="0.8"/>{written}'


def _label(web: _Web, axis: int, given: bool, marked: bool) -> str:
    """Write a dimension's name around the web: with a dash if it has no value, bold with a speech bubble if marked."""
    lines = NAMEN[DIMENSIES[axis]].split(" ", 1)
    lines[-1] += "" if given else " –"
    across, down = _DIRECTIONS[axis]
    x, y = web.at(axis, HIGHEST)
    x += 1.85 * web.em * across
    gap = (1.4 if abs(across) > 0.1 else 1.9) * web.em  # room for the number of a 10
    first = y - gap - (len(lines) - 1) * _LEADING * web.em if down < 0 else y + gap + 0.7 * web.em
    rows = [first + row * _LEADING * web.em for row in range(len(lines))]
    fill = _INK if given or marked else _QUIET
    written = [_text(x, row, web.em, line, fill=fill, bold=marked) for row, line in zip(rows, lines)]
    bubble = _bubble(x, rows[0] - 1.35 * web.em if down < 0 else rows[-1] + 0.95 * web.em) if marked else ""
    return "".join(written) + bubble


def _bubble(x: float, y: float) -> str:
    """Draw a speech bubble of 22 by 17 around (x, y)."""
    body = f"M{_n(x - 7)} {_n(y - 8)}h14q4 0 4 4v4q0 4-4 4h-7l-5 5v-5h-2q-4 0-4-4v-4q0-4 4-4z"
    dots = f'd="M{_n(x - 5)} {_n(y - 2)}h.1m5 0h.1m5 0h.1" stroke="{_PAPER}" stroke-width="3" stroke-linecap="round"'
    return f'<path d="{body}" fill="{_COLOUR}"/><path {dots}/>'


def _text(x: float, y: float, size: float, text: str, *, fill: str, bold: bool = False) -> str:
    weight, text = ' font-weight="bold"' if bold else "", escape(_CONTROL.sub("", text))
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}" fill="{fill}"{weight}>{text}</text>'


def _svg(width: float, height: float, title: str, description: str, parts: str) -> str:
    size, description = f'width="{_n(width)}" height="{_n(height)}"', escape(_CONTROL.sub("", description))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {_n(width)} {_n(height)}" role="img" lang="nl">'
        f'<title>{title}</title><desc>{description}</desc><rect {size} rx="14" fill="{_PAPER}"/>'
        f'<g font-family="sans-serif" text-anchor="middle">{parts}</g></svg>'
    )


def _fit(caption: str) -> str:
    """Cut a caption that would run out of its half of the drawing."""
    return caption if len(caption) <= _CAPTION else f"{caption[: _CAPTION - 1].rstrip()}…"


def _n(number: float) -> str:
    """Write a length in one decimal at most, the same on every machine."""
    return f"{round(number, 1) + 0.0:g}"
