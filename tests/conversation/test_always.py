"""What is always possible, at every question there is: it does what it should, and the open question is not lost."""

from __future__ import annotations

from dataclasses import fields

import pytest

from bot.conversation.questions import Kind
from bot.conversation.state import Gesprek
from tests.conversation.talk import QUESTIONS, at

ASKED = [key for key in QUESTIONS if key != "klaar"]

ASIDES = (
    "begroeten", "bedanken", "compliment", "frustratie", "buiten_bereik", "hulp", "herhalen", "hervatten",
    "vraag_uitleg",
    "vraag_bot", "vraag_privacy", "vraag_positieve_gezondheid", "vraag_medisch", "ongewenst_gedrag", "vraag_aanbod",
    "vraag_coach", "delen_met_coach", "delen_intrekken", "plan_herinnering", "stop_herinnering", "exporteer_gegevens",
    "toon_spinnenweb", "toon_samenvatting", "maatje", "nlu_fallback",
)  # fmt: skip
MOMENTARY = {"turn", "misses", "buttons"}


def answers(g: Gesprek) -> dict[str, object]:
    """Return all of the state that matters: what was said, and what is open."""
    return {f.name: getattr(g, f.name) for f in fields(g) if f.name not in MOMENTARY}


@pytest.mark.parametrize("intent", ASIDES)
@pytest.mark.parametrize("key", QUESTIONS)
def test_interruption_comes_back_to_the_open_question(key: str, intent: str) -> None:
    if (key, intent) == ("maatje", "maatje"):
        return  # there it is the answer
    talk = at(key)
    before = answers(talk.gesprek)
    talk.do(intent)
    assert answers(talk.gesprek) == before
    assert talk.asks or key == "klaar"


@pytest.mark.parametrize("key", QUESTIONS)
def test_what_sounds_like_a_cry_for_help_is_answered_without_a_question(key: str) -> None:
    talk = at(key)
    before = answers(talk.gesprek)
    talk.do("crisis", "wat er ook stond")
    assert set(talk.keys) == {"letterlijk"}
    assert answers(talk.gesprek) == before
    assert talk.titles == (["Dit was mijn antwoord"] if talk.gesprek.open.kind is Kind.TEXT else [])


def test_who_meant_something_else_can_say_so() -> None:
    talk = at("willen")
    talk.do("crisis", "mijn oude leven terug")
    talk.press("Dit was mijn antwoord")
    assert talk.gesprek.answers["willen"] == "mijn oude leven terug"


@pytest.mark.parametrize("way", ["pauzeren", "stoppen", "afscheid"])
@pytest.mark.parametrize("key", ASKED)
def test_leaving_takes_one_step_and_coming_back_another(key: str, way: str) -> None:
    talk = at(key)
    before, words = talk.gesprek.asked, dict(talk.gesprek.answers)
    talk.do(way)
    assert len(talk.said) == 1
    assert talk.titles == ["Verder"]
    assert talk.gesprek.expects == (None, Kind.NONE)
    talk.press("Verder")
    assert talk.key == before
    assert talk.asks
    assert talk.gesprek.answers == words


@pytest.mark.parametrize("key", QUESTIONS)
def test_who_rests_is_left_in_peace_until_they_want_to_go_on(key: str) -> None:
    talk = at(key).do("pauzeren")
    for intent in (
        "vraag_privacy",
        "toon_samenvatting",
        "toon_spinnenweb",
        "hulp",
        "nlu_fallback",
        "weet_niet",
        "ontkennen",
    ):
        talk.do(intent)
        assert not talk.asks or key == "klaar", intent
        assert talk.gesprek.expects == (None, Kind.NONE)
    assert talk.do("bevestigen", "ja").asks or key == "klaar"


@pytest.mark.parametrize("key", ASKED)
def test_coming_back_later_says_where_we_were(key: str) -> None:
    talk = at(key).do("stoppen")
    before = talk.gesprek.asked
    talk.do("hervatten", keuze="weerzien")
    assert talk.key == before
    assert talk.asks
    assert key == "route" or {"toon_samenvatting", "opnieuw"} <= {button.intent for button in talk.buttons}


@pytest.mark.parametrize("intent", ["opnieuw", "verwijder_gegevens"])
@pytest.mark.parametrize("key", QUESTIONS[1:])
def test_what_throws_answers_away_asks_first_and_a_no_loses_nothing(key: str, intent: str) -> None:
    talk = at(key)
    if intent == "opnieuw" and not talk.gesprek.answers:
        return  # there is nothing to lose yet
    asked, words = talk.gesprek.asked, dict(talk.gesprek.answers)
    talk.do(intent)
    assert talk.gesprek.expects[1] is Kind.CONFIRM
    assert talk.asks
    talk.do("ontkennen", "nee")
    assert (talk.key, talk.gesprek.answers) == (asked, words)
    assert talk.asks


@pytest.mark.parametrize("key", QUESTIONS)
def test_yes_to_starting_over_leaves_nothing(key: str) -> None:
    talk = at(key).do("opnieuw")
    if talk.key == "opnieuw":
        talk.do("bevestigen", "ja")
    assert "opnieuw.gedaan" in talk.keys or "vraag.route" in talk.keys
    assert answers(talk.gesprek) == answers(Gesprek())


@pytest.mark.parametrize("key", QUESTIONS)
def test_yes_to_deleting_leaves_nothing_and_says_the_key_must_go(key: str) -> None:
    talk = at(key).do("verwijder_gegevens").do("bevestigen", "ja")
    assert talk.keys == ["gewist", "vraag.route"]
    assert answers(talk.gesprek) == answers(Gesprek(forgotten=True))


@pytest.mark.parametrize("key", ASKED)
def test_every_question_may_be_skipped(key: str) -> None:
    talk = at(key)
    words = dict(talk.gesprek.answers)
    for _ in range(4):  # at the first step, what makes it hard is asked once
        talk.do("overslaan")
    assert talk.key != key or key == "route"
    assert talk.gesprek.answers == words


@pytest.mark.parametrize("key", ASKED)
def test_words_that_are_not_understood_are_asked_again_and_then_helped_with_buttons(key: str) -> None:
    talk = at(key)
    first = talk.do("nlu_fallback", "qwrtp")
    assert first.asks
    assert talk.do("nlu_fallback", "qwrtp").asks
    assert talk.gesprek.misses == 2


@pytest.mark.parametrize("key", ASKED)
def test_every_question_that_is_no_open_one_has_buttons(key: str) -> None:
    talk = at(key).do("herhalen")
    assert talk.said[-1].buttons


@pytest.mark.parametrize("key", QUESTIONS)
def test_the_plan_and_the_spinnenweb_are_one_step_away(key: str) -> None:
    words = dict(at(key).gesprek.answers)
    for intent, said in (("start_actiewiel", "naar het plan"), ("start_gesprek", "het hele spinnenweb")):
        talk = at(key).do(intent, said)
        assert talk.gesprek.between is None
        assert talk.asks
        assert talk.gesprek.answers == words
