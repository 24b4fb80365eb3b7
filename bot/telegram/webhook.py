"""Where Telegram brings what came in, at a path nobody can guess, with a word only Telegram knows."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.telegram.polling import Take
from bot.web.errors import ApiError
from bot.web.request import read_body

HEADER = "X-Telegram-Bot-Api-Secret-Token"
PREFIX = "/telegram/"


def path(token: str) -> str:
    """Return the path: the same in every process that has the token."""
    return PREFIX + _derived(token, b"path")


def secret(token: str) -> str:
    """Return the word that Telegram sends along."""
    return _derived(token, b"secret")


def route(token: str, take: Take) -> Route:
    """Return the route. It answers when the update has been dealt with, so Telegram brings again what was cut short."""

    async def receive(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret(token).encode()):
            raise ApiError(404, "not_found")  # as any address that isn't there
        done = take(await read_update(request))
        if done is not None:
            await asyncio.shield(done)  # Telegram may stop waiting, the person doesn't
        return Response(status_code=200)

    return Route(path(token), receive, methods=["POST"])


async def read_update(request: Request) -> dict[str, Any]:
    """Read an update.

    Raises:
        ApiError: 400 for what is none.
    """
    try:
        update = json.loads(await read_body(request))
    except (ValueError, RecursionError):
        update = None
    if not isinstance(update, dict) or not isinstance(update.get("update_id"), int):
        raise ApiError(400, "request_invalid")
    return update


def _derived(token: str, purpose: bytes) -> str:
    return hmac.new(token.encode(), b"gesprek webhook " + purpose, hashlib.sha256).hexdigest()
