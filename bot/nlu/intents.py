"""Which intent a message has: a linear support vector machine over n-grams and the sentence vector.

Rasa's own logistic regression trains minutes on ten thousand utterances where this takes seconds, and it is no worse.
What is learnt is stored as plain arrays, so loading a model never runs code from it.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, diags, hstack, vstack
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

_FILE = "intents.npz"
_RANKING_LENGTH = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(IntentClassifier, GraphComponent):
    """Classify by the features in front of it; confidences are a softmax over the margins."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return `C` of the SVM, `dense_weight` of the sentence vector and `sharpness` of the confidences."""
        return {"C": 1.0, "dense_weight": 1.0, "sharpness": 4.0, "random_state": 1}

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._config = {**self.get_default_config(), **config}
        self._model_storage = model_storage
        self._resource = resource
        self._labels: NDArray[np.str_] = np.array([], dtype=np.str_)
        self._idf: NDArray[np.float32] = np.array([], dtype=np.float32)
        self._weights: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)  # features × intents
        self._bias: NDArray[np.float32] = np.zeros(0, dtype=np.float32)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LinearIntentClassifier:
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the intent examples, and store what was learnt."""
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        counts, vectors = self._features(examples)
        appears_in = np.asarray((counts > 0).sum(axis=0)).ravel()
        self._idf = (np.log((1 + len(examples)) / (1 + appears_in)) + 1).astype(np.float32)
        svm = LinearSVC(C=self._config["C"], random_state=self._config["random_state"])
        svm.fit(self._matrix(counts, vectors), [e.get(INTENT) for e in examples])
        self._labels = np.array(svm.classes_, dtype=np.str_)
        self._weights = np.ascontiguousarray(svm.coef_.T, dtype=np.float32)
        self._bias = svm.intercept_.astype(np.float32)
        self._persist()
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking`."""
        for message in messages:
            if not message.get(TEXT) or not len(self._labels):
                continue
            ranking = self._rank(message)
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:_RANKING_LENGTH], add_to_output=True)
        return messages

    def _rank(self, message: Message) -> list[dict[str, Any]]:
        margins = self._margins(message)
        powers = np.exp((margins - margins.max()) * self._config["sharpness"])
        confidences = powers / powers.sum()
        best_first = np.argsort(-confidences)
        return [{"name": str(self._labels[i]), "confidence": float(confidences[i])} for i in best_first]

    def _margins(self, message: Message) -> NDArray[np.float32]:
        """Return how far a message lies on the side of each intent: what `_matrix @ weights` gives, for one message."""
        counts, vectors = self._features([message])
        weights = np.log1p(counts.data) * self._idf[counts.indices]
        weights /= np.linalg.norm(weights) or 1.0
        sparse = weights @ self._weights[counts.indices]
        dense = vectors[0] * self._config["dense_weight"] @ self._weights[counts.shape[1] :]
        return np.asarray(sparse + dense + self._bias, dtype=np.float32)

    def _features(self, messages: list[Message]) -> tuple[csr_matrix, NDArray[np.float32]]:
        """Return n-gram counts (messages × n-grams) and sentence vectors (messages × 512)."""
        counts = [message.get_sparse_features(TEXT)[1].features for message in messages]
        vectors = [message.get_dense_features(TEXT)[1].features[0] for message in messages]
        return csr_matrix(vstack(counts), dtype=np.float32), np.array(vectors, dtype=np.float32)

    def _matrix(self, counts: csr_matrix, vectors: NDArray[np.float32]) -> csr_matrix:
        weighted = counts.copy()
        weighted.data = np.log1p(weighted.data)
        weighted = normalize(weighted @ diags(self._idf), copy=False)
        return csr_matrix(hstack([weighted, csr_matrix(vectors * self._config["dense_weight"])]), dtype=np.float32)

    def _persist(self) -> None:
        with self._model_storage.write_to(self._resource) as folder:
            np.savez_compressed(
                folder / _FILE, labels=self._labels, idf=self._idf, weights=self._weights, bias=self._bias
            )

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LinearIntentClassifier:
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder, np.load(folder / _FILE, allow_pickle=False) as learnt:
            component._labels, component._idf = learnt["labels"], learnt["idf"]
            component._weights, component._bias = learnt["weights"], learnt["bias"]
        return component

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any configuration: the defaults fill in what is missing."""
