"""Scores and dimensions, only where the intent makes them meaningful."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.entities import DutchEntities, entities


@pytest.mark.parametrize(
    ("text", "intent", "found"),
    [
        ("een 7", "geef_score", {"score": 7.0}),
        ("zes en een half", "geef_score", {"score": 6.5}),
        ("meedoen krijgt een 8", "geef_score", {"score": 8.0, "dimensie": "meedoen"}),
        ("maak van zingeving een 5", "wijzig_antwoord", {"score": 5.0, "dimensie": "zingeving"}),
        ("ik wil iets veranderen", "wijzig_antwoord", {}),
        ("over mijn lijf graag", "kies_dimensie", {"dimensie": "lichaamsfuncties"}),
        ("wat is mentaal welbevinden?", "vraag_positieve_gezondheid", {"dimensie": "mentaal_welbevinden"}),
        ("laten we beginnen met meedoen", "start_gesprek", {"dimensie": "meedoen"}),
    ],
)
def test_what_an_intent_asks_for_is_found(text: str, intent: str, found: dict[str, Any]) -> None:
    assert entities(text, intent) == found


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik werk 3 dagen", "antwoord"),
        ("mijn lijf is moe", "antwoord"),
        ("vijf minuten heb ik", "start_gesprek"),
        ("over twee weken", "plan_herinnering"),
        ("een 7", "kies_dimensie"),
        ("een 7", ""),
    ],
)
def test_elsewhere_a_number_is_a_number_and_a_word_a_word(text: str, intent: str) -> None:
    assert entities(text, intent) == {}


@pytest.mark.parametrize("text", ["tussen de 6 en 7", "een 11", "hoog"])
def test_a_score_in_doubt_or_off_the_scale_is_left_to_the_conversation(text: str) -> None:
    assert "score" not in entities(text, "geef_score")


def test_two_dimensions_at_once_are_left_to_the_conversation() -> None:
    assert entities("meedoen of zingeving", "kies_dimensie") == {}


def test_the_component_adds_them_over_the_whole_text(storage: LocalModelStorage, context: ExecutionContext) -> None:
    component = DutchEntities.create({}, storage, Resource("entities"), context)
    message = Message({TEXT: "meedoen een 8", INTENT: {"name": "geef_score"}})
    component.process([message])
    assert [(e["entity"], e["value"]) for e in message.get(ENTITIES)] == [("score", 8.0), ("dimensie", "meedoen")]
    assert {(e["start"], e["end"], e["extractor"]) for e in message.get(ENTITIES)} == {(0, 13, "DutchEntities")}


def test_the_component_keeps_what_was_there(storage: LocalModelStorage, context: ExecutionContext) -> None:
    before = {"entity": "coach", "value": "Ria", "start": 0, "end": 3}
    message = Message({TEXT: "een 8", INTENT: {"name": "geef_score"}, ENTITIES: [before]})
    DutchEntities.create({}, storage, Resource("entities"), context).process([message, Message({})])
    assert [e["entity"] for e in message.get(ENTITIES)] == ["coach", "score"]
