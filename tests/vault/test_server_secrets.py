"""The server's secrets as text: read in either spelling, refused without a word of them."""

from __future__ import annotations

import secrets
from base64 import b64encode, urlsafe_b64encode
from datetime import date

import pytest

from bot.vault.server_secrets import SECRET_BYTES, Secret, SecretsError, ServerSecrets, parse

FIRST, SECOND = Secret(b"\xfb\xff" * 16), Secret(b"\x01" * 32, date(2026, 3, 1))


@pytest.mark.parametrize("encode", [b64encode, urlsafe_b64encode])
@pytest.mark.parametrize("around", ["{}", "{}\n", "  {}  \n\n", "{},"])
def test_a_secret_is_read_in_every_usual_spelling(encode: object, around: str) -> None:
    assert callable(encode)
    assert parse(around.format(encode(FIRST.value).decode())) == (FIRST,)


def test_what_is_written_is_read_back_in_its_order() -> None:
    assert parse(f"{SECOND}\n{FIRST}\n") == parse(f"{SECOND}, {FIRST}") == (SECOND, FIRST)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n,",
        "kastanje",
        "kastanje1" * 5,
        f"{FIRST}kastanje",
        f"{FIRST},{FIRST}",
        f"{FIRST} {SECOND}",
        f"{SECOND}\nkastanje",
        f"2026-13-01 {FIRST}",
        f"2026-03-01 2026-03-01 {FIRST}",
        b64encode(bytes(31)).decode(),
    ],
)
def test_what_is_no_secret_is_refused_without_repeating_it(text: str) -> None:
    with pytest.raises(SecretsError) as caught:
        parse(text)
    assert "openssl rand -base64 32" in str(caught.value)
    assert "kastanje" not in str(caught.value)
    assert str(FIRST) not in str(caught.value)
    assert caught.value.__context__ is None


def test_a_secret_shows_nothing_of_itself() -> None:
    assert "255" not in repr(FIRST)
    assert str(FIRST) not in repr(FIRST)
    assert FIRST.id not in FIRST.value
    assert len(FIRST.id) == 4


def test_a_key_takes_both_halves() -> None:
    """Neither another secret nor another conversation gives the key, and the key isn't one of the two."""
    stored, other = secrets.token_bytes(32), secrets.token_bytes(32)
    key = FIRST.key_for(stored)
    assert len(key) == SECRET_BYTES
    assert FIRST.key_for(stored) == key
    assert len({key, SECOND.key_for(stored), FIRST.key_for(other), stored, FIRST.value}) == 5


def test_the_first_seals_and_all_are_found() -> None:
    server = ServerSecrets([SECOND, FIRST])
    assert server.current() == SECOND
    assert [server.find(secret.id) for secret in (FIRST, SECOND)] == [FIRST, SECOND]
    assert server.find(b"\0\0\0\0") is None
