"""The letters of every document: DejaVu Sans, which comes with matplotlib, so no machine needs fonts of its own."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

FAMILY = "DejaVu Sans"
MISSING = "□"
_FOLDER = Path("mpl-data", "fonts", "ttf")
# What joins characters into one (an emoji of four people), or only changes how the one before it looks.
_JOINER, _CHANGES = "\u200d", "\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\u20e3"
_ONE = re.compile(rf"{MISSING}[{_CHANGES}]*(?:{_JOINER}{MISSING}[{_CHANGES}]*)*")
_UNSEEN = re.compile(rf"[{_CHANGES}{_JOINER}\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SPACE = re.compile(r"[^\S\n ]")


@lru_cache(maxsize=2)
def font_file(*, bold: bool = False) -> Path:
    """Return the font file.

    Raises:
        FileNotFoundError: it isn't where matplotlib keeps it. Looked for here, as resvg would draw nothing in silence.
    """
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    spec = find_spec("matplotlib")  # without importing it, which takes long
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / _FOLDER / name
        if path.is_file():
            return path
    raise FileNotFoundError(f"{name} isn't among the fonts of matplotlib: install the requirements anew")


@lru_cache(maxsize=1)
def characters() -> frozenset[int]:
    """Return the code points that can be written both plain and bold."""
    known: list[frozenset[int]] = []
    for bold in (False, True):
        with TTFont(font_file(bold=bold), lazy=True) as font:
            known.append(frozenset(font.getBestCmap()))
    return known[0] & known[1]


def writable(text: str) -> str:
    """Return `text` with a □ for whatever can't be written, and lines that end in a newline only."""
    known = characters()
    lines = _SPACE.sub(" ", "\n".join(text.splitlines()))
    shown = "".join(c if c == "\n" or ord(c) in known or _UNSEEN.match(c) else MISSING for c in lines)
    return _UNSEEN.sub("", _ONE.sub(MISSING, shown))
