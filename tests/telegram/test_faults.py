"""What can go wrong between a person and the bot: nothing is lost, nothing is said twice, and nobody is flooded."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from bot.engine.engine import Engine
from bot.engine.errors import TurnFailed
from bot.telegram import chats, sending
from bot.telegram.application import Telegram
from tests.noise import noise
from tests.telegram.conftest import Start
from tests.telegram.emulator import Emulator, Fault
from tests.telegram.person import Person, text_of, texts
from tests.telegram.walk import everything, open_question

QUICK = 0.02


@pytest.fixture
async def begun(person: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Somebody who is asked what goes well; the bot tries again sooner than in earnest."""
    monkeypatch.setattr(sending, "FIRST_WAIT", QUICK)
    monkeypatch.setattr(sending.waits, "__defaults__", (QUICK, QUICK))
    for text in ("/start", "kort", "meedoen"):
        await person.say(text)
    return person


@pytest.mark.parametrize("fault", [Fault(500), Fault(502), Fault(cut_off="before"), Fault(429, retry_after=1)], ids=str)
async def test_an_answer_that_does_not_arrive_is_sent_again(begun: Person, fault: Fault) -> None:
    begun.emulator.faults["sendMessage"].append(fault)
    if fault.cut_off:
        await begun.say("ik lach met de maten")
        said = await begun.say("herhaal")  # whether it had arrived nobody can tell, so it was not sent twice
    else:
        said = await begun.say("ik lach met de maten")
    assert len(said) == 1
    assert open_question(said) is not None


async def test_an_answer_that_may_have_arrived_is_not_sent_twice(begun: Person) -> None:
    begun.emulator.faults["sendMessage"].append(Fault(cut_off="behind"))
    said = await begun.say("ik lach met de maten")
    assert len(said) == len({text_of(message) for message in said}) == 1


async def test_telegram_is_not_asked_before_the_time_it_tells(begun: Person, caplog: pytest.LogCaptureFixture) -> None:
    begun.emulator.faults["sendMessage"].append(Fault(429, retry_after=1))
    began = asyncio.get_running_loop().time()
    assert len(await begun.say("ik lach met de maten")) == 1
    assert asyncio.get_running_loop().time() - began >= 1


async def test_out_of_reach_telegram_is_tried_less_and_less_often_and_the_log_stays_calm(
    begun: Person, caplog: pytest.LogCaptureFixture
) -> None:
    begun.emulator.faults["getUpdates"].extend([Fault(500)] * 20)
    with caplog.at_level(logging.WARNING):
        assert len(await begun.say("ik lach met de maten")) == 1
        await begun.say("herhaal")
    said = [record.message for record in caplog.records]
    assert said == [
        *["telegram can't be used"] * 5,
        "telegram can be used again",
    ]  # at 1, 2, 4, 8, 16


async def test_when_the_network_is_gone_for_a_while_everything_goes_on_afterwards(begun: Person) -> None:
    await begun.emulator.stop()
    await asyncio.sleep(0.3)
    await begun.emulator.start()
    assert open_question(await begun.say("ik lach met de maten")) is not None


async def test_waits_grow_until_they_are_long_enough() -> None:
    waits = sending.waits(1.0, 30.0)
    found = [next(waits) for _ in range(9)]
    assert all(0.8 * least <= wait <= 1.2 * least for least, wait in zip((1, 2, 4, 8, 16, 30, 30, 30, 30), found))


async def test_what_is_never_through_is_left(begun: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending.insist, "__defaults__", (0.1,))
    begun.emulator.faults["sendMessage"].extend([Fault(500)] * 50)
    assert await begun.say("ik lach met de maten") == []
    begun.emulator.faults["sendMessage"].clear()
    assert (await everything(begun))["answers"]["goed.meedoen"] == "ik lach met de maten"


async def test_who_blocks_the_bot_is_forgotten_at_once(begun: Person) -> None:
    await begun.block()
    begun.chat.blocked = False
    assert "ben ik dat vergeten" in texts(await begun.say("ik lach met de maten"))


async def test_who_blocked_it_in_mid_turn_is_forgotten_too(begun: Person) -> None:
    begun.emulator.faults["sendMessage"].append(Fault(403))
    assert await begun.say("ik lach met de maten") == []
    assert "ben ik dat vergeten" in texts(await begun.say("hallo"))


async def test_a_message_too_old_to_edit_is_left_as_it_is(begun: Person) -> None:
    begun.emulator.too_old.add(id(begun.chat.sent[-1]))
    assert open_question(await begun.press("Overslaan")) == "score.meedoen"


async def test_a_press_that_is_too_old_to_answer_is_still_taken(begun: Person) -> None:
    update = begun.pressed("Overslaan")
    begun.emulator.queries.clear()
    assert open_question(await begun.does(update)) == "score.meedoen"


async def test_what_comes_twice_is_answered_once(begun: Person) -> None:
    update = begun.typed("ik lach met de maten")
    said = await begun.does(update)
    id = begun.emulator._last_update
    assert len(said) == 1
    await begun.emulator.dealt_with(await begun.emulator.put(update, id))
    assert begun.chat.sent[-1] == said[-1]


async def test_what_comes_out_of_order_is_answered_too(begun: Person) -> None:
    first, second = begun.emulator._last_update + 1, begun.emulator._last_update + 2
    begun.emulator._last_update += 2
    await begun.emulator.dealt_with(await begun.emulator.put(begun.typed("/spinnenweb"), second))
    before = len(begun.chat.sent)
    await begun.emulator.dealt_with(await begun.emulator.put(begun.typed("ik lach met de maten"), first))
    assert len(begun.chat.sent) > before
    assert (await everything(begun))["answers"] == {"goed.meedoen": "ik lach met de maten"}


