"""Long texts in pieces that Telegram takes, broken where a reader would pause."""

from __future__ import annotations

import re

MOST_TEXT, MOST_CAPTION = 4096, 1024  # UTF-16 code units, as Telegram counts
_PAUSES = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"(?<=[.?!…:;’”)])\s+"), re.compile(r"\s+"))


def length(text: str) -> int:
    """Count as Telegram does: a character outside the basic plane, such as most emoji, is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, most: int = MOST_TEXT, first: int | None = None) -> list[str]:
    """Return a text in pieces of at most `most`, the first of at most `first`; together they are the whole text."""
    found: list[str] = []
    limit = first or most
    while length(text) > limit:
        at = _break(text, limit)
        found.append(text[:at].rstrip())
        text, limit = text[at:].lstrip(), most
    return [*found, text] if text else found


def _break(text: str, most: int) -> int:
    """Return where to break: between paragraphs, lines, sentences or words, the first of these that isn't too early."""
    fits = text[:most]
    while length(fits) > most:
        fits = fits[: -max(1, (length(fits) - most) // 2)]
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(fits)]
        if ends and ends[-1] > len(fits) // 2:
            return ends[-1]
    return len(fits)
