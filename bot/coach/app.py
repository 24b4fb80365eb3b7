"""The portal as an application: every route in one list, and the guards around it."""

from __future__ import annotations

import logging
from typing import Any

from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot import logs
from bot.coach import pages
from bot.coach.guard import Guard
from bot.coach.headers import PortalHeaders
from bot.coach.portal import Portal
from bot.coach.routes import CoachPage, PublicPage
from bot.coach.views import account, entrance, invitation, organisation, overview, share

logger = logging.getLogger(__name__)


async def health(request: Request) -> Response:
    """Tell whether the portal can reach its database."""
    portal: Portal = request.app.state.portal
    try:
        await run_sync(portal.coaches.all)
    except Exception as error:
        logger.error("the database can't be used", extra=logs.fault(error))
        return JSONResponse({"status": "away"}, 503)
    return JSONResponse({"status": "ok"})


ROUTES: list[BaseRoute] = [
    PublicPage("/inloggen", entrance.entrance),
    PublicPage("/inloggen", entrance.log_in, form=True, slow=True),
    PublicPage("/uitnodiging/{token}", invitation.invitation),
    PublicPage("/uitnodiging/{token}", invitation.accept, form=True, slow=True),
    PublicPage("/uitnodiging/{token}/organisatie", organisation.leave),
    PublicPage("/koppelen", invitation.phone),
    PublicPage("/koppelen", invitation.confirm, form=True),
    PublicPage("/organisatie", organisation.leave),
    PublicPage("/organisatie/terug", organisation.come_back),
    PublicPage("/organisatie/wachtzin", organisation.passphrase, form=True, slow=True),
    CoachPage("/", overview.overview),
    CoachPage("/wat-je-ziet", overview.about),
    CoachPage("/samenvatting/{share_id}", share.read),
    CoachPage("/samenvatting/{share_id}/afdruk", share.paper),
    CoachPage("/samenvatting/{share_id}/openen", share.open_envelope, form=True),
    CoachPage("/samenvatting/{share_id}/antwoord", share.answer, form=True),
    CoachPage("/samenvatting/{share_id}/aantekening", share.note, form=True),
    CoachPage("/samenvatting/{share_id}/verwijderen", share.ask_delete),
    CoachPage("/samenvatting/{share_id}/verwijderen", share.delete, form=True),
    CoachPage("/account", account.account),
    CoachPage("/account/herstelcodes", account.new_codes, form=True, slow=True),
    CoachPage("/account/wachtzin", account.change_passphrase, form=True, slow=True),
    CoachPage("/account/telefoon", account.change_phone, form=True, slow=True),
    CoachPage("/account/telefoon/bevestigen", account.confirm_phone, form=True),
    CoachPage("/uitloggen", entrance.log_out, form=True),
    CoachPage("/uitloggen/overal", entrance.log_out_everywhere, form=True),
    Route("/health", health),
    Mount("/static", StaticFiles(directory=pages.STATIC)),
]


def create_app(portal: Portal, portal_url: str, *, on_this_machine: bool) -> ASGIApp:
    """Put the portal together for the address at which coaches reach it; see `Guard` for `on_this_machine`."""
    handlers: dict[Any, Any] = {HTTPException: _not_there, Exception: _failed}
    app = Starlette(routes=ROUTES, exception_handlers=handlers)
    app.state.portal = portal
    guarded = Guard(app, portal_url, _refused, on_this_machine=on_this_machine)
    return PortalHeaders(guarded, https=portal.https)


async def _refused(request: Request, status: int, what: str) -> Response:
    return pages.fault(request, status, what)


async def _not_there(request: Request, error: HTTPException) -> Response:
    return pages.fault(request, error.status_code, pages.sentence_of(error.status_code), error.headers)


async def _failed(request: Request, error: Exception) -> Response:
    return pages.fault(request, 503, "even_niet")