async def test_ten_messages_in_a_second_are_taken_in_their_order(begun: Person) -> None:
    await begun.press("Overslaan")
    texts_sent = [
        "7",
        "vaker samen eten",
        "weer samen eten",
        "tijd",
        "mijn team",
        "ik vraag het",
        "morgen",
        "Mo",
        "ja",
        "nee",
    ]
    before, actions = len(begun.chat.sent), len(begun.chat.actions)
    ids = [await begun.emulator.put(begun.typed(text)) for text in texts_sent]
    await asyncio.gather(*map(begun.emulator.dealt_with, ids))
    assert len(begun.chat.sent) - before < 2.5 * len(ids)
    assert len(begun.chat.actions) - actions <= len(ids)
    held = (await everything(begun))["answers"]
    assert list(held.values())[:7] == texts_sent[:7]
    assert held["wie"] == "Mo"


async def test_who_never_stops_is_told_once_and_the_rest_is_left(
    begun: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chats, "MOST_WAITING", 3)
    before = len(begun.chat.sent)
    answered = asyncio.Event()
    begun.emulator.faults["sendMessage"].append(Fault(until=answered))
    ids = [await begun.emulator.put(begun.typed("herhaal")) for _ in range(30)]
    ids += [await begun.emulator.put(begun.pressed("Overslaan")) for _ in range(2)]
    polls = begun.emulator.polls
    await begun.emulator.until(lambda: begun.emulator.polls > polls + 1)  # by now the bot has them all
    answered.set()
    await asyncio.gather(*map(begun.emulator.dealt_with, ids))
    said = [text_of(message) for message in begun.chat.sent[before:]]
    assert ["te veel berichten tegelijk" in text for text in said] == [False] * (len(said) - 1) + [True]
    assert len(said) <= 5
    assert begun.emulator.queries == {}
    assert open_question(await begun.say("herhaal")) is not None


async def test_a_turn_that_fails_leaves_the_conversation_as_it_was(
    begun: Person, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*given: Any) -> None:
        raise TurnFailed("no answer")

    with monkeypatch.context() as broken:
        broken.setattr(engine, "say", fail)
        assert "Het lukt me even niet" in texts(await begun.say("ik lach met de maten"))
        broken.setattr(engine, "say", None)
        assert "Het lukt me even niet" in texts(await begun.say("ik lach met de maten"))
        broken.setattr(engine, "choose", None)
        assert "Het lukt me even niet" in texts(await begun.press("Overslaan"))
        assert begun.emulator.queries == {}  # the press was answered: the phone doesn't wait any more
    assert open_question(await begun.say("ik lach met de maten")) is not None


@pytest.mark.parametrize("text", ["a" * 4096, "é" * 4096])
async def test_a_long_message_is_asked_for_in_parts(begun: Person, text: str) -> None:
    assert "langer dan 4000 tekens" in texts(await begun.say(text))
    assert len(await begun.say(f"ik lach met de maten {text[:3_900]}")) == 1
    parts = [text_of(message) for message in await begun.say("/samenvatting")]
    assert text[:3_900] in "".join(parts).replace("\n", "")
    assert max(map(len, parts)) <= 4096


async def test_a_conversation_that_grows_too_large_stays_as_it_was(begun: Person) -> None:
    for _ in range(40):
        said = await begun.say(noise(3_500))
        if "te groot om mee te nemen" in texts(said):
            break
    else:
        pytest.fail("it grew for ever")
    held = await everything(begun)
    assert all(len(answer) < 4_000 for answer in held["answers"].values())


async def test_an_update_nobody_understands_holds_up_nothing(begun: Person) -> None:
    await begun.emulator.dealt_with(await begun.emulator.put({"message": {"message_id": "1"}}))
    begun.emulator.violations.clear()  # it is no update at all
    assert open_question(await begun.say("ik lach met de maten")) is not None


async def test_a_restart_in_mid_conversation_is_told_honestly(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    async with start():
        for text in ("/start", "kort", "meedoen"):
            await person.say(text)
    async with start():
        said = await person.press("Overslaan")
        assert person.note == "Dat gesprek ben ik vergeten, met opzet."
        assert "Spraken we elkaar eerder? Dan ben ik dat vergeten, met opzet." in texts(said)
        assert open_question(said) == "route"


async def test_what_was_not_dealt_with_before_the_end_comes_back_after_it(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    await emulator.put(person.typed("/start"))  # nobody is there
    async with start():
        await emulator.until(lambda: len(person.chat.sent) == 4)
    assert emulator._open == set()


async def test_a_token_that_telegram_does_not_know_stops_nothing(
    start: Start, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    emulator.faults["getMe"].extend([Fault(401)] * 2)
    person = Person(emulator)
    async with start():
        assert len(await person.say("/start")) == 4


async def test_the_bot_starts_again_whatever_ended_it(
    start: Start, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    from bot.telegram import application

    monkeypatch.setattr(application, "_AGAIN_SECONDS", 0.01)
    serve, broken = Telegram._serve, [True]

    async def breaks_once(bot: Telegram) -> None:
        if broken.pop() if broken else False:
            raise RuntimeError("something nobody thought of")
        await serve(bot)

    monkeypatch.setattr(Telegram, "_serve", breaks_once)
    person = Person(emulator)
    async with start():
        assert len(await person.say("/start")) == 4
