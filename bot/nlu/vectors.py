"""One vector a message: what every dense featurizer here has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import TOKENS_NAMES
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

Self = TypeVar("Self", bound="MessageVectors")


class MessageVectors(DenseFeaturizer, GraphComponent):
    """Add what `vectors` returns as sentence features of shape (1, d)."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one vector a text, shape (len(texts), d)."""
        raise NotImplementedError

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DenseFeaturizer.get_default_config()}

    @classmethod
    def create(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        return cls(execution_context.node_name, config)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors; messages without text (intents only) are passed over."""
        with_text = [message for message in messages if message.get(TEXT)]
        for message, vector in zip(with_text, self.vectors([message.get(TEXT) for message in with_text])):
            tokens = len(message.get(TOKENS_NAMES[TEXT]) or [TEXT])
            sequence = np.zeros((tokens, len(vector)), dtype=np.float32)  # Rasa wants both; only the sentence counts
            self.add_features_to_message(sequence, vector[np.newaxis], TEXT, message)
        return messages

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any configuration: there is nothing to set."""
