"""The inside of a capsule: any JSON comes back, nothing else is believed."""

from __future__ import annotations

import json
import random
import zlib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.bindings import sodium_pad

from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason
from bot.vault.payload import JSON_MAX_BYTES, PAD_BYTES, pack, unpack

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
STATES = st.dictionaries(st.text(), VALUES)


def packed(text: bytes) -> bytes:
    return sodium_pad(zlib.compress(text), PAD_BYTES)


def reason_of(plaintext: bytes) -> Reason:
    with pytest.raises(CapsuleInvalid) as caught:
        unpack(plaintext)
    assert caught.value.__context__ is None
    return caught.value.reason


@settings(deadline=None)
@given(STATES, st.integers(0, 100_000))
def test_any_json_comes_back(state: dict[str, Any], day: int) -> None:
    payload = unpack(pack(state, day))
    assert (payload.state, payload.day) == (state, day)


def test_half_an_emoji_comes_back() -> None:
    assert unpack(pack({"a": "\ud83d"}, 0)).state == {"a": "\ud83d"}


@settings(deadline=None)
@given(STATES)
def test_the_length_is_a_multiple_of_the_padding(state: dict[str, Any]) -> None:
    assert len(pack(state, 0)) % PAD_BYTES == 0


def test_short_answers_have_the_same_length() -> None:
    assert len(pack({}, 0)) == len(pack({"answers": {"nu": "ja"}}, 0)) == PAD_BYTES


def test_a_payload_shows_nothing() -> None:
    assert "kastanje" not in repr(unpack(pack({"a": "kastanje"}, 0)))


@pytest.mark.parametrize("state", [{"a": {1, 2}}, {"a": b"kastanje"}, {"a": float("nan")}, {("a",): 1}])
def test_what_is_no_json_is_the_callers_mistake(state: dict[Any, Any]) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        pack(state, 0)
    assert "kastanje" not in str(caught.value)


def test_nothing_is_packed_that_unpack_would_refuse() -> None:
    with pytest.raises(CapsuleTooLarge) as caught:
        pack({"a": "k" * JSON_MAX_BYTES}, 0)
    assert "kkk" not in str(caught.value)
    room = JSON_MAX_BYTES - len(json.dumps({"v": 1, "t": 0, "s": {"a": ""}}, separators=(",", ":")))
    largest = {"a": "k" * room}
    assert unpack(pack(largest, 0)).state == largest


def test_a_bomb_is_not_unpacked() -> None:
    assert reason_of(packed(b"0" * (JSON_MAX_BYTES + 1))) is Reason.TOO_LARGE
    assert reason_of(packed(b"0" * 64 * JSON_MAX_BYTES)) is Reason.TOO_LARGE


def test_another_version_is_refused() -> None:
    assert reason_of(packed(b'{"v":2,"t":0,"s":{}}')) is Reason.UNSUPPORTED_VERSION
    assert reason_of(packed(b"{}")) is Reason.UNSUPPORTED_VERSION


@pytest.mark.parametrize(
    "plaintext",
    [
        b"",
        b"kastanje",
        b"\0" * PAD_BYTES,
        sodium_pad(b"", PAD_BYTES),
        sodium_pad(b"kastanje", PAD_BYTES),
        sodium_pad(zlib.compress(random.Random(0).randbytes(500))[:200], PAD_BYTES),
        packed(b""),
        packed(b"kastanje"),
        packed(b"\xff\xfe\xfd"),
        packed(b"[" * 200_000),
        packed(b"[1]"),
        packed(b'{"v":1,"t":0}'),
        packed(b'{"v":1,"t":0,"s":[]}'),
        packed(b'{"v":1,"t":"0","s":{}}'),
    ],
)
def test_anything_else_is_malformed(plaintext: bytes) -> None:
    assert reason_of(plaintext) is Reason.MALFORMED


@settings(deadline=None)
@given(st.binary(max_size=4 * PAD_BYTES))
def test_no_bytes_lead_to_another_error(plaintext: bytes) -> None:
    with pytest.raises(CapsuleInvalid):
        unpack(plaintext)
