"""Every sentence a person can come to read, and the words that are in none of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from bot.conversation.dimensions import NAMEN
from bot.nlu import crisis
from bot.nlu.crisis import Soort
from bot.nlu.crisis.content import GENERAL, load_content
from tests.conversation.talk import ROOT, known

DATA = Path(__file__).parent / "data"
PAGE = ROOT / "bot" / "web" / "page"
WIDGET = ROOT / "bot" / "web" / "widget" / "src"


def listed(name: str) -> re.Pattern[str]:
    """Return a pattern that finds any of the words in a file of tests/promises/data."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return re.compile(rf"\b(?:{'|'.join(line for line in lines if line and line[0] != '#')})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def sentences() -> tuple[tuple[str, str], ...]:
    """Return every sentence of the bot and of its page, each with what it is called."""
    return tuple(sorted({*_of_the_method(), *_of_the_crisis(), *_of_the_page()}))


def spoken(text: str) -> str:
    """Return a sentence with something short for the names and words that are not ours to make easier."""
    return re.sub(rf"\{{\w+\}}|{'|'.join(NAMEN.values())}", "iets", text)


def _of_the_method() -> Iterator[tuple[str, str]]:
    wordings = known().texts._wordings
    yield from ((key, wording) for key in wordings for wording in wordings[key])
    for name, options in known().options.items():
        yield from ((f"{name}.{option.id}", option.title) for option in options)
    yield from ((f"thema {theme.id}", theme.question) for theme in known().themes.values())
    for offer in known().offers.values():
        yield f"aanbod {offer.id}", offer.title
        yield f"aanbod {offer.id}", offer.text
        yield f"aanbod {offer.id}", f"{offer.contact}."


def _of_the_crisis() -> Iterator[tuple[str, str]]:
    content = load_content(ROOT / "content" / "crisis.yml")
    for kind in (*(kind.value for kind in Soort), GENERAL):
        yield from ((f"crisis {kind}", text) for text in content.messages(kind))
    yield "crisis", crisis.LAST_RESORT


def _of_the_page() -> Iterator[tuple[str, str]]:
    page = _Words()
    page.feed((PAGE / "index.html").read_text(encoding="utf-8"))
    yield from (("index.html", words) for words in page.found)
    for path in sorted(WIDGET.rglob("texts.ts")):
        script = re.sub(
            r"/\*.*?\*/|//.*|^import .*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
        )
        for words in re.findall(r"\"([^\"]+)\"|`([^`]+)`", script):
            yield str(path.relative_to(WIDGET)), re.sub(r"\$\{\w+\}", "{getal}", "".join(words))
    statement = (ROOT / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
    for part in re.split(r"\n\n|\n- ", re.sub(r"[*#]", "", statement)):
        yield "toegankelijkheid.md", " ".join(part.removeprefix("- ").split())


class _Words(HTMLParser):
    """Collects what stands on a page, and what is read out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.found.append(words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [
            value for name, value in attrs if name in ("aria-label", "placeholder", "title", "alt") and value
        ]
