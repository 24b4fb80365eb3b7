"""From an answer of the engine to what is sent: bubbles, a photo of the drawing, files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from telegram import InlineKeyboardMarkup

from bot.documents.picture import png
from bot.engine.engine import Answer, Said
from bot.telegram.keyboards import Buttons, is_keypad, keyboard, page
from bot.telegram.split import MOST_CAPTION, pieces
from bot.telegram.texts import Wording

SUMMARY, STOPPED = "samenvatting.tekst", frozenset({"pauze", "stop", "afscheid", "klaar"})
READS_ALONG = "welkom.privacy"


@dataclass(frozen=True, repr=False)
class Bubble:
    """A text message. `live` says that its buttons are answers to what is asked."""

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    live: bool = False


@dataclass(frozen=True, repr=False)
class Photo:
    """A picture with the text that says the same."""

    png: bytes
    caption: str
    keyboard: InlineKeyboardMarkup | None = None
    live: bool = False


@dataclass(frozen=True, repr=False)
class File:
    """A file with a line that says what it is."""

    name: str
    content: bytes
    caption: str
    live: bool = False


Part = Bubble | Photo | File


class Renderer:
    """Draws answers for this channel."""

    def __init__(self, wording: Wording, extras: Buttons, page_url: str | None) -> None:
        """Know the sentences; `extras` are the buttons to save and to get files, `page_url` the page's address."""
        self._wording = wording
        self._extras = {id: title for title, id in extras}
        self._page_url = page_url

    def parts(self, answer: Answer, session: str) -> list[Part]:
        """Return what to send for an answer in the session with this name. It draws, so it takes a thread."""
        return [part for said in answer.messages for part in self._said(said, session)]

    def bubbles(self, *texts: str) -> list[Part]:
        """Return texts as bubbles."""
        return [Bubble(piece) for text in texts for piece in pieces(text)]

    def _said(self, said: Said, session: str) -> Iterator[Part]:
        parts = self.bubbles(self._wording.of(said))
        if said.image:
            svg, alt = said.image
            caption, *rest = pieces(alt, first=MOST_CAPTION)
            parts += [Photo(png(svg), caption), *self.bubbles(*rest)]
        *before, last = parts
        yield from before
        yield self._with_keyboard(last, said, session)

    def _with_keyboard(self, part: Part, said: Said, session: str) -> Part:
        assert not isinstance(part, File)
        if said.key == READS_ALONG and self._page_url:
            return replace(part, keyboard=page(self._wording.get("knop.pagina"), self._page_url))
        more = self._wording.get("knop.halven") if is_keypad(said.buttons) else ""
        buttons = [*said.buttons, *self._more(said)]
        return replace(part, keyboard=keyboard(session, buttons, more), live=bool(said.buttons))

    def _more(self, said: Said) -> Iterator[tuple[str, str]]:
        """Give the buttons that only this channel has: files of a summary, and saving where somebody leaves."""
        named = ("pdf", "tekst", "bewaar") if said.key == SUMMARY else ("bewaar",) if said.key in STOPPED else ()
        yield from ((self._extras[id], id) for id in named)
