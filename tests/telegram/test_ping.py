"""A message nobody waited for says that there is something to read, and not a word of what."""

from __future__ import annotations

import pytest

from bot.knowledge import knowledge
from bot.settings import Settings, load_settings
from bot.telegram.addresses import Addresses
from bot.telegram.ping import ping_sealed
from bot.vault.sealing import SealBroken
from bot.vault.server_secrets import Secret, ServerSecrets
from tests.telegram.conftest import SECRETS
from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Person
from tests.telegram.test_chats import sentence

ADDRESSES = Addresses(SECRETS)
CHATS = (1, 4_200_000_000, 2**52 - 1, -1_001_234_567_890)


@pytest.fixture
def settings(emulator: Emulator) -> Settings:
    """The settings of the process of the coaches, which has no bot running."""
    return load_settings(telegram_token=TOKEN, telegram_api=emulator.url)


async def test_it_reaches_who_shared_and_says_nothing_of_it(settings: Settings, emulator: Emulator) -> None:
    person = Person(emulator)
    assert await ping_sealed(settings, ADDRESSES, ADDRESSES.seal(person.id), knowledge().texts)
    assert person.shown == [sentence("coach")]


async def test_who_blocked_the_bot_is_left_alone(settings: Settings, emulator: Emulator) -> None:
    person = Person(emulator)
    person.chat.blocked = True
    assert not await ping_sealed(settings, ADDRESSES, ADDRESSES.seal(person.id), knowledge().texts)


async def test_an_address_that_can_not_be_opened_is_left(settings: Settings, emulator: Emulator) -> None:
    assert not await ping_sealed(settings, ADDRESSES, b"iets anders", knowledge().texts)
    assert emulator.calls == []


@pytest.mark.parametrize("chat", CHATS)
def test_an_address_opens_as_it_was_and_looks_like_no_other(chat: int) -> None:
    sealed = ADDRESSES.seal(chat)
    assert ADDRESSES.open(sealed) == chat
    assert ADDRESSES.seal(chat) != sealed
    assert len({len(ADDRESSES.seal(each)) for each in CHATS}) == 1
    assert str(chat).encode() not in sealed
    assert ADDRESSES.names(chat) == ADDRESSES.names(chat)
    assert len({ADDRESSES.names(each) for each in CHATS}) == len(CHATS)


def test_without_the_secret_it_stays_shut() -> None:
    sealed = ADDRESSES.seal(1)
    others = Addresses(ServerSecrets([Secret(bytes([9] * 32))]))
    for changed in (sealed[:-1], sealed + b"x", sealed[:30], b"", bytes(64)):
        with pytest.raises(SealBroken):
            ADDRESSES.open(changed)
    with pytest.raises(SealBroken):
        others.open(sealed)
    assert set(others.names(1)).isdisjoint(ADDRESSES.names(1))
