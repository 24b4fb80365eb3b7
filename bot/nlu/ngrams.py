"""N-grams that know where a message begins and ends."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.shared.nlu.constants import TEXT
from scipy.sparse import coo_matrix

_EDGE = "_"  # a letter and a word of its own to scikit-learn


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class MessageNgrams(CountVectorsFeaturizer):
    """Count the n-grams of the text, with its two edges: shape (1, n-grams), of the whole message only.

    What comes first and last says much in short Dutch. Rasa's own featurizer also counts every word by itself, which
    only a sequence model reads.
    """

    @staticmethod
    def _attributes_for(analyzer: str) -> list[str]:
        return [TEXT]

    def _process_tokens(self, tokens: list[str], attribute: str = TEXT) -> list[str]:
        return [_EDGE, *super()._process_tokens(tokens, attribute), _EDGE] if tokens else []

    def _create_features(
        self, attribute: str, all_tokens: list[list[str]]
    ) -> tuple[list[None], list[coo_matrix | None]]:
        counts: Any = self.vectorizers.get(attribute)
        rows = [counts.transform([" ".join(tokens)]).tocoo() if counts and tokens else None for tokens in all_tokens]
        return [None] * len(rows), rows
