"""What tests of several rooms share: one loaded engine, a fresh database a test, a client at the application."""

from __future__ import annotations

import os
import warnings
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import logs
from bot.settings import load_settings
from tests.serving import SITE
from tests.sharing.conftest import House

with warnings.catch_warnings():
    import sanic.app  # noqa: F401 - Rasa imports it, and then its filter goes before those in pyproject.toml

logs.configure()


@pytest.fixture(scope="session")
def model() -> Path:
    """The trained model: that of the installation, trained now where the data changed since."""
    from bot.training import is_current, newest_model, train

    models = load_settings().models_dir
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Rasa's own libraries deprecate at import is not ours to mend
        found = newest_model(models) if is_current(models) else train(models)
    assert found is not None
    return found


@pytest.fixture(scope="session")
def engine(model: Path) -> Any:
    """One engine for all tests: it keeps nothing between turns, which is what several tests are about."""
    from bot.engine.engine import Engine

    loaded = Engine(turn_timeout=60)  # the machine may be busy: time limits have a test of their own
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        loaded.load(model)
    return loaded


@pytest.fixture
def vault(tmp_path: Path) -> Any:
    """A vault over a database of its own."""
    from bot.storage import migrate
    from bot.storage.database import open_engine
    from bot.storage.keys import ConversationKeys
    from bot.vault.server_secrets import Secret, ServerSecrets
    from bot.vault.vault import Vault

    url = f"sqlite:///{tmp_path / 'gesprek.db'}"
    migrate.upgrade(url)
    database = open_engine(url)
    server = ServerSecrets([Secret(bytes(range(32)))])
    yield Vault(ConversationKeys(database), server, 180, lambda: date(2026, 11, 22))
    database.dispose()


@pytest.fixture
async def client(engine: Any, vault: Any) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application as it is served, without a network and with nobody to share with."""
    from bot.knowledge import knowledge
    from bot.web.app import create_app
    from bot.web.chat import Chat
    from bot.web.limits import Limits

    app = create_app(Chat(engine, vault, knowledge().texts), engine, knowledge().texts, Limits(50.0), SITE)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://gesprek.test") as connected:
        yield connected


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[House]:
    """An installation with two coaches to share with."""
    from tests.web.sharing import open_house

    opened = open_house(tmp_path)
    yield opened
    opened.engine.dispose()


@pytest.fixture
async def sharing_api(
    engine: Any, installation: House, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, where somebody can share with those coaches."""
    from tests.web.sharing import serving

    async with serving(engine, installation, monkeypatch) as connected:
        yield connected


@pytest.fixture(autouse=True)
def no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what a developer has in the environment out of the tests."""
    for name in [name for name in os.environ if name.startswith("GESPREK_") and not name.startswith("GESPREK_TEST")]:
        monkeypatch.delenv(name)
