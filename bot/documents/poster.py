"""The poster for a staff room or the inside of a toilet door: what this is, and two ways in.

One page of A4, lengths in mm. What an organisation may word itself is written as large as its place allows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import segno
from fpdf.enums import Align

from bot.content import load_organisatie, load_site, load_zinnen
from bot.conversation.knowledge import Organisation, Texts
from bot.documents.colours import BLACK, INK, QUIET, Colour, parse, text_in, text_on
from bot.documents.tagged import Tagged, line_height

if TYPE_CHECKING:
    from bot.nlu.crisis.content import HelpLine

WIDTH, MARGIN, GAP = 210.0, 20.0, 10.0
INNER = WIDTH - 2 * MARGIN
BAND, CODES, LINES, FOOT = 96.0, 105.0, 207.0, 258.0  # where each part begins, the band where it ends
CODE = 58.0  # a code, with the white around it that a camera needs
QUIET_ZONE = 4  # modules (ISO/IEC 18004)
SMALLEST = 7.0  # points
MOST_TYPED = 80  # characters of an address that somebody may have to type, and that fits below its code
_LEADING = 1.3
_BOT_NAME = re.compile(r"[a-zA-Z]\w{4,31}", re.ASCII)


@dataclass(frozen=True)
class Way:
    """A way in: what stands above its code, the address in the code, and what stands below the address."""

    title: str
    url: str
    note: str = ""

    @property
    def short(self) -> str:
        """The address as a person types it."""
        return self.url.removeprefix("https://").partition("?")[0].rstrip("/")


def ways(texts: Texts, page: str | None, telegram: str | None) -> list[Way]:
    """Return the ways in: the page at an https address, and the bot on Telegram by its name, or the one there is.

    Raises:
        ValueError: the address is too long to be typed, or there is no way in at all.
    """
    found = []
    if page:
        found.append(Way(texts.get("poster.pagina"), page, texts.get("poster.prive") if telegram else ""))
    if telegram:
        url = f"https://t.me/{telegram}?start=poster"
        found.append(Way(texts.get("poster.telegram"), url, texts.get("poster.langs_telegram")))
    if not found:
        raise ValueError("A poster leads somewhere: give --url https://… (or set GESPREK_PUBLIC_URL), or --telegram")
    if max(len(way.short) for way in found) > MOST_TYPED:
        raise ValueError(f"The address is longer than {MOST_TYPED} characters, which nobody types: make a shorter one")
    if telegram and not _BOT_NAME.fullmatch(telegram):
        raise ValueError("The name of a bot on Telegram has 5 to 32 letters, digits or _, like @het_andere_gesprek_bot")
    return found


def make(content: Path, page: str | None, telegram: str | None, on: date) -> bytes:
    """Make the poster of an organisation, from its content files.

    Raises:
        ContentError: with every fault in those files.
        ValueError: there is no way in, or an address that can't be used; what to do stands in it.
    """
    from bot.nlu.crisis import load_content  # that room is heavier than this one

    texts = load_zinnen(content)
    ways_in = ways(texts, page, telegram.removeprefix("@") if telegram else None)
    help_lines = load_content(content / "crisis.yml").help_lines
    return pdf(ways_in, texts, load_organisatie(content), load_site(content).colour, help_lines, on)


def pdf(
    ways_in: Sequence[Way],
    texts: Texts,
    organisation: Organisation,
    colour: str,
    help_lines: Sequence[HelpLine],
    on: date,
) -> bytes:
    """Make the poster: `colour` as #rrggbb, one or two ways in, the help lines in small print."""
    poster = _Poster(texts.get("poster.titel", bot=organisation.bot_name), on, MARGIN)
    poster.set_auto_page_break(False)
    poster.add_page()
    house = parse(colour)
    poster.band(house, organisation, texts.get("poster.uitnodiging"))
    poster.codes(ways_in, texts.get("poster.scan"), text_in(house))
    poster.lines([texts.get(f"poster.{line}") for line in ("wat", "wie", "stoppen")], house)
    poster.foot(texts.get("poster.geen"), [_told(line) for line in help_lines if line.numbers])
    return poster.finish()


