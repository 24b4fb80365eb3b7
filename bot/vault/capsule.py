"""The envelope: what a capsule looks like from outside, and the lock on it.

URL-safe base64 without padding of

    1 byte    version
    4 bytes   id of the server's secret
    16 bytes  conversation id
    24 bytes  nonce
    the rest  XChaCha20-Poly1305 ciphertext; the version and both ids are authenticated with it
"""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import suppress
from dataclasses import dataclass

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError

from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason
from bot.vault.server_secrets import SECRET_ID_BYTES

CAPSULE_MAX_BYTES = 64 * 1024
CAPSULE_VERSION = 2
ID_BYTES = 16
KEY_BYTES = crypto_aead_xchacha20poly1305_ietf_KEYBYTES
NONCE_BYTES = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
TAG_BYTES = crypto_aead_xchacha20poly1305_ietf_ABYTES
HEADER_BYTES = 1 + SECRET_ID_BYTES + ID_BYTES


@dataclass(frozen=True, repr=False)
class Envelope:
    """A capsule taken apart, not yet known to be genuine."""

    header: bytes
    nonce: bytes
    ciphertext: bytes

    @property
    def secret_id(self) -> bytes:
        """Name the secret of the server that the capsule claims to be sealed with, in 4 bytes."""
        return self.header[1 : 1 + SECRET_ID_BYTES]

    @property
    def conversation_id(self) -> str:
        """Name the conversation the capsule claims to be, in 32 hex digits."""
        return self.header[1 + SECRET_ID_BYTES :].hex()


def lock(conversation_id: str, secret_id: bytes, key: bytes, plaintext: bytes) -> str:
    """Make a capsule that only `key` (32 bytes) opens.

    Raises:
        CapsuleTooLarge: when it is over 64 KiB.
    """
    header = bytes([CAPSULE_VERSION]) + secret_id + bytes.fromhex(conversation_id)
    nonce = secrets.token_bytes(NONCE_BYTES)
    ciphertext = crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, header, nonce, key)
    capsule = _encode(header + nonce + ciphertext)
    if len(capsule) > CAPSULE_MAX_BYTES:
        raise CapsuleTooLarge(f"a capsule may be {CAPSULE_MAX_BYTES} bytes")
    return capsule


def parse(capsule: str) -> Envelope:
    """Take a capsule apart, accepting one spelling only.

    Raises:
        CapsuleInvalid: too_large, malformed or unsupported_version.
    """
    if len(capsule) > CAPSULE_MAX_BYTES:
        raise CapsuleInvalid(Reason.TOO_LARGE)
    raw = _decode(capsule)
    if len(raw) < HEADER_BYTES + NONCE_BYTES + TAG_BYTES:
        raise CapsuleInvalid(Reason.MALFORMED)
    if raw[0] != CAPSULE_VERSION:
        raise CapsuleInvalid(Reason.UNSUPPORTED_VERSION)
    start = HEADER_BYTES + NONCE_BYTES
    return Envelope(header=raw[:HEADER_BYTES], nonce=raw[HEADER_BYTES:start], ciphertext=raw[start:])


def unlock(envelope: Envelope, key: bytes) -> bytes:
    """Open a capsule, which proves that this server made it for this conversation.

    Raises:
        CapsuleInvalid: tampered.
    """
    plaintext = None
    with suppress(CryptoError):
        plaintext = crypto_aead_xchacha20poly1305_ietf_decrypt(
            envelope.ciphertext, envelope.header, envelope.nonce, key
        )
    if plaintext is None:
        raise CapsuleInvalid(Reason.TAMPERED)
    return plaintext


def _encode(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode("ascii")


def _decode(capsule: str) -> bytes:
    # Python's decoder skips what it doesn't know and ignores the last bits; encoding again shows whether it did.
    raw = b""
    with suppress(ValueError):
        raw = urlsafe_b64decode(capsule + "=" * (-len(capsule) % 4))
    return raw if _encode(raw) == capsule else b""
