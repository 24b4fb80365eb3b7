"""Coaches, a clock that tests move, and passphrases that cost little to try."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

import pyotp
import pytest
from nacl import pwhash
from sqlalchemy.engine import Engine

from bot.coach.accounts import Accounts
from bot.coach.invitations import Enrolment, Invitations
from bot.coach.keys import Effort
from bot.storage.coaches import Coaches
from tests.storage.conftest import database_url, engine, postgres

__all__ = ["database_url", "engine", "postgres"]

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


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def coaches(engine: Engine) -> Coaches:
    return Coaches(engine)


@pytest.fixture
def accounts(coaches: Coaches, clock: Clock) -> Accounts:
    return Accounts(coaches, clock, LITTLE_EFFORT)


@pytest.fixture
def invitations(coaches: Coaches, clock: Clock) -> Invitations:
    return Invitations(coaches, clock, LITTLE_EFFORT)


Enrol = Callable[[str], Enrolment]


@pytest.fixture
def enrol(invitations: Invitations, clock: Clock) -> Enrol:
    """Invite a coach, who accepts with PASSPHRASE and shows the code of their phone."""

    def enrol(name: str) -> Enrolment:
        token = invitations.invite(name, "Denkt mee over werk en gezondheid.", outside_line=True)
        enrolment = invitations.enrol(token, PASSPHRASE)
        assert enrolment is not None
        assert invitations.confirm(enrolment, clock.code(enrolment.opened.totp_secret)) is not None
        clock.pass_by(seconds=30)
        return enrolment

    return enrol
