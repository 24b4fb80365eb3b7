"""Scores: any half, also 0; not known is fine, and what is not clear is asked after."""

from __future__ import annotations

import pytest

from bot.conversation.numbers import format_score
from tests.conversation.talk import Talk, at

HALVES = [n / 2 for n in range(21)]


@pytest.mark.parametrize("value", HALVES)
def test_every_score_can_be_given_by_typing_and_is_kept_as_said(value: float) -> None:
    talk = at("score.zingeving").do("geef_score", f"een {format_score(value)}, denk ik")
    assert talk.gesprek.scores["zingeving"] == value
    assert talk.gesprek.answers["score.zingeving"] == f"een {format_score(value)}, denk ik"
    assert talk.keys[-1] == "vraag.anders.zingeving"


def test_zero_is_a_real_score_everywhere() -> None:
    talk = at("score.lichaamsfuncties").do("herhalen").press("0")
    assert talk.gesprek.scores == {"lichaamsfuncties": 0.0}
    assert "0" in talk.do("toon_samenvatting").text
    drawing = talk.do("toon_spinnenweb").said[0].image
    assert drawing is not None
    assert "Lichaamsfuncties: 0." in drawing.alt


@pytest.mark.parametrize("said", ["weet niet", "geen idee", "?", ""])
def test_not_knowing_a_score_leaves_it_open(said: str) -> None:
    talk = at("score.zingeving").do("weet_niet", said)
    assert talk.gesprek.scores["zingeving"] is None
    assert talk.key == "anders.zingeving"


def test_a_judgement_without_a_number_is_met_with_the_scale_once() -> None:
    talk = at("score.zingeving").do("weet_niet", "redelijk")
    assert (talk.key, talk.keys) == ("score.zingeving", ["score.schaal"])
    assert len(talk.buttons) == 13
    talk.do("weet_niet", "gewoon redelijk")
    assert talk.key == "anders.zingeving"
    assert talk.gesprek.scores["zingeving"] is None


@pytest.mark.parametrize(
    ("said", "key", "titles"),
    [
        ("tussen de 6 en 7", "score.welke", ["6", "6,5", "7"]),
        ("7,3", "score.welke", ["7", "7,5"]),
        ("11", "score.buiten_schaal", [*map(str, range(11))]),
    ],
)
def test_a_score_that_is_not_clear_is_asked_after(said: str, key: str, titles: list[str]) -> None:
    talk = at("score.meedoen").do("geef_score", said)
    assert (talk.key, talk.keys) == ("score.meedoen", [key])
    assert talk.titles == [*titles, "Weet ik niet", "Overslaan"]
    assert talk.press(titles[0]).key == "anders.meedoen"


def test_words_where_a_score_is_asked_are_not_understood_as_one() -> None:
    talk = at("score.meedoen").do("geef_score", "wisselend")
    assert (talk.key, talk.gesprek.misses) == ("score.meedoen", 1)
    assert at("nu").do("geef_score", "8 uur per dag").gesprek.answers["nu"] == "8 uur per dag"


@pytest.mark.parametrize("said", ["ik slaap goed, een 8", "mijn lijf doet het prima en ik geef een dikke 8"])
def test_a_score_told_along_with_another_answer_is_not_asked_again(said: str) -> None:
    talk = Talk().do("kies_dimensie", "meedoen").do("antwoord", said)
    assert talk.gesprek.scores == {"meedoen": 8}
    assert talk.gesprek.answers["goed.meedoen"] == said
    assert talk.key == "anders.meedoen"


def test_a_score_given_before_it_is_asked_is_kept_and_the_question_stays() -> None:
    talk = Talk().do("kies_dimensie", "meedoen").do("geef_score", "8")
    assert (talk.key, talk.gesprek.scores) == ("goed.meedoen", {"meedoen": 8})
    assert talk.asks
    talk.do("antwoord", "mijn team")
    assert talk.key == "anders.meedoen"


def test_a_question_about_the_score_is_not_kept_as_its_answer() -> None:
    talk = at("score.meedoen").do("weet_niet", "hoezo een cijfer?")
    assert (talk.key, talk.keys) == ("score.meedoen", ["score.schaal"])
    assert "score.meedoen" not in talk.gesprek.answers


@pytest.mark.parametrize("left_open", ["weet_niet", "overslaan"])
def test_a_score_that_was_left_open_can_still_be_given(left_open: str) -> None:
    talk = at("score.zingeving").do(left_open).do("geef_score", "een 7,5")
    assert talk.gesprek.scores["zingeving"] == 7.5
    assert talk.gesprek.answers["score.zingeving"] == "7,5"
    assert talk.key == "anders.zingeving"
    assert "anders.zingeving" not in talk.gesprek.answers


def test_a_score_that_was_given_is_not_changed_by_a_number_that_answers_something_else() -> None:
    talk = at("score.zingeving").do("geef_score", "6").do("geef_score", "8")
    assert talk.gesprek.scores["zingeving"] == 6
    assert talk.gesprek.answers["anders.zingeving"] == "8"
