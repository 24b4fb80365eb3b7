"""A message nobody waited for says that there is something to read, and not a word of what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from telegram.error import NetworkError

from bot.settings import load_settings
from bot.sharing.reach import reachable
from bot.telegram.addresses import Addresses
from bot.telegram.client import client
from bot.telegram.ping import tell_all
from bot.vault.sealing import SealBroken
from bot.vault.server_secrets import Secret, ServerSecrets
from tests.sharing.conftest import House
from tests.telegram.conftest import SECRETS
from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Person
from tests.telegram.test_chats import sentence
from tests.web.sharing import open_house

ADDRESSES = Addresses(SECRETS)
CHATS = (1, 4_200_000_000, 2**52 - 1, -1_001_234_567_890)
SECRET = "ab" * 32


@pytest.fixture
def house(tmp_path: Path) -> House:
    return open_house(tmp_path)


@pytest.fixture
def answered(house: House) -> Callable[[bytes], str]:
    """Share from an address, and let the coach answer; the id of the share."""

    def answer(address: bytes) -> str:
        coach = next(iter(house.keys))
        with reachable(address):
            share = house.share(SECRET, coach)
        opened = house.letterbox.open(coach, share, house.keys[coach])
        assert opened is not None
        assert house.letterbox.answer(coach, opened, "Dank je.")
        return share

    return answer


async def out_of_reach(*call: object) -> None:
    raise NetworkError("out of reach")


async def tell(emulator: Emulator, house: House) -> None:
    async with client(load_settings(telegram_token=TOKEN, telegram_api=emulator.url)) as bot:
        await tell_all(bot, house.sharing, ADDRESSES, sentence("coach"))


async def test_it_reaches_who_shared_once_and_says_nothing_of_it(
    emulator: Emulator, house: House, answered: Callable[[bytes], str]
) -> None:
    person = Person(emulator)
    await tell(emulator, house)
    answered(ADDRESSES.seal(person.id))
    for _ in range(3):
        await tell(emulator, house)
    assert person.shown == [sentence("coach")]


async def test_who_has_read_it_is_not_told(emulator: Emulator, house: House, answered: Callable[[bytes], str]) -> None:
    person = Person(emulator)
    answered(ADDRESSES.seal(person.id))
    house.sharing.mark_read(SECRET)
    await tell(emulator, house)
    assert person.shown == []


async def test_who_blocked_the_bot_is_left_alone_for_good(
    emulator: Emulator, house: House, answered: Callable[[bytes], str]
) -> None:
    person = Person(emulator)
    person.chat.blocked = True
    answered(ADDRESSES.seal(person.id))
    await tell(emulator, house)
    assert house.sharing.to_tell() == []


async def test_what_fails_is_tried_again(
    emulator: Emulator, house: House, answered: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(emulator)
    share = answered(ADDRESSES.seal(person.id))
    with monkeypatch.context() as broken:
        broken.setattr("bot.telegram.ping.insist", out_of_reach)
        await tell(emulator, house)
    assert [id for id, _ in house.sharing.to_tell()] == [share]
    await tell(emulator, house)
    assert person.shown == [sentence("coach")]


async def test_an_address_that_can_not_be_opened_is_left(
    emulator: Emulator, house: House, answered: Callable[[bytes], str]
) -> None:
    answered(b"iets anders")
    await tell(emulator, house)
    assert {method for method, _ in emulator.calls} <= {"getMe"}


async def test_without_a_database_nobody_is_told_and_nothing_breaks(emulator: Emulator, house: House) -> None:
    house.engine.dispose()
    Path(str(house.engine.url.database)).unlink()
    await tell(emulator, house)


@pytest.mark.parametrize("chat", CHATS)
def test_an_address_opens_as_it_was_and_looks_like_no_other(chat: int) -> None:
    sealed = ADDRESSES.seal(chat)
    assert ADDRESSES.open(sealed) == chat
    assert ADDRESSES.seal(chat) != sealed
    assert len({len(ADDRESSES.seal(each)) for each in CHATS}) == 1
    assert ADDRESSES.names(chat) == ADDRESSES.names(chat)
    assert len({ADDRESSES.names(each) for each in CHATS}) == len(CHATS)


def test_a_chat_cannot_be_read_from_its_address() -> None:
    """The longest: a short number stands in random bytes now and then by chance."""
    chat = max(CHATS)
    sealed = ADDRESSES.seal(chat)
    assert str(chat).encode() not in sealed
    assert chat.to_bytes(8, "big", signed=True) not in sealed
    assert str(chat) not in "".join(ADDRESSES.names(chat))


def test_without_the_secret_it_stays_shut() -> None:
    sealed = ADDRESSES.seal(1)
    others = Addresses(ServerSecrets([Secret(bytes([9] * 32))]))
    for changed in (sealed[:-1], sealed + b"x", sealed[:30], b"", bytes(64)):
        with pytest.raises(SealBroken):
            ADDRESSES.open(changed)
    with pytest.raises(SealBroken):
        others.open(sealed)
    assert set(others.names(1)).isdisjoint(ADDRESSES.names(1))
