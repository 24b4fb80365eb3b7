"""What somebody may do in a chat besides answering: each gets something fitting back, and the open question stays."""

from __future__ import annotations

from typing import Any

import pytest

from bot.knowledge import knowledge
from bot.telegram import commands
from tests.telegram.conftest import Start
from tests.telegram.emulator import START, Emulator
from tests.telegram.person import Person, buttons, rows, text_of, texts, titles
from tests.telegram.walk import everything, open_question

SIZE = {"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}
VIDEO = {**SIZE, "duration": 1}
SOUND = {"file_id": "f", "file_unique_id": "u", "duration": 1}
PLACE = {"longitude": 4.9, "latitude": 52.4}
POLL = {
    "id": "1", "question": "Wie?", "options": [], "total_voter_count": 0, "is_closed": False, "is_anonymous": True,
    "type": "regular", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}  # fmt: skip
SENT: dict[str, tuple[str, dict[str, Any]]] = {
    "a photo": ("foto", {"photo": [SIZE]}),
    "a photo with words": ("foto", {"photo": [SIZE], "caption": "ik lach met de maten"}),
    "a video": ("video", {"video": VIDEO}),
    "a round video": ("video", {"video_note": {**SOUND, "length": 1}}),
    "a moving picture": ("video", {"animation": VIDEO, "document": {"file_id": "f", "file_unique_id": "u"}}),
    "a voice": ("spraak", {"voice": SOUND}),
    "a song": ("spraak", {"audio": SOUND}),
    "a sticker": ("sticker", {"sticker": {**SIZE, "type": "regular", "is_animated": False, "is_video": False}}),
    "a place": ("plaats", {"location": PLACE}),
    "a live place": ("plaats", {"location": {**PLACE, "live_period": 900}}),
    "a venue": ("plaats", {"location": PLACE, "venue": {"location": PLACE, "title": "Thuis", "address": "Dorp 1"}}),
    "a contact": ("contact", {"contact": {"phone_number": "0600000000", "first_name": "Mo"}}),
    "dice": ("anders", {"dice": {"emoji": "🎲", "value": 6}}),
    "a poll": ("anders", {"poll": POLL}),
    "something new": ("anders", {}),
    "something forwarded": (
        "doorgestuurd",
        {
            "text": "ik lach met de maten",
            "forward_origin": {"type": "hidden_user", "date": START, "sender_user_name": "Mo"},
        },
    ),
    "a file": (
        "bestand",
        {"document": {"file_id": "f", "file_unique_id": "u", "file_size": 900_000, "file_name": "rooster.pdf"}},
    ),
}


@pytest.fixture
async def asked(person: Person) -> Person:
    """Somebody who is asked what goes well in Meedoen."""
    for text in ("/start", "kort", "meedoen"):
        await person.say(text)
    return person


def sentence(name: str) -> str:
    return knowledge().texts.get(f"telegram.{name}", minuten="60", dagen="180")


@pytest.mark.parametrize("what", SENT)
async def test_what_can_not_be_read_gets_a_short_answer_and_the_question_stays(asked: Person, what: str) -> None:
    kind, sent = SENT[what]
    assert [text_of(message) for message in await asked.send(**sent)] == [sentence(f"bij.{kind}")]
    assert titles(next(m for m in reversed(asked.chat.sent) if open_question([m]))) == ["Overslaan"]
    await asked.say("ik lach met de maten")
    assert (await everything(asked))["answers"] == {"goed.meedoen": "ik lach met de maten"}


async def test_a_changed_message_changes_nothing(asked: Person) -> None:
    await asked.say("ik lach met de maten")
    assert texts(await asked.edit("ik lach nooit")) == sentence("bij.aangepast")
    assert (await everything(asked))["answers"] == {"goed.meedoen": "ik lach met de maten"}


async def test_whoever_begins_with_something_else_hears_first_what_this_is(person: Person) -> None:
    said = await person.send(photo=[SIZE])
    assert "Dit is een chatbot" in text_of(said[0])
    assert open_question(said) == "route"


async def test_the_menu_is_set_and_every_command_in_it_does_something(asked: Person) -> None:
    assert [command["command"] for command in asked.emulator.commands] == list(commands.NAMES)
    required = "start help verder terug overslaan samenvatting spinnenweb delen gedeeld privacy wis hulp_nu"
    assert set(required.split()) <= set(commands.NAMES)
    for name in commands.NAMES:
        said = await asked.say(f"/{name}")
        assert said, name
        assert sentence("bij.opdracht") not in texts(said), name


@pytest.mark.parametrize("name", commands.MEANS)
async def test_a_command_says_what_the_word_for_it_says(start: Start, emulator: Emulator, name: str) -> None:
    words = {"gedeeld": "trek het delen in", "delen": "delen met de coach", "gegevens": "mijn gegevens"}
    heard = []
    async with start():
        for order in (f"/{name}", words.get(name, "wis alles" if name == "wis" else name)):
            person = Person(emulator)
            for text in ("/start", "kort", "meedoen", "ik lach met de maten"):
                await person.say(text)
            heard.append(texts(await person.say(order)))
    assert heard[0] == heard[1]


async def test_a_command_with_something_behind_it_and_with_the_name_of_the_bot(asked: Person) -> None:
    assert "spinnenweb" in texts(await asked.say("/spinnenweb@anderegesprekbot nu")).lower()


@pytest.mark.parametrize("text", ["/bestaatniet", "/bestaatniet ik lach met de maten", "/7"])
async def test_an_unknown_command_is_no_answer(asked: Person, text: str) -> None:
    assert texts(await asked.say(text)) == sentence("bij.opdracht")
    assert (await everything(asked))["answers"] == {}


async def test_a_word_of_ours_with_a_slash_before_it_is_understood(asked: Person) -> None:
    assert text_of((await asked.say("/hulp"))[0]) == text_of((await asked.say("/help"))[0])
    assert open_question(await asked.say("/vorige")) == "dimensie"


async def test_a_link_on_a_poster_starts_like_anything_else(person: Person) -> None:
    assert open_question(await person.say("/start poster")) == "route"


async def test_start_in_a_conversation_says_where_we_were(asked: Person) -> None:
    said = await asked.say("/start")
    assert open_question(said) == "goed.meedoen"


@pytest.mark.parametrize("text", ["/privacy", "privacy", "/wis", "wis alles", "/stop", "stop", "/help"])
async def test_what_everybody_may_ask_is_answered_without_a_conversation(person: Person, text: str) -> None:
    said = await person.say(text)
    assert "Dit is een chatbot" in text_of(said[0])
    assert sentence("vergeten") not in texts(said)


@pytest.mark.parametrize("text", ["/verder", "verder", "/bewaar", "bewaar", "7", "ik fiets elke dag", "", "a" * 4_050])
async def test_who_is_forgotten_is_told_so_and_can_begin(person: Person, text: str) -> None:
    said = await (person.say(text) if text else person.send(voice=SOUND))
    assert "Dit is een chatbot" in text_of(said[0])
    assert text_of(said[-2]) == sentence("vergeten")
    assert open_question(said) == "route"


async def test_who_says_at_once_how_to_begin_begins(person: Person) -> None:
    assert open_question(await person.say("kort")) == "dimensie"


async def test_silence_for_the_limit_is_forgetting(
    start: Start, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(emulator)
    async with start(telegram_idle_minutes=5) as bot:
        for text in ("/start", "kort", "meedoen"):
            await person.say(text)
        assert "na 5 minuten stilte" in texts(person.chat.sent).lower()
        now = bot._store._clock()  # type: ignore[attr-defined]
        monkeypatch.setattr(bot._store, "_clock", lambda: now + 5 * 60)
        await bot._store.tidy()
        assert bot._store._sessions == {}  # type: ignore[attr-defined]
        assert sentence("vergeten") in texts(await person.say("ik lach met de maten"))


# Buttons


async def test_a_score_has_a_keypad_with_the_halves_behind_a_button(asked: Person) -> None:
    await asked.press("Overslaan")
    keypad = asked.chat.sent[-1]
    wholes = [["0", "1", "2", "3", "4", "5"], ["6", "7", "8", "9", "10"], ["Met een half erbij"]]
    assert rows(keypad) == [*wholes, ["Weet ik niet", "Overslaan"]]
    await asked.press("Met een half erbij")
    assert rows(keypad) == [["0,5", "1,5", "2,5", "3,5", "4,5"], ["5,5", "6,5", "7,5", "8,5", "9,5"], ["Hele cijfers"]]
    await asked.press("Hele cijfers")
    assert rows(keypad) == [*wholes, ["Weet ik niet", "Overslaan"]]
    await asked.press("Met een half erbij")
    await asked.press("7,5")
    assert text_of(keypad).endswith("✓ 7,5")
    assert titles(keypad) == []
    assert (await everything(asked))["scores"]["meedoen"] == 7.5
    assert set(asked.chat.notes) == {""}


async def test_the_chosen_one_is_shown_as_chosen(asked: Person) -> None:
    question = asked.chat.sent[-1]
    await asked.press("Overslaan")
    assert text_of(question).endswith("\n\n✓ Overslaan")
    assert titles(question) == []


async def test_buttons_of_before_go_when_somebody_types(asked: Person) -> None:
    question = asked.chat.sent[-1]
    await asked.say("ik lach met de maten")
    assert titles(question) == []


async def test_an_old_button_says_kindly_that_it_is_old(asked: Person) -> None:
    question = dict(asked.chat.sent[-1])
    old = asked.pressed("Overslaan", question)
    await asked.say("ik lach met de maten")
    assert await asked.does(old) == []
    assert asked.note == sentence("oude_knop")
    assert len(asked.note) <= 200


async def test_a_double_press_is_one_choice(asked: Person) -> None:
    first, second = asked.pressed("Overslaan"), asked.pressed("Overslaan")
    ids = [await asked.emulator.put(first), await asked.emulator.put(second)]
    before = len(asked.chat.sent)
    for id in ids:
        await asked.emulator.dealt_with(id)
    assert len(asked.chat.sent) - before == 1
    assert sorted(asked.chat.notes) == ["", sentence("oude_knop")]


@pytest.mark.parametrize(
    "data", ["", "x", ":", "nooit:1.0", "half", "{0}:9.9", "{0}:half", "{0}:3.half.7,5", "{0}:heel"]
)
async def test_a_button_nobody_made_does_no_harm(asked: Person, data: str) -> None:
    name = buttons(asked.chat.sent[-1])[0]["callback_data"].partition(":")[0]
    await asked.does(asked.pressed_data(data.format(name), asked.chat.sent[-1]))
    assert asked.note == sentence("oude_knop")
    assert (await everything(asked))["answers"] == {}


async def test_a_press_on_a_message_that_telegram_does_not_show_any_more(asked: Person) -> None:
    update = asked.pressed("Overslaan")
    message = update["callback_query"]["message"]
    update["callback_query"]["message"] = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
    assert open_question(await asked.does(update)) == "score.meedoen"


async def test_typing_is_shown_while_thinking(asked: Person) -> None:
    before = len(asked.chat.actions)
    await asked.say("ik lach met de maten")
    assert asked.chat.actions[before:] == ["typing"]


async def test_nothing_of_a_profile_is_said_or_kept(start: Start, emulator: Emulator) -> None:
    person = Person(emulator, name="Quirinaquiste")
    async with start() as bot:
        for text in ("/start", "kort", "meedoen", "ik lach met de maten", "/samenvatting", "/gegevens"):
            await person.say(text)
        assert "Quirinaquiste" not in texts(person.chat.sent)
        assert b"Quirinaquiste" not in b"".join(written for written, _ in bot._store._sessions.values())  # type: ignore[attr-defined]
        assert not any(b"Quirinaquiste" in content for content in emulator.files.values())


async def test_the_page_is_a_button_where_its_address_is_known(start: Start, emulator: Emulator) -> None:
    person = Person(emulator)
    async with start(public_url="https://gesprek.voorbeeld.nl/"):
        said = await person.say("/start")
    (button,) = [button for message in said for button in buttons(message) if "web_app" in button]
    assert button["web_app"] == {"url": "https://gesprek.voorbeeld.nl/"}
    assert "webpagina" in text_of(next(message for message in said if button in buttons(message)))


async def test_without_its_address_there_is_no_such_button(person: Person) -> None:
    assert not any("web_app" in button for message in await person.say("/start") for button in buttons(message))
