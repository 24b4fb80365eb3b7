"""The page opened inside Telegram: what Telegram's app says of who opened it, and whether that is genuine.

https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
"""

from __future__ import annotations

import hashlib
import hmac
import re
import time
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.web.request import read_body

PATH = "/telegram/page"
MOST_CHARACTERS = 4096
MOST_AGE_SECONDS = 3600
MOST_AHEAD_SECONDS = 60  # for a clock that is behind
_DIGITS = re.compile(r"\d{1,12}", re.ASCII)


def is_genuine(init_data: str, token: str, now: float, most_age: float = MOST_AGE_SECONDS) -> bool:
    """Tell whether Telegram made `initData` for this bot, at most `most_age` seconds before `now`.

    It holds a profile. Nothing of it is returned, so nothing of it can be kept.
    """
    if len(init_data) > MOST_CHARACTERS:
        return False
    pairs = parse_qsl(init_data, keep_blank_values=True)
    fields = dict(pairs)
    given, made = fields.pop("hash", ""), fields.get("auth_date", "")
    if len(fields) + 1 != len(pairs) or not _DIGITS.fullmatch(made):
        return False
    checked = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    secret = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    right = hmac.new(secret, checked.encode("utf-8", "replace"), hashlib.sha256).hexdigest()
    fresh = -MOST_AHEAD_SECONDS <= now - int(made) <= most_age
    return hmac.compare_digest(right.encode(), given.encode("utf-8", "replace")) and fresh


def route(token: str) -> Route:
    """Return the route at which the page asks whether Telegram opened it: 204 for yes, 403 for no."""

    async def opened(request: Request) -> Response:
        init_data = (await read_body(request)).decode("utf-8", "replace")
        return Response(status_code=204 if is_genuine(init_data, token, time.time()) else 403)

    return Route(PATH, opened, methods=["POST"])
