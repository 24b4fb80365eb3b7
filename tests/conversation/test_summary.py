"""The summary: every word of the person, in order, under the right heading, and nothing that was not said."""

from __future__ import annotations

import re

import pytest

from bot.conversation import summary
from bot.conversation.questions import WHEEL, question
from bot.conversation.turn import Turn
from tests.conversation.talk import QUESTIONS, WORDS, Talk, at, known


def turn_at(key: str) -> Turn:
    return Turn(at(key).gesprek, known())


def test_every_answer_is_in_it_in_order() -> None:
    turn = turn_at("klaar")
    about = ("score.{}", "goed.{}", "goed.{}+", "anders.{}", "anders.{}+", "praten.{}")
    order = [shape.format(dimensie) for dimensie in turn.gesprek.dimensies for shape in about]
    order += [
        "opvalt",
        "focus",
        *WHEEL[: WHEEL.index("doen")],
        "drempel",
        "doen+",
        *WHEEL[WHEEL.index("doen") :],
        "reflectie",
    ]
    assert summary.keys(turn.gesprek) == [key for key in order if key in turn.gesprek.answers]


def test_it_holds_nothing_but_labels_and_the_persons_words() -> None:
    turn = turn_at("klaar")
    labels = {
        line.key: summary.line_text(turn, line.key).removesuffix(f": {line.text}") for line in summary.lines(turn)
    }
    texts = {known().texts.get(f"label.{question(key).stem}") for key in labels} | {
        known().texts.get("label.verdieping")
    }
    assert set(labels.values()) <= texts
    for line in summary.lines(turn):
        assert line.text == turn.gesprek.answers[line.key] or line.key.startswith(("score", "praten"))


def test_lines_are_numbered_through_under_a_heading_each() -> None:
    text = summary.compose(turn_at("klaar"))
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(summary.keys(at("klaar").gesprek)) + 1))
    for heading in ("Lichaamsfuncties", "Meedoen", *(known().texts.get(key) for key in ("kop.plan", "kop.reflectie"))):
        assert text.count(f"\n{heading}\n") + text.startswith(f"{heading}\n") == 1


def test_a_score_is_a_number_and_a_mark_a_yes() -> None:
    talk = Talk().do("kies_dimensie", "zingeving").do("antwoord", "mijn werk").do("geef_score", "0")
    assert "Cijfer: 0" in talk.do("toon_samenvatting").text
    lines = {line.key: line.text for line in summary.lines(turn_at("opvalt"))}
    assert lines["score.zingeving"] == "6,5"
    assert lines["praten.zingeving"] == "ja"


def test_what_was_left_open_is_left_out() -> None:
    talk = (
        Talk()
        .do("antwoord", "rustig")
        .do("overslaan")
        .do("weet_niet", "weet niet")
        .do("overslaan")
        .do("ontkennen", "nee")
    )
    assert summary.keys(talk.gesprek) == []


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("een 7", "7"), ("doe maar een dikke 7", "7"), ("tja, ik denk een 7 of zo", "7"),
        ("een 7, al slaap ik slecht door de nachtdiensten", "7 – een 7, al slaap ik slecht door de nachtdiensten"),
    ],
)  # fmt: skip
def test_words_beside_a_score_are_not_lost(said: str, shown: str) -> None:
    talk = at("score.zingeving").do("geef_score", said)
    lines = {line.key: line.text for line in summary.lines(Turn(talk.gesprek, known()))}
    assert lines["score.zingeving"] == shown


def test_words_beside_a_mark_are_not_lost() -> None:
    talk = at("praten.zingeving").do("bevestigen", "ja, met mijn teamleider over het rooster")
    assert "ja, met mijn teamleider over het rooster" in talk.do("toon_samenvatting").text


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("6", "6 – het wisselt heel erg met de diensten"),
        ("6 als ik heb geslapen", "6 – het wisselt heel erg met de diensten. 6 als ik heb geslapen"),
    ],
)
def test_words_told_before_the_number_came_are_kept_with_it(number: str, line: str) -> None:
    talk = at("score.zingeving").do("weet_niet", "het wisselt heel erg met de diensten").do("geef_score", number)
    assert summary.line_text(Turn(talk.gesprek, known()), "score.zingeving") == f"Cijfer: {line}"


def test_a_score_given_anew_takes_the_place_of_the_old_one() -> None:
    talk = at("score.meedoen").do("geef_score", "6").do("terug").do("geef_score", "hm").do("geef_score", "7")
    assert talk.gesprek.answers["score.meedoen"] == "7"


def test_the_plan_stands_in_it_once_there_is_a_first_step() -> None:
    heading = known().texts.get("kop.als_dan")
    assert heading not in summary.compose(turn_at("doen+"))
    assert heading in summary.compose(turn_at("wanneer"))


def test_the_text_for_a_maatje_holds_the_plan_and_nothing_else_of_theirs() -> None:
    turn = turn_at("klaar")
    text = summary.buddy_text(turn)
    assert all(WORDS[step] in text for step in ("doen", "wanneer", "wie", "wat_inzetten"))
    assert not any(WORDS[step] in text for step in ("nu", "belangrijk", "blij", "nodig", "reflectie"))


@pytest.mark.parametrize("key", QUESTIONS)
def test_it_can_be_shown_at_any_moment_without_losing_the_question(key: str) -> None:
    talk = at(key).do("toon_samenvatting")
    assert talk.keys[0] in ("samenvatting.tekst", "samenvatting.leeg")
    assert talk.key == key


def test_the_lines_come_one_by_one_too() -> None:
    said = at("samenvatting").do("toon_samenvatting", "mijn samenvatting").said[0]
    assert said.sheet is not None
    lines = said.sheet["lines"]
    assert [line["key"] for line in lines] == summary.keys(at("samenvatting").gesprek)
    assert all(f"{line['label']}: {line['text']}" in said.text for line in lines)
