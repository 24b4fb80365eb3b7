"""Keys of conversations: kept by day, written seldom, destroyed to the byte."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import IntegrityError

from bot.storage.database import SQLITE_SUFFIXES
from bot.storage.keys import ConversationKeys, StoredKey
from bot.storage.models import ConversationKey
from tests.waiting import within

DAY = date(2026, 3, 1)
NEXT_DAY = DAY + timedelta(days=1)


@pytest.fixture
def keys(engine: Engine) -> ConversationKeys:
    return ConversationKeys(engine)


def new_key(keys: ConversationKeys, today: date = DAY) -> StoredKey:
    stored = StoredKey(secrets.token_hex(16), secrets.token_bytes(32), today, today)
    keys.create(stored.conversation_id, stored.key, today)
    return stored


def bytes_on_disk(engine: Engine) -> bytes:
    files = (Path(f"{engine.url.database}{suffix}") for suffix in SQLITE_SUFFIXES)
    return b"".join(file.read_bytes() for file in files if file.exists())


def parts_of(key: bytes) -> list[bytes]:
    """Cut a key in quarters, so that a half-overwritten one is found too."""
    return [key[start : start + 8] for start in range(0, len(key), 8)]


@contextmanager
def writes(engine: Engine) -> Iterator[list[str]]:
    """Collect the statements that change something."""
    seen: list[str] = []

    def note(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("SELECT"):
            seen.append(statement.split()[0])

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def test_a_key_is_found_as_it_was_kept(keys: ConversationKeys) -> None:
    stored = new_key(keys)
    assert keys.get(stored.conversation_id) == stored
    assert keys.get(secrets.token_hex(16)) is None


def test_a_stored_key_is_every_column_and_shows_nothing(keys: ConversationKeys) -> None:
    assert [field.name for field in fields(StoredKey)] == [column.name for column in ConversationKey.__table__.columns]
    stored = new_key(keys)
    assert stored.conversation_id not in repr(stored)
    assert repr(stored.key) not in repr(stored)


def test_a_conversation_has_one_key(keys: ConversationKeys) -> None:
    stored = new_key(keys)
    with pytest.raises(IntegrityError):
        keys.create(stored.conversation_id, secrets.token_bytes(32), DAY)
    assert keys.get(stored.conversation_id) == stored


def test_touch_changes_the_day_once(keys: ConversationKeys) -> None:
    stored = new_key(keys)
    days = (DAY, NEXT_DAY, NEXT_DAY, DAY)
    assert [keys.touch(stored.conversation_id, day) for day in days] == [False, True, False, False]
    found = keys.get(stored.conversation_id)
    assert found is not None
    assert (found.created_on, found.last_used_on) == (DAY, NEXT_DAY)
    assert not keys.touch(secrets.token_hex(16), NEXT_DAY)


def test_a_day_that_cannot_be_noted_is_left_and_noted_the_next_time(
    keys: ConversationKeys, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody else is writing; who waits is a person whose turn is done already."""
    stored = new_key(keys)
    hold = update(ConversationKey).values(created_on=DAY)
    with engine.connect() as other, other.begin() as transaction:
        other.execute(hold)
        for attempt in within(2.0):
            caplog.clear()
            with attempt:
                assert not keys.touch(stored.conversation_id, NEXT_DAY)
        transaction.rollback()
    assert [record.message for record in caplog.records] == ["the day of use could not be noted"]
    assert keys.get(stored.conversation_id) == stored
    assert keys.touch(stored.conversation_id, NEXT_DAY)


def test_who_waits_briefly_once_is_patient_again_afterwards(keys: ConversationKeys, engine: Engine) -> None:
    query = "PRAGMA busy_timeout" if engine.dialect.name == "sqlite" else "SHOW lock_timeout"
    with engine.connect() as connection:
        before = connection.exec_driver_sql(query).scalar_one()
    assert keys.touch(new_key(keys).conversation_id, NEXT_DAY)
    with engine.connect() as connection:
        assert connection.exec_driver_sql(query).scalar_one() == before


