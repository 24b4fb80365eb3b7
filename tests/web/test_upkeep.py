"""What is done every day: at the start, again while the server runs, and never in the way of anybody."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import anyio
import pytest
from sqlalchemy import create_engine, text

from bot.engine.engine import Engine
from bot.knowledge import knowledge
from bot.web import upkeep
from bot.web.app import create_app
from bot.web.chat import Chat
from bot.web.limits import Limits
from bot.web.upkeep import once_a_day
from tests.serving import SITE
from tests.waiting import until

MAX_AGE = timedelta(days=180)


@dataclass
class Clock:
    """A wall clock that can be set."""

    today: date = date(2026, 3, 1)


@pytest.fixture
def clock(vault: Any, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of the vault."""
    clock = Clock()
    monkeypatch.setattr(vault, "_today", lambda: clock.today)
    return clock


@pytest.fixture(autouse=True)
def short_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day of a twentieth of a second."""
    monkeypatch.setattr(upkeep, "DAY_SECONDS", 0.05)


def lifespan(vault: Any) -> AbstractAsyncContextManager[None]:
    """Start and stop the application as a server does."""
    texts = knowledge().texts
    app: Any = create_app(Chat(Engine(), vault, texts), Engine(), texts, Limits(0), SITE)
    found: Callable[[Any], AbstractAsyncContextManager[None]] = app._app.router.lifespan_context
    return found(app._app)


async def test_old_keys_go_at_the_start_and_while_it_runs(vault: Any, clock: Clock) -> None:
    old = vault.start()
    clock.today += timedelta(days=1)
    newer = vault.start()
    clock.today += MAX_AGE
    vault.start()
    async with lifespan(vault):
        assert (vault.held(old), bool(vault.held(newer))) == ({}, True)
        clock.today += timedelta(days=1)
        vault.start()
        await until(lambda: not vault.held(newer), "the newer key is gone too")


async def test_a_line_a_day_says_that_it_was_done_and_not_for_how_many(
    vault: Any, clock: Clock, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "DAY_SECONDS", 3600.0)
    old = vault.start()
    clock.today += MAX_AGE + timedelta(days=1)
    vault.start()
    with caplog.at_level("INFO", "bot.web"):
        async with once_a_day(Chat(Engine(), vault, knowledge().texts).tidy):
            pass
    assert vault.held(old) == {}
    assert [record.getMessage() for record in caplog.records] == ["tidied up"]


async def test_a_database_that_is_out_of_order_is_tried_again_the_next_day(
    vault: Any, clock: Clock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    old = vault.start()
    clock.today += MAX_AGE + timedelta(days=1)
    vault.start()
    database = create_engine(f"sqlite:///{tmp_path / 'gesprek.db'}", future=True)

    def rename(before: str, after: str) -> None:
        with database.begin() as connection:
            connection.execute(text(f"ALTER TABLE {before} RENAME TO {after}"))

    rename("conversation_key", "weg")
    async with lifespan(vault):
        await until(lambda: len(caplog.records) > 1, "it failed, and failed again")
        rename("weg", "conversation_key")
        await until(lambda: not vault.held(old), "the old key is gone")
    database.dispose()
    assert {record.message for record in caplog.records if record.levelname == "ERROR"} == {"the daily work failed"}


async def test_work_under_way_is_finished_before_the_server_is_gone_and_none_begins_after_that() -> None:
    begun: list[float] = []
    done: list[float] = []

    def work() -> None:
        begun.append(time.monotonic())
        time.sleep(0.2)
        done.append(time.monotonic())

    async with once_a_day(work):
        finished = len(done)
        await until(lambda: len(begun) > finished, "the work of the next day begins")
    so_far = len(begun)
    assert len(done) == so_far > 1
    await anyio.sleep(0.2)
    assert len(begun) == so_far
