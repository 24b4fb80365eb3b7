"""Migrations: up and down, and ending at the tables of the models."""

from __future__ import annotations

import warnings
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.schema import CreateTable

from bot.storage.database import open_engine
from bot.storage.migrate import MIGRATIONS, current, downgrade, is_current, upgrade
from bot.storage.models import Base

REVISIONS = [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]
HEAD = REVISIONS[-1]


def tables(url: str) -> set[str]:
    engine = open_engine(url)
    try:
        return set(inspect(engine).get_table_names()) - {"alembic_version"}
    finally:
        engine.dispose()


def test_a_missing_sqlite_file_is_not_current_and_not_made(tmp_path: Path) -> None:
    file = tmp_path / "gesprek.db"
    assert current(f"sqlite:///{file}") is None
    assert not is_current(f"sqlite:///{file}")
    assert not file.exists()


def test_upgrade_makes_every_table(database_url: str) -> None:
    open_engine(database_url).connect().close()
    assert current(database_url) is None
    upgrade(database_url)
    assert current(database_url) == HEAD
    assert is_current(database_url)
    assert tables(database_url) == set(Base.metadata.tables)


def test_upgrade_again_changes_nothing(database_url: str) -> None:
    upgrade(database_url)
    upgrade(database_url)
    assert is_current(database_url)


def test_each_migration_goes_up_and_down(database_url: str) -> None:
    for before, revision in zip(["base", *REVISIONS[:-1]], REVISIONS, strict=True):
        upgrade(database_url, revision)
        downgrade(database_url, before)
        assert current(database_url) == (None if before == "base" else before)
        upgrade(database_url, revision)
    downgrade(database_url, "base")
    assert tables(database_url) == set()


def test_migrations_and_models_make_the_same_tables(database_url: str) -> None:
    upgrade(database_url)
    engine = open_engine(database_url)
    with engine.connect() as connection, warnings.catch_warnings():
        warnings.simplefilter("error")
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()


def test_sqlite_has_the_very_statements_of_the_models(tmp_path: Path) -> None:
    """What `compare_metadata` doesn't see, such as WITHOUT ROWID."""
    url = f"sqlite:///{tmp_path / 'gesprek.db'}"
    upgrade(url)
    engine = open_engine(url)
    with engine.connect() as connection:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        made = {name: sql.split() for name, sql in connection.exec_driver_sql(query)}
    meant = {
        name: str(CreateTable(table).compile(dialect=engine.dialect)).split()
        for name, table in Base.metadata.tables.items()
    }
    assert made == meant
    engine.dispose()
