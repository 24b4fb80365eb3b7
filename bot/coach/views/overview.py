"""What was shared with a coach, and nothing of what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import Response

from bot.coach import pages
from bot.coach.portal import Visit
from bot.conversation import sharing
from bot.sharing.letterbox import Summary

SOON_DAYS = 7
ENDS: dict[str, str] = {
    sharing.WITHDRAWN: "ingetrokken",
    sharing.EXPIRED: "verlopen",
    sharing.COACH_GONE: "niet meer te openen",
}


@dataclass(frozen=True)
class Shelf:
    """Shares that ask for the same: a heading, and a sentence for when it isn't plain what to do."""

    heading: str
    summaries: Sequence[Summary]
    sentence: str = ""


def overview(visit: Visit) -> Response:
    """Show what lies there, what is waiting first."""
    portal, inside = visit.portal, visit.inside
    notice, inside.notice = inside.notice, None
    found = portal.letterbox.inbox(inside.account.coach_id)
    soon = {one.share_id for one in found if (one.until - portal.today).days <= SOON_DAYS}
    return pages.show(visit, "overzicht.html", shelves=_shelves(found), soon=soon, ends=ENDS, notice=notice)


def about(visit: Visit) -> Response:
    """Tell what a coach can see here and what not."""
    return pages.show(visit, "wat_je_ziet.html")


def _shelves(found: Sequence[Summary]) -> list[Shelf]:
    open_ones = [one for one in found if one.status in sharing.OPEN]
    rest = [one for one in open_ones if not one.waiting]
    shelves = [
        Shelf("Nieuw", [one for one in rest if one.status == sharing.NEW]),
        Shelf("Er is teruggeschreven", [one for one in open_ones if one.waiting]),
        Shelf("Gelezen", [one for one in rest if one.status == sharing.READ], "Je hebt hier nog niet op geantwoord."),
        Shelf("Beantwoord", [one for one in rest if one.status == sharing.ANSWERED]),
        Shelf("Niet meer te lezen", [one for one in found if one.status in ENDS]),
    ]
    return [shelf for shelf in shelves if shelf.summaries]
