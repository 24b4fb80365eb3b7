"""One turn: sentences with what belongs in them, in the bubble where they belong; and the texts they come from."""

from __future__ import annotations

import pytest

from bot.conversation.export import export
from bot.conversation.knowledge import Knowledge, Organisation, Texts
from bot.conversation.state import Gesprek
from bot.conversation.turn import Button, Turn
from tests.conversation.talk import at

TEXTS = Texts({"a": ["een {wat}", "twee {wat}"], "b": ["kort"], "c": ["- x\n- y"]})


def turn(number: int = 0, **entities: list[str]) -> Turn:
    return Turn(Gesprek(turn=number), Knowledge(TEXTS, {}, Organisation("", "", "", "")), entities=entities)


def test_wordings_alternate_by_turn() -> None:
    assert [turn(n).wording("a", wat="x") for n in range(3)] == ["een x", "twee x", "een x"]


def test_values_are_filled_in_literally_even_if_they_look_like_blanks() -> None:
    assert turn().wording("a", wat="{wat} {0} }{") == "een {wat} {0} }{"


def test_a_missing_sentence_or_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        turn().wording("niet_daar")
    with pytest.raises(KeyError):
        turn().wording("a")
    assert "a" in TEXTS
    assert "niet_daar" not in TEXTS


def test_words_in_front_go_in_the_same_bubble_once() -> None:
    talking = turn()
    talking.begin("b")
    talking.begin("b")
    talking.say("a", wat="x")
    talking.say("b")
    assert [message.text for message in talking.said] == ["kort kort een x", "kort"]
    assert [message.key for message in talking.said] == ["a", "b"]


def test_a_list_does_not_begin_behind_a_sentence() -> None:
    talking = turn()
    talking.begin("b")
    talking.say("c")
    assert talking.said[0].text == "kort\n\n- x\n- y"


def test_the_first_of_several_entities_counts() -> None:
    assert turn(score=["7", "8"]).entity("score") == "7"
    assert turn(score=[]).entity("score") is None
    assert turn().entity("score") is None


def test_a_button_says_what_pressing_it_means() -> None:
    assert Button("Ja", "bevestigen").as_dict() == {"title": "Ja", "intent": "bevestigen", "entities": {}}


def test_the_export_holds_everything_that_was_said() -> None:
    g = at("klaar").gesprek
    held = export(g, {"sleutel": "alleen de sleutel"})
    assert held["answers"] == g.answers
    assert held["scores"] == dict.fromkeys(g.dimensies, 6.5)
    assert held["marks"] == g.marks
    assert held["plan"]["doen"] == g.answers["doen"]
    assert held["stored_on_server"] == {"sleutel": "alleen de sleutel"}
    assert held["shares"] == []
    assert export(Gesprek(scores={"meedoen": None, "zingeving": 0.0}), {})["scores"] == {
        **dict.fromkeys(g.dimensies), "zingeving": 0.0,
    }  # fmt: skip