def _told(line: HelpLine) -> str:
    return ", ".join(filter(None, (f"{line.name}: {' of '.join(line.numbers)}", line.web, line.when)))


class _Poster(Tagged):
    """The parts of the poster, each in a place of its own."""

    def band(self, colour: Colour, organisation: Organisation, invitation: str) -> None:
        """Write who invites, and to what, on a band of the organisation's colour."""
        with self.decoration():
            self.set_fill_color(*colour)
            self.rect(0, 0, WIDTH, BAND, style="F")
        ink = text_on(colour)
        self.block(organisation.name, (MARGIN, 16, INNER, 10), 15, ink)
        self.block(organisation.bot_name, (MARGIN, 27, INNER, 30), 38, ink, bold=True, kind="/H1")
        self.block(invitation, (MARGIN, 60, INNER, 30), 24, ink)

    def codes(self, ways_in: Sequence[Way], scan: str, colour: Colour) -> None:
        """Place the codes side by side, each with its address in words below it."""
        self.block(scan, (MARGIN, CODES, INNER, 8), 13, INK, align=Align.C)
        column = (INNER - GAP) / 2
        left = (WIDTH - len(ways_in) * column - (len(ways_in) - 1) * GAP) / 2
        for number, way in enumerate(ways_in):
            x = left + number * (column + GAP)
            self.block(way.title, (x, CODES + 11, column, 8), 16, colour, bold=True, kind="/H2", align=Align.C)
            self.code(way.url, x + (column - CODE) / 2, CODES + 19)
            self.block(way.short, (x, CODES + 20 + CODE, column, 6.5), 13, INK, bold=True, align=Align.C)
            self.block(way.note, (x, CODES + 28 + CODE, column, 9), 10, QUIET, align=Align.C)

    def code(self, url: str, x: float, y: float) -> None:
        """Draw a QR code in black on the white of the page, the colours every camera reads."""
        rows = segno.make(url, error="m", micro=False).matrix
        module = CODE / (len(rows) + 2 * QUIET_ZONE)
        with self.tag("/Figure", f"QR-code: {url}"):
            self.set_fill_color(*BLACK)
            for down, row in enumerate(rows, QUIET_ZONE):
                for across, long in _runs(row):
                    place = (x + (across + QUIET_ZONE) * module, y + down * module)
                    self.rect(*place, long * module, module, style="F")

    def lines(self, texts: Sequence[str], colour: Colour) -> None:
        """Write a few short lines, with a dot of the organisation's colour before each."""
        y, height = LINES, (FOOT - LINES) / len(texts)
        for text in texts:
            with self.decoration():
                self.set_fill_color(*colour)
                self.ellipse(MARGIN, y + 1.6, 3, 3, style="F")
            self.block(text, (MARGIN + 8, y, INNER - 8, height - 1), 14, INK)
            y += height

    def foot(self, what_not: str, help_lines: Sequence[str]) -> None:
        """Say what this isn't, and where there is a person to talk to."""
        self.block(what_not, (MARGIN, FOOT + 4, INNER, 7), 11, INK, bold=True)
        self.block("\n".join(help_lines), (MARGIN, FOOT + 12, INNER, 20), 9, QUIET)

    def block(
        self,
        text: str,
        place: tuple[float, float, float, float],
        size: float,
        colour: Colour,
        *,
        bold: bool = False,
        kind: str = "/P",
        align: Align = Align.L,
    ) -> None:
        """Write a text at (x, y) within a width and a height, smaller where it would not fit otherwise."""
        x, y, width, height = place
        self.write_with(size, colour, bold=bold)
        lines = self.broken(text, width) if text else []
        while size > SMALLEST and len(lines) * line_height(size, _LEADING) > height:
            size -= 0.5
            self.write_with(size, colour, bold=bold)
            lines = self.broken(text, width)
        if not lines:
            return
        self.set_xy(x, y)
        with self.tag(kind):
            for line in lines:
                self.write_line(line, width, line_height(size, _LEADING), align)


def _runs(row: Sequence[int]) -> list[tuple[int, int]]:
    """Return where dark modules begin in a row and how many there are: as one piece they leave no seams in print."""
    found: list[tuple[int, int]] = []
    for place, dark in enumerate(row):
        if dark and found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((place, 1))
    return found
