"""Chat ids outside memory: sealed to write to later, or named by a keyed hash to find again. Never as they are."""

from __future__ import annotations

from bot.vault.sealing import Sealer
from bot.vault.server_secrets import ServerSecrets

_PURPOSE = b"gesprek-tg-chat"
_BYTES = 8


class Addresses:
    """What a server may keep of a chat id."""

    def __init__(self, secrets: ServerSecrets) -> None:
        self._sealer = Sealer(secrets, _PURPOSE)

    def seal(self, chat: int) -> bytes:
        """Seal a chat id, to write there later; every time other bytes, always as many."""
        return self._sealer.seal(_written(chat))

    def open(self, sealed: bytes) -> int:
        """Open a sealed chat id.

        Raises:
            SealBroken: it was changed, or its secret is gone.
        """
        return int.from_bytes(self._sealer.open(sealed), "big", signed=True)

    def names(self, chat: int) -> tuple[str, ...]:
        """Name a chat in 32 hex digits, by each secret of the server, newest first."""
        return self._sealer.names(_written(chat))


def _written(chat: int) -> bytes:
    return chat.to_bytes(_BYTES, "big", signed=True)
