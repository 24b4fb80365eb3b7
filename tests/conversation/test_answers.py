"""Taking in answers: every kind of question its own way, and words always literally."""

from __future__ import annotations

import pytest

from bot.conversation.dimensions import DIMENSIES
from tests.conversation.talk import QUESTIONS, Talk, at, known


@pytest.mark.parametrize(("said", "marked"), [("ja", True), ("doe maar", True), ("nee", False), ("liever niet", False)])
def test_a_mark_is_set_or_not_and_can_be_changed(said: str, marked: bool) -> None:
    talk = at("praten.meedoen").do("antwoord", said)
    assert ("meedoen" in talk.gesprek.marks) is marked
    talk.do("terug").do("ontkennen" if marked else "bevestigen", "toch anders")
    assert ("meedoen" in talk.gesprek.marks) is not marked
    assert talk.gesprek.marks.count("meedoen") <= 1


@pytest.mark.parametrize("dimensie", DIMENSIES)
def test_one_deepening_question_a_dimension_at_most(dimensie: str) -> None:
    talk = Talk().do("kies_dimensie", dimensie=dimensie)
    talk.do("antwoord", "mijn slaap")
    assert (talk.key, talk.keys[-1]) == (f"goed.{dimensie}+", "vraag.verdieping")
    assert known().themes["slaap"].question in talk.text
    talk.do("antwoord", "door de eten en de roken").do("geef_score", "7")
    assert talk.do("antwoord", "minder roken").key == "willen"
    assert talk.gesprek.answers[f"goed.{dimensie}+"] == "door de eten en de roken"


def test_no_theme_comes_up_twice() -> None:
    talk = Talk().do("antwoord", "rustig").do("antwoord", "slaap")
    assert talk.key == "goed.lichaamsfuncties+"
    talk.go_on("goed.mentaal_welbevinden").do("antwoord", "mijn slaap")
    assert talk.key == "score.mentaal_welbevinden"
    assert talk.do("geef_score", "5").do("antwoord", "minder roken").key == "anders.mentaal_welbevinden+"


def test_an_answer_that_is_only_changed_brings_no_deepening() -> None:
    talk = at("score.zingeving").do("terug").do("antwoord", "mijn slaap")
    assert talk.key == "score.zingeving"


def test_a_theme_that_has_left_the_content_is_asked_after_in_general() -> None:
    talk = at("goed.lichaamsfuncties+")
    talk.gesprek.themes["goed.lichaamsfuncties+"] = "weggehaald"
    assert talk.do("herhalen").keys == ["vraag.verdieping.algemeen"]


@pytest.mark.parametrize("intent", ["weet_niet", "overslaan"])
def test_who_hesitates_again_is_not_asked_a_third_time(intent: str) -> None:
    talk = at("drempel").do("overslaan")
    assert talk.key == "doen"
    assert talk.do(intent, "pff").key == "aanbod"  # no step, so nothing is asked about when and with whom


@pytest.mark.parametrize("said", ["niets", "niks", "nee"])
def test_nothing_is_no_first_step(said: str) -> None:
    talk = at("doen").do("ontkennen" if said == "nee" else "antwoord", said)
    assert talk.key == "drempel"
    assert "doen" not in talk.gesprek.answers


def test_a_yes_where_words_are_asked_invites_to_tell() -> None:
    talk = at("anders.meedoen").do("bevestigen", "ja")
    assert talk.keys == ["ja.vertel", "vraag.anders.meedoen"]
    assert "anders.meedoen" not in talk.gesprek.answers


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key not in ("route", "klaar")])
def test_a_no_is_a_good_answer_everywhere(key: str) -> None:
    talk = at(key)
    asked = talk.gesprek.asked
    talk.do("ontkennen", "nee")
    assert talk.asks
    if talk.gesprek.between is None and asked != talk.key:
        assert talk.gesprek.handled(asked) or asked in ("doen", "plan")


def test_a_no_at_the_welcome_does_not_end_the_conversation(talk: Talk) -> None:
    assert talk.do("ontkennen", "nee").key == "route"


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key not in ("route", "klaar", "opnieuw", "wissen")])
def test_whoever_keeps_not_knowing_is_not_kept(key: str) -> None:
    talk = at(key)
    for _ in range(3):
        if talk.key == key:
            assert talk.do("weet_niet", "weet ik niet").asks
    assert talk.key != key


@pytest.mark.parametrize("said", ["?!", "...", "👍"])
def test_an_answer_without_words_is_asked_in_a_few_words(said: str) -> None:
    talk = at("nu").do("antwoord", said)
    assert talk.key == "nu"
    assert talk.asks
    assert "nu" not in talk.gesprek.answers


@pytest.mark.parametrize("said", ["een beetje", "wie weet", "?"])
def test_no_yes_and_no_no_is_asked_again(said: str) -> None:
    talk = at("plan").do("antwoord", said)
    assert (talk.key, talk.gesprek.misses) == ("plan", 1)


@pytest.mark.parametrize(
    "said", ["nee, is goed zo", "nee prima", "ja maar nu niet", "goed, doe maar niet", "wis het maar niet"]
)
def test_no_doubtful_words_delete_anything(said: str) -> None:
    talk = at("wissen").do("antwoord", said)
    assert not talk.gesprek.forgotten
    assert talk.gesprek.answers


def test_when_all_is_said_an_answer_shows_what_is_still_possible() -> None:
    for intent in ("antwoord", "bevestigen", "geef_score"):
        talk = at("klaar").do(intent, "nog iets")
        assert talk.keys == ["klaar.meer"]
        assert [button.intent for button in talk.buttons] == ["toon_samenvatting", "toon_spinnenweb", "opnieuw"]
    assert at("klaar").do("ontkennen", "nee").keys == ["klaar"]
    assert at("klaar").do("weet_niet", "weet niet").keys == ["rust.goed"]


@pytest.mark.parametrize("key", ["praten.meedoen", "maatje"])
def test_nobody_gets_stuck_at_an_extra(key: str) -> None:
    talk = at(key)
    for _ in range(3):
        talk.do("nlu_fallback", "qwrtp")
    assert talk.key != key
    assert talk.gesprek.handled(key)


def test_a_second_yes_with_nothing_told_goes_on() -> None:
    assert at("anders.meedoen").do("bevestigen", "ja").do("bevestigen", "ja").key == "praten.meedoen"
