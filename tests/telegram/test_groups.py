"""Where more people are: one kind sentence, and gone; a channel is left without a word to all who read it."""

from __future__ import annotations

from typing import Any

import pytest

from bot.telegram.application import Telegram
from tests.telegram.emulator import BOT, START, Chat, Emulator, Fault
from tests.telegram.person import Person, text_of
from tests.telegram.test_chats import sentence

GROUP = -1001


@pytest.fixture
def group(bot: Telegram, emulator: Emulator) -> Chat:
    """A group of a department, while the bot runs."""
    return emulator.chat(GROUP, "supergroup")


async def happens(emulator: Emulator, what: dict[str, Any]) -> None:
    await emulator.dealt_with(await emulator.put(what))


async def becomes(emulator: Emulator, chat: Chat, status: str) -> None:
    """Let somebody change what the bot is in a chat, as Telegram tells it: a change, and a message about it."""
    person = Person(emulator)
    full = {"until_date": 0} if status == "kicked" else {}
    now = {"status": status, "user": BOT, **full}
    before = {"status": "left" if status == "member" else "member", "user": BOT}
    place = {"id": chat.id, "type": chat.type, "title": "Afdeling 3"}
    change = {"chat": place, "from": person.profile, "date": START, "old_chat_member": before, "new_chat_member": now}
    await happens(emulator, {"my_chat_member": change})
    told = {"new_chat_members": [BOT]} if status == "member" else {"left_chat_member": BOT}
    if chat.type != "channel":
        await happens(emulator, {"message": emulator.message(chat, person.profile, **told)})


async def say(emulator: Emulator, chat: Chat, text: str) -> None:
    await happens(emulator, {"message": {**emulator.message(chat, Person(emulator).profile, text=text)}})


def said(chat: Chat) -> list[str]:
    return [text_of(message) for message in chat.sent]


async def test_a_group_gets_one_sentence_and_is_left(group: Chat, emulator: Emulator) -> None:
    for text in ("hallo allemaal", "ik wil niet meer leven"):
        await say(emulator, group, text)
    assert said(group) == [sentence("bij.groep")]
    assert group.left


async def test_whoever_adds_the_bot_reads_it_at_once_and_every_time(group: Chat, emulator: Emulator) -> None:
    for times in (1, 2):
        group.left = False
        await becomes(emulator, group, "member")
        assert group.left
        await becomes(emulator, group, "left")
        assert said(group) == [sentence("bij.groep")] * times


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_a_group_that_sends_the_bot_away_hears_nothing(group: Chat, emulator: Emulator, status: str) -> None:
    await becomes(emulator, group, status)
    assert said(group) == []


async def test_a_group_where_the_bot_may_say_nothing_is_left_too(group: Chat, emulator: Emulator) -> None:
    emulator.faults["sendMessage"].append(Fault(400))
    await becomes(emulator, group, "member")
    assert said(group) == []
    assert group.left


async def test_a_channel_is_left_without_a_word(bot: Telegram, emulator: Emulator) -> None:
    channel = emulator.chat(-1002, "channel")
    await becomes(emulator, channel, "member")
    assert said(channel) == []
    assert channel.left
