"""The bot with python-telegram-bot's real client, over real HTTP, beside a Bot API server of our own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.engine.engine import Engine
from bot.knowledge import knowledge
from bot.settings import load_settings
from bot.sharing.service import Sharing
from bot.telegram.application import Telegram
from bot.vault.server_secrets import Secret, ServerSecrets
from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Person

SECRETS = ServerSecrets([Secret(bytes(range(32)))])  # those of the vault in tests/conftest.py
Start = Callable[..., AbstractAsyncContextManager[Telegram]]


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """Telegram, for one test; afterwards everything it was sent and answered is held against the specification."""
    async with Emulator().running() as server:
        yield server
    assert server.violations == []


@pytest.fixture
def start(engine: Engine, vault: Any, emulator: Emulator, tmp_path: Path) -> Start:
    """Start the bot; to leave it and start it again is to restart it."""

    @asynccontextmanager
    async def started(
        engine: Engine = engine, sharing: Sharing | None = None, **options: Any
    ) -> AsyncIterator[Telegram]:
        settings = load_settings(
            data_dir=tmp_path, telegram_token=TOKEN, telegram_api=emulator.url, capsule_secrets=None, **options
        )
        bot = Telegram(settings, engine, knowledge(), vault, SECRETS, sharing)
        async with bot.running():
            yield bot

    return started


@pytest.fixture
async def bot(start: Start) -> AsyncIterator[Telegram]:
    """The bot, as it is without any setting but the token."""
    async with start() as running:
        yield running


@pytest.fixture
def person(bot: Telegram, emulator: Emulator) -> Person:
    """Somebody with a phone, while the bot runs."""
    return Person(emulator)
