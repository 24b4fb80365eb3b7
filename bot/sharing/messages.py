"""What coach and person write each other about a share: sealed to who reads it, with a copy for who wrote it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from nacl.public import PrivateKey

from bot.conversation.sharing import Message
from bot.sharing import crypto
from bot.storage.shares import StoredMessage

_ID_BYTES = 16


def compose(
    share_id: str, number: int, author: str, content: dict[str, Any], reader: bytes, writer: bytes, today: date
) -> StoredMessage:
    """Seal a message; `reader` and `writer` are public keys, `content` has a text and moments."""
    return StoredMessage(
        message_id=secrets.token_hex(_ID_BYTES),
        share_id=share_id,
        number=number,
        author=author,
        sealed=crypto.seal(reader, content),
        copy=crypto.seal(writer, content),
        created_on=today,
    )


def read(written: Iterable[StoredMessage], share_id: str, key: PrivateKey, reader: str) -> tuple[Message, ...]:
    """Open what was written about a share, as `reader` may; what can't be opened any more is left out."""
    own = [(one, crypto.unseal(key, one.copy if one.author == reader else one.sealed)) for one in written
           if one.share_id == share_id]  # fmt: skip
    return tuple(
        Message(one.number, one.author, content["text"], tuple(content["moments"]), one.created_on)
        for one, content in own
        if content is not None
    )
