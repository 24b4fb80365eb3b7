"""One share: open it, read it, answer it, note something with it, delete it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from starlette.responses import Response

from bot.coach import pages
from bot.coach.portal import Visit
from bot.coach.views.overview import ENDS
from bot.conversation import sharing
from bot.conversation.letter import Letter
from bot.sharing.letterbox import Opened

MOMENTS = 3
MOST_NOTE = 4_000  # characters
_SHARE_ID = re.compile("[0-9a-f]{32}")
_TOO_LONG = "Je {wat} is te lang: {lengte} tekens. Er passen er {meeste} in."


@dataclass(frozen=True)
class Row:
    """A line of a letter: what it is, and the words; None when it was not shared."""

    label: str
    text: str | None


@dataclass(frozen=True)
class Section:
    """The lines of a letter under one heading."""

    heading: str
    rows: list[Row]


def read(visit: Visit) -> Response:
    """Show a share that was opened in this session; another one is still in its envelope."""
    return _read(visit)


def paper(visit: Visit) -> Response:
    """Show a share as it goes on paper."""
    opened = _opened(visit)
    if opened is None:
        return _closed(visit)
    return pages.show(visit, "afdruk.html", share=opened, sections=sections(opened.letter))


def open_envelope(visit: Visit) -> Response:
    """Open a share, and note that it was read and by whom."""
    portal, inside, share_id = visit.portal, visit.inside, _share_id(visit)
    if portal.letterbox.look(inside.account.coach_id, share_id, inside.private_key) is None:
        return _closed(visit)
    portal.note(inside, "geopend", share_id)
    if portal.letterbox.open(inside.account.coach_id, share_id, inside.private_key) is None:
        return _closed(visit)
    inside.opened.add(share_id)
    return pages.go(_address(share_id))


def answer(visit: Visit) -> Response:
    """Send an answer to who shared this."""
    opened = _opened(visit)
    if opened is None:
        return _closed(visit, unsent=True)
    text = visit.given("tekst")
    moments, fault = _moments(visit)
    if not text:
        fault = "Je antwoord is nog leeg. Schrijf eerst iets."
    elif len(text) > sharing.MOST_MESSAGE:
        fault = _TOO_LONG.format(wat="antwoord", lengte=len(text), meeste=sharing.MOST_MESSAGE)
    if fault:
        return _read(visit, answer_fault=fault)
    if not visit.portal.letterbox.answer(visit.inside.account.coach_id, opened, text, moments):
        return _read(
            visit, answer_fault="Je antwoord is niet verstuurd: je hebt al geantwoord, of er kwam iets tussen."
        )
    visit.portal.note(visit.inside, "beantwoord", opened.share_id)
    visit.inside.notice = "Je antwoord is verstuurd. De ander vindt het bij het volgende bezoek aan het gesprek."
    return pages.go(_address(opened.share_id))


def note(visit: Visit) -> Response:
    """Keep a note for the coach's own eyes."""
    text, share_id = visit.given("tekst"), _share_id(visit)
    if _opened(visit) is None:
        return _closed(visit, unsent=True)
    if len(text) > MOST_NOTE:
        return _read(visit, note_fault=_TOO_LONG.format(wat="aantekening", lengte=len(text), meeste=MOST_NOTE))
    if not visit.portal.letterbox.note(visit.inside.account.coach_id, share_id, text):
        return _closed(visit, unsent=True)
    visit.inside.notice = "Je aantekening is bewaard." if text else "Je aantekening is weg."
    return pages.go(_address(share_id))


def ask_delete(visit: Visit) -> Response:
    """Ask whether a share may be deleted."""
    status = _status(visit)
    if status not in sharing.OPEN:
        return _closed(visit)
    return pages.show(visit, "verwijderen.html", share_id=_share_id(visit))


def delete(visit: Visit) -> Response:
    """Delete a share for good."""
    portal, inside, share_id = visit.portal, visit.inside, _share_id(visit)
    if _status(visit) not in sharing.OPEN:
        return _closed(visit)
    portal.note(inside, "verwijderd", share_id)
    if not portal.letterbox.delete(inside.account.coach_id, share_id):
        return _closed(visit)
    inside.opened.discard(share_id)
    inside.notice = f"Samenvatting {pages.mark(share_id)} is verwijderd."
    return pages.go("/")


def sections(letter: Letter) -> list[Section]:
    """Put the lines of a letter under their headings, each followed by what was not shared of it."""
    headings = dict.fromkeys([*(one.heading for one in letter.parts), *(one.heading for one in letter.not_shared)])
    return [
        Section(
            heading,
            [Row(part.label, part.text) for part in letter.parts if part.heading == heading]
            + [Row(one.label, None) for one in letter.not_shared if one.heading == heading],
        )
        for heading in headings
    ]


def _read(visit: Visit, *, answer_fault: str | None = None, note_fault: str | None = None) -> Response:
    opened = _opened(visit)
    if opened is None:
        return _closed(visit)
    notice, visit.inside.notice = visit.inside.notice, None
    written = visit.given("tekst")
    return pages.show(
        visit,
        "samenvatting.html",
        status=400 if answer_fault or note_fault else 200,
        share=opened,
        sections=sections(opened.letter),
        notice=notice,
        answer_fault=answer_fault,
        note_fault=note_fault,
        answer=written if answer_fault else "",
        note=written if note_fault else opened.note,
        moments=[visit.given(f"moment{number}") for number in range(1, MOMENTS + 1)],
        most=sharing.MOST_MESSAGE,
        most_note=MOST_NOTE,
        by_coach=sharing.BY_COACH,
        today=visit.portal.today.isoformat(),
    )


def _opened(visit: Visit) -> Opened | None:
    """Read a share that was opened in this session."""
    inside, share_id = visit.inside, _share_id(visit)
    if share_id not in inside.opened:
        return None
    return visit.portal.letterbox.look(inside.account.coach_id, share_id, inside.private_key)


def _closed(visit: Visit, *, unsent: bool = False) -> Response:
    """Show a share that can't be read (yet): in its envelope, withdrawn, expired, or no share of this coach at all."""
    status = _status(visit)
    if status is None:
        return pages.fault(visit.request, 404, "niet_gevonden")
    return pages.show(
        visit,
        "dicht.html",
        share_id=_share_id(visit),
        sealed=status in sharing.OPEN,
        status_words=ENDS.get(status, ""),
        unsent=visit.given("tekst") if unsent else "",
    )


def _moments(visit: Visit) -> tuple[list[str], str | None]:
    """Read the moments proposed; the second is what is wrong with them."""
    found = []
    for number in range(1, MOMENTS + 1):
        given = visit.given(f"moment{number}")
        if not given:
            continue
        try:
            when = datetime.fromisoformat(given)
        except ValueError:
            return [], f"Moment {number} is niet te lezen. Kies een dag en een tijd."
        if when.date() < visit.portal.today:
            return [], f"Moment {number} is al geweest. Kies een dag vanaf vandaag."
        found.append(when.replace(tzinfo=None))
    return [pages.moment(when) for when in sorted(set(found))], None


def _status(visit: Visit) -> str | None:
    return visit.portal.letterbox.status(visit.inside.account.coach_id, _share_id(visit))


def _share_id(visit: Visit) -> str:
    given = str(visit.request.path_params["share_id"])
    return given if _SHARE_ID.fullmatch(given) else "0"  # which is the id of nothing


def _address(share_id: str) -> str:
    return f"/samenvatting/{share_id}"
