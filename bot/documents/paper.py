"""A sheet of A4 that reads well, also aloud: every word on it has its place in the structure of the PDF.

fpdf2 tags pictures only. As soon as anything in a PDF is tagged, a screen reader passes over what isn't, so everything
is tagged here: headings, paragraphs and pictures, and what stands at the foot as decoration. Lengths are in mm.
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

from bot.documents.fonts import FAMILY, font_file, writable

Colour = tuple[int, int, int]
INK: Colour = (31, 41, 55)
QUIET: Colour = (91, 101, 99)
ACCENT: Colour = (15, 118, 110)  # that of the drawing
MARGIN, FOOT, BAR = 24.0, 20.0, 4.0
TEXT, SMALL = 10.5, 8.5  # points
HEADINGS = {1: 22.0, 2: 14.0}  # points
_LEADING = 1.5  # em from one line to the next
_RIGHT_TO_LEFT = {"R", "AL", "AN"}


class Paper(FPDF):
    """An A4 document in Dutch that tells about nobody: no author, and of its making the day only."""

    def __init__(self, title: str, on: date, foot: str = "", page: str = "") -> None:
        """Begin a document; `foot` stands under every page, and `page` with its number behind it."""
        super().__init__(format="A4", unit="mm")
        self._foot, self._page = foot, page
        self._open_tag = ""
        self.set_title(title)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.set_lang("nl")
        self.set_creation_date(datetime.combine(on, time(), timezone.utc))
        for bold in (False, True):
            self.add_font(FAMILY, "B" if bold else "", font_file(bold=bold))
        self.alias_nb_pages("")  # or a {nb} that somebody typed becomes the number of pages
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(True, FOOT + 6)
        self.c_margin = 0
        self._write_with(TEXT)
        self.add_page()

    def finish(self) -> bytes:
        """Return the document."""
        return bytes(self.output())

    def heading(self, text: str, level: int) -> None:
        """Write a heading, never as the last thing on a page; level 2 is in the outline too."""
        size = HEADINGS[level]
        self.keep_together(_line(size) + 3 * _line(TEXT))
        if level > 1:
            self.ln(3)
            self.start_section(writable(text), level=level - 2)
        with self._tag(f"/H{level}"):
            self._lines(text, size, bold=True, colour=INK if level == 1 else ACCENT, leading=1.25)
        self.ln(1.5)

    def paragraph(self, text: str, size: float = TEXT, colour: Colour = INK, *, bar: bool = False) -> None:
        """Write a paragraph, on more pages if need be; a `bar` at its left sets it apart."""
        with self._tag("/P"):
            self._lines(text, size, colour=colour, bar=bar)

    def entry(self, label: str, text: str, label_width: float) -> None:
        """Write what somebody said beside what it is about, or under it where that is too long."""
        self.keep_together(2 * _line(TEXT))
        self._write_with(TEXT, QUIET)
        label = writable(label)
        with self._tag("/P"):
            self.cell(label_width, _line(TEXT), label)
        if self.get_string_width(label) > label_width - 2:
            self.ln(_line(TEXT))
        self.set_left_margin(MARGIN + label_width)
        self.paragraph(text)
        self.set_left_margin(MARGIN)
        self.ln(1.5)

    def picture(self, png: bytes, alt: str, width: float, height: float) -> None:
        """Place a picture in the middle, with the text that says the same."""
        self.keep_together(height)
        with self._tag("/Figure", alt):
            self.image(png, x=Align.C, w=width, h=height)
        self.ln(4)

    def keep_together(self, height: float) -> None:
        """Begin a page if there is no room left for this much."""
        if self.will_page_break(height):
            self.add_page()

    def footer(self) -> None:
        """Write the foot of a page; fpdf2 calls this."""
        with self._artifact():
            self.set_y(-FOOT)
            self._write_with(SMALL, QUIET)
            self.cell(0, _line(SMALL), writable(self._foot))
            self.set_x(MARGIN)
            self.cell(0, _line(SMALL), f"{writable(self._page)} {self.page_no()}", align=Align.R)

    def _lines(
        self,
        text: str,
        size: float,
        colour: Colour,
        *,
        bold: bool = False,
        bar: bool = False,
        leading: float = _LEADING,
    ) -> None:
        self._write_with(size, colour, bold=bold)
        height, indent = _line(size, leading), BAR if bar else 0.0
        width = self.epw - indent
        self.set_draw_color(*ACCENT)
        self.set_line_width(0.8)
        found = self.multi_cell(width, text=writable(text), dry_run=True, output=MethodReturnValue.LINES, align=Align.L)
        assert isinstance(found, list)  # that is what LINES asks for
        for line in found:
            if bar:
                self.cell(indent, height, border="L")
            # The space keeps the last word of a line apart from the next one when it is copied or read aloud.
            self.cell(width, height, f"{_as_seen(line)} ", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def _write_with(self, size: float, colour: Colour = INK, *, bold: bool = False) -> None:
        self.set_font(FAMILY, "B" if bold else "", size)
        self.set_text_color(*colour)

    @contextmanager
    def _tag(self, kind: str, alt: str | None = None) -> Iterator[None]:
        self._begin_tag(kind, alt)
        yield
        self._out("EMC")
        self._open_tag = ""

    def _begin_tag(self, kind: str, alt: str | None = None) -> None:
        mcid = self.struct_builder.next_mcid_for_page(self.page)
        self._add_marked_content(struct_type=kind, mcid=mcid, alt_text=alt)
        self._out(f"{kind} <</MCID {mcid}>> BDC")
        self._open_tag = kind

    @contextmanager
    def _artifact(self) -> Iterator[None]:
        self._out("/Artifact BMC")
        yield
        self._out("EMC")

    def _perform_page_break(self) -> None:
        """Let what is being written end on this page and begin again on the next: a tag stays on its page."""
        kind = self._open_tag
        if kind:
            self._out("EMC")
        super()._perform_page_break()
        if kind:
            self._begin_tag(kind)


def _line(size: float, leading: float = _LEADING) -> float:
    """Return the height of a line in mm, of letters of `size` points."""
    return size * leading * 25.4 / 72


def _as_seen(line: str) -> str:
    """Return a line in the order it is read from left to right, as fpdf2 writes it so."""
    if any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in line):
        return BidiParagraph(line).get_reordered_string()
    return line
