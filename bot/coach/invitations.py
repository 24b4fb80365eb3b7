"""How somebody becomes a coach: an invitation, a passphrase, the app on their phone; and how a coach is let go."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.coach import keys
from bot.coach.keys import Effort, OpenKeys, SealedKeys
from bot.coach.passphrases import normal
from bot.coach.second_factor import hash_code, hash_token, step_of
from bot.storage.coaches import Account, Coaches

INVITATION_DAYS = 7


class NameTaken(Exception):
    """There is a coach with this name already; people could not tell the two apart."""


@dataclass(frozen=True, repr=False)
class Enrolment:
    """A coach who chose a passphrase and has yet to show that the app on the phone works.

    Attributes:
        oidc_subject: who they are to the organisation's own login, where there is one; it takes the phone's place.
    """

    coach_id: str
    name: str
    invitation_hash: bytes
    sealed: SealedKeys
    opened: OpenKeys
    codes: tuple[str, ...]
    oidc_subject: str | None = None


class Invitations:
    """Makes coaches and lets them go. `now` gives the time of day with its zone."""

    def __init__(self, coaches: Coaches, now: Callable[[], datetime], effort: Effort | None = None) -> None:
        self._coaches = coaches
        self._now = now
        self._effort = effort or Effort()

    def invite(self, name: str, role: str, *, outside_line: bool) -> str:
        """Add a coach; the token of the invitation, which is kept as a hash only.

        Raises:
            NameTaken: there is a coach with this name.
        """
        if self._coaches.named(name):
            raise NameTaken
        coach_id = secrets.token_hex(16)
        self._coaches.add(coach_id, name, role, outside_line=outside_line, today=self._today())
        return self._invite(coach_id)

    def invite_again(self, coach_id: str) -> str:
        """Give a coach a new way in with new keys: whatever was shared before can't be opened any more."""
        self._take_keys(coach_id)
        self._coaches.note(self._today(), coach_id, "vernieuwd")
        return self._invite(coach_id)

    def remove(self, coach_id: str) -> None:
        """Let a coach in no more, and destroy their keys."""
        self._take_keys(coach_id, removed_on=self._today(), invitation_hash=None, invited_on=None)
        self._coaches.note(self._today(), coach_id, "verwijderd")

    def invited(self, token: str) -> Account | None:
        """Find whom an invitation is for; None when it was used, is too old, or never was."""
        account = self._coaches.invited(hash_token(token))
        if account is None or account.removed_on is not None or account.invited_on is None:
            return None
        return account if self._today() <= account.invited_on + timedelta(days=INVITATION_DAYS) else None

    def enrol(self, token: str, passphrase: str, oidc_subject: str | None = None) -> Enrolment | None:
        """Make keys for who was invited. Nothing is stored before `confirm`."""
        account = self.invited(token)
        if account is None:
            return None
        sealed, opened = keys.make(normal(passphrase), self._effort)
        codes = tuple(keys.recovery_codes())
        return Enrolment(account.coach_id, account.name, hash_token(token), sealed, opened, codes, oidc_subject)

    def confirm(self, enrolment: Enrolment, code: str) -> Account | None:
        """Store the keys once the phone shows the right code, or the organisation vouched; the invitation is used."""
        step = 0 if enrolment.oidc_subject else step_of(enrolment.opened.totp_secret, code, self._now())
        account = self._coaches.invited(enrolment.invitation_hash)
        if step is None or account is None or account.coach_id != enrolment.coach_id:
            return None
        accepted = self._coaches.accept(
            enrolment.invitation_hash,
            enrolment.coach_id,
            [] if enrolment.oidc_subject else [hash_code(code) for code in enrolment.codes],
            **enrolment.sealed.columns(),
            key_epoch=account.key_epoch + 1,
            last_totp_step=step,
            failed_tries=0,
            locked_until=0,
            oidc_subject=enrolment.oidc_subject,
        )
        if not accepted:
            return None
        self._coaches.note(self._today(), account.coach_id, "toegelaten")
        return self._coaches.find(account.coach_id)

    def _take_keys(self, coach_id: str, **also: object) -> None:
        """Destroy a coach's keys, and what they come in with."""
        nothing = dict.fromkeys(("public_key", "sealed_key", "sealed_totp", "salt", "oidc_subject"))
        self._coaches.replace_codes(coach_id, [])
        self._coaches.change(coach_id, **nothing, **also)

    def _invite(self, coach_id: str) -> str:
        token = secrets.token_urlsafe(32)
        self._coaches.change(coach_id, invitation_hash=hash_token(token), invited_on=self._today())
        return token

    def _today(self) -> date:
        return self._now().date()
