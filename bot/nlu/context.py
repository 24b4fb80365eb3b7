"""Meaning in context as a Rasa component: the same words mean another thing at another question."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.conversation.meaning import Guess, resolve
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
            guess = message.get(INTENT) or {}
            name = guess.get("name") or ""
            if crisis.detect(text):
                settled = "crisis"
            elif state is None:
                continue
            else:
                settled = resolve(
                    Gesprek.from_dict(state),
                    text,
                    Guess(name, float(guess.get("confidence") or 0.0)),
                    knowledge().options,
                )
            if settled != name:
                message.set(INTENT, {"name": settled, "confidence": 1.0}, add_to_output=True)
        return messages
