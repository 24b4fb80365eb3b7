"""A fresh database for each test, on SQLite and, when there is one to use, on PostgreSQL."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import Engine, make_url

from bot.storage.database import open_engine
from bot.storage.migrate import upgrade
from tests.storage.postgres import binaries, running

POSTGRES_VARIABLE = "GESPREK_TEST_POSTGRES_URL"


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Give the address of a PostgreSQL server: the one named in the environment, or one of our own."""
    if named := os.environ.get(POSTGRES_VARIABLE):
        yield named
        return
    programs = binaries()
    if programs is None:
        message = f"no PostgreSQL: install your distribution's package, or name a server in {POSTGRES_VARIABLE}"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with running(programs) as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Name an empty database: a file, or a schema of its own that is dropped afterwards."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'data' / 'gesprek.db'}"
        return
    server = request.getfixturevalue("postgres")
    schema = f"test_{secrets.token_hex(8)}"
    admin = open_engine(server)
    with admin.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        url = make_url(server).update_query_dict({"options": f"-csearch_path={schema}"})
        yield url.render_as_string(hide_password=False)
    finally:
        with admin.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        admin.dispose()


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """Open a database that has its tables."""
    upgrade(database_url)
    engine = open_engine(database_url)
    yield engine
    engine.dispose()
