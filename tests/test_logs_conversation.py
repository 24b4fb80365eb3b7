"""Whole conversations with every logger at debug level, and all that can fail failing: no word of it is logged."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import structlog
import uvicorn
from sqlalchemy import text

from bot import logs
from bot.vault.capsule import parse
from tests.promises.canary import Canary, Talkative
from tests.waiting import until
from tests.walker import Walker

CANARY = Canary.new()
NOISY = ("rasa", "rasa_sdk", "uvicorn.access", "sqlalchemy.engine", "sqlalchemy.pool", "asyncio", "bot", "py.warnings")


@dataclass(frozen=True)
class Written:
    """What was logged, as this program writes it and as any other would."""

    ours: io.StringIO
    plain: io.StringIO

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.ours.getvalue().splitlines()]


@pytest.fixture
def written() -> Iterator[Written]:
    """Put every logger at debug level, with a plain handler beside our own.

    Rasa's structlog gets back what `logs.configure` took from it, so the formatter is all that stands in between.
    """
    logs.configure("DEBUG", libraries="DEBUG")
    structlog.configure(processors=[structlog.processors.KeyValueRenderer()])
    root = logging.getLogger()
    everybody = [logging.getLogger(name) for name in (*root.manager.loggerDict, *NOISY)]
    before = {logger: (logger.level, logger.propagate) for logger in everybody}
    for logger in everybody:
        logger.setLevel(logging.DEBUG)
        logger.propagate = True
    found = Written(io.StringIO(), io.StringIO())
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(found.ours)
    beside = logging.StreamHandler(found.plain)
    root.addHandler(beside)
    yield found
    root.removeHandler(beside)
    for logger, (level, propagate) in before.items():
        logger.setLevel(level)
        logger.propagate = propagate
    logs.configure()


def assert_nothing_is_told(written: Written, *capsules: str | None) -> None:
    """No word, no capsule and no conversation in any line; the plain handler shows that they were there to tell."""
    told = json.dumps(written.lines, ensure_ascii=False)
    for secret in (CANARY.plain, CANARY.accented, *filter(None, capsules)):
        assert secret not in told
    for capsule in filter(None, capsules):
        assert parse(capsule).conversation_id not in told
    assert CANARY.plain in written.plain.getvalue()


async def test_a_whole_conversation_at_debug(client: httpx.AsyncClient, written: Written) -> None:
    walker, person = Walker(client), Talkative(CANARY)
    await walker.start()
    while step := person.answer(walker.answer):
        await walker.do(step)
    assert CANARY.plain in json.dumps(await walker.export())
    assert {"rasa.core.processor", "rasa.core.policies.rule_policy", "bot.web.chat"} <= {
        line["logger"] for line in written.lines
    }
    assert_nothing_is_told(written, walker.capsule)
    turns = [line for line in written.lines if line["event"] == "turn"]
    assert len(turns) > 20
    assert all(set(turn) == {"time", "level", "logger", "event", "where", "ms", "stage"} for turn in turns)


def fail(*args: Any, **named: Any) -> Any:
    raise RuntimeError(f"{CANARY} in an error")


async def hang(*args: Any, **named: Any) -> Any:
    await asyncio.sleep(60)


@pytest.mark.parametrize(
    ("broken", "instead", "error"),
    [
        ("rasa.core.processor.MessageProcessor.parse_message", fail, "RuntimeError"),
        ("rasa.core.processor.MessageProcessor.handle_message", fail, "RuntimeError"),
        ("actions.antwoord.ActionAntwoord.handle", staticmethod(fail), "RuntimeError"),
        ("bot.vault.vault.Vault.seal", fail, "RuntimeError"),
        ("bot.vault.vault.Vault.open", fail, "RuntimeError"),
        ("bot.engine.inprocess.InProcessEndpoint.request", hang, "TurnTimedOut"),
    ],
)
async def test_an_error_is_logged_and_what_it_says_is_not(
    client: httpx.AsyncClient,
    engine: Any,
    written: Written,
    monkeypatch: pytest.MonkeyPatch,
    broken: str,
    instead: Any,
    error: str,
) -> None:
    walker = await at_a_question(client)
    monkeypatch.setattr(broken, instead)
    if instead is hang:
        monkeypatch.setattr(engine, "turn_timeout", 0.5)
    await refused(client, walker.capsule)
    logging.getLogger("bot.test").warning(CANARY.plain)  # so that the plain handler has something in any case
    assert_nothing_is_told(written, walker.capsule)
    told = [line for line in written.lines if line.get("error") == error]
    assert told
    assert all(":" in line["where"] for line in told)


async def test_a_database_that_fails_is_told_by_the_reason(
    client: httpx.AsyncClient, vault: Any, written: Written
) -> None:
    walker = await at_a_question(client)
    with vault._keys._engine.begin() as connection:
        connection.execute(text("ALTER TABLE conversation_key RENAME TO weg"))
    await refused(client, walker.capsule)
    logging.getLogger("bot.test").warning(CANARY.plain)
    assert_nothing_is_told(written, walker.capsule)
    (told,) = [line for line in written.lines if line["event"] == "turn failed"]
    assert told["error"] == "OperationalError"
    assert told["where"].startswith("bot.storage.keys:")


async def test_what_is_no_request_is_not_logged_either(client: httpx.AsyncClient, written: Written) -> None:
    await client.post("/api/chat", content=f'{{"capsule": "{CANARY}'.encode())
    await client.post("/api/chat", json={"capsule": str(CANARY), "message": {"text": str(CANARY)}})
    await client.get(f"/{CANARY}?naam={CANARY}")
    logging.getLogger("bot.test").warning(CANARY.plain)
    assert_nothing_is_told(written)


async def test_uvicorn_tells_no_address_and_no_query(written: Written) -> None:
    """With its access log on, which it never is here, and tracing what comes and goes."""

    async def echo(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": (await receive())["body"]})

    server = uvicorn.Server(
        uvicorn.Config(echo, port=0, log_config=None, log_level="trace", lifespan="off", ws="none", access_log=True)
    )
    serving = asyncio.create_task(server.serve())
    await until(lambda: server.started, "the server starts")
    port = server.servers[0].sockets[0].getsockname()[1]
    async with httpx.AsyncClient() as connected:
        answer = await connected.post(f"http://127.0.0.1:{port}/{CANARY.plain}?q={CANARY.plain}", content=CANARY.plain)
    assert answer.text == CANARY.plain
    server.should_exit = True
    await serving
    assert "uvicorn.access" in {line["logger"] for line in written.lines}
    assert_nothing_is_told(written)


async def at_a_question(client: httpx.AsyncClient) -> Walker:
    walker = Walker(client)
    await walker.start()
    for said in ("kort", "zingeving"):
        await walker.say(said)
    return walker


async def refused(client: httpx.AsyncClient, capsule: str | None) -> None:
    said = {"capsule": capsule, "message": {"text": f"mijn vak is {CANARY}"}}
    response = await client.post("/api/chat", json=said)
    assert (response.status_code, response.json()["error"]["code"]) == (503, "try_again")
