"""Sharing on Telegram: the same letter, a file that can take it back, a sign of an answer, and the answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import anyio
import pytest

from bot.sharing import provider
from bot.telegram.capsule_files import NAME
from tests.sharing.conftest import House
from tests.telegram.conftest import Start
from tests.telegram.emulator import Emulator
from tests.telegram.person import Message, Person, texts
from tests.telegram.test_chats import sentence
from tests.telegram.walk import content, do, open_question
from tests.web.sharing import KORT, PLAN, open_house

TO_SHARING = {"plan": "ja", "aanbod": "geen van deze", "samenvatting": "#Zo klopt het"}
CONSENT = ("ja", "Marieke", "alles", "niets", "Sanne", "2 weken")


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> House:
    """An installation with two coaches, where the actions look for them."""
    house = open_house(tmp_path)
    monkeypatch.setattr(provider, "_sharing", house.sharing)
    monkeypatch.setattr("bot.telegram.application._TELL_SECONDS", 0.05)
    return house


@pytest.fixture
async def person(start: Start, emulator: Emulator, house: House) -> AsyncIterator[Person]:
    """Somebody who talked, made a plan, and is at the question whether to share."""
    async with start(sharing=house.sharing):
        yield await at_the_offer(Person(emulator))


async def at_the_offer(person: Person) -> Person:
    said = await person.say("/start")
    for step in (*KORT, *PLAN):
        said = await do(person, step)
    while (key := open_question(said)) != "delen":
        said = await do(person, TO_SHARING[str(key)])
    return person


async def share(person: Person) -> list[Message]:
    for step in CONSENT:
        await do(person, step)
    return await person.press("Ja, deel dit")


async def answer(house: House, text: str) -> None:
    """Let the coach read what was shared, and answer."""
    (coach,) = (coach for coach in house.keys if house.letterbox.inbox(coach))
    opened = house.letterbox.open(coach, house.letterbox.inbox(coach)[0].share_id, house.keys[coach])
    assert opened is not None
    assert house.letterbox.answer(coach, opened, text)


async def until_told(person: Person) -> None:
    with anyio.fail_after(20):
        while sentence("coach") not in person.shown:
            await anyio.sleep(0.05)


async def test_who_shares_reads_the_answer_after_a_restart_and_takes_it_back(
    start: Start, emulator: Emulator, house: House
) -> None:
    person = Person(emulator)
    async with start(sharing=house.sharing):
        await at_the_offer(person)
        shared = await share(person)
        saved = content(person, shared)
    async with start(sharing=house.sharing):
        await answer(house, "Fijn dat je dit deelt.")
        await until_told(person)
        assert "Fijn dat je dit deelt." not in "".join(person.shown)
        resumed = await person.send_file(NAME, saved)
        assert "Fijn dat je dit deelt." in texts(resumed)
        assert "Ingetrokken" in texts(await person.say("trek het delen in"))
    (coach,) = (coach for coach in house.keys if house.letterbox.inbox(coach))
    assert [summary.status for summary in house.letterbox.inbox(coach)] == ["ingetrokken"]


async def test_a_no_shares_nothing(person: Person, house: House) -> None:
    for step in CONSENT:
        await do(person, step)
    said = await person.say("nee, toch maar niet")
    assert "niets gedeeld" in texts(said)
    assert not any(house.letterbox.inbox(coach) for coach in house.keys)


async def test_everything_gone_takes_what_was_shared_along(person: Person, house: House) -> None:
    await share(person)
    await person.say("/wis")
    await person.say("ja")
    assert not any(house.letterbox.inbox(coach) for coach in house.keys)
