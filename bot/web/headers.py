"""Security headers on every answer: nothing from elsewhere, nothing inline, nothing kept by a cache."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors "
)
FOR_OTHERS = "/widget.js"  # the one script that a page elsewhere takes along
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class SecurityHeaders:
    """Add the headers; answers of the API are not to be stored by anybody on the way.

    Nobody may take an answer along into another page, but for the one script that is made for it; and only the
    intranets of this organisation may show a page of ours in theirs.
    """

    def __init__(self, app: ASGIApp, embed_origins: Sequence[str], version: str) -> None:
        """Name the origins that may frame, and the version of the page, which answers of the API tell."""
        self._app = app
        self._policy = POLICY + (" ".join(embed_origins) or "'none'")
        self._version = version

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                path = scope["path"]
                is_api = path.startswith("/api/")
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Content-Security-Policy"] = self._policy
                headers["Cross-Origin-Resource-Policy"] = "cross-origin" if path == FOR_OTHERS else "same-origin"
                headers["Cache-Control"] = "no-store" if is_api else "no-cache"
                if is_api:
                    headers["Gesprek-Versie"] = self._version
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
