"""Sheets of A4 to read: headings, paragraphs, labels with words beside them, and drawings, on as many pages as needed.

Lengths are in mm, letters in points.
"""

from __future__ import annotations

from datetime import date

from fpdf.enums import Align

from bot.documents.colours import ACCENT, INK, QUIET, Colour
from bot.documents.fonts import FAMILY, writable
from bot.documents.tagged import LEADING, Tagged, line_height

MARGIN, FOOT, BAR = 24.0, 20.0, 4.0
TEXT, SMALL = 10.5, 8.5
HEADINGS = {1: 22.0, 2: 14.0}


class Paper(Tagged):
    """A document that is written from top to bottom."""

    def __init__(self, title: str, on: date, foot: str, page: str) -> None:
        """Begin a document; `foot` stands under every page, and `page` with its number behind it."""
        super().__init__(title, on, MARGIN)
        self._foot, self._page = foot, page
        self.set_auto_page_break(True, FOOT + 6)
        self.write_with(TEXT)
        self.add_page()

    def heading(self, text: str, level: int) -> None:
        """Write a heading, never as the last thing on a page; level 2 is in the outline too."""
        size = HEADINGS[level]
        self.keep_together(line_height(size) + 3 * line_height(TEXT))
        if level > 1:
            self.ln(3)
            self.start_section(writable(text), level=level - 2)
        with self.tag(f"/H{level}"):
            self._write(text, size, INK if level == 1 else ACCENT, bold=True, leading=1.25)
        self.ln(1.5)

    def paragraph(self, text: str, size: float = TEXT, colour: Colour = INK, *, bar: bool = False) -> None:
        """Write a paragraph, on more pages if need be; a `bar` at its left sets it apart."""
        with self.tag("/P"):
            self._write(text, size, colour, bar=bar)

    def entry(self, label: str, text: str, label_width: float) -> None:
        """Write what somebody said beside what it is about, or under it where that is too long."""
        self.keep_together(2 * line_height(TEXT))
        self.write_with(TEXT, QUIET)
        label = writable(label)
        with self.tag("/P"):
            self.cell(label_width, line_height(TEXT), label)
        if self.get_string_width(label) > label_width - 2:
            self.ln(line_height(TEXT))
        self.set_left_margin(MARGIN + label_width)
        self.paragraph(text)
        self.set_left_margin(MARGIN)
        self.ln(1.5)

    def drawing(self, svg: str, alt: str, width: float, height: float) -> None:
        """Place a drawing in the middle, with the text that says the same; its words are written in our letters."""
        self.keep_together(height)
        svg = svg.replace('font-family="sans-serif"', f'font-family="{FAMILY}"')
        with self.tag("/Figure", alt):
            self.image(svg.encode(), x=Align.C, w=width, h=height)
        self.ln(4)

    def keep_together(self, height: float) -> None:
        """Begin a page if there is no room left for this much."""
        if self.will_page_break(height):
            self.add_page()

    def footer(self) -> None:
        """Write the foot of a page; fpdf2 calls this."""
        with self.decoration():
            self.set_xy(MARGIN, -FOOT)
            self.write_with(SMALL, QUIET)
            self.cell(0, line_height(SMALL), writable(self._foot))
            self.set_x(MARGIN)
            self.cell(0, line_height(SMALL), f"{writable(self._page)} {self.page_no()}", align=Align.R)

    def _write(
        self, text: str, size: float, colour: Colour, *, bold: bool = False, bar: bool = False, leading: float = LEADING
    ) -> None:
        self.write_with(size, colour, bold=bold)
        self.set_draw_color(*ACCENT)
        self.set_line_width(0.8)
        height, indent = line_height(size, leading), BAR if bar else 0.0
        for line in self.broken(text, self.epw - indent):
            if bar:
                self.cell(indent, height, border="L")
            self.write_line(line, self.epw - indent, height)
            self.set_x(self.l_margin)
