"""A clock that tests move, and passphrases that cost little to try."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import pyotp
from nacl import pwhash

from bot.coach.keys import Effort

PASSPHRASE = "vier groene fietsen op zolder"
LITTLE_EFFORT = Effort(pwhash.argon2id.OPSLIMIT_MIN, pwhash.argon2id.MEMLIMIT_MIN)


@dataclass
class Clock:
    """The time of day, which a test moves on."""

    now: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 9, 0, tzinfo=timezone.utc))

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        self.now += timedelta(**time)

    def code(self, secret: str) -> str:
        """Return what the app on the phone shows now."""
        return pyotp.TOTP(secret).at(self.now)
