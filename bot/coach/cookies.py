"""The two cookies of the portal: the name of a session, and of a way to the organisation's login and back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.coach.portal import Portal

_SESSION, _AWAY = "gesprek_coach", "gesprek_coach_weg"


def session_of(request: Request) -> str | None:
    """Return the name of the session that a browser sent."""
    return request.cookies.get(_name(request, _SESSION))


def away_of(request: Request) -> str | None:
    """Return the name under which is remembered that somebody went to the organisation's login."""
    return request.cookies.get(_name(request, _AWAY))


def keep_session(request: Request, response: Response, session: str) -> Response:
    """Give a browser a session, for as long as it is open; no other site's link brings it along."""
    _set(request, response, _SESSION, session, "strict")
    return response


def keep_away(request: Request, response: Response, away: str) -> Response:
    """Let a browser remember that it went to the organisation's login, from where it comes back by a link."""
    _set(request, response, _AWAY, away, "lax")
    return response


def drop_session(request: Request, response: Response) -> Response:
    """Take the session from a browser."""
    _drop(request, response, _SESSION)
    return response


def drop_away(request: Request, response: Response) -> Response:
    """Let a browser forget that it went away."""
    _drop(request, response, _AWAY)
    return response


def _set(request: Request, response: Response, name: str, value: str, same_site: str) -> None:
    https = _portal(request).https
    response.set_cookie(
        _name(request, name),
        value,
        path="/",
        secure=https,
        httponly=True,
        samesite=same_site,  # type: ignore[arg-type]
    )


def _drop(request: Request, response: Response, name: str) -> None:
    https = _portal(request).https
    response.delete_cookie(_name(request, name), path="/", secure=https, httponly=True, samesite="strict")


def _name(request: Request, name: str) -> str:
    """Name a cookie; with https in a way that browsers accept from this very host only (RFC 6265bis, 4.1.3)."""
    return f"__Host-{name}" if _portal(request).https else name


def _portal(request: Request) -> Portal:
    portal: Portal = request.app.state.portal
    return portal
