"""Scores, dimensions, dates and coaches, only where the intent makes them meaningful ("ik werk 3 dagen" is no score).

A `termijn` is the date it falls on ("2026-12-06") where one can be told, also a guessed one, which the conversation
reads back; else the words for it, as said ("na mijn vakantie", of a share "2 weken").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
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
from bot.nlu.coaches import find_coach
from bot.nlu.dates import find_date, find_duration, find_undated, warm_up

WITH_SCORE = frozenset({"geef_score", "wijzig_antwoord"})
WITH_DIMENSIE = frozenset(
    {"kies_dimensie", "wijzig_antwoord", "geef_score", "vraag_positieve_gezondheid", "start_gesprek"}
)
WITH_MOMENT = frozenset({"plan_herinnering", "pauzeren", "hervatten"})
WITH_COACH = frozenset({"delen_met_coach", "delen_intrekken", "vraag_coach"})

_TO_COME = re.compile(r"\b(?:morgen\w*|overmorgen|volgende?|komende?|over)\b", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:vraag|herinner|stuur|check|app|mail|ask|remind|(?:kun|kan|wil|zou|zul|zal|wilt|kunt) (?:je|jij|u|ge))\b"
    r"(?P<when>.*)",
    re.IGNORECASE | re.DOTALL,
)
_UNTIL = re.compile(r"\b(?:tot|t/m)\b(?P<moment>.*)", re.IGNORECASE | re.DOTALL)


def entities(text: str, intent: str, today: date) -> dict[str, Any]:
    """Return the entities of `text` by name: `score` 0–10, `dimensie` as its key, `termijn` and `coach` as strings."""
    score = parse_score(text) if intent in WITH_SCORE else None
    found = {
        "score": score.value if score else None,
        "dimensie": find_dimensie(text) if intent in WITH_DIMENSIE else None,
        "termijn": _termijn(text, intent, today),
        "coach": find_coach(text, asking=intent == "vraag_coach") if intent in WITH_COACH else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _termijn(text: str, intent: str, today: date) -> str | None:
    if intent == "delen_met_coach":  # until when: any other moment is that of a talk with the coach
        until = _UNTIL.search(text)
        found = find_date(until["moment"], today) if until else None
        duration = find_duration(text)
        return found.date.isoformat() if found else duration.words if duration else None
    if intent not in WITH_MOMENT or (intent == "hervatten" and not _TO_COME.search(text)):
        return None  # who comes back speaks of when the talk was
    asks = _ASKS.search(text) if intent == "plan_herinnering" else None  # "ik ga woensdag, vraag donderdag hoe het was"
    found = (find_date(asks["when"], today) if asks else None) or find_date(text, today)
    if found or intent == "hervatten":
        return found.date.isoformat() if found else None
    return find_undated(text)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class DutchEntities(GraphComponent, EntityExtractorMixin):
    """Add the entities that follow from the text, its intent and the day it is."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._today = today

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchEntities:
        component = cls()
        warm_up(component._today())
        find_coach("Marieke")
        return component

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities to each message; they span all of it, since they are read from all of it."""
        today = self._today()
        for message in messages:
            text = message.get(TEXT) or ""
            intent = (message.get(INTENT) or {}).get("name") or ""
            found = [self._entity(name, value, text) for name, value in entities(text, intent, today).items()]
            message.set(ENTITIES, [*message.get(ENTITIES, []), *found], add_to_output=True)
        return messages

    @staticmethod
    def _entity(name: str, value: Any, text: str) -> dict[str, Any]:
        return {"entity": name, "value": value, "start": 0, "end": len(text), "extractor": "DutchEntities"}
