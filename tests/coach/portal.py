"""A portal over a real database, with coaches, people who share, and browsers that visit it."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
from sqlalchemy.engine import Engine
from starlette.types import ASGIApp

from bot.coach.accounts import Accounts
from bot.coach.app import create_app
from bot.coach.invitations import Enrolment, Invitations
from bot.coach.keys import Effort
from bot.coach.portal import Portal
from bot.coach.vouching import Provider
from bot.conversation.letter import Letter, NotShared, Part
from bot.conversation.sharing import Consent
from bot.conversation.spinnenweb import describe, draw
from bot.sharing.letterbox import Letterbox
from bot.sharing.service import Sharing
from bot.sharing.tombstones import Tombstones
from bot.storage.coaches import Coaches
from tests.coach.clock import LITTLE_EFFORT, PASSPHRASE, Clock

ADDRESS = "https://portaal.test"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SCORES = {"lichaamsfuncties": 5.0, "mentaal_welbevinden": 6.0, "meedoen": 8.0}


def letter(text: str = "De lunch met collega’s.", /, **changes: Any) -> Letter:
    """Write a letter of an invented person."""
    written: dict[str, Any] = {
        "name": "Noor",
        "parts": (
            Part("goed.meedoen", "Meedoen", "Wat gaat goed", text),
            Part("score.meedoen", "Meedoen", "Cijfer", "8"),
        ),
        "svg": draw(SCORES, ()),
        "alt": describe(SCORES, ()),
        "plan": "Als ik thuiskom, dan loop ik een blokje.",
        "not_shared": (NotShared("Meedoen", "Wat anders mag"), NotShared("Zingeving", "Cijfer")),
        "text": f"Aan Ada.\n\nMeedoen\nWat gaat goed: {text}",
    }
    return Letter(**{**written, **changes})


@dataclass
class World:
    """Everything around a portal: its database, its clock, and the people who share."""

    engine: Engine
    folder: Path
    clock: Clock = field(default_factory=Clock)
    effort: Effort = LITTLE_EFFORT
    provider: Provider | None = None
    address: str = ADDRESS

    def __post_init__(self) -> None:
        tombstones = Tombstones(self.folder / "shares")
        self.coaches = Coaches(self.engine)
        self.accounts = Accounts(self.coaches, self.clock, self.effort)
        self.invitations = Invitations(self.coaches, self.clock, self.effort)
        self.letterbox = Letterbox(self.engine, self.today, tombstones)
        self.sharing = Sharing(self.engine, self.today, lambda: [b"s" * 32], tombstones)
        self.portal = Portal(
            coaches=self.coaches,
            accounts=self.accounts,
            invitations=self.invitations,
            letterbox=self.letterbox,
            now=self.clock,
            clock=lambda: self.clock().timestamp(),
            https=self.address.startswith("https"),
            provider=self.provider,
        )
        self.app: ASGIApp = create_app(self.portal, self.address, on_this_machine=False)

    def today(self) -> Any:
        return self.clock().date()

    def enrol(self, name: str) -> Enrolment:
        """Make a coach who accepted with PASSPHRASE."""
        token = self.invitations.invite(name, "Denkt mee over werk en gezondheid.", outside_line=True)
        enrolment = self.invitations.enrol(token, PASSPHRASE)
        assert enrolment is not None
        assert self.invitations.confirm(enrolment, self.clock.code(enrolment.opened.totp_secret)) is not None
        self.clock.pass_by(seconds=30)
        return enrolment

    def share(self, coach: Enrolment, what: Letter | None = None, days: int = 14) -> tuple[str, str]:
        """Let somebody share with a coach; their secret, and the id of the share."""
        secret, what = secrets.token_hex(32), what or letter()
        until = self.today() + timedelta(days=days)
        consent = Consent(coach.coach_id, tuple(part.key for part in what.parts), "eigen", until, "1")
        return secret, self.sharing.share(secret, what, consent, self.sharing.preview(secret, what, consent))


class Visitor(httpx.AsyncClient):
    """A browser at the portal: sends forms as browsers do, and follows no redirect by itself."""

    def __init__(self, world: World, host: str = "203.0.113.7", **changes: Any) -> None:
        self.world = world
        transport = httpx.ASGITransport(app=world.app, client=(host, 50_000), raise_app_exceptions=False)
        super().__init__(transport=transport, base_url=world.address, **changes)

    async def send_form(self, path: str, **fields: str) -> httpx.Response:
        page = {"Sec-Fetch-Site": "same-origin", "Origin": self.world.address}
        return await self.post(path, content=urlencode(fields), headers={**FORM, **page})

    async def log_in(self, coach: Enrolment, passphrase: str = PASSPHRASE) -> httpx.Response:
        code = self.world.clock.code(coach.opened.totp_secret)
        answer = await self.send_form("/inloggen", naam=coach.name, wachtzin=passphrase, code=code)
        self.world.clock.pass_by(seconds=30)
        return answer

    async def open(self, share_id: str) -> httpx.Response:
        """Open a share and look at it."""
        answer = await self.send_form(f"/samenvatting/{share_id}/openen")
        return await self.get(answer.headers["location"]) if answer.status_code == 303 else answer

    @property
    def session(self) -> str | None:
        return self.cookies.get("__Host-gesprek_coach") or self.cookies.get("gesprek_coach")


def heading(answer: httpx.Response) -> str:
    """Return the heading of a page."""
    found = re.search(r"<h1>(.*?)</h1>", answer.text, re.DOTALL)
    assert found, answer.text
    return found[1].strip()
