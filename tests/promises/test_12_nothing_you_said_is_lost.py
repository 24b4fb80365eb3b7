"""Promise 12: you never lose what you said.

The conversation is with the person, so whatever happens to the server they go on with what they have: after `kill -9`
at any turn, after a turn that failed or took too long, with a full disk or a locked database, from two tabs at once.
On Telegram they go on with the file they saved, and where there is Redis as if nothing had happened.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import event

from bench import kill
from bot.engine.engine import Engine
from bot.knowledge import knowledge
from bot.storage import migrate
from bot.storage.database import open_engine
from bot.storage.keys import ConversationKeys
from bot.telegram.capsule_files import NAME
from bot.vault.server_secrets import Secret, ServerSecrets
from bot.vault.vault import Vault
from bot.web.app import create_app
from bot.web.chat import KEYS_SECONDS, Chat
from bot.web.limits import Limits
from tests.promises.house import House
from tests.serving import SITE
from tests.telegram import redis_server
from tests.telegram.beside import beside
from tests.telegram.person import text_of, texts
from tests.telegram.walk import content, everything, open_question
from tests.waiting import within
from tests.walker import Walker

WORD = "mijn vak"
KEY = "goed.zingeving"
TODAY = date(2026, 11, 22)


def test_a_server_killed_again_and_again_loses_nothing_and_takes_nothing_twice(model: Path) -> None:
    outcome = kill.run(turns=30, kills=2)
    assert (outcome.turns, outcome.kills) == (30, 2)
    assert outcome.different == []
    assert outcome.held_the_same


@dataclass
class Clock:
    """A wall clock that can be set."""

    today: date = TODAY


@pytest.fixture
def clock() -> Clock:
    return Clock()


@asynccontextmanager
async def served(engine: Engine, folder: Path, clock: Clock | None = None) -> AsyncIterator[httpx.AsyncClient]:
    """Serve from a database in this folder; the client has it as `client.database`."""
    url = f"sqlite:///{folder / 'gesprek.db'}"
    migrate.upgrade(url)
    database = open_engine(url)
    event.listen(database, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout = 200"))
    now = clock or Clock()
    vault = Vault(ConversationKeys(database), ServerSecrets([Secret(bytes(range(32)))]), 180, lambda: now.today)
    texts = knowledge().texts
    app = create_app(Chat(engine, vault, texts), engine, texts, Limits(0), SITE)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gesprek.test") as connected:
        yield connected
    database.dispose()


@pytest.fixture
async def client(engine: Engine, tmp_path: Path, clock: Clock) -> AsyncIterator[httpx.AsyncClient]:
    async with served(engine, tmp_path, clock) as connected:
        yield connected


@pytest.fixture
async def walker(client: httpx.AsyncClient) -> Walker:
    """Somebody at a question that expects words."""
    return await at_a_question(client)


async def at_a_question(client: httpx.AsyncClient) -> Walker:
    begun = Walker(client)
    await begun.start()
    for said in ("kort", "zingeving"):
        await begun.say(said)
    return begun


async def post(client: httpx.AsyncClient, capsule: str | None, message: dict[str, str] | None) -> httpx.Response:
    return await client.post("/api/chat", json={"capsule": capsule, "message": message})


async def calmly_refused(client: httpx.AsyncClient, capsule: str | None) -> None:
    """Say something that can't be taken now; the answer is a sentence for a person."""
    refused = await post(client, capsule, {"text": WORD})
    assert refused.status_code == 503
    assert refused.json()["error"] == {"code": "try_again", "message": knowledge().texts.get("fout.even_niet")}


# A turn that takes too long


