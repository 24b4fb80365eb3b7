"""Text that can't be made smaller and yet is kept as an answer."""

from __future__ import annotations

import secrets
import sys
import unicodedata

from bot.nlu import crisis

# Rare letters of our own script: of another it would be a language that nobody here speaks, and plain letters at random
# sound like a cry for help far too often.
_LETTERS = [
    letter
    for letter in map(chr, range(0x180, sys.maxunicode))
    if unicodedata.name(letter, "").startswith("LATIN")
    and letter.isalpha()
    and not any(part.isascii() for part in unicodedata.normalize("NFKD", letter))
]


def noise(characters: int) -> str:
    """Return that many characters of over seven bits each."""
    while True:
        text = "".join(secrets.choice(_LETTERS) for _ in range(characters))
        if crisis.detect(text) is None:
            return text
