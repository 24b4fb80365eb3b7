"""Coaches and a portal over a fresh database, on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlalchemy.engine import Engine

from bot.coach.accounts import Accounts
from bot.coach.invitations import Enrolment, Invitations
from bot.storage.coaches import Coaches
from tests.coach.clock import LITTLE_EFFORT, PASSPHRASE, Clock
from tests.coach.portal import Visitor, World
from tests.storage.conftest import database_url, engine, postgres

__all__ = ["PASSPHRASE", "Clock", "database_url", "engine", "postgres"]


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


@pytest.fixture
def world(engine: Engine, clock: Clock, tmp_path: Path) -> World:
    return World(engine, tmp_path, clock)


@pytest.fixture
async def visitor(world: World) -> AsyncIterator[Visitor]:
    async with Visitor(world) as browser:
        yield browser
