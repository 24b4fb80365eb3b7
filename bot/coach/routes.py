"""A route of the portal: for coaches who are logged in, unless it says that it is public."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import anyio
from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot import logs
from bot.coach import cookies, pages
from bot.coach.portal import Portal, Visit
from bot.web.clean import clean

logger = logging.getLogger(__name__)

View = Callable[[Visit], Response]

ENTRANCE = "/inloggen"
FORM = "application/x-www-form-urlencoded"
BODY_MAX_BYTES = 64 * 1024
_FIELDS_MAX = 20
_WAITING_MAX = 12  # tries that wait for their turn; each takes half a second and 256 MiB


class _Turns:
    """Work that is done one at a time, for as many as care to wait."""

    def __init__(self) -> None:
        self._limiter = anyio.CapacityLimiter(1)
        self._here = 0

    async def take(self, work: View, visit: Visit) -> Response:
        """Do the work when it is its turn, or say that there are too many before it."""
        if self._here > _WAITING_MAX:
            return pages.fault(visit.request, 503, "druk")
        self._here += 1
        try:
            return await run_sync(work, visit, limiter=self._limiter)
        finally:
            self._here -= 1


_turns = _Turns()


class CoachPage(Route):
    """A page for a coach who is logged in; whoever isn't goes to the login, with what they wrote."""

    public = False

    def __init__(self, path: str, view: View, *, form: bool = False, slow: bool = False) -> None:
        """Make a route.

        Args:
            form: it takes a form that was sent (POST), instead of being looked at (GET).
            slow: it works on a passphrase: one at a time, as each takes much memory.
        """
        self.view = view
        self.form = form
        self.slow = slow
        super().__init__(path, self._answer, methods=["POST"] if form else ["GET"], name=f"{view.__name__} {form}")

    async def _answer(self, request: Request) -> Response:
        portal: Portal = request.app.state.portal
        visit = Visit(portal, request, await _read_form(request) if self.form else {}, cookies.session_of(request))
        try:
            return await (_turns.take(self._work, visit) if self.slow else run_sync(self._work, visit))
        except (SQLAlchemyError, OSError) as error:
            logger.error("the portal can't reach what it keeps", extra=logs.fault(error))
            return pages.fault(request, 503, "even_niet", written=visit.given("tekst"))

    def _work(self, visit: Visit) -> Response:
        visit.maybe_inside = visit.portal.who(visit.session)
        if self.public:
            return self._within_limits(visit)
        if visit.maybe_inside is None:
            return _not_inside(visit)
        return self.view(visit)

    def _within_limits(self, visit: Visit) -> Response:
        host = visit.request.client.host if visit.request.client else None
        wait = visit.portal.wait(host) if self.form else 0.0
        if wait:
            logger.warning("forms over the limit of an address are refused")
            return pages.fault(visit.request, 429, "te_vaak", headers={"Retry-After": str(int(wait) + 1)})
        return self.view(visit)


class PublicPage(CoachPage):
    """A page for everybody, such as the login. What an address may send to it is limited."""

    public = True


def _not_inside(visit: Visit) -> Response:
    """Send somebody to the login; what they had written is shown once more, for nobody likes to write it twice."""
    if written := visit.given("tekst"):
        return pages.show(visit, "verlopen.html", written=written, status=401)
    where = f"{ENTRANCE}?weg" if visit.session else ENTRANCE
    return RedirectResponse(where, status_code=303)


async def _read_form(request: Request) -> dict[str, str]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise HTTPException(415)
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > BODY_MAX_BYTES:
                raise HTTPException(413)
        fields: list[tuple[str, Any]] = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_FIELDS_MAX
        )
    except (ValueError, ClientDisconnect):
        raise HTTPException(400) from None
    return {name: clean(value) for name, value in fields}
