"""Which intent a message has: a linear support vector machine over blocks of features, each with its own weight.

Rasa's classifiers see all featurizers as one row of numbers, in which forty thousand n-grams drown five hundred numbers
of meaning. Here each featurizer in front, named by its `alias`, is a block with a weight of its own (n-grams brought to
length one first); what `make bench-nlu` found best stands in config.yml.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack, issparse, vstack
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from bot.nlu.learner import Learner
from bot.nlu.pairs import Pairs

_RANKING_LENGTH = 10


class _Block(NamedTuple):
    """What one featurizer says of some messages, a row each."""

    rows: csr_matrix
    counts: bool  # of n-grams; all else is what it is
    weight: float


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(Learner):
    """Classify by the features in front of it; confidences are a softmax over the margins."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the `weights` of featurizers by alias, `C` of the SVM and `sharpness` of the confidences.

        `pairs` adds the pairs of so many `directions` `of` a dense featurizer, as a block with a `weight`; see
        `bot.nlu.pairs`. A sharpness of 4.5 makes a confidence about the share of right answers (see
        docs/understanding.md).
        """
        return {"weights": {}, "pairs": None, "C": 1.0, "sharpness": 4.5, "random_state": 1}

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the intent examples, and store what was learnt."""
        examples = [e for e in training_data.intent_examples if e.get(INTENT) and e.get(TEXT)]
        pairs = self._learn_pairs(examples)
        blocks = self._blocks(examples, pairs)
        idf = np.concatenate([_idf(b.rows) for b in blocks if b.counts] or [np.zeros(0, dtype=np.float32)])
        svm = LinearSVC(C=self._config["C"], tol=1e-2, random_state=self._config["random_state"])
        svm.fit(hstack(list(_weighted(blocks, idf)), format="csr"), [e.get(INTENT) for e in examples])
        return self._keep(
            labels=np.array(svm.classes_, dtype=np.str_),
            idf=idf,  # of all sparse features, one after the other
            weights=np.ascontiguousarray(svm.coef_.T, dtype=np.float32),  # features × intents
            bias=svm.intercept_.astype(np.float32),
            **(pairs._asdict() if pairs else {}),
        )

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking`."""
        for message in messages:
            if not message.get(TEXT) or not self._learnt:
                continue
            ranking = self._rank(message)
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[:_RANKING_LENGTH], add_to_output=True)
        return messages

    def _rank(self, message: Message) -> list[dict[str, Any]]:
        margins = self._margins(message)
        powers = np.exp((margins - margins.max()) * self._config["sharpness"])
        confidences = powers / powers.sum()
        labels, best_first = self._learnt["labels"], np.argsort(-confidences)
        return [{"name": str(labels[i]), "confidence": float(confidences[i])} for i in best_first]

    def _margins(self, message: Message) -> NDArray[np.float32]:
        """Return how far a message lies on the side of each intent."""
        learnt = self._learnt
        margins: NDArray[np.float32] = learnt["bias"].copy()
        pairs = Pairs(learnt["middle"], learnt["directions"]) if self._config["pairs"] else None
        at = 0
        for rows in _weighted(self._blocks([message], pairs), learnt["idf"]):
            weights = learnt["weights"][at : at + rows.shape[1]]
            margins += rows.data @ weights[rows.indices]  # only of features that it has: quicker than a product
            at += rows.shape[1]
        return margins

    def _learn_pairs(self, examples: list[Message]) -> Pairs | None:
        wanted = self._config["pairs"]
        return Pairs.learn(np.concatenate(_rows(examples, wanted["of"])), wanted["directions"]) if wanted else None

    def _blocks(self, messages: list[Message], pairs: Pairs | None) -> list[_Block]:
        """Gather what each featurizer says of the whole messages, in the order of the configured weights, and pairs."""
        blocks = [_block(messages, alias, weight) for alias, weight in self._config["weights"].items()]
        if pairs:
            wanted = self._config["pairs"]
            products = pairs.of(np.concatenate(_rows(messages, wanted["of"])))
            blocks.append(_Block(csr_matrix(products), False, wanted["weight"]))
        return blocks

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Refuse a configuration that names no featurizer.

        Raises:
            InvalidConfigException: `weights` is missing or empty.
        """
        if not config.get("weights"):
            raise InvalidConfigException("LinearIntentClassifier: name the featurizers by alias under `weights`")


def _block(messages: list[Message], alias: str, weight: float) -> _Block:
    found = _rows(messages, alias)
    counts = issparse(found[0])
    rows = vstack(found, format="csr") if counts else csr_matrix(np.concatenate(found))
    return _Block(rows.astype(np.float32), counts, weight)


def _rows(messages: list[Message], alias: str) -> list[Any]:
    """Return the sentence features that the featurizer called `alias` gave of each message, each of shape (1, d).

    Raises:
        InvalidConfigException: no featurizer of that name stands in front of the classifier.
    """
    found = [
        features.features
        for message in messages
        for features in message.features
        if features.origin == alias and features.type == FEATURE_TYPE_SENTENCE
    ]
    if len(found) != len(messages):
        raise InvalidConfigException(f"LinearIntentClassifier: no featurizer with alias {alias!r} in front of it")
    return found


def _weighted(blocks: list[_Block], idf: NDArray[np.float32]) -> Iterator[csr_matrix]:
    """Weigh n-grams by how rare they are, bring each message to length one, and weigh the block."""
    at = 0
    for rows, counts, weight in blocks:
        if counts:
            rows.data = (1 + np.log(rows.data)) * idf[at + rows.indices]
            at += rows.shape[1]
            normalize(rows, copy=False)
        yield rows * weight


def _idf(counts: csr_matrix) -> NDArray[np.float32]:
    """Return how rare each n-gram is: inverse document frequency, smoothed as scikit-learn does."""
    appears_in = np.bincount(counts.indices, minlength=counts.shape[1])
    return np.asarray(np.log((1 + counts.shape[0]) / (1 + appears_in)) + 1, dtype=np.float32)
