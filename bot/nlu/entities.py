"""Scores and dimensions as entities, only where the intent makes them meaningful ("ik werk 3 dagen" is no score)."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.conversation.dimensions import find_dimensie
from bot.conversation.numbers import parse_score

WITH_SCORE = frozenset({"geef_score", "wijzig_antwoord"})
WITH_DIMENSIE = frozenset(
    {"kies_dimensie", "wijzig_antwoord", "geef_score", "vraag_positieve_gezondheid", "start_gesprek"}
)


def entities(text: str, intent: str) -> dict[str, Any]:
    """Return the entities of `text` by name: `score` as a number 0–10, `dimensie` as its key."""
    found: dict[str, Any] = {}
    score = parse_score(text) if intent in WITH_SCORE else None
    if score and score.value is not None:
        found["score"] = score.value
    dimensie = find_dimensie(text) if intent in WITH_DIMENSIE else None
    if dimensie:
        found["dimensie"] = dimensie
    return found


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DutchEntities(GraphComponent, EntityExtractorMixin):
    """Add the entities that follow from the text and its intent."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchEntities:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to each message; they span all of it, since they are read from all of it."""
        for message in messages:
            text = message.get(TEXT) or ""
            intent = (message.get(INTENT) or {}).get("name") or ""
            found = [self._entity(name, value, text) for name, value in entities(text, intent).items()]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages

    @staticmethod
    def _entity(name: str, value: Any, text: str) -> dict[str, Any]:
        return {"entity": name, "value": value, "start": 0, "end": len(text), "extractor": "DutchEntities"}
