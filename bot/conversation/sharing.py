"""Sharing as the conversation sees it: coaches to choose from, a consent, what was shared, and who keeps it.

`bot.sharing` does the keeping; without it there is nobody to share with.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from bot.conversation.letter import Letter

NEW, READ, ANSWERED = "nieuw", "gelezen", "beantwoord"
WITHDRAWN, EXPIRED, COACH_GONE, DELETED = "ingetrokken", "verlopen", "coach_weg", "verwijderd"
OPEN = frozenset({NEW, READ, ANSWERED})  # the coach can still read it
BY_COACH, BY_PERSON = "coach", "persoon"
SECRET_BYTES = 32  # of the secret of a conversation, which it keeps as hex digits
MOST_MESSAGE = 1_000  # characters, either way


class SharingAway(Exception):
    """What keeps the shares can't be reached now. Nothing was done."""


class NotConfirmed(Exception):
    """What is to be stored is not what was previewed. Nothing was done."""


class CoachGone(Exception):
    """The coach is no longer there to share with. Nothing was done."""


@dataclass(frozen=True)
class Coach:
    """A coach somebody may choose: name, and what they do in one sentence."""

    id: str
    name: str
    role: str

    @property
    def initials(self) -> str:
        """Take the first letter of the first and the last word of the name that begin with a capital."""
        capitals = [word[0] for word in self.name.split() if word[0].isupper()] or [self.name[:1].upper()]
        return "".join([capitals[0], capitals[-1]] if len(capitals) > 1 else capitals)


@dataclass(frozen=True)
class Consent:
    """What somebody agreed to: with whom, which parts, under what kind of name, until when, on which text.

    Attributes:
        parts: keys of the parts shared.
        name_kind: `eigen`, `bijnaam` or `geen`.
        until: the last day on which the coach can read it.
        version: of the sentences the consent was asked in.
    """

    coach_id: str
    parts: tuple[str, ...]
    name_kind: str
    until: date
    version: str


@dataclass(frozen=True, repr=False)
class Message:
    """What a coach answered, or the person wrote back, with the moments the coach proposed."""

    number: int
    author: str
    text: str
    moments: tuple[str, ...]
    on: date


@dataclass(frozen=True, repr=False)
class Shared:
    """One share as the person may see it: with whom, which parts, until when, and what became of it."""

    id: str
    coach: str
    parts: tuple[str, ...]
    created_on: date
    until: date
    status: str
    messages: tuple[Message, ...] = ()

    @property
    def open(self) -> bool:
        """Tell whether the coach can read it now."""
        return self.status in OPEN

    @property
    def may_write_back(self) -> bool:
        """Tell whether it is the person's turn to write: once for each answer of the coach."""
        return self.open and bool(self.messages) and self.messages[-1].author == BY_COACH

    def was_written_back(self, text: str) -> bool:
        """Tell whether this is what the person wrote last: what is sent once more, is sent."""
        return (
            self.open
            and bool(self.messages)
            and (self.messages[-1].author, self.messages[-1].text)
            == (
                BY_PERSON,
                text,
            )
        )


class Sharing(Protocol):
    """Who keeps what is shared. A conversation shows who it is by its secret.

    Every method raises SharingAway where what keeps the shares can't be reached.
    """

    def today(self) -> date:
        """Return the day it is."""

    def coaches(self) -> Sequence[Coach]:
        """Return whom somebody may share with, by name."""

    def preview(self, secret: str, letter: Letter, consent: Consent) -> str:
        """Return the token of exactly this letter and this consent, without which neither can be stored."""

    def share(self, secret: str, letter: Letter, consent: Consent, token: str) -> str:
        """Store a letter that was previewed, once for each token; the id of the share.

        Raises:
            NotConfirmed: the token belongs to another letter or consent, or was used and taken back, or is too old.
            CoachGone: the coach was removed meanwhile.
        """

    def sent(self, secret: str, token: str) -> Shared | None:
        """Return what was stored with the token of a preview, while its coach can read it; None for nothing."""

    def shared(self, secret: str) -> Sequence[Shared]:
        """Return what the conversation shared, the latest first, with all that was written about it."""

    def mark_read(self, secret: str) -> None:
        """Note that the person has seen what coaches answered."""

    def withdraw(self, secret: str, share_id: str | None = None) -> None:
        """Take back one share, or all; what was taken back before stays so."""

    def write_back(self, secret: str, share_id: str, text: str) -> bool:
        """Send a coach an answer, once; False when it isn't the person's turn (any more)."""

    def forget(self, secret: str) -> None:
        """Delete all shares of the conversation, without leaving that they were there."""

    def held(self, secret: str) -> list[dict[str, Any]]:
        """Return every column stored about the shares of the conversation."""

    def expire(self) -> None:
        """Delete for good what is past its date: the daily work."""


class NobodyToShareWith:
    """An installation without coaches; nothing was ever shared there."""

    def today(self) -> date:
        raise SharingAway

    def coaches(self) -> Sequence[Coach]:
        return ()

    def preview(self, secret: str, letter: Letter, consent: Consent) -> str:
        raise SharingAway

    def share(self, secret: str, letter: Letter, consent: Consent, token: str) -> str:
        raise SharingAway

    def sent(self, secret: str, token: str) -> Shared | None:
        return None

    def shared(self, secret: str) -> Sequence[Shared]:
        return ()

    def mark_read(self, secret: str) -> None:
        return None

    def withdraw(self, secret: str, share_id: str | None = None) -> None:
        return None

    def write_back(self, secret: str, share_id: str, text: str) -> bool:
        return False

    def forget(self, secret: str) -> None:
        return None

    def held(self, secret: str) -> list[dict[str, Any]]:
        return []

    def expire(self) -> None:
        return None


NOBODY = NobodyToShareWith()
