"""Anybody may do anything in any order: nothing raises, a question is always open, and nothing said is made up."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.questions import Kind, question
from tests.conversation.talk import HANDLERS, STATIONS, Talk, at

TEXTS = (
    "ja", "nee", "weet niet", "niets", "rustig", "kort", "plan", "een 7", "0", "11", "6 of 7", "maak van meedoen een 8",
    "meedoen", "de tweede", "regel 2 weg", "regel 1", "3", "ik slaap slecht", "minder roken", "een leefstijlcoach",
    "terug naar mijn oude afdeling", "{los}", "'", "🙂", "", "/stop", "geen van deze", "klopt", "anders", "weglaten",
)  # fmt: skip
Step = Callable[[Talk], Talk]

texts = st.sampled_from(TEXTS) | st.text(max_size=40)
INTENTS = sorted(set(HANDLERS) - {"session_start"})


def handled(intent: str, text: str) -> Step:
    return lambda talk: talk.do(intent, text)


def typed(text: str, guess: str, confidence: float) -> Step:
    return lambda talk: talk.say(text, guess, confidence)


def pressed(number: int) -> Step:
    def press(talk: Talk) -> Talk:
        buttons = talk.buttons
        if not buttons:
            return talk
        button = buttons[number % len(buttons)]
        return talk.do(button.intent, button.title, **button.entities)

    return press


def answered(times: int) -> Step:
    def answer(talk: Talk) -> Talk:
        for _ in range(times):
            talk = talk if talk.key in ("klaar", "route", "wijzig", "regel") else talk.answer()
        return talk

    return answer


steps = (
    st.builds(handled, st.sampled_from(INTENTS), texts)
    | st.builds(typed, texts, st.sampled_from(INTENTS), st.floats(0, 1))
    | st.builds(pressed, st.integers(0, 20))
    | st.builds(answered, st.integers(1, 5))
)


def assert_sound(talk: Talk) -> None:
    g = talk.gesprek
    assert talk.key in {*STATIONS, *g.themes} | {f"{key}+" for key in STATIONS}
    key, kind = g.expects
    assert (key is None) == (kind is Kind.NONE)
    assert g.between is None or g.resting is None
    assert all(question(key).key == key for key in (*g.answers, *g.skipped))
    assert not set(g.answers) & set(g.skipped)
    assert len(set(g.marks)) == len(g.marks)
    assert len(set(g.dimensies)) == len(g.dimensies)
    assert set(g.scores) <= set(DIMENSIES)
    assert all(score is None or (0 <= score <= 10 and score * 2 == int(score * 2)) for score in g.scores.values())
    assert len(g.offers) <= 3
    assert len(set(g.themes.values())) == len(g.themes)
    assert len(json.dumps(g.as_dict())) < 20_000


@settings(max_examples=80)
@given(st.sampled_from(STATIONS), st.lists(steps, max_size=25))
def test_any_walk_from_any_question_is_sound(start: str, walk: list[Step]) -> None:
    talk = at(start)
    for step in walk:
        talk = step(talk)
        assert_sound(talk)


@settings(max_examples=50)
@given(st.sampled_from(STATIONS), st.lists(steps, max_size=10))
def test_after_any_walk_the_end_can_be_reached(start: str, walk: list[Step]) -> None:
    talk = at(start)
    for step in walk:
        talk = step(talk)
    talk.do("hervatten")
    for _ in range(80):
        if talk.key == "klaar":
            return
        talk.do("antwoord", "kort") if talk.key == "route" else talk.do("overslaan")
    raise AssertionError(f"stuck at {talk.key}")


@settings(max_examples=50)
@given(st.text(), st.sampled_from([key for key in STATIONS if question(key).kind is Kind.TEXT and key != "doen"]))
def test_whatever_is_told_is_kept_as_it_is(text: str, key: str) -> None:
    talk = at(key).do("antwoord", text)
    assert talk.gesprek.answers.get(key, text) == text
