"""Scores, dimensions, dates and coaches: only where the intent makes them meaningful; right in the training data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.loading import load_data
from rasa.shared.nlu.training_data.message import Message

from bot.conversation.numbers import parse_score
from bot.nlu.entities import WITH_COACH, WITH_DIMENSIE, WITH_MOMENT, WITH_SCORE, DutchEntities, entities
from scripts.near_duplicates import NLU

TODAY = date(2026, 12, 4)
INTENTS = {
    "score": WITH_SCORE,
    "dimensie": WITH_DIMENSIE,
    "termijn": WITH_MOMENT | {"delen_met_coach"},
    "coach": WITH_COACH,
}


@pytest.mark.parametrize(
    ("text", "intent", "found"),
    [
        ("een 7", "geef_score", {"score": 7.0}),
        ("zes en een half", "geef_score", {"score": 6.5}),
        ("meedoen krijgt een 8", "geef_score", {"score": 8.0, "dimensie": "meedoen"}),
        ("maak van zingeving een 5", "wijzig_antwoord", {"score": 5.0, "dimensie": "zingeving"}),
        ("niet 6 maar 7", "wijzig_antwoord", {"score": 7.0}),
        ("ik wil iets veranderen", "wijzig_antwoord", {}),
        ("over mijn lijf graag", "kies_dimensie", {"dimensie": "lichaamsfuncties"}),
        ("wat is mentaal welbevinden?", "vraag_positieve_gezondheid", {"dimensie": "mentaal_welbevinden"}),
        ("laten we beginnen met meedoen", "start_gesprek", {"dimensie": "meedoen"}),
        ("vraag het over twee weken nog eens", "plan_herinnering", {"termijn": "2026-12-18"}),
        ("half januari", "plan_herinnering", {"termijn": "2027-01-15"}),
        ("na mijn vakantie", "plan_herinnering", {"termijn": "na mijn vakantie"}),
        ("ik begin woensdag, vraag vrijdag hoe het ging", "plan_herinnering", {"termijn": "2026-12-11"}),
        ("ik heb de 14e vrij, kun je het de 16e vragen", "plan_herinnering", {"termijn": "2026-12-16"}),
        ("later", "plan_herinnering", {}),
        ("ik ga na mijn dienst verder", "pauzeren", {"termijn": "na mijn dienst"}),
        ("ik ga vanavond verder", "pauzeren", {}),
        ("morgen ga ik verder", "hervatten", {"termijn": "2026-12-05"}),
        ("verder met het gesprek waar ik maandag mee begon", "hervatten", {}),
        ("ik dacht er na het eten nog over na, verder", "hervatten", {}),
        ("voor drie weken mag Ahmed meelezen", "delen_met_coach", {"coach": "Ahmed", "termijn": "drie weken"}),
        ("stuur het naar Marieke de Vries", "delen_met_coach", {"coach": "Marieke de Vries"}),
        ("deel het 2 weken met Els", "delen_met_coach", {"coach": "Els", "termijn": "2 weken"}),
        ("deel het tot eind maart met Els", "delen_met_coach", {"coach": "Els", "termijn": "2027-03-31"}),
        ("ik spreek Els dinsdag, stuur het haar", "delen_met_coach", {"coach": "Els"}),
        ("Peter mag er niet meer bij", "delen_intrekken", {"coach": "Peter"}),
        ("wie is Ria", "vraag_coach", {"coach": "Ria"}),
        ("is er een vrouwelijke coach", "vraag_coach", {}),
    ],
)
def test_what_an_intent_asks_for_is_found(text: str, intent: str, found: dict[str, Any]) -> None:
    assert entities(text, intent, TODAY) == found


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ik werk 3 dagen", "antwoord"),
        ("ik werk 3 dagen", "geef_score"),
        ("mijn lijf is moe", "antwoord"),
        ("vijf minuten heb ik", "start_gesprek"),
        ("over twee weken een 7", "stop_herinnering"),
        ("een 7", "kies_dimensie"),
        ("een 7", ""),
        ("maandag bel ik Marieke", "antwoord"),
    ],
)
def test_elsewhere_a_number_is_a_number_and_a_word_a_word(text: str, intent: str) -> None:
    assert entities(text, intent, TODAY) == {}


@pytest.mark.parametrize("text", ["tussen de 6 en 7", "een 11", "hoog"])
def test_a_score_in_doubt_or_off_the_scale_is_left_to_the_conversation(text: str) -> None:
    assert "score" not in entities(text, "geef_score", TODAY)


def test_two_dimensions_at_once_are_left_to_the_conversation() -> None:
    assert entities("meedoen of zingeving", "kies_dimensie", TODAY) == {}


@pytest.fixture(scope="module")
def examples() -> list[Message]:
    """The training data is read once: it takes seconds."""
    found: list[Message] = load_data(str(NLU)).intent_examples
    return found


def _expected(name: str, intent: str, annotated: list[dict[str, Any]], text: str) -> Any:
    """Return the value that annotations stand for, or None; several of one kind leave it to the conversation."""
    said = [text[e["start"] : e["end"]] if name in ("termijn", "coach") else e["value"] for e in annotated]
    said = [e for e, a in zip(said, annotated) if a["entity"] == name]
    values: set[Any] = set(said)
    if name == "score":
        values = {score.value for value in said if (score := parse_score(str(value)))}
    elif name == "termijn" and said:
        in_context = f"tot {said[0]}" if f"tot {said[0]}" in text else said[0]
        values = {entities(in_context, intent, TODAY).get(name, said[0])}
    return values.pop() if len(values) == 1 else None


@pytest.mark.parametrize("lower", [False, True], ids=["as typed", "without capitals"])
@pytest.mark.parametrize(("name", "floor"), [("score", 0.98), ("dimensie", 0.97), ("termijn", 0.98), ("coach", 0.98)])
def test_entities_of_the_training_data_are_found_and_no_others(
    examples: list[Message], name: str, floor: float, lower: bool
) -> None:
    hits, extra, missed = 0, [], []
    for example in examples:
        intent, text = example.get("intent"), example.get("text")
        if intent not in INTENTS[name]:
            continue
        text = text.lower() if lower else text
        expected = _expected(name, intent, example.get("entities") or [], text)
        found = entities(text, intent, TODAY).get(name)
        hits += expected is not None and found == expected
        extra += [text] if found is not None and found != expected else []
        missed += [text] if expected is not None and found != expected else []
    assert hits > 100
    assert hits / (hits + len(extra)) >= floor, extra  # precision
    assert hits / (hits + len(missed)) >= floor, missed  # recall


@given(st.text(), st.sampled_from(sorted(set().union(*INTENTS.values()))), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_text_gives_entities_of_the_right_kind(text: str, intent: str, today: date) -> None:
    for name, value in entities(text, intent, today).items():
        assert isinstance(value, float if name == "score" else str)
        assert intent in INTENTS[name]


def test_the_component_adds_them_over_the_whole_text(storage: LocalModelStorage, context: ExecutionContext) -> None:
    component = DutchEntities.create({}, storage, Resource("entities"), context)
    message = Message({TEXT: "meedoen een 8", INTENT: {"name": "geef_score"}})
    component.process([message])
    assert [(e["entity"], e["value"]) for e in message.get(ENTITIES)] == [("score", 8.0), ("dimensie", "meedoen")]
    assert {(e["start"], e["end"], e["extractor"]) for e in message.get(ENTITIES)} == {(0, 13, "DutchEntities")}


def test_the_component_reads_dates_from_the_day_it_is() -> None:
    days = iter((date(2026, 12, 4), date(2027, 12, 4)))
    component = DutchEntities(lambda: next(days))
    found = []
    for _ in range(2):
        message = Message({TEXT: "morgen", INTENT: {"name": "plan_herinnering"}})
        component.process([message])
        found += [e["value"] for e in message.get(ENTITIES)]
    assert found == ["2026-12-05", "2027-12-05"]


def test_the_component_keeps_what_was_there(storage: LocalModelStorage, context: ExecutionContext) -> None:
    before = {"entity": "coach", "value": "Ria", "start": 0, "end": 3}
    message = Message({TEXT: "een 8", INTENT: {"name": "geef_score"}, ENTITIES: [before]})
    DutchEntities.create({}, storage, Resource("entities"), context).process([message, Message({})])
    assert [e["entity"] for e in message.get(ENTITIES)] == ["coach", "score"]
