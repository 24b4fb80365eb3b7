"""Passphrases: long, and not one that is guessed early."""

from __future__ import annotations

import pytest

from bot.coach.passphrases import Weakness, normal, weakness
from tests.coach.conftest import PASSPHRASE


@pytest.mark.parametrize(
    ("passphrase", "wrong"),
    [
        (PASSPHRASE, None),
        ("kT9#vLq2!mZx7Rw", None),
        ("kort", Weakness.TOO_SHORT),
        ("   kort met lucht   ", None),
        ("a" * 14, Weakness.GUESSABLE),
        ("passwordpassword", Weakness.GUESSABLE),
        ("12345678901234567890", Weakness.GUESSABLE),
        ("Ada Voorbeeld Ada", Weakness.GUESSABLE),
        ("groen " * 40, Weakness.TOO_LONG),
    ],
)
def test_what_is_wrong_with_a_passphrase(passphrase: str, wrong: Weakness | None) -> None:
    assert weakness(passphrase, ["Ada Voorbeeld"]) is wrong


def test_a_passphrase_is_the_same_on_every_keyboard() -> None:
    assert normal("cafe\u0301 op de hoek") == normal("caf\u00e9 op de hoek ")
