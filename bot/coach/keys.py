"""The keys of a coach: a key pair that only their passphrase opens, and the secret of the app on their phone."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

import pyotp
from nacl import pwhash
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.secret import SecretBox
from nacl.utils import random

_KEY_BYTES = SecretBox.KEY_SIZE
_SALT_BYTES = pwhash.argon2id.SALTBYTES
RECOVERY_CODES = 8
_CODE_BYTES = 10  # 80 bits: nothing to guess, so a plain hash of a code is enough


@dataclass(frozen=True)
class Effort:
    """What one guess at a passphrase costs: passes over memory, and bytes of memory.

    The default is libsodium's "moderate": 256 MiB, about half a second
    (https://doc.libsodium.org/password_hashing/default_phf).
    """

    operations: int = pwhash.argon2id.OPSLIMIT_MODERATE
    memory_bytes: int = pwhash.argon2id.MEMLIMIT_MODERATE


@dataclass(frozen=True, repr=False)
class SealedKeys:
    """A coach's keys as they are stored: only `public_key` (32 bytes) can be read without the passphrase."""

    public_key: bytes
    sealed_key: bytes
    sealed_totp: bytes
    salt: bytes
    effort: Effort

    def columns(self) -> dict[str, bytes | int]:
        """Return them by the names of the columns they are stored in."""
        return {
            "public_key": self.public_key,
            "sealed_key": self.sealed_key,
            "sealed_totp": self.sealed_totp,
            "salt": self.salt,
            "kdf_operations": self.effort.operations,
            "kdf_memory_bytes": self.effort.memory_bytes,
        }


@dataclass(frozen=True, repr=False)
class OpenKeys:
    """What the passphrase opens: the private key (32 bytes), and the secret of the app (base32)."""

    private_key: bytes
    totp_secret: str


def make(passphrase: str, effort: Effort) -> tuple[SealedKeys, OpenKeys]:
    """Make new keys under a passphrase."""
    opened = OpenKeys(bytes(PrivateKey.generate()), pyotp.random_base32())
    return seal(opened, passphrase, effort), opened


def seal(opened: OpenKeys, passphrase: str, effort: Effort) -> SealedKeys:
    """Put keys under a passphrase, with a new salt."""
    salt = random(_SALT_BYTES)
    box = _box(passphrase, salt, effort)
    return SealedKeys(
        public_key=bytes(PrivateKey(opened.private_key).public_key),
        sealed_key=bytes(box.encrypt(opened.private_key)),
        sealed_totp=bytes(box.encrypt(opened.totp_secret.encode("ascii"))),
        salt=salt,
        effort=effort,
    )


def open_with(sealed: SealedKeys, passphrase: str) -> OpenKeys | None:
    """Open keys with a passphrase; None when it is another one."""
    box = _box(passphrase, sealed.salt, sealed.effort)
    try:
        return OpenKeys(box.decrypt(sealed.sealed_key), box.decrypt(sealed.sealed_totp).decode("ascii"))
    except CryptoError:
        return None


def recovery_codes() -> list[str]:
    """Make codes that take the place of the phone once each: five groups of four hex digits."""
    return ["-".join(_groups(secrets.token_hex(_CODE_BYTES))) for _ in range(RECOVERY_CODES)]


def _groups(digits: str, size: int = 4) -> list[str]:
    return [digits[at : at + size] for at in range(0, len(digits), size)]


def _box(passphrase: str, salt: bytes, effort: Effort) -> SecretBox:
    key = pwhash.argon2id.kdf(
        _KEY_BYTES, passphrase.encode("utf-8"), salt, opslimit=effort.operations, memlimit=effort.memory_bytes
    )
    return SecretBox(key)
