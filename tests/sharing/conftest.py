"""Two coaches with keys, a clock that tests move, and both sides of sharing over one database."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from nacl.public import PrivateKey
from sqlalchemy.engine import Engine

from bot.conversation.letter import Letter, NotShared, Part
from bot.conversation.sharing import Consent
from bot.sharing.letterbox import Letterbox
from bot.sharing.service import Sharing
from bot.sharing.tombstones import Tombstones
from bot.storage.coaches import Coaches
from tests.storage.conftest import database_url, engine, postgres

__all__ = ["database_url", "engine", "postgres"]

TODAY = date(2026, 11, 22)
SERVER = bytes(range(32))
LETTER = Letter(
    name="Sanne",
    parts=(Part("woorden.meedoen", "Meedoen", "Wat goed gaat", "kanariegeel: de koffie met Bo"),),
    svg="<svg/>",
    alt="Een tekening.",
    plan="Als het dinsdag is, dan ga ik om vijf uur weg",
    not_shared=(NotShared("Meedoen", "Cijfer"),),
    text="Van: Sanne\n\nMeedoen\nWat goed gaat: kanariegeel: de koffie met Bo",
)


@dataclass
class Calendar:
    """The day it is, which a test moves on."""

    day: date = TODAY

    def __call__(self) -> date:
        return self.day

    def pass_by(self, days: int) -> None:
        self.day += timedelta(days=days)


@dataclass
class House:
    """Everything of one installation that has to do with sharing."""

    engine: Engine
    tombstones: Tombstones
    calendar: Calendar = field(default_factory=Calendar)
    keys: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.coaches = Coaches(self.engine)
        self.sharing = Sharing(self.engine, self.calendar, lambda: [SERVER], self.tombstones)
        self.letterbox = Letterbox(self.engine, self.calendar, self.tombstones)

    def add_coach(self, name: str, *, outside_line: bool = True) -> str:
        """Add a coach who accepted; the id. The private key is in `keys`."""
        coach_id = secrets.token_hex(16)
        self.coaches.add(coach_id, name, "Denkt mee.", outside_line=outside_line, today=TODAY)
        self.renew(coach_id)
        return coach_id

    def renew(self, coach_id: str) -> None:
        """Give a coach new keys."""
        key = PrivateKey.generate()
        self.keys[coach_id] = bytes(key)
        found = self.coaches.find(coach_id)
        assert found is not None
        self.coaches.change(coach_id, public_key=bytes(key.public_key), key_epoch=found.key_epoch + 1)

    def share(self, secret: str, coach_id: str, letter: Letter = LETTER, days: int = 14) -> str:
        """Preview and share a letter; the id of the share."""
        consent = self.consent(coach_id, days)
        return self.sharing.share(secret, letter, consent, self.sharing.preview(secret, letter, consent))

    def consent(self, coach_id: str, days: int = 14) -> Consent:
        until = self.calendar() + timedelta(days=days)
        return Consent(coach_id, ("woorden.meedoen", "plan"), "eigen", until, "toestemming1")


@pytest.fixture
def house(engine: Engine, tmp_path: Path) -> House:
    return House(engine, Tombstones(tmp_path / "tombstones"))


@pytest.fixture
def coach(house: House) -> str:
    return house.add_coach("Marieke de Vries")


@pytest.fixture
def secret() -> str:
    """The secret of one conversation."""
    return secrets.token_hex(32)
