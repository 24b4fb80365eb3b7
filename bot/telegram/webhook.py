"""Where Telegram brings what came in, at a path nobody can guess, with a word only Telegram knows."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import Bot, Update

from bot import logs
from bot.telegram.polling import Take
from bot.web.errors import ApiError
from bot.web.request import read_body

logger = logging.getLogger(__name__)

HEADER = "X-Telegram-Bot-Api-Secret-Token"
PREFIX = "/telegram/"


def path(token: str) -> str:
    """Return the path: the same in every process that has the token."""
    return PREFIX + _derived(token, b"path")


def secret(token: str) -> str:
    """Return the word that Telegram sends along."""
    return _derived(token, b"secret")


def route(token: str, bot: Bot, take: Take) -> Route:
    """Return the route. It answers when the update has been dealt with, so Telegram brings again what was cut short."""

    async def receive(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(HEADER, "").encode(), secret(token).encode()):
            raise ApiError(404, "not_found")  # as any address that isn't there
        update = _read(await read_body(request), bot)
        done = take(update) if update else None
        if done is not None:
            await asyncio.shield(done)  # Telegram may stop waiting, the person doesn't
        return Response(status_code=200)

    return Route(path(token), receive, methods=["POST"])


def _read(body: bytes, bot: Bot) -> Update | None:
    """Return the update, or None for what this version can't read: to bring it again would be of no use."""
    try:
        return Update.de_json(json.loads(body), bot)
    except Exception as error:
        logger.error("an update could not be read", extra=logs.fault(error))
        return None


def _derived(token: str, purpose: bytes) -> str:
    return hmac.new(token.encode(), b"gesprek webhook " + purpose, hashlib.sha256).hexdigest()
