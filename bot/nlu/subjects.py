"""Which subject a sentence is about, learnt from the examples that belong to each subject.

An example counts by its meaning (the sentence vector) and by its letters (runs of two to five of them, the rarer the
heavier); a lone word or a few words of a list count by their letters only. From these a ridge regression learns how
much each feature speaks for each subject, so that an example of a subject scores about 1 for it and about 0 for every
other. A new sentence scores for a subject what its features weigh together: around 0 says that nothing points there.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.preprocessing import normalize

from bot.nlu.sentences import DIMENSIONS, encode

Examples = Sequence[tuple[str, str]]  # (subject, what people say)

_LETTERS = HashingVectorizer(analyzer="char_wb", ngram_range=(2, 5), n_features=2**15, alternate_sign=False, norm=None)
_LETTERS_WEIGHT = 2.0  # against 1 for the sentence vector
_RIDGE = 0.6  # how much a feature must earn its weight: less learns the examples by heart
_VERSION = "1"  # of what is learnt: raise it with any change here that learns something else


class Subjects:
    """The subjects, with what each feature weighs for them."""

    def __init__(
        self,
        names: NDArray[np.str_],
        rarity: NDArray[np.float32],
        by_letters: NDArray[np.float32],
        by_meaning: NDArray[np.float32],
    ) -> None:
        """Take names (n), and the weights: rarity (letters), by_letters (letters × n), by_meaning (512 × n)."""
        self.names = names
        self._rarity = rarity
        self._by_letters = by_letters
        self._by_meaning = by_meaning

    @classmethod
    def learn(cls, sentences: Examples, words: Examples = ()) -> Subjects:
        """Learn from whole sentences, and from words that say what it is about without being a sentence."""
        subjects = np.array([subject for subject, _ in (*sentences, *words)], dtype=np.str_)
        names = np.unique(subjects)
        counts = _counts([text for _, text in (*sentences, *words)])
        appears_in = np.asarray((counts > 0).sum(axis=0)).ravel()
        rarity = np.log((1 + len(subjects)) / (1 + appears_in)).astype(np.float32) + np.float32(1)
        letters = _weighed(counts, rarity)
        meaning = np.zeros((len(subjects), DIMENSIONS), dtype=np.float32)
        meaning[: len(sentences)] = encode([text for _, text in sentences])
        alike = meaning @ meaning.T + _LETTERS_WEIGHT * (letters @ letters.T).toarray()
        alike[np.diag_indices_from(alike)] += _RIDGE
        wanted = (subjects[:, np.newaxis] == names).astype(np.float32)
        shares = solve(alike, wanted, assume_a="pos", overwrite_a=True).astype(np.float32)
        return cls(names, rarity, np.float32(_LETTERS_WEIGHT) * (letters.T @ shares), meaning.T @ shares)

    def scores(self, sentences: Sequence[str]) -> NDArray[np.float32]:
        """Return how much each sentence is about each subject, shape (sentences, subjects), in the order of `names`."""
        letters = _weighed(_counts(sentences), self._rarity)
        return np.asarray(letters @ self._by_letters + encode(sentences) @ self._by_meaning, dtype=np.float32)

    def save(self, path: Path) -> None:
        """Keep what was learnt, in one move, so that nobody reads half a file."""
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".npz")
        try:
            with os.fdopen(handle, "wb") as file:
                np.savez(
                    file,
                    names=self.names,
                    rarity=self._rarity,
                    by_letters=self._by_letters,
                    by_meaning=self._by_meaning,
                )
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)

    @classmethod
    def load(cls, path: Path) -> Subjects:
        """Read what was learnt.

        Raises:
            OSError, ValueError, KeyError, EOFError, BadZipFile: there is no such file, or it holds something else.
        """
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return cls(kept["names"], kept["rarity"], kept["by_letters"], kept["by_meaning"])


def learnt(name: str, sentences: Examples, words: Examples, folder: Path | None) -> Subjects:
    """Learn, or take what `folder` holds of the very same examples: learning takes seconds, reading milliseconds.

    Only content is kept there, never what a person said, and under each name only what was learnt last. A folder that
    can't be used just means learning again.
    """
    if folder is None:
        return Subjects.learn(sentences, words)
    digest = hashlib.sha256(repr((_VERSION, list(sentences), list(words))).encode()).hexdigest()
    path = folder / f"{name}-{digest[:32]}.npz"
    with suppress(OSError, ValueError, KeyError, EOFError, BadZipFile):
        return Subjects.load(path)
    subjects = Subjects.learn(sentences, words)
    with suppress(OSError):
        subjects.save(path)
        for former in set(folder.glob(f"{name}-*.npz")) - {path}:
            former.unlink(missing_ok=True)
    return subjects


def _counts(texts: Sequence[str]) -> csr_matrix:
    return csr_matrix(_LETTERS.transform(texts), dtype=np.float32)


def _weighed(counts: csr_matrix, rarity: NDArray[np.float32]) -> csr_matrix:
    weighed = counts.copy()
    weighed.data = (1 + np.log(weighed.data)) * rarity[weighed.indices]
    return normalize(weighed, copy=False)
