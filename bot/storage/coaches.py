"""Keep, find and remove coaches. What a passphrase has to open comes and goes here as sealed bytes only."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Connection, Engine

from bot.storage.models import CoachAccount, CoachAudit, CoachRecoveryCode


@dataclass(frozen=True)
class Coach:
    """A coach as employees see one, with the key to seal a summary to; the epoch counts the keys they have had."""

    coach_id: str
    name: str
    role: str
    public_key: bytes
    key_epoch: int


@dataclass(frozen=True, repr=False)
class Account:
    """Everything the portal needs of one coach; see `bot.storage.models.CoachAccount`."""

    coach_id: str
    name: str
    role: str
    outside_line: bool
    invitation_hash: bytes | None
    invited_on: date | None
    public_key: bytes | None
    key_epoch: int
    sealed_key: bytes | None
    sealed_totp: bytes | None
    salt: bytes | None
    kdf_operations: int | None
    kdf_memory_bytes: int | None
    last_totp_step: int
    failed_tries: int
    locked_until: int
    oidc_subject: str | None
    added_on: date
    removed_on: date | None


_ACCOUNT = [getattr(CoachAccount, name) for name in Account.__dataclass_fields__]


class Coaches:
    """The coaches in the database of an engine; safe to use from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def offered(self) -> list[Coach]:
        """Return whom employees may choose: outside the line, with a key, not removed; by name."""
        return sorted((coach for coach in map(_offered, self.all()) if coach), key=lambda coach: coach.name.casefold())

    def all(self) -> list[Account]:
        """Return every coach, also who was removed or has not accepted yet, in the order they were added."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(*_ACCOUNT).order_by(CoachAccount.added_on, CoachAccount.name)).all()
        return [Account(*row) for row in rows]

    def find(self, coach_id: str) -> Account | None:
        """Find a coach by id."""
        return self._one(CoachAccount.coach_id == coach_id)

    def ever_named(self, name: str) -> list[Account]:
        """Return who has or had a name, however it is spaced and capitalised, also who was removed."""
        return [account for account in self.all() if plain_name(account.name) == plain_name(name)]

    def named(self, name: str) -> Account | None:
        """Find a coach who was not removed by their name."""
        return next((account for account in self.ever_named(name) if account.removed_on is None), None)

    def invited(self, invitation_hash: bytes) -> Account | None:
        """Find whom an invitation is for; None when it was used, or never was."""
        return self._one(CoachAccount.invitation_hash == invitation_hash)

    def with_subject(self, oidc_subject: str) -> Account | None:
        """Find a coach by who they are to the organisation's own login."""
        return self._one(CoachAccount.oidc_subject == oidc_subject)

    def add(self, coach_id: str, name: str, role: str, *, outside_line: bool, today: date) -> None:
        """Keep a new coach, who has no key and no way in yet."""
        row = {
            "coach_id": coach_id,
            "name": name,
            "role": role,
            "outside_line": outside_line,
            "key_epoch": 0,
            "last_totp_step": 0,
            "failed_tries": 0,
            "locked_until": 0,
            "added_on": today,
        }
        with self._engine.begin() as connection:
            connection.execute(insert(CoachAccount).values(row))

    def change(self, coach_id: str, **values: Any) -> bool:
        """Give columns of a coach other values; False when there is no such coach."""
        with self._engine.begin() as connection:
            return _change(connection, CoachAccount.coach_id == coach_id, values)

    def change_keys(self, account: Account, **values: Any) -> bool:
        """Give columns of a coach other values; False when they were removed, or got other keys, since `account`."""
        same = (CoachAccount.coach_id == account.coach_id) & (CoachAccount.public_key == account.public_key)
        with self._engine.begin() as connection:
            return _change(connection, same, values)

    def accept(self, invitation_hash: bytes, coach_id: str, codes: Collection[bytes], **values: Any) -> bool:
        """Use up an invitation, and give its coach columns and recovery codes; False when somebody else was first."""
        with self._engine.begin() as connection:
            wanted = (CoachAccount.invitation_hash == invitation_hash) & (CoachAccount.coach_id == coach_id)
            accepted = _change(connection, wanted, {**values, "invitation_hash": None, "invited_on": None})
            if accepted:
                _replace_codes(connection, coach_id, codes)
        return accepted

    def take_try(self, coach_id: str, now: int, lock_after: Callable[[int], int]) -> bool:
        """Count a try to come in, which `forgive` takes back; False while the account is locked.

        It is counted before it is made, in one transaction: many at once are no more than as many in a row.

        Args:
            now: seconds since 1970.
            lock_after: seconds to lock after this many tries.
        """
        wanted = (CoachAccount.coach_id == coach_id) & (CoachAccount.locked_until <= now)
        with self._engine.begin() as connection:
            if not _change(connection, wanted, {"failed_tries": CoachAccount.failed_tries + 1}):
                return False
            tries = connection.execute(select(CoachAccount.failed_tries).where(wanted)).scalar_one()
            return _change(connection, wanted, {"locked_until": now + lock_after(tries)})

    def forgive(self, coach_id: str) -> None:
        """Count no tries of this coach any longer: the last one was right."""
        self.change(coach_id, failed_tries=0, locked_until=0)

    def accept_step(self, coach_id: str, step: int) -> bool:
        """Note that the code of this time step was used; False when it, or a later one, was used before."""
        newer = (CoachAccount.coach_id == coach_id) & (CoachAccount.last_totp_step < step)
        with self._engine.begin() as connection:
            used: int = connection.execute(update(CoachAccount).where(newer).values(last_totp_step=step)).rowcount
        return bool(used)

    def replace_codes(self, coach_id: str, hashes: Collection[bytes]) -> None:
        """Put these recovery codes in the place of all the coach had."""
        with self._engine.begin() as connection:
            _replace_codes(connection, coach_id, hashes)

    def use_code(self, coach_id: str, code_hash: bytes) -> bool:
        """Use up a recovery code; False when the coach has no such code (any more)."""
        own = (CoachRecoveryCode.coach_id == coach_id) & (CoachRecoveryCode.code_hash == code_hash)
        with self._engine.begin() as connection:
            used: int = connection.execute(delete(CoachRecoveryCode).where(own)).rowcount
        return bool(used)

    def codes_left(self, coach_id: str) -> int:
        """Count the recovery codes a coach still has."""
        own = select(CoachRecoveryCode.code_hash).where(CoachRecoveryCode.coach_id == coach_id)
        with self._engine.connect() as connection:
            return len(connection.execute(own).all())

    def note(self, day: date, coach_id: str, what: str, share_id: str | None = None) -> None:
        """Note in the audit what a coach did, with which share."""
        row = {"day": day, "coach_id": coach_id, "share_id": share_id, "what": what}
        with self._engine.begin() as connection:
            connection.execute(insert(CoachAudit).values(row))

    def forget_noted_before(self, day: date) -> None:
        """Drop what was noted before a day."""
        with self._engine.begin() as connection:
            connection.execute(delete(CoachAudit).where(CoachAudit.day < day))

    def noted(self, coach_id: str) -> list[tuple[date, str, str | None]]:
        """Return what was noted of a coach as (day, what, share), newest first."""
        own = (
            select(CoachAudit.day, CoachAudit.what, CoachAudit.share_id)
            .where(CoachAudit.coach_id == coach_id)
            .order_by(CoachAudit.audit_id.desc())
        )
        with self._engine.connect() as connection:
            return [(day, what, share_id) for day, what, share_id in connection.execute(own)]

    def _one(self, wanted: Any) -> Account | None:
        with self._engine.connect() as connection:
            row = connection.execute(select(*_ACCOUNT).where(wanted)).first()
        return None if row is None else Account(*row)


def plain_name(name: str) -> str:
    """Write a name the way it is compared."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _change(connection: Connection, wanted: Any, values: dict[str, Any]) -> bool:
    return bool(connection.execute(update(CoachAccount).where(wanted).values(values)).rowcount)


def _replace_codes(connection: Connection, coach_id: str, hashes: Collection[bytes]) -> None:
    connection.execute(delete(CoachRecoveryCode).where(CoachRecoveryCode.coach_id == coach_id))
    if hashes:
        rows = [{"code_hash": code_hash, "coach_id": coach_id} for code_hash in hashes]
        connection.execute(insert(CoachRecoveryCode), rows)


def _offered(account: Account) -> Coach | None:
    if account.public_key is None or account.removed_on is not None or not account.outside_line:
        return None
    return Coach(account.coach_id, account.name, account.role, account.public_key, account.key_epoch)
