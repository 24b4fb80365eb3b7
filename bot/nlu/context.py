"""Meaning in context as a Rasa component: the same words mean another thing at another question."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.conversation import doubt
from bot.conversation.meaning import NOT_UNDERSTOOD, Guess, resolve
from bot.conversation.state import SLOT, Gesprek
from bot.knowledge import knowledge
from bot.nlu import crisis


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class MeaningInContext(GraphComponent):
    """Settle the intent by the question that is open; a cry for help goes before everything."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MeaningInContext:
        return cls()

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Settle the intent of each message; without a conversation going on it stays as classified."""
        state = tracker.get_slot(SLOT) if SLOT in tracker.slots else None
        for message in messages:
            text = message.get(TEXT) or ""
            if crisis.detect(text):
                _settle(message, "crisis")
            elif state is not None:
                _in_conversation(message, text, Gesprek.from_dict(state))
        return messages


def _in_conversation(message: Message, text: str, gesprek: Gesprek) -> None:
    ranking = [_guess(one) for one in message.get(INTENT_RANKING_KEY) or [message.get(INTENT) or {}]]
    options = knowledge().options
    if meant := doubt.between(gesprek, text, ranking, options):
        asked = [{"entity": doubt.ENTITY, "value": intent, "start": 0, "end": len(text)} for intent in meant]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *asked], add_to_output=True)
        _settle(message, NOT_UNDERSTOOD)
    else:
        _settle(message, resolve(gesprek, text, ranking[0], options))


def _guess(one: dict[str, Any]) -> Guess:
    return Guess(one.get("name") or "", float(one.get("confidence") or 0.0))


def _settle(message: Message, intent: str) -> None:
    if intent != (message.get(INTENT) or {}).get("name"):
        message.set(INTENT, {"name": intent, "confidence": 1.0}, add_to_output=True)
