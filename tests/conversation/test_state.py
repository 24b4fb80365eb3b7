"""The state: small, whole again after a trip through JSON, and forgiving towards another version."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.questions import Kind
from bot.conversation.state import Gesprek
from tests.conversation.talk import QUESTIONS, Talk, at

LITERAL = (
    "{braces}", "een { los", "twee }}", '"quotes" en \'meer\'', "regel een\nregel twee", "🙂 fijn",
    "/sla dit niet over", "%s \\n", "<b>vet</b>",
)  # fmt: skip


def test_a_new_conversation_is_empty_and_asks_for_the_way() -> None:
    assert Gesprek().as_dict() == {}
    assert Gesprek.from_dict(None) == Gesprek.from_dict({}) == Gesprek()
    assert Gesprek().expects == ("route", Kind.CHOICE)


@given(
    st.builds(
        Gesprek,
        answers=st.dictionaries(st.text(), st.text()),
        scores=st.dictionaries(st.sampled_from(DIMENSIES), st.none() | st.sampled_from([0.0, 6.5, 10.0])),
        marks=st.lists(st.sampled_from(DIMENSIES)),
        turn=st.integers(0),
    )
)
def test_any_state_is_the_same_after_json(g: Gesprek) -> None:
    assert Gesprek.from_dict(json.loads(json.dumps(g.as_dict()))) == g


def test_names_of_another_version_are_passed_over() -> None:
    assert Gesprek.from_dict({"route": "kort", "mood": "sad"}) == Gesprek(route="kort")


@pytest.mark.parametrize("words", LITERAL)
def test_words_are_kept_literally_and_come_back_so(words: str) -> None:
    talk = Talk().tell("plan", words, words, words)
    assert talk.gesprek.answers["nu"] == words
    assert words in talk.do("terug").text
    assert words in talk.do("toon_samenvatting").text


def test_a_later_answer_takes_the_place_of_an_earlier_one_or_of_a_skip() -> None:
    g = Gesprek()
    g.skip("nu")
    g.record("nu", "druk")
    g.record("nu", "rustig")
    assert (g.answers, g.skipped) == ({"nu": "rustig"}, [])
    g.skip("nu")
    assert (g.answers, g.skipped) == ({"nu": "rustig"}, [])
    assert g.handled("nu")


def test_dropping_takes_the_score_the_mark_or_the_focus_along() -> None:
    g = Gesprek(scores={"meedoen": 0.0}, marks=["meedoen"], focus="meedoen")
    for key in ("score.meedoen", "praten.meedoen", "focus", "nu"):
        g.record(key, "iets")
        g.drop(key)
        assert g.handled(key)
    assert (g.answers, g.scores, g.marks, g.focus) == ({}, {}, [], None)


@pytest.mark.parametrize("key", QUESTIONS)
def test_what_is_expected_is_the_open_question(key: str) -> None:
    g = at(key).gesprek
    assert g.expects == ((None, Kind.NONE) if key == "klaar" else (key, g.open.kind))


def test_the_state_stays_small_however_long_somebody_talks() -> None:
    talk = Talk().do("antwoord", "rustig").go_on("klaar")
    for _ in range(3):
        for intent in ("terug", "hulp", "toon_samenvatting", "opnieuw", "ontkennen", "wijzig_antwoord", "ontkennen"):
            talk.do(intent)
    size = len(json.dumps(talk.gesprek.as_dict()))
    for _ in range(20):
        talk.do("terug").do("antwoord", "rustig").do("vraag_privacy").do("pauzeren").do("hervatten")
    assert len(json.dumps(talk.gesprek.as_dict())) < size + 1000


def test_what_is_read_back_shares_nothing_with_what_it_was_read_from() -> None:
    kept = {"answers": {"willen": "rust"}, "skipped": ["nu"], "buttons": {"1.0": {"entities": {}}}}
    g = Gesprek.from_dict(kept)
    g.record("doen", "bellen")
    g.skip("blij")
    g.buttons["1.0"]["entities"]["keuze"] = "ja"
    assert kept == {"answers": {"willen": "rust"}, "skipped": ["nu"], "buttons": {"1.0": {"entities": {}}}}
