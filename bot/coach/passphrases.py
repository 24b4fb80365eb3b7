"""Whether a passphrase is good enough: long, and not one that is guessed early."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from enum import Enum

from zxcvbn import zxcvbn

SHORTEST = 14  # characters
LONGEST = 200
_EARLY_GUESSES_LOG10 = 10.0  # ten thousand million guesses, with argon2id at half a second each
_LOOKED_AT = 72  # characters: zxcvbn takes long over longer ones, and these are enough to be sure


class Weakness(str, Enum):
    """Why a passphrase is refused; the portal has a sentence for each."""

    TOO_SHORT = "te_kort"
    TOO_LONG = "te_lang"
    GUESSABLE = "te_raden"


def normal(passphrase: str) -> str:
    """Write a passphrase the same however a keyboard composes its letters."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def weakness(passphrase: str, known: Collection[str] = ()) -> Weakness | None:
    """Tell what is wrong with a passphrase, with words an attacker knows (such as the coach's name); None when fine."""
    words = normal(passphrase)
    if len(words) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(words) > LONGEST:
        return Weakness.TOO_LONG
    guesses = zxcvbn(words[:_LOOKED_AT], user_inputs=[part for name in known for part in (name, *name.split())])
    return Weakness.GUESSABLE if guesses["guesses_log10"] < _EARLY_GUESSES_LOG10 else None
