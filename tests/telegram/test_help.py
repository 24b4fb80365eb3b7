"""Somebody in need is helped before anything else: in every state, in every kind of message, whatever is broken."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.engine.engine import Engine
from bot.telegram import chats
from tests.telegram.conftest import Start
from tests.telegram.emulator import START, Emulator, Fault
from tests.telegram.person import Person, text_of, texts, titles
from tests.telegram.walk import everything, open_question
from tests.waiting import PATIENCE

CRY = "ik wil niet meer leven"
DOUBTFUL = "mijn batterij is leeg, letterlijk en figuurlijk, ik hang hem en mezelf aan de lader"
SIZE = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}


@pytest.fixture
async def asked(person: Person) -> Person:
    """Somebody who is asked what goes well in Meedoen."""
    for text in ("/start", "kort", "meedoen"):
        await person.say(text)
    return person


async def test_before_anything_else_was_said(person: Person) -> None:
    assert "113" in texts(await person.say(CRY))
    assert open_question(await person.say("/start")) == "route"


async def test_in_the_middle_and_the_question_stays_open_with_its_buttons(asked: Person) -> None:
    question = asked.chat.sent[-1]
    assert "113" in texts(await asked.say(CRY))
    assert titles(question) == ["Overslaan"]
    await asked.say("ik lach met de maten")
    assert (await everything(asked))["answers"] == {"goed.meedoen": "ik lach met de maten"}


@pytest.mark.parametrize(
    "sent",
    [
        {"photo": [SIZE], "caption": CRY},
        {"document": {"file_id": "f", "file_unique_id": "u", "file_name": "a.txt"}, "caption": CRY},
        {"text": CRY, "forward_origin": {"type": "hidden_user", "date": START, "sender_user_name": "Mo"}},
    ],
    ids=["under a photo", "with a file", "forwarded"],
)
async def test_in_whatever_it_is_said(asked: Person, sent: dict[str, Any]) -> None:
    assert "113" in texts(await asked.send(**sent))


async def test_in_a_message_that_was_changed(asked: Person) -> None:
    await asked.say("ik lach met de maten")
    assert "113" in texts(await asked.edit(CRY))


@pytest.mark.parametrize(
    "text", ["/hulp_nu", "/Hulp_nu@anderegesprekbot alsjeblieft", "/hulp nu", "/help nu", "hulp nu"]
)
async def test_from_the_menu(asked: Person, text: str) -> None:
    said = texts(await asked.say(text))
    assert "112" in said
    assert "113" in said


@pytest.mark.parametrize("before", ["/start", "/terug", "/bestaatniet", "/hulp_nu", "/113"])
async def test_behind_a_command(asked: Person, before: str) -> None:
    assert texts(await asked.say(f"{before} {CRY}")) == texts(await asked.say(CRY))


async def test_where_it_may_be_something_else_a_button_makes_it_an_answer(asked: Person) -> None:
    said = await asked.say(DOUBTFUL)
    assert "113" in texts(said)
    assert "Dit was mijn antwoord" in titles(said[-1]), "not a suspicion any more: take another sentence"
    await asked.press("Dit was mijn antwoord")
    assert (await everything(asked))["answers"] == {"goed.meedoen": DOUBTFUL}


async def test_when_no_model_can_be_loaded(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    async with start(engine=Engine()):
        assert "Het lukt me even niet" in texts(await person.say("/start"))
        assert "113" in texts(await person.say(CRY))
        assert "113" in texts(await person.say(DOUBTFUL))


@pytest.mark.parametrize("text", [CRY, DOUBTFUL])
async def test_when_what_is_remembered_can_not_be_reached(
    start: Start, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    person = Person(emulator)
    async with start(redis_url="redis://127.0.0.1:1/0"):
        assert "113" in texts(await person.say(text))
        assert "Het lukt me even niet" in texts(await person.say("/start"))


@pytest.mark.parametrize("text", [CRY, DOUBTFUL])
async def test_while_an_earlier_turn_hangs(
    asked: Person, engine: Engine, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(chats, "HELP_SECONDS", 0.1)
    hanging, going = asyncio.Event(), asyncio.Event()

    async def hang(*given: Any) -> Any:
        hanging.set()
        await going.wait()
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(engine, "say", hang)
        slow = asyncio.create_task(asked.say("ik lach met de maten"))
        await asyncio.wait_for(hanging.wait(), PATIENCE)
        await asked.emulator.put(asked.typed(text))
        await asked.emulator.until(lambda: any("113" in text_of(message) for message in asked.chat.sent))
        going.set()
        await slow


async def test_when_telegram_takes_no_more_than_it_wants(asked: Person) -> None:
    asked.emulator.faults["sendMessage"].append(Fault(429, retry_after=1))
    assert "113" in texts(await asked.say(CRY))


@pytest.mark.parametrize("cut_off", ["before", "behind"])
async def test_help_that_may_not_have_arrived_is_sent_again(asked: Person, cut_off: str) -> None:
    whole = texts(await asked.say(CRY))
    asked.emulator.faults["sendMessage"].append(Fault(cut_off=cut_off))
    said = await asked.say(CRY)
    assert texts(said[cut_off == "behind" :]) == whole
