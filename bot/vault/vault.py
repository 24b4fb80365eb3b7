"""Seal a conversation for its person, open it again, and make it unreadable for good."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from bot.storage.keys import ConversationKeys, StoredKey
from bot.vault.capsule import ID_BYTES, KEY_BYTES, Envelope, lock, parse, unlock
from bot.vault.errors import CapsuleInvalid, Reason
from bot.vault.payload import day_number, pack, unpack
from bot.vault.server_secrets import ServerSecrets


@dataclass(frozen=True, repr=False)
class OpenCapsule:
    """A conversation as it was when it was sealed."""

    conversation_id: str
    state: dict[str, Any]


class Vault:
    """Capsules out, keys in: what the server keeps opens nothing, what the person keeps opens only here.

    A capsule opens with the key of its conversation and a secret of the server together, so a copy of the database
    opens none.
    """

    def __init__(
        self, keys: ConversationKeys, secrets_of_server: ServerSecrets, max_age_days: int, today: Callable[[], date]
    ) -> None:
        self._keys = keys
        self._secrets = secrets_of_server
        self._max_age_days = max_age_days
        self._today = today

    def start(self) -> str:
        """Make a conversation with a key of its own; its id, 32 hex digits."""
        conversation_id = secrets.token_hex(ID_BYTES)
        self._keys.create(conversation_id, secrets.token_bytes(KEY_BYTES), self._today())
        return conversation_id

    def keep(self, conversation_id: str) -> None:
        """Make sure that the conversation with this id, of a person known in another way, has a key."""
        if self._keys.get(conversation_id) is None:
            with suppress(IntegrityError):  # another process made it meanwhile
                self._keys.create(conversation_id, secrets.token_bytes(KEY_BYTES), self._today())

    def destroy(self, conversation_id: str) -> bool:
        """Destroy the key of a conversation whose id tells whose it is; False when there is none."""
        return self._keys.delete(conversation_id)

    def seal(self, conversation_id: str, state: dict[str, Any]) -> str:
        """Make the capsule of a conversation, and count it as used today.

        Where the clock fell back to before its last use, as one does that lost its battery, the capsule gets the day of
        that use: with the day the clock gives, it would be too old as soon as the clock is right.

        Raises:
            CapsuleInvalid: unknown_key, when the conversation was shredded meanwhile.
            CapsuleTooLarge: when the state doesn't fit; the person's last capsule stays good.
        """
        stored = self._key(conversation_id)
        day = max(self._today(), stored.last_used_on)
        secret = self._secrets.current()
        capsule = lock(conversation_id, secret.id, secret.key_for(stored.key), pack(state, day_number(day)))
        if stored.last_used_on < day:
            self._keys.touch(conversation_id, day)
        return capsule

    def open(self, capsule: str, *, however_old: bool = False) -> OpenCapsule:
        """Read a capsule; one that is too old only to find what has to be deleted with it.

        Raises:
            CapsuleInvalid: with the reason, whatever was sent.
        """
        envelope = parse(capsule)
        stored = self._key(envelope.conversation_id)
        payload = unpack(self._unlock(envelope, stored))
        if day_number(self._today()) - payload.day > self._max_age_days and not however_old:
            raise CapsuleInvalid(Reason.TOO_OLD)
        return OpenCapsule(stored.conversation_id, payload.state)

    def shred(self, capsule: str) -> bool:
        """Destroy the key, and with it every capsule of the conversation; False when it was gone already.

        Any genuine capsule will do, also one too old to open, as long as its secret is kept. Who only knows the id of
        a conversation can't.

        Raises:
            CapsuleInvalid: when the capsule isn't genuine.
        """
        envelope = parse(capsule)
        stored = self._keys.get(envelope.conversation_id)
        if stored is None:
            return False
        self._unlock(envelope, stored)
        return self._keys.delete(stored.conversation_id)

    def held(self, conversation_id: str) -> dict[str, str]:
        """Show every stored column about a conversation, for its person; empty when there is nothing."""
        stored = self._keys.get(conversation_id)
        if stored is None:
            return {}
        return {
            "gespreksnummer": stored.conversation_id,
            "sleutel": f"(versleutelingssleutel, {len(stored.key)} bytes)",
            "aangemaakt_op": stored.created_on.isoformat(),
            "laatst_gebruikt_op": stored.last_used_on.isoformat(),
        }

    def expire(self) -> tuple[int, int]:
        """Destroy the keys and the secrets that no capsule needs any more; the numbers of them.

        No day counts that is later than the last one on which anybody used a conversation. A clock that stands in
        another year then takes no key away, and where nobody comes any more the last ones stay until somebody does.
        """
        newest = self._keys.newest_use()
        if newest is None:
            return 0, 0
        day = min(self._today(), newest)
        keys = self._keys.delete_older_than(day - timedelta(days=self._max_age_days))
        return keys, self._secrets.retire(day, self._max_age_days)

    def _unlock(self, envelope: Envelope, stored: StoredKey) -> bytes:
        secret = self._secrets.find(envelope.secret_id)
        if secret is None:
            raise CapsuleInvalid(Reason.RETIRED)
        return unlock(envelope, secret.key_for(stored.key))

    def _key(self, conversation_id: str) -> StoredKey:
        stored = self._keys.get(conversation_id)
        if stored is None:
            raise CapsuleInvalid(Reason.UNKNOWN_KEY)
        return stored
