"""Somewhere to share that keeps everything in memory, and gives tokens as strictly as the real one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.conversation import sharing
from bot.conversation.letter import Letter
from bot.conversation.sharing import Coach, CoachGone, Consent, Message, NotConfirmed, Shared, SharingAway

MARIEKE = Coach("a1" * 16, "Marieke de Vries", "Denkt mee over werk, rust en energie.")
BRAM = Coach("b2" * 16, "Bram Bos", "Helpt bij keuzes rond werk en thuis.")


@dataclass
class Desk:
    """Keeps what is shared. `away` has it out of reach; `stored` holds what was stored, literally."""

    people: list[Coach] = field(default_factory=lambda: [MARIEKE, BRAM])
    day: date = date(2026, 11, 22)
    away: bool = False
    stored: dict[str, tuple[Letter, Consent]] = field(default_factory=dict)
    shares: dict[str, Shared] = field(default_factory=dict)
    previews: dict[str, tuple[str, Letter, Consent]] = field(default_factory=dict)
    sent_with: dict[str, str] = field(default_factory=dict)

    def today(self) -> date:
        return self.day

    def coaches(self) -> list[Coach]:
        self._reach()
        return self.people

    def preview(self, secret: str, letter: Letter, consent: Consent) -> str:
        token = f"voorbeeld {len(self.previews)}"
        self.previews[token] = (secret, letter, consent)
        return token

    def share(self, secret: str, letter: Letter, consent: Consent, token: str) -> str:
        self._reach()
        if token in self.sent_with:
            return self.sent_with[token]
        if self.previews.get(token) != (secret, letter, consent):
            raise NotConfirmed
        coach = next((one for one in self.people if one.id == consent.coach_id), None)
        if coach is None:
            raise CoachGone
        share_id = self.sent_with[token] = f"deel{len(self.stored)}"
        self.stored[share_id] = (letter, consent)
        self.shares[share_id] = Shared(share_id, coach.name, consent.parts, self.day, consent.until, sharing.NEW, ())
        return share_id

    def sent(self, secret: str, token: str) -> Shared | None:
        self._reach()
        found = self.shares.get(self.sent_with.get(token, ""))
        return found if found and found.open else None

    def shared(self, secret: str) -> list[Shared]:
        self._reach()
        return list(self.shares.values())[::-1]

    def mark_read(self, secret: str) -> None:
        self._reach()

    def withdraw(self, secret: str, share_id: str | None = None) -> None:
        self._reach()
        for one in [one for one in self.shares.values() if share_id in (None, one.id)]:
            self.become(one.id, sharing.WITHDRAWN)

    def write_back(self, secret: str, share_id: str, text: str) -> bool:
        self._reach()
        if not self.shares[share_id].may_write_back:
            return self.shares[share_id].was_written_back(text)
        self._write(share_id, sharing.BY_PERSON, text)
        return True

    def forget(self, secret: str) -> None:
        self._reach()
        self.shares.clear()

    def held(self, secret: str) -> list[dict[str, Any]]:
        return [{"nummer": id} for id in self.shares]

    def expire(self) -> None:
        self._reach()

    def answer(self, share_id: str, text: str, *moments: str) -> None:
        """Have the coach answer."""
        self._write(share_id, sharing.BY_COACH, text, moments)
        self.shares[share_id] = replace(self.shares[share_id], status=sharing.ANSWERED)

    def become(self, share_id: str, status: str) -> None:
        """Have something happen to a share."""
        self.shares[share_id] = replace(self.shares[share_id], status=status, messages=())

    def _write(self, share_id: str, author: str, text: str, moments: tuple[str, ...] = ()) -> None:
        one = self.shares[share_id]
        message = Message(len(one.messages) + 1, author, text, moments, self.day)
        self.shares[share_id] = replace(one, messages=(*one.messages, message))

    def _reach(self) -> None:
        if self.away:
            raise SharingAway