@pytest.mark.parametrize("how", ["waiting", "computing"])
async def test_a_turn_that_takes_too_long_is_given_up_in_time_and_can_be_said_again(
    client: httpx.AsyncClient, walker: Walker, engine: Engine, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(engine, "turn_timeout", 0.5)
        if how == "waiting":
            broken.setattr("bot.engine.inprocess.InProcessEndpoint.request", lambda *a, **b: asyncio.sleep(60))
        else:
            broken.setattr("actions.antwoord.ActionAntwoord.handle", staticmethod(compute))
        for attempt in within(0.5 + KEYS_SECONDS + 1.0):
            with attempt:
                await calmly_refused(client, walker.capsule)
    await walker.say(WORD)
    assert (await walker.export())["answers"] == {KEY: WORD}


def compute(turn: Any) -> None:
    while True:
        sum(range(1000))


def test_a_turn_may_take_five_seconds_unless_set_otherwise() -> None:
    from bot.settings import load_settings

    assert load_settings().turn_timeout_seconds == Engine().turn_timeout == 5.0


# The same capsule more than once


async def test_two_tabs_with_one_capsule_each_keep_what_was_said_there(
    client: httpx.AsyncClient, walker: Walker
) -> None:
    first, second = Walker(client), Walker(client)
    first.capsule = second.capsule = walker.capsule
    await asyncio.gather(first.say("mijn vak"), second.say("mijn collega's"))
    await asyncio.gather(first.say("overslaan"), second.say("overslaan"))
    assert (await first.export())["answers"][KEY] == "mijn vak"
    assert (await second.export())["answers"][KEY] == "mijn collega's"


async def test_a_retry_is_answered_the_same_and_counts_once(client: httpx.AsyncClient, walker: Walker) -> None:
    before = walker.capsule
    once = await walker.say(WORD)
    walker.capsule = before  # the answer got lost on the way
    again = await walker.say(WORD)
    assert {**again, "capsule": None} == {**once, "capsule": None}
    await walker.say("laat mijn samenvatting zien")
    assert walker.text.count(WORD) == 1


async def test_a_double_click_answers_once(client: httpx.AsyncClient, walker: Walker) -> None:
    """Also when the second click comes after the answer: it must not skip the next question as well."""
    choice = {b["title"]: b["choice"] for m in walker.answer["messages"] for b in m["buttons"]}["Overslaan"]
    one, two = await asyncio.gather(*(post(client, walker.capsule, {"choice": choice}) for _ in range(2)))
    assert {**one.json(), "capsule": None} == {**two.json(), "capsule": None}
    assert one.json()["expects"]["key"] != KEY
    late = await post(client, one.json()["capsule"], {"choice": choice})
    assert late.json()["expects"] == one.json()["expects"]


# A clock that jumps


async def test_what_was_said_while_the_clock_stood_in_1970_is_there_when_it_is_right(
    client: httpx.AsyncClient, walker: Walker, clock: Clock
) -> None:
    clock.today = date(1970, 1, 1)
    await walker.say(WORD)
    clock.today = TODAY
    assert (await walker.export())["answers"] == {KEY: WORD}


@pytest.mark.parametrize("days", [1, 170, -1, -400])
async def test_a_conversation_goes_on_when_the_clock_jumps(
    client: httpx.AsyncClient, walker: Walker, clock: Clock, days: int
) -> None:
    clock.today += timedelta(days=days)
    assert (await walker.say(WORD))["messages"]
    assert (await walker.export())["answers"] == {KEY: WORD}


async def test_a_capsule_too_old_by_a_wrong_clock_opens_again_when_the_clock_is_right(
    client: httpx.AsyncClient, walker: Walker, clock: Clock
) -> None:
    clock.today += timedelta(days=4000)
    refused = await post(client, walker.capsule, {"text": WORD})
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "capsule_invalid")
    clock.today = TODAY
    await walker.say(WORD)
    assert (await walker.export())["answers"] == {KEY: WORD}


# A disk that is full, a database that is locked or gone


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KB of its own, where the system lets us make one."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    made = os.geteuid() == 0 and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(folder)], capture_output=True
    )
    if not made or made.returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


async def test_with_a_full_disk_conversations_go_on_and_only_new_ones_must_wait(
    engine: Engine, small_disk: Path, clock: Clock
) -> None:
    async with served(engine, small_disk, clock) as client:
        walker = await at_a_question(client)
        fill = small_disk / "vol"
        fill_up(fill)
        await walker.say(WORD)
        assert (await walker.export())["answers"] == {KEY: WORD}
        refused = 0
        for _ in range(40):  # what room the database had left is used up first
            response = await post(client, None, None)
            assert response.status_code in (200, 503)
            refused += response.status_code == 503
        assert refused > 1
        clock.today += timedelta(days=1)  # the first turn of a day would note that day
        await walker.say("overslaan")
        fill.unlink()
        assert (await post(client, None, None)).status_code == 200
        assert (await walker.say("overslaan"))["messages"]


def fill_up(path: Path) -> None:
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(512)) == 512:
            pass
    assert path.stat().st_size > 0


