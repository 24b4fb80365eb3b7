"""Sealing for one purpose with a key derived from the server's secrets, and names that only this server can make.

For what can't travel with the person. Sealed bytes are

    4 bytes   id of the server's secret
    24 bytes  nonce
    the rest  XChaCha20-Poly1305 ciphertext; the id and what it is `about` are authenticated with it
"""

from __future__ import annotations

import secrets
from contextlib import suppress

from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_generichash_blake2b_salt_personal,
)
from nacl.exceptions import CryptoError

from bot.vault.capsule import ID_BYTES, NONCE_BYTES, TAG_BYTES
from bot.vault.server_secrets import SECRET_ID_BYTES, ServerSecrets

_NAMES = b"gesprek-afdruk"


class SealBroken(Exception):
    """It was not sealed here for this, was changed, or the secret it was sealed with is gone."""


class Sealer:
    """Seals and names things for one purpose, which is at most 16 bytes."""

    def __init__(self, secrets_of_server: ServerSecrets, purpose: bytes) -> None:
        self._secrets = secrets_of_server
        self._purpose = purpose

    def seal(self, plaintext: bytes, about: bytes = b"") -> bytes:
        """Seal with the newest secret; it opens only with the same `about`."""
        secret = self._secrets.current()
        nonce = secrets.token_bytes(NONCE_BYTES)
        key = secret.derive(self._purpose)
        return secret.id + nonce + crypto_aead_xchacha20poly1305_ietf_encrypt(plaintext, secret.id + about, nonce, key)

    def open(self, sealed: bytes, about: bytes = b"") -> bytes:
        """Open what was sealed.

        Raises:
            SealBroken: whatever is wrong with it.
        """
        start = SECRET_ID_BYTES + NONCE_BYTES
        secret = self._secrets.find(sealed[:SECRET_ID_BYTES])
        plaintext = None
        if secret is not None and len(sealed) >= start + TAG_BYTES:
            nonce, key = sealed[SECRET_ID_BYTES:start], secret.derive(self._purpose)
            with suppress(CryptoError):
                plaintext = crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[start:], secret.id + about, nonce, key)
        if plaintext is None:
            raise SealBroken("can't be opened")
        return plaintext

    def names(self, what: bytes) -> tuple[str, ...]:
        """Name something in 32 hex digits, by each secret, newest first: a keyed hash, the same every time."""
        return tuple(
            crypto_generichash_blake2b_salt_personal(
                self._purpose + b":" + what, digest_size=ID_BYTES, key=secret.derive(_NAMES)
            ).hex()
            for secret in self._secrets.all()
        )
