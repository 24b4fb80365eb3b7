"""A conversation as a file in the chat, sealed. The file opens in its own chat only, for as long as its key exists."""

from __future__ import annotations

from bot.engine.engine import State
from bot.telegram.addresses import Addresses
from bot.vault.capsule import CAPSULE_MAX_BYTES, HEADER_BYTES, NONCE_BYTES, TAG_BYTES, parse
from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason
from bot.vault.payload import pack
from bot.vault.vault import Vault

NAME = "mijn-gesprek.capsule"
_MOST_BYTES = CAPSULE_MAX_BYTES * 3 // 4 - HEADER_BYTES - NONCE_BYTES - TAG_BYTES  # base64 makes four of three


class CapsuleFiles:
    """Makes, opens and shreds them. The id of the conversation is a keyed hash of the chat id: it tells whose it is."""

    def __init__(self, vault: Vault, addresses: Addresses) -> None:
        self._vault = vault
        self._addresses = addresses

    def save(self, chat: int, state: State) -> bytes:
        """Seal a conversation.

        Raises:
            CapsuleTooLarge: it doesn't fit.
        """
        conversation = self._addresses.names(chat)[0]
        self._vault.keep(conversation)
        return self._vault.seal(conversation, state).encode("ascii")

    def open(self, chat: int, content: bytes) -> State:
        """Open a file of this chat.

        Raises:
            CapsuleInvalid: with the reason, whatever it is.
        """
        try:
            capsule = content.decode("ascii").strip()
        except ValueError:
            raise CapsuleInvalid(Reason.MALFORMED) from None
        if parse(capsule).conversation_id not in self._addresses.names(chat):
            raise CapsuleInvalid(Reason.UNKNOWN_KEY)
        return self._vault.open(capsule).state

    def address(self, chat: int) -> bytes:
        """Seal where this chat is, for a message of later."""
        return self._addresses.seal(chat)

    def held(self, chat: int) -> dict[str, str]:
        """Show what the server keeps for the files of this chat; empty when there is none."""
        return next(filter(None, map(self._vault.held, self._addresses.names(chat))), {})

    def shred(self, chat: int) -> None:
        """Destroy the keys of every file there ever was in this chat."""
        for conversation in self._addresses.names(chat):
            self._vault.destroy(conversation)


def fits(state: State) -> bool:
    """Tell whether a conversation is small enough to be taken along; a larger one is not remembered either."""
    try:
        return len(pack(state, 0)) <= _MOST_BYTES
    except CapsuleTooLarge:
        return False


def may_be_one(size: int | None) -> bool:
    """Tell by its size in bytes whether a file is worth looking into."""
    return size is None or 0 < size <= CAPSULE_MAX_BYTES
