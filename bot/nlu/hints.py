"""What the Dutch of a message gives away about its intent, as features beside n-grams and the sentence vector.

A classifier sees "zes en een half" and "kwart voor vijf" as words like any other; that the first is a score, that a
message asks, or speaks to the bot, is already known in `bot.conversation` and need not be learnt from examples.
"""

from __future__ import annotations

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.conversation import phrases, short_answers
from bot.conversation.dimensions import find_dimensies, plain
from bot.conversation.numbers import parse_score

_OF_ONESELF = re.compile(r"\b(?:ik|mij|me|mijn|m'n|mn|ikzelf|wij|we|ons|onze)\b|\b'k\b")
_TO_THE_OTHER = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|ge|gij|uwe)\b")
_WORDS_UP_TO = (1, 2, 3, 6, 12)  # longer than the last is a story
_LONGEST = 1_000  # characters: what a message is shows before that


def hints(text: str) -> NDArray[np.float32]:
    """Return what is known of a text, each 0 or 1, shape (hints,)."""
    text = text[:_LONGEST]
    lower = text.casefold()
    words = len(plain(text).split())
    dimensies = find_dimensies(text)
    said = short_answers.yes_or_no(text)
    longer_than = [words > most for most in _WORDS_UP_TO]
    found = [
        parse_score(text) is not None,
        bool(dimensies),
        len(dimensies) > 1,
        "?" in text,
        bool(phrases.INTERROGATIVE.match(lower)),
        bool(phrases.ADDRESSED.search(lower)),
        bool(phrases.WISH.search(lower)),
        bool(phrases.CLAUSE.match(lower)),
        bool(_OF_ONESELF.search(lower)),
        bool(_TO_THE_OTHER.search(lower)),
        said is True,
        said is False,
        short_answers.only_not_knowing(text),
        short_answers.nothing(text),
        short_answers.maybe(text),
        *(bool(pattern.search(lower)) for pattern in phrases.SAID_WITH.values()),
        *longer_than,
    ]
    return np.array(found, dtype=np.float32)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class DutchHints(DenseFeaturizer, GraphComponent):
    """Add the hints of the whole message as sentence features of shape (1, hints)."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config()}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> DutchHints:
        return cls(execution_context.node_name, config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the hints; messages without text (intents only) are passed over."""
        for message in messages:
            if text := message.get(TEXT):
                found = hints(text)
                tokens = len(message.get(TOKENS_NAMES[TEXT]) or [TEXT])
                sequence = np.zeros((tokens, len(found)), dtype=np.float32)  # Rasa wants both kinds
                self.add_features_to_message(sequence, found[np.newaxis], TEXT, message)
        return messages

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any configuration: there is nothing to set."""