def test_the_newest_use_is_that_of_any_conversation(keys: ConversationKeys) -> None:
    assert keys.newest_use() is None
    stored = new_key(keys)
    new_key(keys)
    assert keys.newest_use() == DAY
    keys.touch(stored.conversation_id, NEXT_DAY)
    assert keys.newest_use() == NEXT_DAY


def test_delete_tells_whether_there_was_a_key(keys: ConversationKeys) -> None:
    stored, other = new_key(keys), new_key(keys)
    assert keys.delete(stored.conversation_id)
    assert not keys.delete(stored.conversation_id)
    assert keys.get(stored.conversation_id) is None
    assert keys.get(other.conversation_id) == other


def test_old_keys_go_by_their_last_use(keys: ConversationKeys) -> None:
    unused, used, new = new_key(keys), new_key(keys), new_key(keys, NEXT_DAY)
    keys.touch(used.conversation_id, NEXT_DAY)
    assert keys.delete_older_than(DAY) == 0
    assert keys.delete_older_than(NEXT_DAY) == 1
    found = [keys.get(stored.conversation_id) is not None for stored in (unused, used, new)]
    assert found == [False, True, True]


def test_a_second_delete_writes_nothing(keys: ConversationKeys, engine: Engine) -> None:
    stored = new_key(keys)
    keys.delete(stored.conversation_id)
    with writes(engine) as statements:
        keys.delete(stored.conversation_id)
    assert statements == ["DELETE"]


def test_no_byte_of_a_deleted_key_stays_on_disk(keys: ConversationKeys, engine: Engine) -> None:
    """Enough rows for pages to split and merge, which moves keys about; deletes in between and at the end."""
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL removes the bytes of a deleted row at a time of its own")
    kept: list[StoredKey] = [new_key(keys) for _ in range(600)]
    assert all(stored.key in bytes_on_disk(engine) for stored in kept[::100])
    gone = kept[::3]
    for stored in gone:
        keys.delete(stored.conversation_id)
    old = [new_key(keys, DAY - timedelta(days=1)) for _ in range(200)]
    assert keys.delete_older_than(DAY) == len(old)
    on_disk = bytes_on_disk(engine)
    assert not [stored for stored in gone + old for part in parts_of(stored.key) if part in on_disk]
    assert all(stored.key in on_disk for stored in kept if stored not in gone)


def test_deletes_at_the_same_moment_all_reach_the_disk(
    keys: ConversationKeys, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL removes the bytes of a deleted row at a time of its own")
    gone = [new_key(keys) for _ in range(200)]
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda stored: keys.delete(stored.conversation_id), gone))
    on_disk = bytes_on_disk(engine)
    assert not [stored for stored in gone for part in parts_of(stored.key) if part in on_disk]
    assert caplog.text == ""


def test_the_order_of_arrival_is_not_kept(keys: ConversationKeys, engine: Engine) -> None:
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL appends its rows")
    for _ in range(20):
        new_key(keys)
    with engine.connect() as connection:
        found = connection.exec_driver_sql("SELECT conversation_id FROM conversation_key").scalars().all()
        schema = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'conversation_key'")
        assert "WITHOUT ROWID" in schema.scalar_one()
    assert found == sorted(found)


def test_threads_share_the_repository(keys: ConversationKeys) -> None:
    def live(number: int) -> tuple[bool, ...]:
        stored = new_key(keys)
        found = keys.get(stored.conversation_id) == stored
        keys.touch(stored.conversation_id, NEXT_DAY)  # which may be left where so many write at once
        return found, keys.delete(stored.conversation_id), keys.get(stored.conversation_id) is None

    with ThreadPoolExecutor(12) as pool:
        assert list(pool.map(live, range(60))) == [(True,) * 3] * 60


def test_one_of_many_threads_touches_and_one_deletes(keys: ConversationKeys) -> None:
    stored = new_key(keys)
    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(lambda _: keys.touch(stored.conversation_id, NEXT_DAY), range(24))) == 1
        assert sum(pool.map(lambda _: keys.delete(stored.conversation_id), range(24))) == 1
