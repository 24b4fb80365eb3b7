"""What the promises share: a server with a house of its own, the places of a conversation, and a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.e2e.conftest import chromium as chromium  # a fixture
from tests.promises.house import House
from tests.promises.places import Answer, Heard, all_said, every_place
from tests.telegram import redis_server
from tests.telegram.beside import Beside, beside
from tests.waiting import PATIENCE


@pytest.fixture(scope="session")
def house(model: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """An installation, not yet serving."""
    return House(tmp_path_factory.mktemp("huis"))


@pytest.fixture(scope="session")
def address(house: House) -> Iterator[str]:
    """A server that runs as long as the tests do."""
    with house.serving() as (serving_at, _):
        yield serving_at


@pytest.fixture(scope="session")
def api(address: str) -> Iterator[httpx.Client]:
    """A client of that server."""
    with httpx.Client(base_url=address, timeout=PATIENCE) as connected:
        yield connected


@pytest.fixture(scope="session")
def places(api: httpx.Client) -> dict[str, Answer]:
    """Every question, with the answer in which the bot asks it."""
    return every_place(api)


@pytest.fixture(scope="session")
def said(api: httpx.Client, places: dict[str, Answer]) -> list[Heard]:
    """Everything the bot says, at every kind of question, whatever happens there."""
    return all_said(api, places)


@dataclass(frozen=True)
class OnTelegram:
    """A server with a bot on Telegram: where it lives, who is there, and the Redis it remembers in where one can be."""

    house: House
    address: str
    telegram: Beside
    redis_url: str | None


@pytest.fixture(scope="session")
def on_telegram(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OnTelegram]:
    """A server that serves Telegram as long as the tests do."""
    with ExitStack() as stack:
        telegram = stack.enter_context(beside())
        program = redis_server.program()
        url = stack.enter_context(redis_server.running(program)) if program else None
        own = House(tmp_path_factory.mktemp("telegramhuis"))
        remembering = {"REDIS_URL": url} if url else {}
        address, _ = stack.enter_context(own.serving(**telegram.environment, **remembering))
        yield OnTelegram(own, address, telegram, url)
