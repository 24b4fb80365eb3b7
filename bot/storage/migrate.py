"""Bring the tables of a database to the version this code needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DatabaseError

from bot import logs
from bot.storage.database import open_engine, sqlite_file

MIGRATIONS = Path(__file__).parent / "migrations"
NOT_CURRENT = "The database is not there or not up to date: run `gesprek setup`."


class DatabaseUnusable(Exception):
    """A database can't be reached or doesn't let us in. Its own words aren't repeated: a password may be in them."""


def upgrade(url: str, revision: str = "head") -> None:
    """Create or change the tables up to `revision`, the newest unless told.

    Raises:
        DatabaseUnusable: when the database can't be used at all; so for all functions here.
    """
    with _connection(url) as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Take the tables back to `revision`; "base" drops them all, with what is in them."""
    with _connection(url) as connection:
        command.downgrade(_config(connection), revision)


def current(url: str) -> str | None:
    """Tell the revision of a database, None for an empty one. A missing SQLite file is not created."""
    file = sqlite_file(url)
    if file is not None and not file.exists():
        return None
    with _connection(url) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(url: str) -> bool:
    """Tell whether a database has the tables this code needs."""
    return current(url) == ScriptDirectory.from_config(_config()).get_current_head()


@contextmanager
def _connection(url: str) -> Iterator[Connection]:
    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    except DatabaseError as error:
        told = logs.fault(error).get("reason") or type(error).__name__
        raise DatabaseUnusable(
            f"The database can't be used ({told}): see whether it is there and lets this account in. For PostgreSQL, "
            "look at host, port, name, user and password in DATABASE_URL."
        ) from None
    finally:
        engine.dispose()


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("path_separator", "os")
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