async def test_with_the_database_locked_a_new_conversation_waits_calmly_and_the_others_go_on(
    client: httpx.AsyncClient, walker: Walker, tmp_path: Path, clock: Clock
) -> None:
    other = open_engine(f"sqlite:///{tmp_path / 'gesprek.db'}")
    with other.connect() as held:
        held.exec_driver_sql("BEGIN EXCLUSIVE")
        await calmly_refused(client, None)
        await walker.say(WORD)  # reading the key waits for nobody
        clock.today += timedelta(days=1)
        await walker.say("overslaan")  # nor does noting the day
        held.exec_driver_sql("ROLLBACK")
    other.dispose()
    assert (await post(client, None, None)).status_code == 200
    assert (await walker.export())["answers"] == {KEY: WORD}


async def test_with_the_database_gone_and_back_the_conversation_goes_on(engine: Engine, tmp_path: Path) -> None:
    async with served(engine, tmp_path) as client:
        walker = await at_a_question(client)
    kept = {path: path.read_bytes() for path in tmp_path.glob("gesprek.db*")}
    for path in kept:
        path.unlink()
    async with served(engine, tmp_path) as client:
        refused = await post(client, walker.capsule, {"text": WORD})
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "capsule_invalid")
    for path in tmp_path.glob("gesprek.db*"):
        path.unlink()
    for path, before in kept.items():  # from the backup
        path.write_bytes(before)
    async with served(engine, tmp_path) as client:
        walker = await again(client, walker)
        await walker.say(WORD)
        assert (await walker.export())["answers"] == {KEY: WORD}


async def again(client: httpx.AsyncClient, walker: Walker) -> Walker:
    """Let the same person go on at another server."""
    moved = Walker(client)
    moved.capsule = walker.capsule
    await moved.start()
    return moved


# Forgetting, when that fails halfway


async def test_wis_alles_that_fails_leaves_a_conversation_that_opens(
    client: httpx.AsyncClient, walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    await walker.say(WORD)
    await walker.say("wis alles")
    with monkeypatch.context() as broken:
        broken.setattr("bot.vault.vault.Vault.start", lambda vault: 1 / 0)
        assert (await post(client, walker.capsule, {"text": "ja"})).status_code == 503
    assert (await walker.export())["answers"] == {KEY: WORD}
    assert (await walker.say("ja"))["forgotten"] is True


# On Telegram


def test_on_telegram_a_killed_server_loses_nothing_that_was_saved(model: Path, tmp_path: Path) -> None:
    house = House(tmp_path)
    with beside() as telegram:
        person, late = telegram.person(), telegram.person()
        with house.serving(**telegram.environment) as (_, server):
            for text in ("/start", "kort", "zingeving", WORD):
                telegram.do(person, text)
            saved = content(person, telegram.do(person, "bewaar"))
            telegram.do(late, "/start")
            server.kill()
        waiting = telegram.wait(telegram.emulator.put(late.typed("kort")))  # said while nobody was there
        with house.serving(**telegram.environment):
            telegram.wait(telegram.emulator.dealt_with(waiting))
            assert open_question(late.chat.sent) == "dimensie"
            assert "ben ik dat vergeten, met opzet" in texts(telegram.do(person, "7"))
            telegram.wait(person.send_file(NAME, saved))
            assert telegram.wait(everything(person))["answers"] == {KEY: WORD}


def test_on_telegram_with_redis_a_server_killed_in_mid_turn_goes_on(model: Path, tmp_path: Path) -> None:
    program = redis_server.program()
    if program is None:
        pytest.skip("there is no redis-server here, and it can't be installed")
    house = House(tmp_path)
    with redis_server.running(program) as url, beside() as telegram:
        person, environment = telegram.person(), {**telegram.environment, "REDIS_URL": url}
        with house.serving(**environment) as (_, server):
            for text in ("/start", "kort", "zingeving"):
                telegram.do(person, text)
            cut_short = telegram.wait(telegram.emulator.put(person.typed(WORD)))
            server.kill()
        with house.serving(**environment):
            telegram.wait(telegram.emulator.dealt_with(cut_short))
            assert telegram.wait(everything(person))["answers"] == {KEY: WORD}
            said = [text_of(message) for message in person.chat.sent]
            assert said.count(said[-1]) == 1
