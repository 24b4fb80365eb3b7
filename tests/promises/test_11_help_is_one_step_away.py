"""Promise 11: help is always one step away.

A cry for help is answered at every question, and whatever is broken: engine, database, capsule or content.
How well a cry is recognised is measured in tests/nlu/crisis.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from math import inf
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.conversation.questions import Kind
from bot.engine.engine import Engine
from bot.knowledge import knowledge
from bot.nlu.crisis import Soort, load_content
from bot.settings import load_settings
from bot.web.app import create_app
from bot.web.chat import HELP_SECONDS, Chat
from bot.web.limits import Limits
from tests.conversation.talk import QUESTIONS
from tests.promises.canary import Talkative
from tests.promises.conftest import OnTelegram
from tests.promises.house import press_or_type, turn
from tests.promises.places import NAME, PAST_EVERYTHING, Answer
from tests.serving import SITE
from tests.telegram.person import texts as on_screen
from tests.telegram.walk import everything, open_question
from tests.waiting import until, within

CRIES = {
    "ik wil niet meer leven": Soort("zelfdoding"),
    "mijn man slaat me en ik durf niet naar huis": Soort("geweld"),
    "hulp nu": None,
}
CRY = "ik wil niet meer leven"
HANGS_SECONDS = 10
AT_ONCE = 1.0  # seconds, with room for a busy machine; it takes milliseconds
WORD = "mijn vak"


def texts(answer: Answer) -> str:
    return "\n".join(message["text"] for message in answer["messages"])


def test_a_cry_for_help_is_answered_at_every_question(api: httpx.Client, places: dict[str, Answer]) -> None:
    crisis = load_content(load_settings().content_dir / "crisis.yml")
    assert set(QUESTIONS) <= set(places)
    for key, place in places.items():
        for cry, kind in CRIES.items():
            answer = turn(api, place["capsule"], cry).json()
            if kind is not None:
                assert texts(answer) == "\n".join(crisis.messages(kind.value)), (key, cry)
            assert "112" in texts(answer), (key, cry)
            assert answer["expects"] == place["expects"], (key, cry)  # the question stays open
            assert held(api, answer) == held(api, place), (key, cry)  # and nothing of it is kept


def test_it_is_answered_before_anything_else_was_said(api: httpx.Client) -> None:
    answer = turn(api, None, CRY).json()
    assert "113" in texts(answer)
    assert "chatbot" in texts(turn(api, None, None).json())
    assert press_or_type(api, answer, "kort")["expects"]["key"] == "dimensie"  # and the conversation can begin


def held(api: httpx.Client, answer: Answer) -> dict[str, Any]:
    found = api.post("/api/export", json={"capsule": answer["capsule"]}).json()
    return {name: value for name, value in found.items() if name != "stored_on_server"}


# Whatever is broken


@pytest.fixture
def working(vault: Any, engine: Engine) -> Iterator[Engine]:
    """The engine, with little patience: what is broken here is broken on purpose."""
    before, engine.turn_timeout = engine.turn_timeout, 0.3
    yield engine
    engine.turn_timeout = before


@asynccontextmanager
async def served(engine: Engine, vault: Any) -> AsyncIterator[httpx.AsyncClient]:
    """Serve with this engine, which need not be there."""
    texts = knowledge().texts
    app = create_app(Chat(engine, vault, texts), engine, texts, Limits(0), SITE)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gesprek.test") as connected:
        yield connected


async def post(client: httpx.AsyncClient, capsule: str | None, text: str | None) -> httpx.Response:
    message = None if text is None else {"text": text}
    return await client.post("/api/chat", json={"capsule": capsule, "message": message})


async def begun(engine: Engine, vault: Any) -> str:
    """Return the capsule of a conversation at a question, made while everything still worked."""
    engine_patience, engine.turn_timeout = engine.turn_timeout, 60
    async with served(engine, vault) as client:
        capsule = None
        for said in (None, "kort", "zingeving"):
            capsule = (await post(client, capsule, said)).json()["capsule"]
    engine.turn_timeout = engine_patience
    return str(capsule)


async def refused_and_helped(client: httpx.AsyncClient, capsule: str | None, seconds: float = AT_ONCE) -> Answer:
    """Say something ordinary, which can't be answered now, and then cry for help; return the answer to that."""
    refused = await post(client, capsule, WORD)
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "try_again")
    for attempt in within(seconds):
        with attempt:
            answer = await post(client, capsule, CRY)
    assert answer.status_code == 200
    assert "113" in texts(answer.json())
    return dict(answer.json())


async def test_with_the_engine_never_started(vault: Any, engine: Engine) -> None:
    capsule = await begun(engine, vault)
    async with served(Engine(), vault) as client:
        answer = await refused_and_helped(client, capsule)
        assert answer["expects"]["key"] == "goed.zingeving"
        await refused_and_helped(client, None)
        assert (await client.get("/api/health")).status_code == 503


