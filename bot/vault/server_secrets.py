"""The server's own secrets: without one of them, all keys in the database open no capsule.

The newest seals. The older ones only open, until every capsule they sealed is too old. Written as text, newest first:
`[day ]base64`, one a line or separated by commas, the day being the one on which it was made.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from nacl.bindings import crypto_generichash_blake2b_salt_personal

SECRET_BYTES = 32
SECRET_ID_BYTES = 4
_NAMING = b"gesprek-naam"
_SEALING = b"gesprek-capsule"


class SecretsError(Exception):
    """The secrets can't be used as they are: what is wrong and what to do, never with a secret in it."""


@dataclass(frozen=True, repr=False)
class Secret:
    """One secret of 32 bytes, and the day on which it was made where that is known."""

    value: bytes
    made_on: date | None = None

    @property
    def id(self) -> bytes:
        """Name the secret in 4 bytes, from which nobody can tell the secret."""
        return _blake2b(b"", self.value, _NAMING, SECRET_ID_BYTES)

    def key_for(self, stored_key: bytes) -> bytes:
        """Make the key of a capsule, 32 bytes, from that of its conversation: neither does it alone."""
        return _blake2b(stored_key, self.value, _SEALING, SECRET_BYTES)

    def derive(self, purpose: bytes) -> bytes:
        """Make a key of 32 bytes for a purpose named in at most 16 bytes; none of them tells another."""
        return _blake2b(b"", self.value, purpose, SECRET_BYTES)

    def __str__(self) -> str:
        """Write the secret the way `parse` reads it."""
        day = f"{self.made_on.isoformat()} " if self.made_on else ""
        return f"{day}{urlsafe_b64encode(self.value).rstrip(b'=').decode('ascii')}"


class ServerSecrets:
    """Secrets that stay the same while the server runs, newest first."""

    def __init__(self, secrets: Sequence[Secret]) -> None:
        self._secrets = tuple(secrets)

    def all(self) -> tuple[Secret, ...]:
        """Return every secret, newest first; there is at least one."""
        return self._secrets

    def current(self) -> Secret:
        """Return the secret that seals."""
        return self.all()[0]

    def retire(self, today: date, max_age_days: int) -> int:
        """Remove the secrets that no capsule needs any more; the number of them. Those we were given aren't ours."""
        return 0

    def find(self, secret_id: bytes) -> Secret | None:
        """Return the secret with this id; None when there is none, or no more."""
        return next((secret for secret in self.all() if secret.id == secret_id), None)


def parse(text: str) -> tuple[Secret, ...]:
    """Read secrets, of which each may be in either alphabet of base64.

    Raises:
        SecretsError: when there is none, or one of them can't be read.
    """
    entries = [entry for entry in (part.split() for part in re.split(r"[\n,]", text)) if entry]
    secrets = tuple(secret for secret in map(_read, entries) if secret is not None)
    if not secrets or len(secrets) < len(entries) or len({secret.id for secret in secrets}) < len(secrets):
        raise SecretsError("expected different secrets of 32 bytes in base64, as `openssl rand -base64 32` makes them")
    return secrets


def _read(entry: list[str]) -> Secret | None:
    *day, written = entry
    with suppress(ValueError):
        value = urlsafe_b64decode(written.rstrip("=").translate(str.maketrans("+/", "-_")) + "=")
        made_on = date.fromisoformat(day[0]) if day else None
        if len(value) == SECRET_BYTES and len(day) < 2:
            return Secret(value, made_on)
    return None


def _blake2b(data: bytes, key: bytes, purpose: bytes, size: int) -> bytes:
    return crypto_generichash_blake2b_salt_personal(data, digest_size=size, key=key, person=purpose)
