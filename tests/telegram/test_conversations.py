"""Whole conversations on Telegram, as people have them: typed and pressed, with breaks, files and a restart."""

from __future__ import annotations

import pytest

from bot.telegram.capsule_files import NAME
from tests.conversations import ALL, IN_A_HURRY, NIGHT_NURSE, STRAIGHT_TO_THE_PLAN, Conversation
from tests.telegram.conftest import Start
from tests.telegram.emulator import Emulator
from tests.telegram.person import Person, text_of, texts, titles
from tests.telegram.walk import content, everything, open_question, walk

OTHERS = [conversation for conversation in ALL if conversation not in (IN_A_HURRY, NIGHT_NURSE, STRAIGHT_TO_THE_PLAN)]


async def kept_literally(person: Person, conversation: Conversation) -> None:
    """Hold what the bot has of the conversation against what was said."""
    held = await everything(person)
    assert held["answers"].items() >= conversation.answers.items()
    assert held["scores"].items() >= conversation.scores.items()
    assert set(held["marks"]) == set(conversation.marks)


async def test_kort_by_an_order_picker_in_a_hurry(person: Person) -> None:
    await person.say("/start")
    await walk(person, IN_A_HURRY.steps)
    await kept_literally(person, IN_A_HURRY)


async def test_rustig_by_a_night_nurse_with_drawing_correction_pause_and_summary(person: Person) -> None:
    await person.say("/start")
    await walk(person, NIGHT_NURSE.steps)
    await kept_literally(person, NIGHT_NURSE)
    photos = [message for message in person.chat.sent if "photo" in message]
    assert {photo["photo"][0]["width"] >= 1000 for photo in photos} == {True}
    assert "Lichaamsfuncties: 5" in text_of(photos[-1])
    summary = await person.say("/samenvatting")
    assert "ik fiets elke dag, ook als het regent" in texts(summary)
    assert content(person, await person.press("Als PDF")).startswith(b"%PDF")
    as_text = content(person, await person.press("Als tekst")).decode()
    assert as_text in texts(summary)


async def test_plan_by_a_teacher_who_saves_is_forgotten_by_a_restart_and_goes_on(
    start: Start, emulator: Emulator
) -> None:
    person, steps = Person(emulator), STRAIGHT_TO_THE_PLAN.steps
    before, after = steps[:10], steps[10:]
    async with start():
        await person.say("/start")
        await walk(person, before)
        saved = content(person, await person.say("bewaar"))
    async with start():
        assert "ben ik dat vergeten, met opzet" in texts(await person.say("hallo"))
        resumed = await person.send_file(NAME, saved)
        assert open_question(resumed) == before[-1][1]
        assert "Welkom terug" in texts(resumed) or "Fijn dat je er weer bent" in texts(resumed)
        await walk(person, after)
        await kept_literally(person, STRAIGHT_TO_THE_PLAN)


@pytest.mark.parametrize("conversation", OTHERS, ids=lambda conversation: conversation.name[:20])
async def test_every_other_conversation(person: Person, conversation: Conversation) -> None:
    await person.say("/start")
    await walk(person, conversation.steps)
    await kept_literally(person, conversation)


async def test_every_button_of_an_answered_question_is_gone_or_shown_as_chosen(person: Person) -> None:
    await person.say("/start")
    await walk(person, IN_A_HURRY.steps)
    with_buttons = [message for message in person.chat.sent if titles(message)]
    assert [message for message in with_buttons[:-1] if not {"Bewaren", "Als PDF"} & set(titles(message))] == []
