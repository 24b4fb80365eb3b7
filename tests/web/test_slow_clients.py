"""Clients that send drop by drop, or without end: cut off after a while, and nobody else notices."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
import pytest
import uvicorn
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bench.servers import LOOPBACK
from bot.settings import load_settings
from bot.web import patience
from bot.web.serve import options
from tests import waiting
from tests.waiting import until, within

PATIENCE = 0.5
HEAD = b"POST / HTTP/1.1\r\nHost: gesprek.test\r\nContent-Length: 100000\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: gesprek.test\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhoi\r\n0\r\n"
WHOLE = b"GET / HTTP/1.1\r\nHost: gesprek.test\r\n\r\n"


async def answers(scope: dict[str, object], receive: object, send: object) -> None:
    """Read what comes in, and answer."""
    request = Request(scope, receive)  # type: ignore[arg-type]
    with suppress(Exception):
        await request.body()
    response: Response = PlainTextResponse("ja")
    await response(scope, receive, send)  # type: ignore[arg-type]


@pytest.fixture
async def port(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[int]:
    """Serve on loopback the way `gesprek run` does, with less patience."""
    monkeypatch.setattr(patience, "REQUEST_SECONDS", PATIENCE)
    async with serving() as port:
        yield port


@asynccontextmanager
async def serving() -> AsyncIterator[int]:
    given = options(load_settings(port=0))
    server = uvicorn.Server(uvicorn.Config(answers, **{**given, "factory": False}))
    running = asyncio.create_task(server.serve())
    await until(lambda: server.started, "the server starts")
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await running


async def seconds_until_closed(port: int, first: bytes, drop: bytes = b"", every: float = 0.05) -> float:
    """Connect, send `first` and then `drop` again and again; the seconds until the server hangs up."""
    began = time.monotonic()
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    writer.write(first)

    async def drip() -> None:
        with suppress(ConnectionError):
            while drop:
                await asyncio.sleep(every)
                writer.write(drop)
                await writer.drain()

    dripping = asyncio.create_task(drip())
    with suppress(ConnectionError):
        await asyncio.wait_for(reader.read(), 20)
    took = time.monotonic() - began
    dripping.cancel()
    writer.close()
    return took


@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"", b""),
        (b"POST / HT", b""),
        (HEAD, b"X-Drop: 1\r\n"),
        (HEAD + b"\r\n", b"a"),
        (CHUNKED, b"X-Trailer: 1\r\n"),
        (WHOLE, b"\r\n"),
        (WHOLE + b"GET / HT", b""),
    ],
    ids=["silence", "no whole line", "headers", "body", "trailers", "between requests", "second request"],
)
async def test_who_takes_too_long_is_cut_off(port: int, first: bytes, drop: bytes) -> None:
    for attempt in within(PATIENCE * 6):
        with attempt:
            assert await seconds_until_closed(port, first, drop) > PATIENCE * 0.8


@pytest.mark.parametrize("first", [HEAD, CHUNKED, b"GET /"], ids=["headers", "trailers", "address"])
async def test_heads_without_end_are_cut_off_at_once(port: int, first: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "REQUEST_SECONDS", 30.0)
    endless = b"a" * 20_000 if first == b"GET /" else b"X-Long: " + b"a" * 20_000 + b"\r\n"
    for attempt in within(10):
        with attempt:
            await seconds_until_closed(port, first, endless, every=0.01)


async def test_who_sends_in_time_is_answered(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In pieces, and twice over one connection: each has its own time, the two take longer."""
    enough = 2.0
    monkeypatch.setattr(patience, "REQUEST_SECONDS", enough)
    reader, writer = await asyncio.open_connection(LOOPBACK, port)
    for _ in range(2):
        for piece in (b"POST / HTTP/1.1\r\nHost: gesprek", b".test\r\nContent-Length: 4\r\n\r\nho", b"oi"):
            writer.write(piece)
            await asyncio.sleep(enough / 5)
        answer = await asyncio.wait_for(reader.readuntil(b"ja"), waiting.PATIENCE)
        assert answer.startswith(b"HTTP/1.1 200")
    writer.close()


async def test_a_big_body_is_no_head(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "REQUEST_SECONDS", 30.0)
    async with httpx.AsyncClient(base_url=f"http://{LOOPBACK}:{port}") as client:
        assert (await client.post("/", content=b"a" * 1_000_000)).text == "ja"


async def test_a_long_answer_is_not_hurried(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is for sending, not for thinking."""

    async def slow(self: Request) -> bytes:
        await asyncio.sleep(PATIENCE * 2)
        return b""

    monkeypatch.setattr(Request, "body", slow)
    async with httpx.AsyncClient(base_url=f"http://{LOOPBACK}:{port}") as client:
        assert (await client.get("/")).text == "ja"


async def test_two_hundred_slow_clients_hold_up_nobody() -> None:
    async with serving() as port:
        slow = [await asyncio.open_connection(LOOPBACK, port) for _ in range(200)]
        for number, (_, writer) in enumerate(slow):
            writer.write(HEAD if number % 2 else HEAD + b"\r\nhoi")
        async with httpx.AsyncClient(base_url=f"http://{LOOPBACK}:{port}") as client:
            for _ in range(20):
                for attempt in within(1):
                    with attempt:
                        assert (await client.post("/", content=b"hoi")).text == "ja"
        for _, writer in slow:
            writer.close()
