"""Opening the database: private files, safe settings, errors that show nothing."""

from __future__ import annotations

import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

from bot.storage import database
from bot.storage.database import DatabaseUrlError, erase_traces, open_engine, parse_url, sqlite_file
from bot.storage.models import Base, ConversationKey

CANARY = "canary-kastanje"
DAY = date(2026, 3, 1)


def modes(directory: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in directory.iterdir()}


@pytest.mark.parametrize(
    "url",
    [
        "",
        "kastanje",
        "mysql://user:canary@host/db",
        "sqlite+aiosqlite:///x.db",
        "postgresql+asyncpg://host/db",
        "postgresql://user:canary@host:poort/db",
    ],
)
def test_another_url_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(DatabaseUrlError) as caught:
        open_engine(url)
    assert str(caught.value).startswith("DATABASE_URL can't be read: it is like postgresql://")
    assert caught.value.__context__ is None


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_sqlite_must_be_a_file(url: str) -> None:
    with pytest.raises(DatabaseUrlError, match="names no file"):
        parse_url(url)


def test_sqlite_file_is_none_for_postgresql() -> None:
    assert sqlite_file("postgresql://host/db") is None


def test_a_postgresql_engine_opens_no_connection_and_hides_its_password() -> None:
    engine = open_engine("postgresql://user:canary@192.0.2.1/db")
    assert "canary" not in repr(engine)


def test_sqlite_has_its_safe_settings_on_every_connection(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'gesprek.db'}")
    with engine.connect() as first, engine.connect() as second:
        for connection in (first, second):
            pragmas = ("busy_timeout", "journal_mode", "secure_delete", "foreign_keys")
            values = [connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in pragmas]
            assert values == [5000, "wal", 1, 1]
    engine.dispose()


def test_only_the_owner_reads_the_sqlite_files(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    engine = open_engine(f"sqlite:///{directory / 'gesprek.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
        assert modes(directory) == dict.fromkeys(("gesprek.db", "gesprek.db-wal", "gesprek.db-shm"), 0o600)
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    engine.dispose()


def test_files_that_others_could_read_are_closed_to_them(tmp_path: Path) -> None:
    file = tmp_path / "gesprek.db"
    file.touch(mode=0o644)
    open_engine(f"sqlite:///{file}").dispose()
    assert modes(tmp_path) == {"gesprek.db": 0o600}


def test_opening_again_keeps_the_locks_of_who_has_it_open(tmp_path: Path) -> None:
    """Without its lock, the next process to leave would think it is the last and take the log away."""
    url = f"sqlite:///{tmp_path / 'gesprek.db'}"
    engine = open_engine(url)
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
        open_engine(url).dispose()
        visit = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(c.execute('SELECT * FROM t').fetchall())"
        subprocess.run(
            [sys.executable, "-c", visit, str(tmp_path / "gesprek.db")], check=True, stdout=subprocess.DEVNULL
        )
        assert (tmp_path / "gesprek.db-wal").exists()
    engine.dispose()


def test_an_error_shows_no_value_of_the_row(engine: Engine) -> None:
    row = {"conversation_id": CANARY, "key": CANARY.encode(), "created_on": DAY, "last_used_on": DAY}
    with engine.begin() as connection:
        connection.execute(insert(ConversationKey).values(row))
    with pytest.raises(DBAPIError) as caught, engine.begin() as connection:
        connection.execute(insert(ConversationKey).values(row))
    assert CANARY not in f"{caught.value} {caught.value!r} {caught.value.orig} {caught.value.orig!r}"
    assert "conversation_key" in str(caught.value)


def test_a_wrong_statement_shows_no_value_either(engine: Engine) -> None:
    with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
        connection.execute(text("SELECT nowhere, :value"), {"value": CANARY})
    assert CANARY not in f"{caught.value} {caught.value!r} {caught.value.orig} {caught.value.orig!r}"
    assert "nowhere" in str(caught.value)


def test_a_value_that_does_not_fit_is_not_shown(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite takes any value")
    with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
        connection.execute(text("SELECT CAST(:value AS integer)"), {"value": CANARY})
    assert CANARY not in f"{caught.value} {caught.value!r} {caught.value.orig}"
    assert "22P02" in str(caught.value)


def test_a_server_that_cannot_be_reached_is_said_plainly() -> None:
    with pytest.raises(DBAPIError, match="refused"):
        open_engine("postgresql://user:canary@127.0.0.1:1/db").connect()


def test_erasing_waits_for_a_later_call_while_somebody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("bot.storage.database.SQLITE_PRAGMAS", ("busy_timeout = 50", "journal_mode = WAL"))
    monkeypatch.setattr("bot.storage.database.ERASE_SECONDS", 0.1)
    engine = open_engine(f"sqlite:///{tmp_path / 'gesprek.db'}")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (x)"))
    with engine.connect() as reader:
        reader.exec_driver_sql("BEGIN")
        reader.execute(text("SELECT * FROM t")).all()
        with engine.begin() as writer:
            writer.execute(text("INSERT INTO t VALUES (1)"))
        assert not erase_traces(engine)
        assert "until the next delete" in caplog.text
    assert erase_traces(engine)
    assert (tmp_path / "gesprek.db-wal").stat().st_size == 0
    engine.dispose()


def test_deleted_rows_leave_the_pages_at_once(engine: Engine) -> None:
    """PostgreSQL's own vacuum comes after fifty dead rows: to a table like this one, after months."""
    if engine.dialect.name != "postgresql":
        pytest.skip("SQLite overwrites what is deleted; see the tests above")
    rows = [{"conversation_id": f"{n:032}", "key": bytes(32), "created_on": DAY, "last_used_on": DAY} for n in range(9)]
    with engine.begin() as connection:
        connection.execute(insert(ConversationKey), rows)
        connection.execute(text("DELETE FROM conversation_key"))
    size = text("SELECT pg_relation_size('conversation_key')")
    with engine.connect() as connection:
        assert connection.execute(size).scalar_one() > 0
    assert erase_traces(engine)
    with engine.connect() as connection:
        assert connection.execute(size).scalar_one() == 0


def test_a_vacuum_that_cannot_be_done_is_no_error(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    if engine.dialect.name != "postgresql":
        pytest.skip("only PostgreSQL is vacuumed")
    monkeypatch.setattr(database, "PERSONAL_TABLES", ("niet_van_ons",))
    assert not erase_traces(engine)
    assert "until the next vacuum" in caplog.text


def test_every_table_about_a_person_is_vacuumed() -> None:
    coachs_own = {"coach", "coach_recovery_code", "coach_audit"}
    assert {table.name for table in Base.metadata.sorted_tables} - coachs_own == set(database.PERSONAL_TABLES)
