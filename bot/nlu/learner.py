"""A classifier that keeps what it learnt as plain arrays, so that loading a model runs no code."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.training_data.training_data import TrainingData

_FILE = "learnt.npz"
Self = TypeVar("Self", bound="Learner")


class Learner(IntentClassifier, GraphComponent):
    """What there is to a classifier beside learning and judging; `_learnt` holds its arrays by name."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._learnt: dict[str, NDArray[Any]] = {}

    @classmethod
    def create(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Self:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Self],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Self:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / _FILE, allow_pickle=False) as kept:
            component._learnt = dict(kept)
        return component

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def _keep(self, **learnt: NDArray[Any]) -> Resource:
        """Take up what was learnt, and store it with the model."""
        self._learnt = learnt
        with self._model_storage.write_to(self._resource) as folder:
            np.savez_compressed(folder / _FILE, **learnt)
        return self._resource
