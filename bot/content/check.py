"""Everything that can be wrong in `content/`, told at once: for `gesprek check` and for CI."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.content.load import load_aanbod, load_keuzes, load_organisatie, load_verdieping, load_zinnen
from bot.content.purpose import PURPOSE, SAID_IN
from bot.content.site import left_over, shown_in_telegram
from bot.content.source import ContentError, Problem, Source

MOST_DAYS = 365  # after this a phone number or an offer is no longer taken on trust
_LOADERS = (load_aanbod, load_keuzes, load_organisatie, load_verdieping, load_zinnen)


def check(directory: Path, today: date, telegram_page: bool = False) -> list[Problem]:
    """Return every fault in the content, and warnings.

    They are for each part last checked over a year before `today`, for an example page that still stands beside an
    intranet, and with `telegram_page`, when a button on Telegram opens the page, for where that can't be.
    """
    if absent := no_folder(directory):
        return absent
    problems: set[Problem] = set()
    for load in _LOADERS:
        try:
            load(directory)
        except ContentError as error:
            problems.update(error.problems)
    problems.update(_crisis(directory / "crisis.yml"))
    problems.update(_purpose(directory / "zinnen"))
    problems.update(left_over(Source(directory / "organisatie.yml")))
    if telegram_page:
        problems.update(shown_in_telegram(Source(directory / "organisatie.yml")))
    for name in ("aanbod.yml", "crisis.yml"):
        problems.update(_dates(Source(directory / name), today))
    return sorted(problems)


def no_folder(directory: Path) -> list[Problem]:
    """Return the fault of a folder that isn't there, or nothing."""
    message = "there is no such folder: GESPREK_CONTENT_DIR must name the one with organisatie.yml and zinnen/"
    return [] if directory.is_dir() else [Problem(str(directory), 1, message)]


def _crisis(path: Path) -> Iterator[Problem]:
    from bot.nlu.crisis import load_content  # the crisis room is heavier than this one

    source = Source(path)
    if source.root and not source.find("gecontroleerd"):
        source.wrong(1, "has no `gecontroleerd`: add the date on which somebody checked the numbers")
    yield from source.problems
    if source.root:
        try:
            load_content(path)
        except (ValueError, TypeError, LookupError) as error:
            yield Problem(str(path), 1, str(error))


def _purpose(directory: Path) -> Iterator[Problem]:
    """Hold the sentences that say what the bot is for to the one purpose it has."""
    for source in map(Source, sorted(directory.glob("*.yml"))):
        for entry in [entry for name in SAID_IN for entry in source.find(name)]:
            wordings = [entry] if entry.is_text else source.items(entry)
            if not all(PURPOSE in source.text(wording) for wording in wordings):
                yield Problem(str(source.path), entry.line, f"`{entry.name}` must hold this sentence: {PURPOSE}")


def _dates(source: Source, today: date) -> Iterator[Problem]:
    for entry in source.find("gecontroleerd"):
        checked = source.date(entry)
        if checked and checked > today:
            source.wrong(entry.line, f"`gecontroleerd` lies ahead ({checked}): write the day it was checked")
        elif checked and (today - checked).days > MOST_DAYS:
            message = f"last checked on {checked}, over a year ago: see if it still holds and change `gecontroleerd`"
            yield Problem(str(source.path), entry.line, message, warning=True)
    yield from source.problems
