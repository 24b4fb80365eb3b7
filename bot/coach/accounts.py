"""Coming in with a passphrase and the code of a phone, and changing either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import pyotp

from bot.coach import keys
from bot.coach.keys import Effort, OpenKeys, SealedKeys
from bot.coach.passphrases import normal
from bot.coach.second_factor import hash_code, step_of
from bot.coach.tries import Strangers, lock_after
from bot.storage.coaches import Account, Coaches, plain_name


@dataclass(frozen=True, repr=False)
class LoggedIn:
    """A coach who is in, with the key that opens what was shared with them."""

    account: Account
    private_key: bytes


@dataclass(frozen=True, repr=False)
class NewPhone:
    """The secret of another phone, and the keys as they will be stored with it."""

    totp_secret: str
    sealed: SealedKeys


class Accounts:
    """The way in. `now` gives the time of day with its zone; safe to use from any thread."""

    def __init__(self, coaches: Coaches, now: Callable[[], datetime], effort: Effort | None = None) -> None:
        self._coaches = coaches
        self._now = now
        self._effort = effort or Effort()
        self._strangers = Strangers()

    def log_in(self, name: str, passphrase: str, code: str) -> LoggedIn | None:
        """Let a coach in with passphrase and code; None for whatever is wrong, after the same work."""
        account = self._coaches.named(name)
        if account is None or account.oidc_subject is not None or _sealed(account) is None:
            if self._strangers.take_try(plain_name(name), self._seconds()):
                keys.open_with(_keys_of_nobody(self._effort), normal(passphrase))  # as slow as for somebody
            return None
        return self._let_in(account, self._open(account, passphrase, code))

    def log_in_as(self, oidc_subject: str, passphrase: str) -> LoggedIn | None:
        """Let in whom the organisation's own login vouches for; the passphrase is still what opens the key."""
        account = self._coaches.with_subject(oidc_subject)
        return self._let_in(account, self._open(account, passphrase, None)) if account else None

    def seconds_locked(self, account: Account | None, name: str = "") -> int:
        """Tell how long a coach has to wait after too many wrong tries; a name that is nobody's waits as long."""
        until = self._strangers.locked_until(plain_name(name))
        if account is not None and account.removed_on is None:
            until = max(until, account.locked_until)
        return max(0, until - self._seconds())

    def change_passphrase(self, account: Account, old: str, code: str, new: str) -> bool:
        """Put the coach's keys under another passphrase; False when the old one, or the code, is wrong."""
        opened = self._open(account, old, code)
        if opened is None:
            return False
        sealed = keys.seal(opened, normal(new), self._effort)
        if not self._coaches.change_keys(account, **sealed.columns()):
            return False
        self._note(account, "wachtzin")
        return True

    def new_codes(self, account: Account, passphrase: str, code: str) -> tuple[str, ...] | None:
        """Give new recovery codes in the place of those there were; None when passphrase or code is wrong."""
        if self._open(account, passphrase, code) is None:
            return None
        codes = tuple(keys.recovery_codes())
        self._coaches.replace_codes(account.coach_id, [hash_code(one) for one in codes])
        self._note(account, "herstelcodes")
        return codes

    def begin_phone(self, account: Account, passphrase: str, code: str) -> NewPhone | None:
        """Make a secret for another phone; nothing is stored before that phone has shown a code."""
        opened = self._open(account, passphrase, code)
        if opened is None:
            return None
        changed = OpenKeys(opened.private_key, pyotp.random_base32())
        return NewPhone(changed.totp_secret, keys.seal(changed, normal(passphrase), self._effort))

    def finish_phone(self, account: Account, phone: NewPhone, code: str) -> bool:
        """Let the other phone take the place of the one there was, once it shows the right code."""
        step = step_of(phone.totp_secret, code, self._now())
        if step is None or not self._coaches.change_keys(account, **phone.sealed.columns(), last_totp_step=step):
            return False
        self._note(account, "telefoon")
        return True

    def codes_left(self, coach_id: str) -> int:
        """Count the recovery codes left."""
        return self._coaches.codes_left(coach_id)

    def _open(self, account: Account, passphrase: str, code: str | None) -> OpenKeys | None:
        """Open a coach's keys with passphrase and code, or None; a `code` of None isn't asked for."""
        sealed = _sealed(account)
        if sealed is None or not self._coaches.take_try(account.coach_id, self._seconds(), lock_after):
            return None
        opened = keys.open_with(sealed, normal(passphrase))
        if opened is None or not (code is None or self._second_factor(account, opened, code)):
            return None
        self._coaches.forgive(account.coach_id)
        return opened

    def _second_factor(self, account: Account, opened: OpenKeys, code: str) -> bool:
        """Take the code of the phone, each step once, or a recovery code, each once."""
        step = step_of(opened.totp_secret, code, self._now())
        if step is not None:
            return self._coaches.accept_step(account.coach_id, step)
        return self._coaches.use_code(account.coach_id, hash_code(code))

    def _let_in(self, account: Account, opened: OpenKeys | None) -> LoggedIn | None:
        if opened is None:
            return None
        self._note(account, "ingelogd")
        return LoggedIn(account, opened.private_key)

    def _note(self, account: Account, what: str) -> None:
        self._coaches.note(self._now().date(), account.coach_id, what)

    def _seconds(self) -> int:
        return int(self._now().timestamp())


def _sealed(account: Account) -> SealedKeys | None:
    if account.public_key is None or account.sealed_key is None or account.sealed_totp is None or account.salt is None:
        return None
    effort = Effort(account.kdf_operations or 0, account.kdf_memory_bytes or 0)
    return SealedKeys(account.public_key, account.sealed_key, account.sealed_totp, account.salt, effort)


def _keys_of_nobody(effort: Effort) -> SealedKeys:
    return SealedKeys(b"", bytes(72), bytes(72), bytes(16), effort)
