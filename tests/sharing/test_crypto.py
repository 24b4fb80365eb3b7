"""Who a conversation is, what a preview is, and letters that one person opens."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import date

import pytest
from nacl.public import PrivateKey

from bot.conversation.letter import Letter
from bot.conversation.sharing import Consent
from bot.sharing import crypto
from tests.sharing.conftest import LETTER, SERVER

CONSENT = Consent("ab" * 16, ("plan",), "geen", date(2026, 12, 6), "v1")


def test_a_letter_is_written_in_one_way_only_and_read_back() -> None:
    assert Letter.from_json(LETTER.to_json()) == LETTER
    assert LETTER.to_json() == replace(LETTER).to_json()


def test_a_sealed_letter_opens_with_the_coachs_key_only() -> None:
    key, other = PrivateKey.generate(), PrivateKey.generate()
    sealed = crypto.seal_letter(bytes(key.public_key), LETTER, b"r" * 32)
    assert b"kanariegeel" not in sealed
    opened = crypto.open_letter(bytes(key), sealed)
    assert opened is not None
    assert (opened.letter, opened.reply_key) == (LETTER, b"r" * 32)
    assert crypto.open_letter(bytes(other), sealed) is None
    assert crypto.open_letter(bytes(key), sealed[:-1]) is None


def test_from_one_secret_come_things_that_do_not_tell_of_each_other(secret: str) -> None:
    made = {crypto.owner(secret), bytes(crypto.reply_key(secret)), bytes.fromhex(secret)}
    assert len(made) == 3
    assert crypto.owner(secret) == crypto.owner(secret) != crypto.owner(secrets.token_hex(32))
    assert crypto.share_id(secret, "a") != crypto.share_id(secret, "b")


@pytest.mark.parametrize(
    "other",
    [
        replace(CONSENT, coach_id="cd" * 16),
        replace(CONSENT, parts=("plan", "tekening")),
        replace(CONSENT, name_kind="eigen"),
        replace(CONSENT, until=date(2027, 1, 1)),
        replace(CONSENT, version="v2"),
    ],
)
def test_a_token_is_of_one_consent(secret: str, other: Consent) -> None:
    token = crypto.preview_token(SERVER, secret, "n", LETTER, CONSENT)
    assert crypto.fits(token, [SERVER], secret, LETTER, CONSENT)
    assert not crypto.fits(token, [SERVER], secret, LETTER, other)


def test_a_token_is_of_one_letter_one_conversation_and_one_server(secret: str) -> None:
    token = crypto.preview_token(SERVER, secret, "n", LETTER, CONSENT)
    assert not crypto.fits(token, [SERVER], secret, replace(LETTER, text=f"{LETTER.text} "), CONSENT)
    assert not crypto.fits(token, [SERVER], secrets.token_hex(32), LETTER, CONSENT)
    assert not crypto.fits(token, [b"x" * 32], secret, LETTER, CONSENT)
    assert crypto.fits(token, [b"x" * 32, SERVER], secret, LETTER, CONSENT), "an older secret of this server"
    assert not crypto.fits("", [SERVER], secret, LETTER, CONSENT)
    assert not crypto.fits("ń.ė", [SERVER], secret, LETTER, CONSENT)


def test_what_holds_words_shows_none_of_them(secret: str) -> None:
    shown = f"{LETTER!r} {LETTER.parts[0]!r} {crypto.Envelope(LETTER, b'')!r}"
    assert "kanariegeel" not in shown
    assert "Sanne" not in shown
