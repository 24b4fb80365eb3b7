"""Coming in and going out."""

from __future__ import annotations

import logging

from starlette.responses import Response

from bot.coach import cookies, pages
from bot.coach.portal import Inside, Visit
from bot.coach.routes import ENTRANCE
from bot.coach.vouching import ProviderAway

logger = logging.getLogger(__name__)


def entrance(visit: Visit) -> Response:
    """Show the form to log in with."""
    if visit.maybe_inside is not None:
        return pages.go("/")
    return _form(visit, away="weg" in visit.request.query_params)


def log_in(visit: Visit) -> Response:
    """Let a coach in with name, passphrase and code."""
    portal, name = visit.portal, visit.given("naam")
    entered = portal.accounts.log_in(name, visit.given("wachtzin"), visit.given("code"))
    if entered is not None:
        return come_in(visit, portal.let_in(entered))
    logger.warning("a login was refused")
    return _form(visit, name=name, locked=portal.accounts.seconds_locked(portal.coaches.named(name), name), wrong=True)


def log_out(visit: Visit) -> Response:
    """End this session."""
    visit.portal.inside.end(visit.session)
    return _outside(visit)


def log_out_everywhere(visit: Visit) -> Response:
    """End every session of this coach."""
    end_all(visit)
    return _outside(visit)


def come_in(visit: Visit, session: str, where: str = "/") -> Response:
    """Go on under a new session; the one there was ends."""
    for sessions in (visit.portal.inside, visit.portal.begun, visit.portal.vouched):
        if visit.session != session:
            sessions.end(visit.session)
    return cookies.keep_session(visit.request, pages.go(where), session)


def end_all(visit: Visit) -> None:
    """End every session of this coach."""
    coach_id = visit.inside.account.coach_id

    def own(inside: Inside) -> bool:
        return inside.account.coach_id == coach_id

    visit.portal.inside.end_all(own)


def _outside(visit: Visit) -> Response:
    """Say that it is over; whoever goes back sees nothing any more."""
    provider, way_out = visit.portal.provider, None
    if provider is not None and visit.inside.account.oidc_subject is not None:
        try:
            way_out = provider.way_out()
        except ProviderAway:
            logger.warning("the organisation's login can't be reached")
    visit.maybe_inside = None
    response = pages.show(visit, "uitgelogd.html", way_out=way_out)
    response.headers["Clear-Site-Data"] = '"cache"'
    return cookies.drop_session(visit.request, response)


def _form(visit: Visit, *, name: str = "", locked: int = 0, wrong: bool = False, away: bool = False) -> Response:
    organisation = visit.portal.provider is not None
    status = 403 if wrong else 200
    return pages.show(
        visit,
        "inloggen.html",
        status=status,
        name=name,
        locked=locked,
        wrong=wrong,
        away=away,
        organisation=organisation,
        action=ENTRANCE,
    )
