"""Open the one database of an installation: SQLite on one machine, PostgreSQL on several."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from bot import logs

logger = logging.getLogger(__name__)

SQLITE_DRIVERS = frozenset({"sqlite", "sqlite+pysqlite"})
POSTGRESQL_DRIVERS = frozenset({"postgresql", "postgresql+psycopg2"})
SQLITE_PRAGMAS = (
    "busy_timeout = 5000",  # milliseconds
    "journal_mode = WAL",
    "secure_delete = ON",
    "foreign_keys = ON",
)
SQLITE_SUFFIXES = ("", "-wal", "-shm")
POSTGRESQL_DATA_EXCEPTION = "22"
PERSONAL_TABLES = ("conversation_key", "share", "share_message", "share_note")
ERASE_SECONDS = 5.0
IMPATIENT_MS = 500
ERASE_PAUSE_SECONDS = 0.005


class DatabaseUrlError(ValueError):
    """The URL names no database this project can use. It isn't repeated: it may hold a password."""


def open_engine(url: str) -> Engine:
    """Open a database whose errors never show the values of a row.

    The engine is safe to use from any thread. Keep one for each process.

    Raises:
        DatabaseUrlError: when `url` is no SQLite file and no PostgreSQL database.
    """
    parsed = parse_url(url)
    if parsed.drivername in SQLITE_DRIVERS:
        return _open_sqlite(parsed)
    engine = create_engine(parsed, future=True, hide_parameters=True, pool_pre_ping=True)
    event.listen(engine, "handle_error", _hide_values)
    return engine


def parse_url(url: str) -> URL:
    """Read a database URL, or raise a DatabaseUrlError that doesn't repeat it."""
    parsed: URL | None = None
    with suppress(ArgumentError, ValueError):
        parsed = make_url(url)
    if parsed is None or parsed.drivername not in SQLITE_DRIVERS | POSTGRESQL_DRIVERS:
        raise DatabaseUrlError(
            "DATABASE_URL can't be read: it is like postgresql://user:password@host:5432/name, where signs such as "
            "@ : / in a password are written as %40 %3A %2F, or like sqlite:////folder/gesprek.db"
        )
    if parsed.drivername in SQLITE_DRIVERS and parsed.database in (None, "", ":memory:"):
        raise DatabaseUrlError("DATABASE_URL names no file: write it as sqlite:////folder/gesprek.db")
    return parsed


def sqlite_file(url: str) -> Path | None:
    """Name the file of an SQLite database; None for PostgreSQL."""
    parsed = parse_url(url)
    return Path(str(parsed.database)) if parsed.drivername in SQLITE_DRIVERS else None


@contextmanager
def begin_impatiently(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction that fails when others don't let it write within IMPATIENT_MS."""
    with engine.begin() as connection:
        if engine.dialect.name != "sqlite":
            connection.execute(text(f"SET LOCAL lock_timeout = {IMPATIENT_MS}"))
            yield connection
            return
        patience = connection.execute(text("PRAGMA busy_timeout")).scalar_one()
        connection.execute(text(f"PRAGMA busy_timeout = {IMPATIENT_MS}"))
        try:
            yield connection
        finally:
            connection.execute(text(f"PRAGMA busy_timeout = {patience}"))


def erase_traces(engine: Engine, seconds: float = ERASE_SECONDS) -> bool:
    """Leave nothing of deleted rows in any file of the database; call it after a committed delete.

    SQLite overwrites what is deleted (secure_delete), but the write-ahead log keeps older copies of the page until
    it is emptied. False when somebody kept reading for over `seconds`; a later call finishes it.
    PostgreSQL takes deleted rows out of its pages by vacuum, which by itself comes late to tables as small as these;
    in its log the bytes stay until a segment is reused, at a time nobody here can promise.
    """
    if engine.dialect.name != "sqlite":
        return _vacuum(engine)
    deadline = time.monotonic() + seconds
    while not _empty_log(engine):
        if time.monotonic() > deadline:
            logger.warning("deleted rows stay in the write-ahead log until the next delete: the database is in use")
            return False
        time.sleep(ERASE_PAUSE_SECONDS)
    return True


def _vacuum(engine: Engine) -> bool:
    """Take deleted rows out of the pages; False when that can't be done now. The delete itself stands."""
    try:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"VACUUM (SKIP_LOCKED) {', '.join(PERSONAL_TABLES)}"))
    except SQLAlchemyError as error:
        logger.warning("deleted rows stay in the pages until the next vacuum", extra=logs.fault(error))
        return False
    return True


def _empty_log(engine: Engine) -> bool:
    # SQLite waits for readers and writers, not for another checkpoint: then it says at once that it is busy.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar_one()
    return not busy


def _open_sqlite(url: URL) -> Engine:
    _make_private(Path(str(url.database)))
    engine = create_engine(
        url, future=True, hide_parameters=True, poolclass=QueuePool, connect_args={"check_same_thread": False}
    )
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _make_private(database: Path) -> None:
    """Let only the owner read the files; SQLite gives -wal and -shm the mode of the database.

    An existing database is never opened here: closing it again would drop the locks SQLite has on it in this process
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(database, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for suffix in SQLITE_SUFFIXES:
        with suppress(FileNotFoundError):
            Path(f"{database}{suffix}").chmod(0o600)


def _set_pragmas(connection: Any, record: Any) -> None:
    cursor = connection.cursor()
    for pragma in SQLITE_PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _hide_values(context: Any) -> None:
    """Keep the code and the first line of a PostgreSQL error; the rest repeats the statement and the row."""
    error = context.original_exception
    code = getattr(error, "pgcode", None)
    if code is None:
        return
    shown = code if code.startswith(POSTGRESQL_DATA_EXCEPTION) else f"{code} {error.diag.message_primary}"
    error.args = (shown,)
    context.sqlalchemy_exception.args = (f"({type(error).__name__}) {shown}",)
