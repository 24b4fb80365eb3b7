"""Meaning in context, in Rasa's pipeline: the conversation in the slot settles what was meant."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.events import SlotSet
from rasa.shared.core.slots import AnySlot, Slot
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.conversation.state import SLOT
from bot.nlu.context import MeaningInContext

AT_TEXT = {"route": "kort", "dimensies": ["meedoen"], "asked": "goed.meedoen"}
AT_SCORE = {**AT_TEXT, "asked": "score.meedoen"}
AT_CONFIRM = {**AT_TEXT, "asked": "plan"}


@pytest.fixture
def settle(storage: LocalModelStorage, context: ExecutionContext) -> Any:
    """Say what a text means in a state: `settle(AT_SCORE, "7", "antwoord", 0.4)`."""
    component = MeaningInContext.create({}, storage, Resource("context"), context)

    def settled(state: dict[str, Any] | None, text: str, intent: str, confidence: float) -> dict[str, Any]:
        slot: Slot = AnySlot(SLOT, mappings=[{}], influence_conversation=False)
        tracker = DialogueStateTracker.from_events("iemand", [SlotSet(SLOT, state)], [slot])
        message = Message({TEXT: text, INTENT: {"name": intent, "confidence": confidence}})
        component.process([message], tracker)
        return dict(message.get(INTENT))

    return settled


@pytest.mark.parametrize(
    ("state", "text", "guessed", "meant"),
    [
        (AT_TEXT, "ik wil stoppen met roken", "stoppen", "antwoord"),
        (AT_TEXT, "stop", "antwoord", "stoppen"),
        (AT_TEXT, "een vast rooster en minder nachten", "plan_herinnering", "antwoord"),
        (AT_SCORE, "zeven", "antwoord", "geef_score"),
        (AT_SCORE, "goed hoor", "antwoord", "weet_niet"),
        (AT_CONFIRM, "doe maar", "antwoord", "bevestigen"),
    ],
)
def test_the_open_question_settles_it(settle: Any, state: dict[str, Any], text: str, guessed: str, meant: str) -> None:
    assert settle(state, text, guessed, 0.6) == {"name": meant, "confidence": 1.0}


def test_what_needs_no_settling_stays_as_it_was_guessed(settle: Any) -> None:
    assert settle(AT_TEXT, "mijn ploeg en ik", "antwoord", 0.6) == {"name": "antwoord", "confidence": 0.6}


def test_without_a_conversation_it_is_what_the_classifier_says(settle: Any) -> None:
    assert settle(None, "zeven", "antwoord", 0.4) == {"name": "antwoord", "confidence": 0.4}


@pytest.mark.parametrize("state", [None, AT_TEXT, AT_SCORE, AT_CONFIRM])
def test_a_cry_for_help_goes_before_everything(settle: Any, state: dict[str, Any] | None) -> None:
    assert settle(state, "ik wil dood", "antwoord", 0.9) == {"name": "crisis", "confidence": 1.0}


def test_a_tracker_without_the_slot_is_no_conversation(storage: LocalModelStorage, context: ExecutionContext) -> None:
    message = Message({TEXT: "zeven", INTENT: {"name": "antwoord", "confidence": 0.4}})
    component = MeaningInContext.create({}, storage, Resource("context"), context)
    component.process([message], DialogueStateTracker("iemand", []))
    assert message.get(INTENT)["name"] == "antwoord"


def test_a_message_without_text_is_left_alone(settle: Any) -> None:
    assert settle(None, "", "bevestigen", 1.0) == {"name": "bevestigen", "confidence": 1.0}


def test_two_orders_close_together_are_asked_about(storage: LocalModelStorage, context: ExecutionContext) -> None:
    slot: Slot = AnySlot(SLOT, mappings=[{}], influence_conversation=False)
    tracker = DialogueStateTracker.from_events("iemand", [SlotSet(SLOT, AT_SCORE)], [slot])
    ranking = [{"name": "toon_samenvatting", "confidence": 0.6}, {"name": "toon_spinnenweb", "confidence": 0.5}]
    message = Message({TEXT: "laat eens zien wat ik heb", INTENT: ranking[0], "intent_ranking": ranking})
    MeaningInContext.create({}, storage, Resource("context"), context).process([message], tracker)
    assert message.get(INTENT)["name"] == "nlu_fallback"
    assert [entity["value"] for entity in message.get("entities")] == ["toon_samenvatting", "toon_spinnenweb"]
