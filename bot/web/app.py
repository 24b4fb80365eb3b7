"""The web application: routes, security headers, and errors a person can read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.conversation.knowledge import Texts
from bot.engine.engine import Engine
from bot.web.chat import Chat
from bot.web.errors import SENTENCES, ApiError
from bot.web.headers import SecurityHeaders
from bot.web.request import read_capsule, read_chat

PAGE = Path(__file__).parent / "page"


def create_app(chat: Chat, engine: Engine, texts: Texts) -> Starlette:
    """Put the application together."""

    async def turn(request: Request) -> Response:
        return JSONResponse(await chat.turn(await read_chat(request)))

    async def forget(request: Request) -> Response:
        await chat.forget(await read_capsule(request))
        return Response(status_code=204)

    async def export(request: Request) -> Response:
        return JSONResponse(chat.export(await read_capsule(request)))

    async def health(request: Request) -> Response:
        return JSONResponse(
            {"status": "ok" if engine.ready else "starting", "engine": engine.ready}, 200 if engine.ready else 503
        )

    async def page(request: Request) -> Response:
        return FileResponse(PAGE / "index.html")

    def failed(request: Request, error: Exception) -> Response:
        return _error(texts, error)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        if engine.ready:
            await engine.warm_up()
        yield

    routes = [
        Route("/", page),
        Route("/api/chat", turn, methods=["POST"]),
        Route("/api/forget", forget, methods=["POST"]),
        Route("/api/export", export, methods=["POST"]),
        Route("/api/health", health),
        Mount("/static", StaticFiles(directory=PAGE)),
    ]
    handlers: dict[Any, Any] = {ApiError: failed, HTTPException: failed, Exception: failed}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    app.add_middleware(SecurityHeaders)
    return app


def _error(texts: Texts, error: Exception) -> Response:
    if isinstance(error, ApiError):
        status, code = error.status, error.code
    elif isinstance(error, HTTPException):
        status, code = error.status_code, "method_not_allowed" if error.status_code == 405 else "not_found"
    else:
        status, code = 503, "try_again"
    return JSONResponse({"error": {"code": code, "message": texts.get(SENTENCES[code])}}, status)