async def test_with_the_engine_raising(working: Engine, vault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    capsule = await begun(working, vault)

    def fail(*args: Any, **named: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("bot.engine.inprocess.TurnProcessor.handle_message", fail)
    monkeypatch.setattr("bot.engine.inprocess.TurnProcessor.parse_message", fail)
    async with served(working, vault) as client:
        assert (await refused_and_helped(client, capsule))["expects"]["key"] == "goed.zingeving"


@pytest.mark.parametrize("how", ["waiting", "blocked", "computing"])
async def test_with_every_turn_hanging(working: Engine, vault: Any, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """While the others' turns hang, not after they were given up."""
    capsule = await begun(working, vault)
    working.turn_timeout = 3.0
    async with served(working, vault) as client:
        for given_up in within(3.0 + 1.5):
            begins, released = threading.Event(), threading.Event()
            monkeypatch.setattr("bot.engine.inprocess.InProcessEndpoint.request", hanging(how, begins, released))
            with given_up:
                others = [asyncio.create_task(post(client, capsule, WORD)) for _ in range(6)]
                await until(begins.is_set, "a turn hangs")
                for at_once in within(AT_ONCE):
                    with at_once:
                        answer = await post(client, capsule, CRY)
                assert "113" in texts(answer.json())
                meanwhile = not any(task.done() for task in others)
                ended = await asyncio.gather(*others)
            assert {response.status_code for response in ended} == {503}
            if not meanwhile:
                given_up.seconds = inf  # on so busy a machine this try says nothing
            released.set()


def hanging(how: str, begins: threading.Event, released: threading.Event) -> Callable[..., Any]:
    """Return what an action does that hangs until it is released, or for longer than anybody waits."""
    hang: dict[str, Callable[[], Any]] = {
        "waiting": lambda: asyncio.sleep(HANGS_SECONDS),
        "blocked": lambda: released.wait(HANGS_SECONDS),
        "computing": lambda: compute_until(released),
    }

    def request(*args: Any, **named: Any) -> Any:
        begins.set()
        return hang[how]()

    return request


def compute_until(released: threading.Event) -> None:
    until = time.monotonic() + HANGS_SECONDS
    while not released.is_set() and time.monotonic() < until:
        sum(range(1000))


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the whole database for somebody else, reading included."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    yield
    other.close()


async def test_who_cried_first_hears_what_this_is_before_anything_is_asked(vault: Any, engine: Engine) -> None:
    async with served(Engine(), vault) as client:
        capsule = (await post(client, None, CRY)).json()["capsule"]
    for said in (None, "kort"):
        async with served(engine, vault) as client:
            assert "chatbot" in texts((await post(client, capsule, said)).json())


async def test_with_the_database_locked(working: Engine, vault: Any, tmp_path: Path) -> None:
    capsule = await begun(working, vault)
    vault._keys._engine.dispose()
    async with served(working, vault) as client:
        with locked(tmp_path / "gesprek.db"):
            answer = await refused_and_helped(client, capsule, HELP_SECONDS + AT_ONCE)
            assert answer["capsule"] == capsule  # theirs, as it was
            assert (await refused_and_helped(client, None, HELP_SECONDS + AT_ONCE))["capsule"] is None
        await asyncio.sleep(5)  # the database gives up its own patience
        working.turn_timeout = 60
        assert (await post(client, capsule, WORD)).status_code == 200


async def test_with_the_database_gone(working: Engine, vault: Any, tmp_path: Path) -> None:
    capsule = await begun(working, vault)
    vault._keys._engine.dispose()
    for path in tmp_path.glob("gesprek.db*"):
        path.unlink()
    async with served(working, vault) as client:
        assert (await refused_and_helped(client, capsule))["capsule"] == capsule
        assert (await refused_and_helped(client, None))["capsule"] is None


@pytest.mark.parametrize("capsule", ["", "geen capsule", "A" * 200])
async def test_with_a_capsule_nobody_can_open(vault: Any, capsule: str) -> None:
    async with served(Engine(), vault) as client:
        answer = await post(client, capsule, CRY)
        assert (answer.status_code, "113" in texts(answer.json())) == (200, True)
        assert (await post(client, capsule, WORD)).status_code == 409


async def test_with_content_that_cannot_be_read(vault: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.engine.gate._content", lambda: 1 / 0)
    async with served(Engine(), vault) as client:
        answer = await post(client, None, CRY)
        assert "113" in texts(answer.json())


async def test_it_asks_nothing_of_who_needs_help(vault: Any) -> None:
    async with served(Engine(), vault) as client:
        answer = (await post(client, None, CRY)).json()
    assert answer["expects"]["kind"] in {kind.value for kind in Kind}
    assert all(message["image"] is None for message in answer["messages"])


def test_looking_for_a_cry_takes_no_time_even_in_the_longest_text() -> None:
    from bot.engine import gate

    gate.help_now("hoi")
    for text in ("ik wil niet meer " * 235, "dood " * 800, "niet meer leven wil ik niet " * 140, "x" * 4000):
        for attempt in within(0.25):
            with attempt:
                gate.help_now(text[:4000])


def test_on_telegram_it_is_answered_at_every_question_and_the_question_stays_open(on_telegram: OnTelegram) -> None:
    """What is broken there is broken in tests/telegram/test_help.py."""
    telegram, asked = on_telegram.telegram, set()
    person = telegram.person()
    for heard in telegram.walk(person, Talkative(NAME, PAST_EVERYTHING)):
        question = open_question(heard)
        if question is None or question in asked:
            continue
        asked.add(question)
        cry = (*CRIES, "/hulp_nu")[len(asked) % 4]
        assert "112" in on_screen(telegram.do(person, cry)), (question, cry)
        assert open_question(telegram.do(person, "/herhaal")) == question
    assert len(asked) > 25
    kept = str(telegram.wait(everything(person)))
    assert not any(cry in kept for cry in CRIES if cry != "hulp nu")
