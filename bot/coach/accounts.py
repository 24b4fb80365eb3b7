"""Coming in: invitation, passphrase, the code of the phone; and what an administrator does with a coach."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pyotp

from bot.coach import keys
from bot.coach.keys import Effort, OpenKeys, SealedKeys
from bot.coach.passphrases import normal
from bot.storage.coaches import Account, Coaches

INVITATION_DAYS = 7
TOTP_SECONDS = 30
_STEPS_AROUND = (0, -1, 1)  # a phone's clock may be half a minute off
FREE_TRIES = 5
_FIRST_LOCK_SECONDS = 30
_LONGEST_LOCK_SECONDS = 3600


@dataclass(frozen=True, repr=False)
class Enrolment:
    """A coach who chose a passphrase and has yet to show that the app on the phone works."""

    coach_id: str
    invitation_hash: bytes
    sealed: SealedKeys
    opened: OpenKeys
    codes: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class LoggedIn:
    """A coach who is in, with the key that opens what was shared with them."""

    account: Account
    private_key: bytes


class Accounts:
    """The way in. `now` gives the time of day with its zone."""

    def __init__(self, coaches: Coaches, now: Callable[[], datetime], effort: Effort | None = None) -> None:
        self._coaches = coaches
        self._now = now
        self._effort = effort or Effort()

    def invite(self, name: str, role: str, *, outside_line: bool) -> str:
        """Add a coach; the token of the invitation, which is kept as a hash only."""
        coach_id = secrets.token_hex(16)
        self._coaches.add(coach_id, name, role, outside_line=outside_line, today=self._today())
        return self._invite(coach_id)

    def invite_again(self, coach_id: str) -> str:
        """Give a coach a new way in with new keys: whatever was shared before can't be opened any more."""
        self._coaches.replace_codes(coach_id, [])
        self._coaches.change(coach_id, public_key=None, sealed_key=None, sealed_totp=None, salt=None)
        self._coaches.note(self._today(), coach_id, "vernieuwd")
        return self._invite(coach_id)

    def remove(self, coach_id: str) -> None:
        """Let a coach in no more, and destroy their keys."""
        self._coaches.replace_codes(coach_id, [])
        self._coaches.change(
            coach_id,
            removed_on=self._today(),
            invitation_hash=None,
            public_key=None,
            sealed_key=None,
            sealed_totp=None,
            salt=None,
            oidc_subject=None,
        )
        self._coaches.note(self._today(), coach_id, "verwijderd")

    def invited(self, token: str) -> Account | None:
        """Find whom an invitation is for; None when it was used, is too old, or never was."""
        account = self._coaches.invited(_hash(token))
        if account is None or account.removed_on is not None or account.invited_on is None:
            return None
        return account if self._today() <= account.invited_on + timedelta(days=INVITATION_DAYS) else None

    def enrol(self, token: str, passphrase: str) -> Enrolment | None:
        """Make keys for who was invited. Nothing is stored before the app on the phone has shown a code."""
        account = self.invited(token)
        if account is None:
            return None
        sealed, opened = keys.make(normal(passphrase), self._effort)
        return Enrolment(account.coach_id, _hash(token), sealed, opened, tuple(keys.recovery_codes()))

    def confirm(self, enrolment: Enrolment, code: str, oidc_subject: str | None = None) -> LoggedIn | None:
        """Store the keys and let the coach in, once the phone shows the right code; the invitation is used up."""
        step = self._step(enrolment.opened.totp_secret, code)
        account = self._coaches.invited(enrolment.invitation_hash)
        if step is None or account is None or account.coach_id != enrolment.coach_id:
            return None
        sealed = enrolment.sealed
        self._coaches.replace_codes(account.coach_id, [_hash(plain_code(code)) for code in enrolment.codes])
        self._coaches.change(
            account.coach_id,
            invitation_hash=None,
            invited_on=None,
            public_key=sealed.public_key,
            key_epoch=account.key_epoch + 1,
            sealed_key=sealed.sealed_key,
            sealed_totp=sealed.sealed_totp,
            salt=sealed.salt,
            kdf_operations=sealed.effort.operations,
            kdf_memory_bytes=sealed.effort.memory_bytes,
            last_totp_step=step,
            failed_logins=0,
            locked_until=0,
            oidc_subject=oidc_subject or account.oidc_subject,
        )
        return self._let_in(account.coach_id, enrolment.opened)

    def log_in(self, name: str, passphrase: str, code: str) -> LoggedIn | None:
        """Let a coach in with passphrase and code; None for whatever is wrong, after the same work."""
        return self._open(self._named(name), passphrase, code)

    def log_in_as(self, oidc_subject: str, passphrase: str) -> LoggedIn | None:
        """Let in whom the organisation's own login vouches for; the passphrase is still what opens the key."""
        return self._open(self._coaches.with_subject(oidc_subject), passphrase, None)

    def seconds_locked(self, name: str) -> int:
        """Tell how long a coach has to wait after too many wrong tries; 0 for who may try, also where there is none."""
        account = self._named(name)
        return max(0, account.locked_until - int(self._now().timestamp())) if account else 0

    def codes_left(self, coach_id: str) -> int:
        """Count the recovery codes left."""
        return self._coaches.codes_left(coach_id)

    def _open(self, account: Account | None, passphrase: str, code: str | None) -> LoggedIn | None:
        sealed = _sealed(account) if account else None
        if account is None or sealed is None or account.removed_on is not None:
            keys.open_with(_keys_of_nobody(self._effort), normal(passphrase))  # as slow as for somebody
            return None
        if account.locked_until > self._now().timestamp():
            return None
        opened = keys.open_with(sealed, normal(passphrase))
        if opened is None or not (code is None or self._second_factor(account, opened, code)):
            self._count_failure(account)
            return None
        self._coaches.change(account.coach_id, failed_logins=0, locked_until=0)
        return self._let_in(account.coach_id, opened)

    def _second_factor(self, account: Account, opened: OpenKeys, code: str) -> bool:
        """Take the code of the phone, each step once, or a recovery code, each once."""
        step = self._step(opened.totp_secret, code)
        if step is not None:
            return self._coaches.accept_step(account.coach_id, step)
        return self._coaches.use_code(account.coach_id, _hash(plain_code(code)))

    def _step(self, secret: str, code: str) -> int | None:
        digits, totp = "".join(code.split()), pyotp.TOTP(secret, interval=TOTP_SECONDS)
        here = int(self._now().timestamp()) // TOTP_SECONDS
        around = (here + offset for offset in _STEPS_AROUND)
        return next(
            (step for step in around if secrets.compare_digest(totp.generate_otp(step).encode(), digits.encode())),
            None,
        )

    def _count_failure(self, account: Account) -> None:
        failed = account.failed_logins + 1
        lock = min(_FIRST_LOCK_SECONDS * 2 ** max(0, failed - FREE_TRIES), _LONGEST_LOCK_SECONDS)
        until = int(self._now().timestamp()) + lock if failed >= FREE_TRIES else 0
        self._coaches.change(account.coach_id, failed_logins=failed, locked_until=until)

    def _let_in(self, coach_id: str, opened: OpenKeys) -> LoggedIn:
        self._coaches.note(self._today(), coach_id, "ingelogd")
        account = self._coaches.find(coach_id)
        assert account is not None  # it was found a moment ago, and is never deleted
        return LoggedIn(account, opened.private_key)

    def _invite(self, coach_id: str) -> str:
        token = secrets.token_urlsafe(32)
        self._coaches.change(coach_id, invitation_hash=_hash(token), invited_on=self._today())
        return token

    def _named(self, name: str) -> Account | None:
        wanted = " ".join(name.split()).casefold()
        here = (account for account in self._coaches.all() if account.removed_on is None)
        return next((account for account in here if account.name.casefold() == wanted), None)

    def _today(self) -> date:
        return self._now().date()


def plain_code(code: str) -> str:
    """Write a recovery code the way it is compared: without dashes, spaces or capitals."""
    return "".join(character for character in code.casefold() if character.isalnum())


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8")).digest()


def _sealed(account: Account) -> SealedKeys | None:
    if account.public_key is None or account.sealed_key is None or account.sealed_totp is None or account.salt is None:
        return None
    effort = Effort(account.kdf_operations or 0, account.kdf_memory_bytes or 0)
    return SealedKeys(account.public_key, account.sealed_key, account.sealed_totp, account.salt, effort)


def _keys_of_nobody(effort: Effort) -> SealedKeys:
    return SealedKeys(b"", bytes(72), bytes(72), bytes(16), effort)
