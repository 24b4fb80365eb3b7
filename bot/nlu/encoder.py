"""The sentence encoder as a Rasa featurizer: one dense vector a message, beside the character n-grams."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.sentences import encode
from bot.nlu.vectors import MessageVectors


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoder(MessageVectors):
    """Add the meaning of the whole message as sentence features of shape (1, 512)."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return encode(texts)
