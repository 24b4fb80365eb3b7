"""What a cry for help sounds like when no pattern knows its words: a linear classifier over n-grams and meaning.

It learns from data/crisis and is kept beside this file, so that it is there whenever the gate is: without Rasa, without
a database, from the first start. `python -m bot.nlu.crisis.training` makes it anew.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import normalize

from bot.nlu.sentences import encode

FILE = Path(__file__).with_name("classifier.npz")
WIDTH = 2**18  # places for n-grams of each kind: so many that few share one
_WORDS = r"\w+|[?!]"
_KINDS = (
    HashingVectorizer(analyzer="word", ngram_range=(1, 3), token_pattern=_WORDS, n_features=WIDTH, norm=None,
                      alternate_sign=False),
    HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), n_features=WIDTH, norm=None, alternate_sign=False),
)  # fmt: skip
WEIGHTS = (0.7, 1.0, 1.0)  # of words, letters and meaning
_MOST_WINDOWS = 6  # of a long text that are read for their meaning: each costs a millisecond
_WINDOW = 24  # words
_SENTENCE = re.compile(r"(?<=[.!?\n])\s+")


class Learnt(NamedTuple):
    """What the classifier knows: of words and of letters, how rare each n-gram is and what it says; and of meaning."""

    idf: NDArray[np.float32]  # (2, 2**18)
    weights: NDArray[np.float32]  # (2, 2**18)
    meaning: NDArray[np.float32]  # (512,)
    bias: float
    learnt_from: str  # digest of the corpora


def counts(texts: Sequence[str]) -> list[csr_matrix]:
    """Return n-gram counts, dampened (1 + log): of words and of letters, each of shape (len(texts), 2**18)."""
    found = [kind.transform(texts).astype(np.float32) for kind in _KINDS]
    for rows in found:
        rows.data = 1 + np.log(rows.data)
    return found


def features(found: list[csr_matrix], idf: NDArray[np.float32]) -> list[csr_matrix]:
    """Weigh counts by how rare each n-gram is, and bring words and letters to their own length; `found` is spent."""
    for rows, rarity, weight in zip(found, idf, WEIGHTS):
        rows.data *= rarity[rows.indices]
        normalize(rows, copy=False)
        rows.data *= weight
    return found


def score(text: str) -> float:
    """Return how much a text sounds like a cry for help: the most that any stretch of it does.

    Zero is where the classifier itself would draw the line; where the gate draws it stands in `bot.nlu.crisis`.
    """
    learnt = load()
    parts = windows(text)
    if not parts:
        return -np.inf
    by_words = sum(rows @ weights for rows, weights in zip(features(counts(parts), learnt.idf), learnt.weights))
    likeliest = np.argsort(-by_words)[:_MOST_WINDOWS]
    meaning = encode([parts[i] for i in likeliest]) @ learnt.meaning * WEIGHTS[2]
    return float((by_words[likeliest] + meaning).max() + learnt.bias)


def windows(text: str) -> list[str]:
    """Return a text whole, and where it is long, its sentences too, each cut into stretches of at most 24 words.

    One clause tells it in a story of sixty words, and would drown in it.
    """
    whole = " ".join(text.split())
    if not whole:
        return []
    words = whole.split(" ")
    if len(words) <= _WINDOW:
        return [whole]
    sentences = [sentence.split() for sentence in _SENTENCE.split(text)]
    parts = [
        " ".join(words[at : at + _WINDOW])
        for words in sentences
        for at in range(0, max(len(words) - _WINDOW // 2, 1), _WINDOW // 2)
    ]
    return [whole, *dict.fromkeys(part for part in parts if part)]


@lru_cache(maxsize=1)
def load(path: Path = FILE) -> Learnt:
    """Read what was learnt; plain arrays, no code is run."""
    with np.load(path, allow_pickle=False) as kept:
        idf = kept["idf"].astype(np.float32)
        weights = np.zeros(idf.size, dtype=np.float32)
        weights[kept["at"]] = kept["weights"]
        meaning = kept["meaning"].astype(np.float32)
        return Learnt(idf, weights.reshape(idf.shape), meaning, float(kept["bias"]), str(kept["learnt_from"]))
