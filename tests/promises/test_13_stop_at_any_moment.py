"""Promise 13: you may stop at any moment.

At every question there is, in one step and without persuasion: what the bot says is the same wherever it is said.
"""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Dialog

from tests.conversation.talk import QUESTIONS
from tests.e2e.steps import bubbles, choose_menu
from tests.promises.browser import after, do, open_page, window
from tests.promises.canary import Talkative
from tests.promises.conftest import OnTelegram
from tests.promises.house import press_or_type
from tests.promises.places import DONE, NAME, PAST_EVERYTHING, Answer
from tests.telegram.person import text_of, titles
from tests.telegram.walk import open_question

WAYS = ("stop", "stoppen", "ik stop", "ik wil stoppen", "kappen", "Stop maar.")
PERSUASION = re.compile(
    r"\?|jammer|zonde|zeker|toch|nog even|bijna|voordat|spijt|kom terug|wacht|liever|nog maar|waarom|probeer|mis je",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def stopped(api: httpx.Client, places: dict[str, Answer]) -> dict[str, Answer]:
    """What the bot answers to `stop`, for every question of every dimension."""
    return {key: press_or_type(api, answer, "stop") for key, answer in places.items()}


def answers(api: httpx.Client, answer: Answer) -> dict[str, str]:
    held = api.post("/api/export", json={"capsule": answer["capsule"]}).json()
    return {**held["answers"], **{dimensie: str(score) for dimensie, score in held["scores"].items()}}


def test_every_question_was_tried(stopped: dict[str, Answer]) -> None:
    assert set(QUESTIONS) <= set(stopped)
    assert len(stopped) > 40


def test_it_takes_one_step_and_one_short_message(stopped: dict[str, Answer]) -> None:
    for key, answer in stopped.items():
        assert len(answer["messages"]) == 1, key
        assert answer["expects"] == {"key": None, "kind": "none"}, key


def test_nobody_is_persuaded_and_it_is_the_same_everywhere(stopped: dict[str, Answer]) -> None:
    said = {answer["messages"][0]["text"] for key, answer in stopped.items() if key != DONE}
    assert len(said) == 1
    assert PERSUASION.search(said.pop()) is None
    titles = {
        tuple(button["title"] for button in answer["messages"][0]["buttons"])
        for key, answer in stopped.items()
        if key != DONE
    }
    assert titles == {("Verder",)}


def test_what_was_told_is_not_lost(api: httpx.Client, places: dict[str, Answer], stopped: dict[str, Answer]) -> None:
    for key, answer in stopped.items():
        assert answers(api, answer) == answers(api, places[key]), key


def test_afterwards_nothing_is_asked_until_they_want_to_go_on(api: httpx.Client, stopped: dict[str, Answer]) -> None:
    for key in set(QUESTIONS) - {DONE}:
        for text in ("dankjewel", "tot ziens", "nee"):
            after = press_or_type(api, stopped[key], text)
            assert after["expects"]["key"] is None, (key, text)
            assert not any("?" in message["text"] for message in after["messages"]), (key, text)
        assert press_or_type(api, stopped[key], "#Verder")["expects"]["key"], key


@pytest.mark.parametrize("text", WAYS)
def test_any_usual_word_for_it_will_do(api: httpx.Client, places: dict[str, Answer], text: str) -> None:
    for key in ("route", "goed.lichaamsfuncties", "score.meedoen", "doen", "plan", "samenvatting", "wissen"):
        assert press_or_type(api, places[key], text)["expects"]["kind"] == "none", key


def test_in_the_page_too(address: str, chromium: str, tmp_path: Path) -> None:
    with window(chromium, tmp_path) as page:
        open_page(page, address)
        do(page, "kort")
        (message,) = after(page, lambda: choose_menu(page, "Stoppen"))["messages"]
        assert PERSUASION.search(message["text"]) is None
        assert message["text"] in bubbles(page).last.inner_text()
        asked: list[str] = []

        def note(dialog: Dialog) -> None:
            asked.append(dialog.message)
            dialog.accept()

        page.on("dialog", note)
        with page.expect_event("close"):
            page.close(run_before_unload=True)  # leaving takes no step at all
        assert asked == []


def test_on_telegram_too(on_telegram: OnTelegram) -> None:
    telegram, said, asked = on_telegram.telegram, set(), set()
    person = telegram.person()
    for heard in telegram.walk(person, Talkative(NAME, PAST_EVERYTHING)):
        question = open_question(heard)
        if question is None or question in asked:
            continue
        asked.add(question)
        (message,) = telegram.do(person, ("/stop", "stop")[len(asked) % 2])
        said.add(text_of(message))
        assert titles(message) == ["Verder", "Bewaren"]
        assert open_question(telegram.do(person, "#Verder")) == question
    assert len(asked) > 25
    assert len(said) == 1
    assert PERSUASION.search(said.pop()) is None
