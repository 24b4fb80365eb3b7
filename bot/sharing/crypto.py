"""The cryptography of sharing: who a conversation is, what its previews are, and letters that one person opens.

A conversation has one secret, 32 random bytes that only its capsule holds. From it come, each for a purpose of its
own, the mark by which its shares are found, the names of its shares, and the key that opens what a coach answers.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from bot.conversation.letter import Letter
from bot.conversation.sharing import Consent

SHARE_ID_BYTES = 16
_OWNER, _REPLIES, _SHARE, _PREVIEW = b"delen-eigenaar", b"delen-antwoord", b"delen-nummer", b"delen-voorbeeld"
_VERSION = 1


@dataclass(frozen=True, repr=False)
class Envelope:
    """What a coach finds in a share: the letter, and the key (32 bytes) to seal an answer to."""

    letter: Letter
    reply_key: bytes


def owner(secret: str) -> bytes:
    """Name a conversation in 32 bytes, from which nobody can tell its secret."""
    return _derive(secret, _OWNER, 32)


def reply_key(secret: str) -> PrivateKey:
    """Return the key that opens what coaches answer this conversation."""
    return PrivateKey(_derive(secret, _REPLIES, PrivateKey.SIZE), RawEncoder)


def share_id(secret: str, nonce: str) -> str:
    """Name a share in 32 hex digits: the same for every try to store the same preview."""
    return _derive(secret, _SHARE, SHARE_ID_BYTES, nonce.encode()).hex()


def preview_token(server_secret: bytes, secret: str, nonce: str, letter: Letter, consent: Consent) -> str:
    """Make the token of a preview: of this very letter and this consent, by this server, for this conversation."""
    agreed = [share_id(secret, nonce), letter.to_json(), consent.coach_id, consent.parts, consent.name_kind]
    written = json.dumps([*agreed, consent.until.isoformat(), consent.version]).encode()
    key = hashlib.blake2b(server_secret, digest_size=32, person=_PREVIEW).digest()
    return f"{nonce}.{hmac.new(key, written, hashlib.sha256).hexdigest()}"


def fits(token: str, server_secrets: Sequence[bytes], secret: str, letter: Letter, consent: Consent) -> bool:
    """Tell whether a token is of this letter and consent, made with any secret the server still knows."""
    nonce = nonce_of(token)
    made = (preview_token(one, secret, nonce, letter, consent) for one in server_secrets)
    return any(hmac.compare_digest(token.encode(), one.encode()) for one in made)


def nonce_of(token: str) -> str:
    """Return what makes a token unlike every other."""
    return token.partition(".")[0]


def seal_letter(public_key: bytes, letter: Letter, reply_to: bytes) -> bytes:
    """Put a letter in an envelope that only the private key of `public_key` opens."""
    inside = {"v": _VERSION, "letter": letter.to_json(), "reply_key": b64encode(reply_to).decode()}
    return seal(public_key, inside)


def open_letter(private_key: bytes, sealed: bytes) -> Envelope | None:
    """Open what `seal_letter` made; None when it is for somebody else."""
    inside = unseal(PrivateKey(private_key), sealed)
    return inside and Envelope(Letter.from_json(inside["letter"]), b64decode(inside["reply_key"]))


def seal(public_key: bytes, content: dict[str, Any]) -> bytes:
    """Seal something for one reader."""
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return bytes(SealedBox(PublicKey(public_key)).encrypt(written))


def unseal(private_key: PrivateKey, sealed: bytes) -> Any:
    """Open what was sealed; None when it is for another reader, or damaged."""
    try:
        written = SealedBox(private_key).decrypt(sealed)
    except CryptoError:
        return None
    return json.loads(written)


def _derive(secret: str, purpose: bytes, size: int, data: bytes = b"") -> bytes:
    return hashlib.blake2b(data, digest_size=size, key=bytes.fromhex(secret), person=purpose).digest()
