"""The page a widget stands on, and servers for each of them that say one thing, whatever is asked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import Thread
from typing import Any

import socketio
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from bench.servers import LOOPBACK, free_port
from bench.widgets.peers import PACKAGES, PEERS, Peer
from bot.content import load_site
from bot.settings import PROJECT_ROOT
from bot.web.headers import SecurityHeaders
from bot.web.house import STATIC, house_routes, version

ANSWER = "Dat heb ik gehoord."
# What each needs to be there at all, and nothing that a policy is for keeping out.
STRICT = (
    "default-src 'none'; script-src 'self' {bot}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src {bot}"
)


@dataclass
class Host:
    """The page: which widget, and whether its policy is strict."""

    peer: Peer
    bot: str
    strict: bool = False


@contextmanager
def served() -> Iterator[tuple[str, Host]]:
    """Serve the page and the bot on two ports of loopback; gives the address of the page."""
    ports = (free_port(), free_port())
    page, bot = (f"http://{LOOPBACK}:{port}" for port in ports)
    host = Host(PEERS[0], bot)
    servers = [_server(_page(host), ports[0]), _server(_bot(page), ports[1])]
    threads = [Thread(target=server.run, daemon=True) for server in servers]
    for thread in threads:
        thread.start()
    while not all(server.started for server in servers):
        time.sleep(0.02)
    try:
        yield page, host
    finally:
        for server in servers:
            server.force_exit = server.should_exit = True
        for thread in threads:
            thread.join(5)


def _server(app: Any, port: int) -> uvicorn.Server:
    return uvicorn.Server(uvicorn.Config(app, host=LOOPBACK, port=port, log_level="error", lifespan="off", ws="none"))


def _page(host: Host) -> Any:
    async def front(request: Request) -> Response:
        policy = {"Content-Security-Policy": STRICT.format(bot=host.bot)} if host.strict else {}
        return HTMLResponse(
            '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Plein</title>'
            '<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>'
            '<main><h1>Plein</h1><a href="#nieuws">Nieuws</a></main>'
            f"{host.peer.markup.format(bot=host.bot)}</body></html>",
            headers=policy,
        )

    async def start(request: Request) -> Response:
        return Response(host.peer.start, media_type="text/javascript")

    async def deep_chat(request: Request) -> Response:
        return JSONResponse({"text": ANSWER})

    async def rest(request: Request) -> Response:
        return JSONResponse([{"recipient_id": "x", "text": ANSWER}])

    PACKAGES.mkdir(parents=True, exist_ok=True)
    routes = [
        Route("/", front),
        Route("/start.js", start),
        Route("/deep-chat", deep_chat, methods=["POST"]),
        Route("/webhooks/rest/webhook", rest, methods=["POST"]),
        Mount("/packages", StaticFiles(directory=PACKAGES)),
    ]
    return socketio.ASGIApp(_rasa_socket(), Starlette(routes=routes))


def _rasa_socket() -> Any:
    """Speak as Rasa's socket.io channel does."""
    channel = socketio.AsyncServer(async_mode="asgi", allow_upgrades=False, transports=["polling"])

    @channel.on("session_request")  # type: ignore[untyped-decorator]
    async def confirm(sid: str, data: Any) -> None:
        await channel.emit("session_confirm", sid, room=sid)

    @channel.on("user_uttered")  # type: ignore[untyped-decorator]
    async def answer(sid: str, data: Any) -> None:
        await channel.emit("bot_uttered", {"text": ANSWER}, room=sid)

    return channel


def _bot(page: str) -> ASGIApp:
    """Serve our page as it is, with a conversation of one sentence."""
    site = replace(load_site(PROJECT_ROOT / "content"), embed_origins=(page,))

    async def chat(request: Request) -> Response:
        asked = await request.json()
        text = "Hallo." if asked["message"] is None else ANSWER
        return JSONResponse(
            {
                "capsule": "x",
                "messages": [{"text": text, "buttons": [], "image": None}],
                "expects": {"key": None, "kind": "text"},
                "stage": "welkom",
            }
        )

    routes = [
        *house_routes(site),
        Route("/api/chat", chat, methods=["POST"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    return SecurityHeaders(Starlette(routes=routes), site.embed_origins, version())
