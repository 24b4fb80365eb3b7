"""The spinnenweb as a picture, for where an SVG can't be shown: the same lines and words, in letters of our own."""

from __future__ import annotations

from resvg_py import svg_to_bytes

from bot.documents.fonts import FAMILY, font_file

MOST_WIDTH = 4_000


def png(svg: str, width: int = 1080) -> bytes:
    """Draw an SVG on white, `width` pixels wide. Any thread may.

    Raises:
        ValueError: `svg` is no drawing, or `width` isn't 1 to 4,000 pixels.
        FileNotFoundError: there is no font to write with.
    """
    if not 1 <= width <= MOST_WIDTH:
        raise ValueError(f"a picture is 1 to {MOST_WIDTH} pixels wide, not {width}")
    files = [str(font_file()), str(font_file(bold=True))]
    try:
        return bytes(
            svg_to_bytes(
                svg_string=svg,
                width=width,
                background="white",
                skip_system_fonts=True,
                font_files=files,
                font_family=FAMILY,
                sans_serif_family=FAMILY,
            )
        )
    except ValueError:
        raise ValueError("this is no SVG that can be drawn") from None  # what resvg says may quote the drawing
