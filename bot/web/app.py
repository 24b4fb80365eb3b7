"""The web application: routes, security headers, and errors a person can read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bot.content import Site
from bot.conversation.knowledge import Texts
from bot.engine import gate
from bot.engine.engine import Engine, calm
from bot.web.chat import Chat, as_json
from bot.web.errors import SENTENCES, ApiError
from bot.web.headers import SecurityHeaders
from bot.web.house import STATIC, house_routes, version
from bot.web.limits import Limits
from bot.web.request import ChatRequest, read_capsule, read_chat
from bot.web.upkeep import once_a_day

if TYPE_CHECKING:
    from bot.telegram.application import Telegram

TO_KEEP = {"Content-Disposition": 'attachment; filename="samenvatting.pdf"'}


def create_app(
    chat: Chat, engine: Engine, texts: Texts, limits: Limits, site: Site, telegram: Telegram | None = None
) -> ASGIApp:
    """Put the application together, with Telegram beside the page where there is a bot."""

    async def turn(request: Request) -> Response:
        call = limits.call(_host(request))
        asked = await read_chat(request)
        with limits.about(call, asked.capsule) as wait:
            return JSONResponse(_only_help(asked, wait) if wait else await chat.turn(asked))

    async def forget(request: Request) -> Response:
        async with within_limits(request) as capsule:
            await chat.forget(capsule)
            return Response(status_code=204)

    async def export(request: Request) -> Response:
        async with within_limits(request) as capsule:
            return JSONResponse(await chat.export(capsule))

    async def summary(request: Request) -> Response:
        async with within_limits(request) as capsule:
            return Response(await chat.summary(capsule), media_type="application/pdf", headers=TO_KEEP)

    @asynccontextmanager
    async def within_limits(request: Request) -> AsyncIterator[str]:
        call = limits.call(_host(request))
        capsule = await read_capsule(request)
        with limits.about(call, capsule) as wait:
            if wait:
                raise _too_many(wait)
            yield capsule

    async def health(request: Request) -> Response:
        return JSONResponse(
            {"status": "ok" if engine.ready else "starting", "engine": engine.ready}, 200 if engine.ready else 503
        )

    def failed(request: Request, error: Exception) -> Response:
        return _error(texts, error)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        if engine.ready:
            await engine.warm_up()
        async with once_a_day(chat.tidy), telegram.running() if telegram else nullcontext():
            yield

    routes = [
        *house_routes(site),
        Route("/api/chat", turn, methods=["POST"]),
        Route("/api/forget", forget, methods=["POST"]),
        Route("/api/export", export, methods=["POST"]),
        Route("/api/summary.pdf", summary, methods=["POST"]),
        Route("/api/health", health),
        Mount("/static", GZipMiddleware(StaticFiles(directory=STATIC))),
        *(telegram.routes if telegram else ()),
    ]
    handlers: dict[Any, Any] = {ApiError: failed, HTTPException: failed, Exception: failed}
    # Around everything, so that an answer to an unforeseen error has the headers too.
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    return SecurityHeaders(app, site.embed_origins, version())


def _host(request: Request) -> str | None:
    return request.client.host if request.client else None


def _only_help(asked: ChatRequest, wait: int) -> dict[str, Any]:
    """Answer a cry for help over the limits too, without the engine and the database; refuse everything else."""
    if help := gate.help_now(asked.text or ""):
        return as_json(asked.capsule, calm({}, *help.bubbles))
    raise _too_many(wait)


def _too_many(wait: int) -> ApiError:
    return ApiError(429, "too_many", retry_after=wait)


def _error(texts: Texts, error: Exception) -> Response:
    headers: dict[str, str] = {}
    if isinstance(error, ApiError):
        status, code = error.status, error.code
        if error.retry_after is not None:
            headers["Retry-After"] = str(error.retry_after)
        if error.code == "body_too_large":
            headers["Connection"] = "close"  # the rest of it is not waited for
    elif isinstance(error, HTTPException):
        status, code = error.status_code, "method_not_allowed" if error.status_code == 405 else "not_found"
        headers.update(error.headers or {})
    else:
        status, code = 503, "try_again"
    return JSONResponse({"error": {"code": code, "message": texts.get(SENTENCES[code])}}, status, headers)
