"""Coming in by way of the organisation's own login; the passphrase is asked for after it."""

from __future__ import annotations

import logging

from starlette.responses import Response

from bot.coach import cookies, pages
from bot.coach.portal import Visit
from bot.coach.routes import ENTRANCE
from bot.coach.views import invitation as invitations
from bot.coach.views.entrance import come_in
from bot.coach.vouching import ProviderAway, Vouched

logger = logging.getLogger(__name__)


def leave(visit: Visit) -> Response:
    """Send somebody to the organisation's login; from an invitation, they come back to it."""
    provider, invitation = visit.portal.provider, visit.request.path_params.get("token")
    if provider is None or (invitation and visit.portal.invitations.invited(invitation) is None):
        return pages.fault(visit.request, 404, "niet_gevonden")
    try:
        gone, address = provider.begin(invitation)
    except ProviderAway:
        return _away(visit)
    return cookies.keep_away(visit.request, pages.go(address), visit.portal.away.begin(gone))


def come_back(visit: Visit) -> Response:
    """Find out who came back, and ask for the passphrase on the same page: a redirect would come without our cookie."""
    provider, name = visit.portal.provider, cookies.away_of(visit.request)
    gone = visit.portal.away.find(name)
    visit.portal.away.end(name)
    if provider is None or gone is None:
        return pages.go(ENTRANCE)
    query = visit.request.query_params
    try:
        vouched = provider.finish(gone, query.get("code", ""), query.get("state", ""))
    except ProviderAway:
        return _away(visit)
    if vouched is None:
        logger.warning("a login was refused")
        return pages.show(visit, "organisatie.html", status=403, known=False, fault=None, locked=0)
    return cookies.drop_away(visit.request, _welcome(visit, vouched))


def passphrase(visit: Visit) -> Response:
    """Let in whom the organisation vouched for, with the passphrase."""
    vouched = visit.portal.vouched.find(visit.session)
    if vouched is None or vouched.invitation is not None:
        return pages.go(ENTRANCE)
    entered = visit.portal.accounts.log_in_as(vouched.subject, visit.given("wachtzin"))
    if entered is not None:
        return come_in(visit, visit.portal.let_in(entered))
    logger.warning("a login was refused")
    account = visit.portal.coaches.with_subject(vouched.subject)
    locked = visit.portal.accounts.seconds_locked(account)
    fault = "Deze wachtzin klopt niet. Probeer het nog eens."
    return pages.show(visit, "organisatie.html", status=403, known=True, fault=fault, locked=locked)


def _welcome(visit: Visit, vouched: Vouched) -> Response:
    portal, invitation = visit.portal, vouched.invitation
    account = portal.coaches.with_subject(vouched.subject)
    if (account is None) is (invitation is None):
        return pages.show(visit, "organisatie.html", status=403, known=False, fault=None, locked=0)
    visit.session = portal.vouched.begin(vouched)
    if invitation is None:
        answer = pages.show(visit, "organisatie.html", known=True, fault=None, locked=0)
    else:
        invited = portal.invitations.invited(invitation)
        if invited is None:
            return pages.show(visit, "uitnodiging_weg.html", status=404)
        visit.request.path_params["token"] = invitation
        answer = invitations.ask(visit, invited)
    return cookies.keep_session(visit.request, answer, visit.session)


def _away(visit: Visit) -> Response:
    logger.warning("the organisation's login can't be reached")
    return pages.fault(visit.request, 503, "inlog_weg")
