"""Asking for updates: one process at a time, none acknowledged too early, and no hurry where there is nothing to do."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.settings import load_settings
from bot.telegram import polling
from bot.telegram.client import client
from bot.telegram.polling import HELD_SECONDS, Polling, only_one
from tests.telegram.conftest import Start
from tests.telegram.emulator import TOKEN, Emulator
from tests.telegram.person import Person
from tests.waiting import PATIENCE, within


async def test_of_two_processes_one_asks_and_the_other_takes_over(
    start: Start, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "_TURN_SECONDS", 0.05)
    person = Person(emulator)
    async with start():
        await person.say("/start")
        async with start():
            await person.say("kort")
            await asyncio.sleep(0.2)
            assert [method for method, _ in emulator.calls].count("deleteWebhook") == 1
        await person.say("meedoen")
    async with start():
        assert await person.say("/start")


async def test_the_place_is_free_again_when_its_holder_is_gone(tmp_path: Path) -> None:
    async with only_one(tmp_path / "slot"):
        waiting = asyncio.create_task(_hold(tmp_path / "slot"))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        waiting.cancel()
    await asyncio.wait_for(_hold(tmp_path / "slot"), PATIENCE)


async def _hold(path: Path) -> None:
    async with only_one(path):
        return


class Inbox:
    """Takes updates, and is done with each when told."""

    def __init__(self) -> None:
        self.open: dict[int, asyncio.Future[None]] = {}
        self.now = 0.0

    def take(self, update: dict[str, Any]) -> asyncio.Future[None] | None:
        if "edited_message" in update:
            return None
        assert update["update_id"] not in self.open
        self.open[update["update_id"]] = asyncio.get_running_loop().create_future()
        return self.open[update["update_id"]]


async def test_an_update_is_acknowledged_when_it_is_dealt_with_and_not_before(emulator: Emulator) -> None:
    inbox, person = Inbox(), Person(emulator)
    first, second = [await emulator.put(person.typed(text)) for text in ("een", "twee")]
    async with client(load_settings(telegram_token=TOKEN, telegram_api=emulator.url)) as bot:
        asking = Polling(bot, inbox.take, lambda: inbox.now)
        running = asyncio.create_task(asking.run())
        await emulator.until(lambda: emulator.polls > 1)
        inbox.open[second].set_result(None)
        polls = emulator.polls
        await emulator.until(lambda: emulator.polls > polls + 1)
        assert {first, second} <= emulator._open  # the first is still open, so both would come again
        inbox.open[first].set_result(None)
        await emulator.dealt_with(second)
        running.cancel()


async def test_one_that_takes_too_long_holds_up_no_others(emulator: Emulator) -> None:
    inbox, person = Inbox(), Person(emulator)
    ids = [await emulator.put(person.typed(text)) for text in ("een", "twee")]
    async with client(load_settings(telegram_token=TOKEN, telegram_api=emulator.url)) as bot:
        running = asyncio.create_task(Polling(bot, inbox.take, lambda: inbox.now).run())
        await emulator.until(lambda: len(inbox.open) == 2)
        inbox.now += HELD_SECONDS + 1
        for id in ids:
            await emulator.dealt_with(id)
        running.cancel()


async def test_when_telegram_counts_on_from_a_lower_number_everything_is_answered_once(emulator: Emulator) -> None:
    inbox, person = Inbox(), Person(emulator)
    async with client(load_settings(telegram_token=TOKEN, telegram_api=emulator.url)) as bot:
        running = asyncio.create_task(Polling(bot, inbox.take, lambda: inbox.now).run())
        before = await emulator.put(person.typed("een"))
        await emulator.until(lambda: before in inbox.open)
        inbox.open[before].set_result(None)
        await emulator.dealt_with(before)
        emulator._last_update = 5_000
        polls = emulator.polls
        for text in ("twee", "drie"):
            id = await emulator.put(person.typed(text))
            await emulator.until(lambda id=id: id in inbox.open)  # type: ignore[misc]
            inbox.open[id].set_result(None)
            await emulator.dealt_with(id)
        assert emulator.polls - polls < 10
        running.cancel()


async def test_while_something_is_open_telegram_is_not_asked_all_the_time(emulator: Emulator) -> None:
    inbox, person = Inbox(), Person(emulator)
    await emulator.put(person.typed("een"))
    await emulator.put({"edited_message": person.typed("twee")["message"] | {"edit_date": 1}})
    async with client(load_settings(telegram_token=TOKEN, telegram_api=emulator.url)) as bot:
        running = asyncio.create_task(Polling(bot, inbox.take, lambda: inbox.now).run())
        await emulator.until(lambda: bool(inbox.open))
        polls, began = emulator.polls, asyncio.get_running_loop().time()
        await asyncio.sleep(1.2)
        waited = asyncio.get_running_loop().time() - began
        assert emulator.polls - polls <= waited / polling._LOOK_AGAIN_SECONDS + 2
        running.cancel()


async def test_a_telegram_that_is_not_there_holds_up_nothing(start: Start, emulator: Emulator) -> None:
    await emulator.stop()
    for beginning in within(2):
        async with AsyncExitStack() as stack:
            with beginning:
                await stack.enter_async_context(start())
            await asyncio.sleep(0.1)
    for whole in within(5):
        with whole:
            async with start():
                await asyncio.sleep(0.1)
    await emulator.start()
