"""A PDF of which every word has its place in the structure, so that it reads well aloud too.

fpdf2 tags pictures only. As soon as anything in a PDF is tagged, a screen reader passes over what isn't, so everything
is tagged here: headings, paragraphs and pictures, and the rest as decoration. Lengths are in mm, letters in points.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timezone

from fpdf import FPDF
from fpdf.bidi import BidiParagraph
from fpdf.enums import Align, MethodReturnValue, XPos, YPos
from fpdf.prefs import ViewerPreferences

from bot.documents.colours import INK, Colour
from bot.documents.fonts import FAMILY, font_file, writable

LEADING = 1.5  # em from one line to the next
_RIGHT_TO_LEFT = {"R", "AL", "AN"}


class Tagged(FPDF):
    """An A4 document in Dutch that tells about nobody: no author, and of its making the day only."""

    def __init__(self, title: str, on: date, margin: float) -> None:
        """Begin a document without a page."""
        super().__init__(format="A4", unit="mm")
        self._open_tag = ""
        self.set_title(title)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_lang("nl")
        self.set_creation_date(datetime.combine(on, time(), timezone.utc))
        for bold in (False, True):
            self.add_font(FAMILY, "B" if bold else "", font_file(bold=bold))
        self.alias_nb_pages("")  # or a {nb} that somebody typed becomes the number of pages
        self.set_margins(margin, margin)
        self.c_margin = 0

    def finish(self) -> bytes:
        """Return the document."""
        return bytes(self.output())

    def write_with(self, size: float, colour: Colour = INK, *, bold: bool = False) -> None:
        """Choose the letters for what comes next."""
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*colour)

    def broken(self, text: str, width: float) -> list[str]:
        """Return the lines in which a text fits a width, with the letters chosen."""
        lines = self.multi_cell(width, text=writable(text), dry_run=True, output=MethodReturnValue.LINES, align=Align.L)
        assert isinstance(lines, list)  # that is what LINES asks for
        return lines

    def write_line(self, line: str, width: float, height: float, align: Align = Align.L) -> None:
        """Write one line and go below it.

        The space keeps its last word apart from the next line when it is copied or read aloud.
        """
        space = " " if align is Align.L else ""
        self.cell(width, height, as_seen(line) + space, align=align, new_x=XPos.LEFT, new_y=YPos.NEXT)

    @contextmanager
    def tag(self, kind: str, alt: str | None = None) -> Iterator[None]:
        """Give what is written a place in the structure: `/H1`, `/P`, or `/Figure` with the text that says the same."""
        self._begin_tag(kind, alt)
        yield
        self._out("EMC")
        self._open_tag = ""

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Keep what is drawn out of what is read aloud."""
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    def _begin_tag(self, kind: str, alt: str | None = None) -> None:
        mcid = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=kind, mcid=mcid, alt_text=alt)
        self._out(f"{kind} <</MCID {mcid}>> BDC")
        self._open_tag = kind

    def _perform_page_break(self) -> None:
        """Let what is being written end on this page and begin again on the next: a tag stays on its page."""
        kind = self._open_tag
        if kind:
            self._out("EMC")
        super()._perform_page_break()
        if kind:
            self._begin_tag(kind)


def line_height(size: float, leading: float = LEADING) -> float:
    """Return the height of a line in mm, of letters of `size` points."""
    return size * leading * 25.4 / 72


def as_seen(line: str) -> str:
    """Return a line in the order it is read from left to right, as fpdf2 writes it so."""
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in line):
        return BidiParagraph(line).get_reordered_string()
    return line
