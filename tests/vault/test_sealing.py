"""What is sealed for one purpose opens for that purpose only; a name is the same every time, and tells nothing."""

from __future__ import annotations

import pytest

from bot.vault.sealing import SealBroken, Sealer
from bot.vault.server_secrets import Secret, ServerSecrets

OLD, NEW = Secret(bytes([1] * 32)), Secret(bytes([2] * 32))


def sealer(purpose: bytes = b"een doel", *secrets: Secret) -> Sealer:
    return Sealer(ServerSecrets(secrets or [OLD]), purpose)


def test_it_opens_as_it_was() -> None:
    for plaintext in (b"", b"woorden", bytes(100_000)):
        assert sealer().open(sealer().seal(plaintext, b"hier"), b"hier") == plaintext


def test_it_opens_for_nothing_else() -> None:
    sealed = sealer().seal(b"woorden", b"hier")
    for other, about in ((sealer(b"iets anders"), b"hier"), (sealer(), b"daar"), (sealer(b"een doel", NEW), b"hier")):
        with pytest.raises(SealBroken):
            other.open(sealed, about)


@pytest.mark.parametrize("at", [0, 3, 4, 27, 28, -1])
def test_no_byte_may_change(at: int) -> None:
    sealed = bytearray(sealer().seal(b"woorden"))
    sealed[at] ^= 1
    with pytest.raises(SealBroken) as caught:
        sealer().open(bytes(sealed))
    assert "woorden" not in str(caught.value)


def test_a_rotated_secret_still_opens() -> None:
    assert sealer(b"een doel", NEW, OLD).open(sealer().seal(b"woorden")) == b"woorden"


def test_a_name_is_the_same_every_time_and_another_for_another_purpose_or_secret() -> None:
    assert sealer().names(b"wie") == sealer().names(b"wie")
    found = [sealer().names(b"wie"), sealer(b"iets anders").names(b"wie"), sealer().names(b"wat")]
    found.append(sealer(b"een doel", NEW).names(b"wie"))
    assert len(set(found)) == 4
    assert sealer(b"een doel", NEW, OLD).names(b"wie") == (*found[3], *found[0])
    assert {len(name) for names in found for name in names} == {32}
