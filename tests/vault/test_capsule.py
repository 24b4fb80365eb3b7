"""The envelope: one spelling, one version, one lock."""

from __future__ import annotations

import secrets
from base64 import b64encode, urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.vault.capsule import CAPSULE_MAX_BYTES, CAPSULE_VERSION, Envelope, lock, parse, unlock
from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason

ID = "00112233445566778899aabbccddeeff"
SECRET_ID = b"\x01\x02\x03\x04"
KEY = bytes(range(32))
PLAINTEXT = b"kastanje" * 16


def raw(capsule: str) -> bytes:
    return urlsafe_b64decode(capsule + "=" * (-len(capsule) % 4))


def spelled(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


def open_with(capsule: str, key: bytes = KEY) -> bytes:
    return unlock(parse(capsule), key)


def reason_of(capsule: str) -> Reason:
    with pytest.raises(CapsuleInvalid) as caught:
        open_with(capsule)
    assert caught.value.__context__ is None
    assert str(caught.value) == caught.value.reason.value
    return caught.value.reason


@settings(deadline=None)
@given(st.binary(max_size=5000), st.binary(min_size=16, max_size=16), st.binary(min_size=32, max_size=32))
def test_what_is_locked_opens_with_its_key(plaintext: bytes, identity: bytes, key: bytes) -> None:
    capsule = lock(identity.hex(), SECRET_ID, key, plaintext)
    assert parse(capsule).conversation_id == identity.hex()
    assert open_with(capsule, key) == plaintext


def test_the_layout_is_as_documented() -> None:
    data = raw(lock(ID, SECRET_ID, KEY, PLAINTEXT))
    assert data[0] == CAPSULE_VERSION
    assert data[1:5] == SECRET_ID
    assert data[5:21].hex() == ID
    assert len(data) == 1 + 4 + 16 + 24 + len(PLAINTEXT) + 16
    assert PLAINTEXT[:8] not in data


def test_the_same_state_is_never_the_same_capsule() -> None:
    assert lock(ID, SECRET_ID, KEY, PLAINTEXT) != lock(ID, SECRET_ID, KEY, PLAINTEXT)


def test_an_envelope_shows_nothing() -> None:
    assert ID not in repr(parse(lock(ID, SECRET_ID, KEY, PLAINTEXT)))
    assert "Envelope" in repr(Envelope(b"", b"", b""))


@pytest.mark.parametrize("bit", range(8))
def test_every_bit_of_every_byte_matters(bit: int) -> None:
    data = raw(lock(ID, SECRET_ID, KEY, PLAINTEXT))
    for position in range(len(data)):
        changed = data[:position] + bytes([data[position] ^ (1 << bit)]) + data[position + 1 :]
        expected = Reason.UNSUPPORTED_VERSION if position == 0 else Reason.TAMPERED
        assert reason_of(spelled(changed)) is expected


def test_every_character_matters() -> None:
    """Also the last, of which some bits carry nothing: those would give one capsule several spellings."""
    for length in range(3):
        capsule = lock(ID, SECRET_ID, KEY, PLAINTEXT + b"x" * length)
        for position, character in enumerate(capsule):
            other = "A" if character != "A" else "B"
            reason_of(capsule[:position] + other + capsule[position + 1 :])


def test_a_cut_capsule_is_refused_at_every_length() -> None:
    capsule = lock(ID, SECRET_ID, KEY, PLAINTEXT)
    for length in range(len(capsule)):
        assert reason_of(capsule[:length]) in (Reason.MALFORMED, Reason.TAMPERED)
    assert reason_of(capsule[1:]) is not Reason.TOO_OLD


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(CapsuleInvalid) as caught:
        open_with(lock(ID, SECRET_ID, KEY, PLAINTEXT), secrets.token_bytes(32))
    assert caught.value.reason is Reason.TAMPERED


@pytest.mark.parametrize("version", [0, 1, 3, 255])
def test_another_version_is_refused(version: int) -> None:
    assert (
        reason_of(spelled(bytes([version]) + raw(lock(ID, SECRET_ID, KEY, PLAINTEXT))[1:]))
        is Reason.UNSUPPORTED_VERSION
    )


def test_only_one_spelling_is_accepted() -> None:
    capsule = spelled(bytes([CAPSULE_VERSION]) + b"\xfb\xff" * 100)
    standard = b64encode(raw(capsule)).decode()
    assert "-" in capsule
    assert "+" in standard
    spellings = (
        standard,
        standard.rstrip("="),
        capsule + "=",
        f"{capsule}\n",
        f" {capsule}",
        f"{capsule[:9]}!{capsule[9:]}",
    )
    assert {reason_of(spelling) for spelling in spellings} == {Reason.MALFORMED}


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300))
@example("")
@example("A" * 5)
@example("\ud800" * 80)
@example("ë" * 80)
@example("\u0661" * 80)
@example("\0" * 80)
def test_any_text_leads_to_a_reason(text: str) -> None:
    reason_of(text)


def test_an_oversized_capsule_is_not_even_decoded() -> None:
    assert reason_of("A" * (CAPSULE_MAX_BYTES + 1)) is Reason.TOO_LARGE
    assert reason_of("A" * CAPSULE_MAX_BYTES) is Reason.UNSUPPORTED_VERSION


def test_an_oversized_capsule_is_not_made() -> None:
    largest = CAPSULE_MAX_BYTES // 4 * 3 - 1 - 4 - 16 - 24 - 16
    assert len(lock(ID, SECRET_ID, KEY, bytes(largest))) == CAPSULE_MAX_BYTES
    with pytest.raises(CapsuleTooLarge):
        lock(ID, SECRET_ID, KEY, bytes(largest + 1))
