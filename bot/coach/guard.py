"""Who may call the portal: at its own address only, and with a form only from one of its own pages."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_SAFE = ("GET", "HEAD")
HEALTH = "/health"  # asked by machines, which call a host what they like

Refuse = Callable[[Request, int, str], Awaitable[Response]]


class Guard:
    """Refuse every call to another host than the portal's, and every form that another site sent.

    A browser says from where a form comes (`Sec-Fetch-Site`, and `Origin`); one that says neither is refused.
    """

    def __init__(self, app: ASGIApp, portal_url: str, refuse: Refuse, *, on_this_machine: bool) -> None:
        """Guard an application.

        Args:
            portal_url: the address at which coaches reach the portal.
            refuse: makes the answer of a request, a status and a key of the sentences.
            on_this_machine: the names of this machine are good too, at the port it listens on.
        """
        self._app = app
        self._own = origin_of(portal_url)
        self._refuse = refuse
        self._on_this_machine = on_this_machine

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] == HEALTH:
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        fault = self._fault(request)
        answer = self._app if fault is None else await self._refuse(request, *fault)
        await answer(scope, receive, send)

    def _fault(self, request: Request) -> tuple[int, str] | None:
        origins = self._origins(request)
        hosts = request.headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in {urlsplit(origin).netloc for origin in origins}:
            return 421, "ander_adres"
        if request.method in _SAFE:
            return None
        return None if _from_own_page(request, origins) else (403, "van_elders")

    def _origins(self, request: Request) -> set[str]:
        port = (request.scope.get("server") or ("", None))[1]
        here = {f"http://{name}:{port}" for name in _LOOPBACK} if self._on_this_machine and port else set()
        return {self._own, *here}


def origin_of(address: str) -> str:
    """Return the origin of an address, as browsers write it."""
    parts = urlsplit(address)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port and parts.port != default else "")


def _from_own_page(request: Request, origins: set[str]) -> bool:
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is None and origin is None:
        return False
    return site in (None, "same-origin") and (origin is None or origin.lower() in origins)
