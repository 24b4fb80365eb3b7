"""Keep what people share with a coach, find it for either of the two, and make it disappear for good."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import IntegrityError

from bot.storage.database import begin_impatiently, erase_traces
from bot.storage.models import Share, ShareMessage, ShareNote

ERASE_SECONDS = 0.5  # somebody is waiting for the answer; what readers hold up, the next delete or the daily job does

BeforeCommit = Callable[[], None]


def nothing_more() -> None:
    """Do nothing else in the transaction."""


@dataclass(frozen=True, repr=False)
class StoredShare:
    """One row of `share`; see `bot.storage.models.Share`. `sealed` is empty once nobody can open it any more."""

    share_id: str
    coach_id: str
    key_epoch: int
    owner: bytes
    sealed: bytes | None
    consent_version: str
    parts: tuple[str, ...]
    name_kind: str
    created_on: date
    until: date
    status: str
    status_on: date
    notify: bytes | None = None
    notified_on: date | None = None


@dataclass(frozen=True, repr=False)
class StoredMessage:
    """One row of `share_message`: sealed to who reads it, and a copy to who wrote it; numbered from 1 in its share."""

    message_id: str
    share_id: str
    number: int
    author: str
    sealed: bytes
    copy: bytes
    created_on: date
    read_on: date | None = None


_SHARE = [getattr(Share, name) for name in StoredShare.__dataclass_fields__]
_MESSAGE = [getattr(ShareMessage, name) for name in StoredMessage.__dataclass_fields__]


class Shares:
    """The shares in the database of an engine; safe to use from any thread.

    Who writes waits for others no longer than `begin_impatiently` does: a conversation waits with it.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, share: StoredShare) -> bool:
        """Keep a share; False when it is there already, whatever became of it since."""
        row = {**asdict(share), "parts": json.dumps(share.parts)}
        try:
            with begin_impatiently(self._engine) as connection:
                connection.execute(insert(Share).values(row))
        except IntegrityError:
            if self.find(share.share_id) is None:
                raise
            return False
        return True

    def find(self, share_id: str) -> StoredShare | None:
        """Find a share by its id."""
        return next(iter(self._shares(Share.share_id == share_id)), None)

    def find_for(self, coach_id: str, share_id: str) -> StoredShare | None:
        """Find a share with this coach; another coach's isn't even read, so that it takes no longer than none."""
        return next(iter(self._shares((Share.share_id == share_id) & (Share.coach_id == coach_id))), None)

    def of_owner(self, owner: bytes) -> list[StoredShare]:
        """Return what one conversation shared, the latest first."""
        return self._shares(Share.owner == owner)

    def of_coach(self, coach_id: str) -> list[StoredShare]:
        """Return what was shared with one coach, the latest first."""
        return self._shares(Share.coach_id == coach_id)

    def open_ones(self) -> list[StoredShare]:
        """Return every share that somebody can still open."""
        return self._shares(Share.sealed.is_not(None))

    def until_before(self, day: date) -> list[StoredShare]:
        """Return the shares whose last day lies before `day`."""
        return self._shares(Share.until < day)

    def among(self, share_ids: Collection[str]) -> list[StoredShare]:
        """Return those of these shares that are there."""
        return self._shares(Share.share_id.in_(share_ids)) if share_ids else []

    def to_tell(self) -> list[tuple[str, bytes]]:
        """Return the shares with an address and something unread of the coach, written since its person was told."""
        unread = (
            select(Share.share_id, Share.notify)
            .join(ShareMessage, ShareMessage.share_id == Share.share_id)
            .where(Share.notify.is_not(None), ShareMessage.author == "coach", ShareMessage.read_on.is_(None))
            .where(or_(Share.notified_on.is_(None), Share.notified_on < ShareMessage.created_on))
            .distinct()
        )
        with self._engine.connect() as connection:
            return [(share_id, notify) for share_id, notify in connection.execute(unread)]

    def claim_telling(self, share_id: str, today: date) -> bool:
        """Note that its person is told today; False when they were already, by whichever process."""
        not_yet = or_(Share.notified_on.is_(None), Share.notified_on < today)
        with begin_impatiently(self._engine) as connection:
            claimed: int = connection.execute(
                update(Share).where(Share.share_id == share_id, not_yet).values(notified_on=today)
            ).rowcount
        return bool(claimed)

    def change(self, share_id: str, **values: Any) -> None:
        """Give columns of a share other values."""
        with begin_impatiently(self._engine) as connection:
            connection.execute(update(Share).where(Share.share_id == share_id).values(values))

    def note_read(self, share_id: str, new: str, read: str, today: date) -> None:
        """Make a share that is `new` a `read` one; what was closed meanwhile stays so."""
        unread = (Share.share_id == share_id, Share.status == new, Share.sealed.is_not(None))
        with begin_impatiently(self._engine) as connection:
            connection.execute(update(Share).where(*unread).values(status=read, status_on=today))

    def close(
        self, share_ids: Collection[str], status: str, today: date, before_commit: BeforeCommit = nothing_more
    ) -> None:
        """Destroy what was shared and all that was written about it; the row stays, to say what became of it.

        What was closed before keeps saying how. `before_commit` runs in the transaction: when it fails, nothing was
        done.
        """
        closed = {"sealed": None, "notify": None, "status": status, "status_on": today}
        open_ones = (Share.share_id.in_(share_ids), Share.sealed.is_not(None))
        with begin_impatiently(self._engine) as connection:
            connection.execute(update(Share).where(*open_ones).values(closed))
            _delete_writing(connection, share_ids)
            before_commit()
        self._erase()

    def delete(self, share_ids: Collection[str], before_commit: BeforeCommit = nothing_more) -> None:
        """Destroy shares with their rows; nothing stays."""
        with begin_impatiently(self._engine) as connection:
            _delete_writing(connection, share_ids)
            connection.execute(delete(Share).where(Share.share_id.in_(share_ids)))
            before_commit()
        self._erase()

    def messages(self, share_ids: Collection[str]) -> list[StoredMessage]:
        """Return what was written about these shares, in the order in which it was."""
        statement = select(*_MESSAGE).where(ShareMessage.share_id.in_(share_ids)).order_by(ShareMessage.number)
        with self._engine.connect() as connection:
            return [StoredMessage(*row) for row in connection.execute(statement)]

    def add_message(self, message: StoredMessage, status: str | None = None) -> bool:
        """Keep a message, and what the share has become by it.

        False when that number was taken in the meantime, or the share was closed.
        """
        changed = {} if status is None else {"status": status, "status_on": message.created_on}
        try:
            with begin_impatiently(self._engine) as connection:
                if not _hold_open(connection, message.share_id, changed):
                    return False
                connection.execute(insert(ShareMessage).values(asdict(message)))
        except IntegrityError:
            return False
        return True

    def mark_read(self, share_ids: Collection[str], author: str, today: date) -> None:
        """Note the day on which what `author` wrote was first read."""
        unread = (ShareMessage.share_id.in_(share_ids), ShareMessage.author == author, ShareMessage.read_on.is_(None))
        with begin_impatiently(self._engine) as connection:
            connection.execute(update(ShareMessage).where(*unread).values(read_on=today))

    def note(self, share_id: str) -> bytes | None:
        """Return the coach's own note, sealed to that coach."""
        statement = select(ShareNote.sealed).where(ShareNote.share_id == share_id)
        with self._engine.connect() as connection:
            sealed: bytes | None = connection.execute(statement).scalar_one_or_none()
        return sealed

    def keep_note(self, share_id: str, sealed: bytes | None) -> bool:
        """Put the coach's note in the place of the one before; None takes it away. False when the share was closed."""
        with begin_impatiently(self._engine) as connection:
            if not _hold_open(connection, share_id):
                return False
            connection.execute(delete(ShareNote).where(ShareNote.share_id == share_id))
            if sealed is not None:
                connection.execute(insert(ShareNote).values(share_id=share_id, sealed=sealed))
        self._erase()
        return True

    def _shares(self, wanted: Any) -> list[StoredShare]:
        statement = select(*_SHARE).where(wanted).order_by(Share.created_on.desc(), Share.share_id)
        with self._engine.connect() as connection:
            return [_share(row) for row in connection.execute(statement)]

    def _erase(self) -> None:
        erase_traces(self._engine, ERASE_SECONDS)


def _share(row: Sequence[Any]) -> StoredShare:
    values = dict(zip(StoredShare.__dataclass_fields__, row))
    return StoredShare(**{**values, "parts": tuple(json.loads(values["parts"]))})


def _hold_open(connection: Connection, share_id: str, changed: dict[str, Any] | None = None) -> bool:
    """Change an open share, so that nobody closes it before the transaction ends; False when it was closed.

    An update is what locks the row, in PostgreSQL and in SQLite alike: without it something could be written about a
    share after all that was written about it was destroyed.
    """
    is_open = (Share.share_id == share_id, Share.sealed.is_not(None))
    held = connection.execute(update(Share).where(*is_open).values(changed or {"status": Share.status}))
    return bool(held.rowcount)


def _delete_writing(connection: Connection, share_ids: Collection[str]) -> None:
    connection.execute(delete(ShareMessage).where(ShareMessage.share_id.in_(share_ids)))
    connection.execute(delete(ShareNote).where(ShareNote.share_id.in_(share_ids)))
