"""What Telegram brings that nobody said as an answer: what happens in a chat, what changes by itself, and albums."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram.emulator import START
from tests.telegram.person import Person, text_of, texts, titles
from tests.telegram.test_chats import PLACE, SIZE, sentence
from tests.telegram.walk import everything, open_question

HAPPENED: dict[str, dict[str, Any]] = {
    "messages delete themselves": {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
    "the page may write": {"write_access_allowed": {}},
    "a background": {"chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🐥"}}},
}


@pytest.fixture
async def asked(person: Person) -> Person:
    """Somebody who is asked what goes well in Meedoen."""
    for text in ("/start", "kort", "meedoen"):
        await person.say(text)
    return person


@pytest.mark.parametrize("what", HAPPENED)
async def test_what_happens_in_the_chat_is_no_message_of_anybody(asked: Person, what: str) -> None:
    assert await asked.send(**HAPPENED[what]) == []
    assert await Person(asked.emulator).send(**HAPPENED[what]) == []
    assert open_question(await asked.say("herhaal")) == "goed.meedoen"


async def test_a_message_that_is_pinned_gets_no_answer(asked: Person) -> None:
    assert await asked.send(pinned_message=dict(asked.chat.sent[-1])) == []


async def test_a_live_place_is_answered_once_however_often_it_changes(asked: Person) -> None:
    place = {**PLACE, "live_period": 900}
    assert len(await asked.send(location=place)) == 1
    for step in range(3):
        moved = {**max(asked.chat.messages.items())[1], "location": {**place, "latitude": 52.5 + step / 100}}
        moved |= {"from": asked.profile, "edit_date": START + step}
        assert await asked.does({"edited_message": moved}) == []


async def test_an_album_is_answered_once(asked: Person) -> None:
    for album in ("een", "twee"):
        said = [await asked.send(photo=[SIZE], media_group_id=album) for _ in range(4)]
        assert [[text_of(message) for message in each] for each in said] == [[sentence("bij.foto")], [], [], []]


async def test_help_is_found_under_any_picture_of_an_album(asked: Person) -> None:
    await asked.send(photo=[SIZE], media_group_id="een")
    assert "113" in texts(await asked.send(photo=[SIZE], media_group_id="een", caption="ik wil niet meer leven"))


@pytest.mark.parametrize("shown", [{"text": "🙂" * 2_045}, {"photo": [SIZE], "caption": "Je spinnenweb"}])
async def test_under_a_text_that_has_no_room_for_it_the_buttons_go(asked: Person, shown: dict[str, Any]) -> None:
    sent = asked.emulator.message(asked.chat, asked.chat.sent[-1]["from"], **shown)
    sent["reply_markup"] = asked.chat.sent[-1]["reply_markup"]
    asked.chat.sent.append(sent)
    await asked.press("Overslaan", sent)
    assert text_of(sent) == text_of(shown)
    assert titles(sent) == []


async def test_what_somebody_types_is_shown_as_they_typed_it_and_telegram_visits_no_address(asked: Person) -> None:
    words = "<b>ik</b> & *mijn* maten [samen](https://voorbeeld.nl) `5 < 6`"
    await asked.say(words)
    assert (await everything(asked))["answers"] == {"goed.meedoen": words}
    assert words in "".join(map(text_of, await asked.say("/samenvatting")))
    calls = [given for method, given in asked.emulator.calls if method in ("sendMessage", "editMessageText")]
    assert all("parse_mode" not in given for given in calls)
    assert {given.get("link_preview_options") for given in calls} == {'{"is_disabled": true}'}
