"""A k-nearest vote over the meaning of utterances, put behind a classifier: one of the things compared."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.learner import Learner


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class Neighbours(Learner):
    """Mix the confidences of the classifier in front with the vote of the nearest training utterances."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"alias": "meaning", "k": 15, "share": 0.3, "sharpness": 8.0}

    def train(self, training_data: TrainingData) -> Resource:
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        vectors = np.array([self._vector(e) for e in examples])
        return self._keep(vectors=vectors, labels=np.array([e.get(INTENT) for e in examples]))

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if message.get("intent_ranking"):
                self._vote(message)
        return messages

    def _vote(self, message: Message) -> None:
        near = self._learnt["vectors"] @ self._vector(message)
        best = np.argsort(-near)[: self._config["k"]]
        votes = np.exp(self._config["sharpness"] * (near[best] - 1))
        share = self._config["share"]
        mixed = {one["name"]: one["confidence"] * (1 - share) for one in message.get("intent_ranking")}
        for at, vote in zip(best, votes / votes.sum()):
            label = str(self._learnt["labels"][at])
            mixed[label] = mixed.get(label, 0.0) + share * float(vote)
        ranking = [{"name": n, "confidence": c} for n, c in sorted(mixed.items(), key=lambda pair: -pair[1])]
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)

    def _vector(self, message: Message) -> NDArray[np.float32]:
        rows = (f.features for f in message.features if f.origin == self._config["alias"] and f.type == "sentence")
        return np.asarray(next(rows)[0], dtype=np.float32)
