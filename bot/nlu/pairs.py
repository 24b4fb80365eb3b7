"""Which sides of a meaning come together: products of the main directions of sentence vectors.

A linear classifier weighs each side of a meaning by itself. "About the bot" and "unpleasant" together are something
else than each alone; with their product it can tell. The directions are principal components of the utterances it
learns from.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.preprocessing import normalize


class Pairs(NamedTuple):
    """The middle of the sentence vectors, shape (d,), and the directions scaled to unit spread, shape (d, n)."""

    middle: NDArray[np.float32]
    directions: NDArray[np.float32]

    @classmethod
    def learn(cls, vectors: NDArray[np.float32], count: int) -> Pairs:
        """Find the directions in which the vectors, shape (examples, d), spread most; at most `count` of them."""
        middle = vectors.mean(axis=0)
        spread = np.cov(vectors - middle, rowvar=False)
        variances, directions = np.linalg.eigh(np.atleast_2d(spread))  # smallest first
        kept = np.flatnonzero(variances > variances[-1] * 1e-6)[-count:]
        return cls(middle, (directions[:, kept] / np.sqrt(variances[kept])).astype(np.float32))

    def of(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return every product of two directions, squares too, shape (texts, n (n + 1) / 2), each row of length one."""
        sides = (vectors - self.middle) @ self.directions
        one, other = np.triu_indices(sides.shape[1])
        products: NDArray[np.float32] = normalize(sides[:, one] * sides[:, other])
        return products
