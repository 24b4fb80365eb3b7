"""Sharing for the conversation: store what was agreed to, show it, take it back, forget it, let it expire."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot.conversation import sharing
from bot.conversation.letter import Letter
from bot.conversation.sharing import Coach, CoachGone, Consent, NotConfirmed, Shared, SharingAway
from bot.sharing import crypto, messages, reach
from bot.sharing.held import as_rows
from bot.sharing.tombstones import NOTHING_STAYS, ROW_STAYS, Tombstones
from bot.storage.coaches import Account, Coaches
from bot.storage.shares import Shares, StoredShare

ROW_DAYS = 30  # days after its last day that a row without its letter says what became of it
NOTED_DAYS = 365  # days that is kept which coach opened what
_NONCE_BYTES = 8


class Sharing:
    """Keeps what conversations share; safe to use from any thread.

    A conversation shows who it is by its secret: what it asks for about another's share is as if that never was.
    """

    def __init__(
        self,
        engine: Engine,
        today: Callable[[], date],
        server_secrets: Callable[[], Sequence[bytes]],
        tombstones: Tombstones,
    ) -> None:
        """Keep shares in a database.

        Args:
            server_secrets: what previews are signed with, 32 bytes each: the first signs, all of them are believed.
            tombstones: where is written down what may never come back.
        """
        self._shares = Shares(engine)
        self._coaches = Coaches(engine)
        self._today = today
        self._server_secrets = server_secrets
        self._tombstones = tombstones

    def today(self) -> date:
        """Return the day it is."""
        return self._today()

    def coaches(self) -> list[Coach]:
        """Return whom somebody may share with, by name."""
        with _within_reach():
            return [Coach(coach.coach_id, coach.name, coach.role) for coach in self._coaches.offered()]

    def preview(self, secret: str, letter: Letter, consent: Consent) -> str:
        """Return the token of exactly this letter and this consent, without which neither can be stored."""
        nonce = secrets.token_hex(_NONCE_BYTES)
        return crypto.preview_token(self._server_secrets()[0], secret, nonce, letter, consent)

    def share(self, secret: str, letter: Letter, consent: Consent, token: str) -> str:
        """Store a letter that was previewed, once for each token; the id of the share.

        Raises:
            NotConfirmed: the token belongs to another letter or consent, or was used and taken back, or is too old.
            CoachGone: the coach was removed meanwhile.
        """
        if not crypto.fits(token, self._server_secrets(), secret, letter, consent) or consent.until < self._today():
            raise NotConfirmed
        share_id = crypto.share_id(secret, crypto.nonce_of(token))
        with _within_reach():
            coach = next((one for one in self._coaches.offered() if one.coach_id == consent.coach_id), None)
            if coach is None:
                raise CoachGone
            if self._tombstones.among([share_id]):
                raise NotConfirmed
            reply_key = bytes(crypto.reply_key(secret).public_key)
            sealed = crypto.seal_letter(coach.public_key, letter, reply_key)
            row = StoredShare(
                share_id=share_id,
                coach_id=coach.coach_id,
                key_epoch=coach.key_epoch,
                owner=crypto.owner(secret),
                sealed=sealed,
                consent_version=consent.version,
                parts=consent.parts,
                name_kind=consent.name_kind,
                created_on=self._today(),
                until=consent.until,
                status=sharing.NEW,
                status_on=self._today(),
                notify=reach.address(),
            )
            if not self._shares.add(row) and not self._is_open(share_id):
                raise NotConfirmed
        return share_id

    def sent(self, secret: str, token: str) -> Shared | None:
        """Return what was stored with the token of a preview, while its coach can read it; None for nothing."""
        share_id = crypto.share_id(secret, crypto.nonce_of(token))
        return next((one for one in self.shared(secret) if one.id == share_id and one.open), None)

    def shared(self, secret: str) -> list[Shared]:
        """Return what the conversation shared, the latest first, with all that was written about it."""
        with _within_reach():
            found = self._of(secret)
            coaches = {coach.coach_id: coach for coach in self._coaches.all()} if found else {}
            written = self._shares.messages([share.share_id for share in found])
            key = crypto.reply_key(secret)
            return [
                Shared(
                    id=share.share_id,
                    coach=coaches[share.coach_id].name,
                    parts=share.parts,
                    created_on=share.created_on,
                    until=share.until,
                    status=_status(share, coaches[share.coach_id], self._today()),
                    messages=messages.read(written, share.share_id, key, sharing.BY_PERSON),
                )
                for share in found
            ]

    def to_tell(self) -> list[tuple[str, bytes]]:
        """Return the shares with an answer whose person was not told yet: id, and the sealed address."""
        with _within_reach():
            return self._shares.to_tell()

    def claim_telling(self, share_id: str) -> bool:
        """Take it upon this process to tell the person, at most once a day; False when another did."""
        with _within_reach():
            return self._shares.claim_telling(share_id, self._today())

    def not_told(self, share_id: str) -> None:
        """Note that telling failed after all, so that it is tried again."""
        with _within_reach():
            self._shares.change(share_id, notified_on=None)

    def mark_read(self, secret: str) -> None:
        """Note that the person has seen what coaches answered."""
        with _within_reach():
            self._shares.mark_read([share.share_id for share in self._of(secret)], sharing.BY_COACH, self._today())

    def withdraw(self, secret: str, share_id: str | None = None) -> None:
        """Take back one share, or all; what was taken back before stays so."""
        with _within_reach():
            found = [share for share in self._of(secret) if share_id in (None, share.share_id) and share.sealed]
            if found:
                ids = [share.share_id for share in found]
                bury = _burying(self._tombstones, found, ROW_STAYS)
                self._shares.close(ids, sharing.WITHDRAWN, self._today(), bury)

    def write_back(self, secret: str, share_id: str, text: str) -> bool:
        """Send a coach an answer, once; False when it isn't the person's turn (any more)."""
        text = text[: sharing.MOST_MESSAGE]
        with _within_reach():
            shared = next((one for one in self.shared(secret) if one.id == share_id), None)
            if shared is None or not shared.may_write_back:
                return shared is not None and shared.was_written_back(text)
            stored = self._shares.find(share_id)
            account = stored and self._coaches.find(stored.coach_id)
            if not account or account.public_key is None:
                return False
            own = bytes(crypto.reply_key(secret).public_key)
            content = {"text": text, "moments": []}
            message = messages.compose(
                share_id, len(shared.messages) + 1, sharing.BY_PERSON, content, account.public_key, own, self._today()
            )
            return self._shares.add_message(message)

    def forget(self, secret: str) -> None:
        """Delete all shares of the conversation, without leaving that they were there."""
        with _within_reach():
            if found := self._of(secret):
                ids = [share.share_id for share in found]
                self._shares.delete(ids, _burying(self._tombstones, found, NOTHING_STAYS))

    def held(self, secret: str) -> list[dict[str, Any]]:
        """Return every column stored about the shares of the conversation."""
        with _within_reach():
            return as_rows(self._shares, self._of(secret), {one.coach_id: one.name for one in self._coaches.all()})

    def expire(self) -> None:
        """Delete for good what is past its date, what its coach can't open any more, and what a backup brought back.

        A row without its letter stays ROW_DAYS longer, to say what became of it; what coaches did, NOTED_DAYS.
        """
        today = self._today()
        bury_again(self._shares, self._tombstones, today)
        coaches = {coach.coach_id: coach for coach in self._coaches.all()}
        ended = [(share, _status(share, coaches[share.coach_id], today)) for share in self._shares.open_ones()]
        for status in (sharing.EXPIRED, sharing.COACH_GONE):
            if ids := [share.share_id for share, became in ended if became == status]:
                self._shares.close(ids, status, today)
        if old := self._shares.until_before(today - timedelta(days=ROW_DAYS)):
            self._shares.delete([share.share_id for share in old])
        self._coaches.forget_noted_before(today - timedelta(days=NOTED_DAYS))
        self._tombstones.drop(today)

    def _of(self, secret: str) -> list[StoredShare]:
        """Find the shares of a conversation, without those that a backup brought back."""
        found = self._shares.of_owner(crypto.owner(secret))
        if self._tombstones.among([share.share_id for share in found if share.sealed]):
            bury_again(self._shares, self._tombstones, self._today())
            found = self._shares.of_owner(crypto.owner(secret))
        return found

    def _is_open(self, share_id: str) -> bool:
        found = self._shares.find(share_id)
        return found is not None and found.sealed is not None


def bury_again(shares: Shares, tombstones: Tombstones, today: date) -> None:
    """Close or delete again what was written down as such: a backup from before may have brought it back."""
    left = tombstones.all()
    back = shares.among(list(left))
    if gone := [share.share_id for share in back if left[share.share_id] == NOTHING_STAYS]:
        shares.delete(gone)
    if closed := [share.share_id for share in back if share.sealed and left[share.share_id] == ROW_STAYS]:
        shares.close(closed, sharing.WITHDRAWN, today)


def _burying(tombstones: Tombstones, found: Sequence[StoredShare], left: str) -> Callable[[], None]:
    days = {share.share_id: share.until + timedelta(days=ROW_DAYS + 1) for share in found}
    return lambda: tombstones.add(days, left)


def _status(share: StoredShare, coach: Account, today: date) -> str:
    """Return what has become of a share, also where the daily job has yet to see to it."""
    if share.sealed is None:
        return share.status
    if share.until < today:
        return sharing.EXPIRED
    readable = coach.removed_on is None and coach.public_key is not None and coach.key_epoch == share.key_epoch
    return share.status if readable else sharing.COACH_GONE


@contextmanager
def _within_reach() -> Iterator[None]:
    """Say that the shares can't be reached, and nothing of what was on its way there."""
    try:
        yield
    except (SQLAlchemyError, OSError):
        raise SharingAway("the database or the file of tombstones can't be used now") from None
