"""What is inside a capsule: the state as JSON, compressed, padded so that its length tells little."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError

from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason

PAYLOAD_VERSION = 1
PAD_BYTES = 1024
JSON_MAX_BYTES = 1024 * 1024
EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, repr=False)
class Payload:
    """An unpacked state and the day it was sealed, in days since 1 January 1970."""

    state: dict[str, Any]
    day: int


def day_number(day: date) -> int:
    """Count the days since 1 January 1970: sealed without a time of day."""
    return (day - EPOCH).days


def pack(state: dict[str, Any], day: int) -> bytes:
    """Make the plaintext of a capsule, a multiple of 1 KiB long.

    Raises:
        CapsuleTooLarge: when the state is over 1 MiB of JSON, which `unpack` would refuse.
        TypeError, ValueError: when the state is no JSON.
    """
    payload = {"v": PAYLOAD_VERSION, "t": day, "s": state}
    text = json.dumps(payload, separators=(",", ":"), allow_nan=False).encode("ascii")
    if len(text) > JSON_MAX_BYTES:
        raise CapsuleTooLarge(f"a conversation may be {JSON_MAX_BYTES} bytes of JSON")
    return sodium_pad(zlib.compress(text), PAD_BYTES)


def unpack(plaintext: bytes) -> Payload:
    """Read what `pack` made, never more than 1 MiB of it.

    Errors are raised outside the `except` of what failed: those exceptions carry the text they stumbled on.

    Raises:
        CapsuleInvalid: malformed, too_large or unsupported_version.
    """
    payload = _parse(_inflate(plaintext))
    if payload is None:
        raise CapsuleInvalid(Reason.MALFORMED)
    if payload.get("v") != PAYLOAD_VERSION:
        raise CapsuleInvalid(Reason.UNSUPPORTED_VERSION)
    state, day = payload.get("s"), payload.get("t")
    if not isinstance(state, dict) or not isinstance(day, int):
        raise CapsuleInvalid(Reason.MALFORMED)
    return Payload(state, day)


def _inflate(plaintext: bytes) -> bytes:
    inflater = zlib.decompressobj()
    text = b""
    with suppress(CryptoError, zlib.error):
        text = inflater.decompress(sodium_unpad(plaintext, PAD_BYTES), JSON_MAX_BYTES + 1)
    if len(text) > JSON_MAX_BYTES:
        raise CapsuleInvalid(Reason.TOO_LARGE)
    if not inflater.eof:
        raise CapsuleInvalid(Reason.MALFORMED)
    return text


def _parse(text: bytes) -> dict[str, Any] | None:
    payload: Any = None
    with suppress(ValueError, RecursionError):
        payload = json.loads(text)
    return payload if isinstance(payload, dict) else None
