"""The second thing a coach has to show: the code of an app on their phone, or a recovery code."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

import pyotp

TOTP_SECONDS = 30
ISSUER = "Het andere gesprek"
_STEPS_AROUND = (0, -1, 1)  # a phone's clock may be half a minute off
_GROUP = 4


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """Tell for which time step a code is right, about now; None when it is for none."""
    digits, totp = "".join(code.split()), pyotp.TOTP(secret, interval=TOTP_SECONDS)
    here = int(now.timestamp()) // TOTP_SECONDS
    right = (here + offset for offset in _STEPS_AROUND)
    return next((step for step in right if hmac.compare_digest(_at(totp, step), digits.encode())), None)


def address_of(secret: str, name: str) -> str:
    """Write a secret the way apps read it from a QR code (Key URI format of Google Authenticator)."""
    return pyotp.TOTP(secret, interval=TOTP_SECONDS).provisioning_uri(name=name, issuer_name=ISSUER)


def typed_out(secret: str) -> str:
    """Write a secret in groups, for who can't scan it."""
    return " ".join(secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP))


def hash_code(code: str) -> bytes:
    """Hash a recovery code, however it was typed: dashes, spaces and capitals don't count."""
    return hash_token("".join(character for character in code.casefold() if character.isalnum()))


def hash_token(token: str) -> bytes:
    """Hash something nobody can guess, to keep it in a form that nobody can use."""
    return hashlib.sha256(token.encode("utf-8", "replace")).digest()


def _at(totp: pyotp.TOTP, step: int) -> bytes:
    return totp.generate_otp(step).encode()
