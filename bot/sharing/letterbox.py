"""Sharing for the coach: what lies there, opening it, answering, noting, deleting; always that coach's own shares only.

Everything asked about another coach's share gets the answer for one that never was: None, or False.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nacl.public import PrivateKey
from sqlalchemy.engine import Engine

from bot.conversation import sharing
from bot.conversation.letter import Letter
from bot.conversation.sharing import Message
from bot.sharing import crypto, messages
from bot.sharing.service import ROW_DAYS, bury_again
from bot.sharing.tombstones import ROW_STAYS, Tombstones
from bot.storage.coaches import Coaches
from bot.storage.shares import Shares, StoredShare


@dataclass(frozen=True)
class Summary:
    """One share in the overview of a coach: what became of it and when, and nothing of what is in it.

    Attributes:
        waiting: the person wrote back, and the coach has not answered since.
    """

    share_id: str
    status: str
    created_on: date
    until: date
    status_on: date
    waiting: bool


@dataclass(frozen=True, repr=False)
class Opened:
    """A share as its coach reads it."""

    share_id: str
    status: str
    created_on: date
    until: date
    letter: Letter
    messages: tuple[Message, ...]
    note: str
    reply_key: bytes

    @property
    def may_answer(self) -> bool:
        """Tell whether it is the coach's turn to write: first, and after each time the person wrote back."""
        return not self.messages or self.messages[-1].author == sharing.BY_PERSON


class Letterbox:
    """What the portal needs of the shares; safe to use from any thread. It knows no secret of the server."""

    def __init__(self, engine: Engine, today: Callable[[], date], tombstones: Tombstones) -> None:
        self._shares = Shares(engine)
        self._coaches = Coaches(engine)
        self._today = today
        self._tombstones = tombstones

    def inbox(self, coach_id: str) -> list[Summary]:
        """Return what was shared with a coach, the latest first; what the coach deleted is left out."""
        bury_again(self._shares, self._tombstones, self._today())
        found = [share for share in self._shares.of_coach(coach_id) if share.status != sharing.DELETED]
        written = self._shares.messages([share.share_id for share in found])
        last = {message.share_id: message.author for message in written}
        return [
            Summary(
                share_id=share.share_id,
                status=self._status(share),
                created_on=share.created_on,
                until=share.until,
                status_on=share.status_on,
                waiting=share.sealed is not None and last.get(share.share_id) == sharing.BY_PERSON,
            )
            for share in found
        ]

    def status(self, coach_id: str, share_id: str) -> str | None:
        """Return what became of a share of this coach; None when there is none, or the coach deleted it."""
        found = self._own(coach_id, share_id)
        return None if found is None else self._status(found)

    def open(self, coach_id: str, share_id: str, private_key: bytes) -> Opened | None:
        """Look at a share for the first time, or anew, and note that it was read; see `look`."""
        opened = self.look(coach_id, share_id, private_key)
        if opened is None:
            return None
        if opened.status == sharing.NEW:
            self._shares.note_read(share_id, sharing.NEW, sharing.READ, self._today())
        self._shares.mark_read([share_id], sharing.BY_PERSON, self._today())
        return replace(opened, status=sharing.READ) if opened.status == sharing.NEW else opened

    def look(self, coach_id: str, share_id: str, private_key: bytes) -> Opened | None:
        """Read a share with the coach's private key (32 bytes), without a trace.

        None when it isn't this coach's, was withdrawn or has expired, or was sealed to a key the coach had before.
        """
        found = self._readable(coach_id, share_id)
        envelope = found and crypto.open_letter(private_key, found.sealed or b"")
        if not found or not envelope:
            return None
        key = PrivateKey(private_key)
        note = self._shares.note(share_id)
        return Opened(
            share_id=share_id,
            status=found.status,
            created_on=found.created_on,
            until=found.until,
            letter=envelope.letter,
            messages=messages.read(self._shares.messages([share_id]), share_id, key, sharing.BY_COACH),
            note=(crypto.unseal(key, note) or {}).get("text", "") if note else "",
            reply_key=envelope.reply_key,
        )

    def answer(self, coach_id: str, opened: Opened, text: str, moments: Sequence[str] = ()) -> bool:
        """Answer what was opened; False when it can't be any more, or it isn't the coach's turn.

        Raises:
            ValueError: the text is empty or too long.
        """
        if not 0 < len(text.strip()) <= sharing.MOST_MESSAGE:
            raise ValueError(f"an answer has 1 to {sharing.MOST_MESSAGE} characters")
        key = self._key_of(coach_id)
        written = self._shares.messages([opened.share_id])
        turn = not written or written[-1].author == sharing.BY_PERSON
        if self._readable(coach_id, opened.share_id) is None or key is None or not turn:
            return False
        content = {"text": text, "moments": list(moments)}
        message = messages.compose(
            opened.share_id, len(written) + 1, sharing.BY_COACH, content, opened.reply_key, key, self._today()
        )
        return self._shares.add_message(message, sharing.ANSWERED)

    def note(self, coach_id: str, share_id: str, text: str) -> bool:
        """Keep the coach's own note, sealed to that coach; an empty one takes it away. False when it can't be."""
        key = self._key_of(coach_id)
        if self._readable(coach_id, share_id) is None or key is None:
            return False
        return self._shares.keep_note(share_id, crypto.seal(key, {"text": text}) if text.strip() else None)

    def delete(self, coach_id: str, share_id: str) -> bool:
        """Destroy a share for good; the person is told. False when it isn't this coach's."""
        found = self._own(coach_id, share_id)
        if found is None:
            return False
        day = found.until + timedelta(days=ROW_DAYS + 1)
        self._shares.close(
            [share_id], sharing.DELETED, self._today(), lambda: self._tombstones.add({share_id: day}, ROW_STAYS)
        )
        return True

    def lose(self, coach_id: str) -> None:
        """Destroy what a coach can't open any more, who was removed or got new keys; the people concerned are told."""
        if ids := [share.share_id for share in self._shares.of_coach(coach_id) if share.sealed is not None]:
            self._shares.close(ids, sharing.COACH_GONE, self._today())

    def _own(self, coach_id: str, share_id: str) -> StoredShare | None:
        found = self._shares.find_for(coach_id, share_id)
        return None if found is None or found.status == sharing.DELETED else found

    def _readable(self, coach_id: str, share_id: str) -> StoredShare | None:
        """Find a share that its coach may read today, seeing first to what a backup brought back."""
        found = self._own(coach_id, share_id)
        if found and found.sealed is not None and self._tombstones.among([share_id]):
            bury_again(self._shares, self._tombstones, self._today())
            found = self._own(coach_id, share_id)
        return found if found and found.sealed is not None and found.until >= self._today() else None

    def _status(self, share: StoredShare) -> str:
        return sharing.EXPIRED if share.sealed is not None and share.until < self._today() else share.status

    def _key_of(self, coach_id: str) -> bytes | None:
        account = self._coaches.find(coach_id)
        return account.public_key if account else None
