"""How the page looks and where it may stand, as `organisatie.yml` has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content.colour import LIGHT, SHAPE_CONTRAST, contrast, standing_out
from bot.content.source import Entry, Problem, Source

MOST_LOGO = 51_200  # bytes: it is fetched by everybody who opens the page
LOGO_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".jpg": "image/jpeg"}
TELEGRAM_WEB = "https://web.telegram.org"  # Telegram in a browser, which shows a page in a frame
_MARKS = {".png": b"\x89PNG", ".webp": b"RIFF", ".jpg": b"\xff\xd8\xff"}  # what such a file begins with
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_HOST = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*"
_HERE = re.compile(r"http://(localhost|127\.0\.0\.1)(:\d{1,5})?")
_ORIGIN = re.compile(rf"https://{_HOST}(:\d{{1,5}})?|{_HERE.pattern}")


@dataclass(frozen=True)
class Site:
    """How the page looks and where it may be embedded.

    Attributes:
        name: of the organisation.
        bot: name of the bot.
        colour: of buttons and headings, as `#rrggbb`.
        logo: file with the logo, of one of `LOGO_KINDS`, if there is one.
        embed_origins: origins of the intranets that may show the bot in a frame.
        access_contact: whom to tell that something doesn't work for somebody, in one line; may be empty.
    """

    name: str
    bot: str
    colour: str
    logo: Path | None
    embed_origins: tuple[str, ...]
    access_contact: str


def read_colour(source: Source, entry: Entry | None) -> str:
    """Read a colour that can be told apart from the page; text on it can be read on any colour, in black or white."""
    colour = source.text(entry)
    if entry is None or not colour:
        return colour
    if not _COLOUR.fullmatch(colour):
        source.wrong(entry.value_line, '`kleur` must be # and six digits or letters a to f, in quotes: "#0f766e"')
        return colour
    least = min(contrast(colour, ground) for ground in (LIGHT.ground, LIGHT.surface))
    if least < SHAPE_CONTRAST:
        told = f"`kleur` hardly shows on the page ({least:.1f} to 1, at least {SHAPE_CONTRAST:.0f} to 1 is needed)"
        source.wrong(entry.value_line, f'{told}: take a darker one, such as "{standing_out(colour, LIGHT)}"')
    return colour


def read_logo(source: Source, entry: Entry | None) -> Path | None:
    """Read the name of a picture beside this file."""
    name = source.text(entry)
    if entry is None or not name:
        return None
    path = source.path.parent / name
    fault = _logo_fault(path) if path.name == name else "must be the name of a file in the folder of this one"
    if fault:
        source.wrong(entry.value_line, f"`logo` {fault}")
        return None
    return path


def _logo_fault(path: Path) -> str | None:
    if path.suffix not in LOGO_KINDS:
        return f"must be a picture whose name ends with {', '.join(LOGO_KINDS)}: save it as one of those"
    try:
        picture = path.read_bytes()
    except OSError as error:
        return f"can't be read ({error.strerror}): put {path.name} beside this file, or take the line out"
    if len(picture) > MOST_LOGO:
        return f"is {len(picture) // 1024} kB, {MOST_LOGO // 1024} kB at most: make the picture smaller"
    begins_right = b"<svg" in picture if path.suffix == ".svg" else picture.startswith(_MARKS[path.suffix])
    return None if begins_right else f"is no {path.suffix} picture inside: save it anew as one"


def read_origin(source: Source, entry: Entry) -> str:
    """Read the origin of an intranet: browsers compare it letter by letter, so it is held to how they write it."""
    origin = source.text(entry)
    if not origin or _ORIGIN.fullmatch(origin):
        return origin
    if "*" in origin:
        do = "name each intranet by itself, a * would let in pages you don't know"
    elif origin.startswith("http://"):
        do = "the intranet must be at https://, or others on the network can change its pages"
    elif _ORIGIN.fullmatch(origin.lower()):
        do = f"write it in lower case: {origin.lower()}"
    else:
        do = "write https:// and the host, without a path or a / at the end"
    source.wrong(entry.line, f"`{origin}` is no origin: {do}")
    return origin


def left_over(source: Source) -> Iterator[Problem]:
    """Warn of an example page on the own machine that still stands in the list beside a real intranet."""
    items = [item for entry in source.find("inbedden") for item in source.items(entry, may_be_empty=True)]
    origins = {source.text(item): item for item in items}
    here = [origin for origin in origins if _HERE.fullmatch(origin)]
    if len(here) < len(origins):
        for origin in here:
            told = f"`{origin}` is for trying out, as `gesprek demo` does: take it out now that your intranet is here"
            yield Problem(str(source.path), origins[origin].line, told, warning=True)


def shown_in_telegram(source: Source) -> Iterator[Problem]:
    """Warn where the bot on Telegram has a button to the page, and Telegram in a browser may not show it."""
    for entry in source.find("inbedden"):
        origins = [source.text(item) for item in source.items(entry, may_be_empty=True)]
        if TELEGRAM_WEB not in origins:
            told = f"add `{TELEGRAM_WEB}`, or the button to the page stays empty for who uses Telegram in a browser"
            yield Problem(str(source.path), entry.line, told, warning=True)
