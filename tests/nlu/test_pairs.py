"""Pairs of directions: what no line through the sides themselves can part, a line through their products can."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from sklearn.svm import LinearSVC

from bot.nlu.pairs import Pairs

Vectors = NDArray[np.float32]


@pytest.fixture
def vectors() -> Vectors:
    """Points of a plane within five dimensions, which spread as they please in the first two only."""
    points = np.random.RandomState(1).uniform(-1, 1, (400, 2))
    return (np.hstack([points, np.zeros((400, 3))]) + 0.3).astype(np.float32)


def test_two_that_belong_together_only_by_their_product_are_told_apart(vectors: Vectors) -> None:
    together = (vectors[:, 0] > 0.3) == (vectors[:, 1] > 0.3)
    alone = LinearSVC(random_state=1, dual=False).fit(vectors, together).score(vectors, together)
    products = Pairs.learn(vectors, 2).of(vectors)
    paired = LinearSVC(random_state=1, dual=False).fit(products, together).score(products, together)
    assert alone < 0.7
    assert paired > 0.95


def test_there_are_as_many_as_directions_allow_each_row_of_length_one(vectors: Vectors) -> None:
    products = Pairs.learn(vectors, 2).of(vectors[:7])
    assert products.shape == (7, 3)
    assert products.dtype == np.float32
    assert np.linalg.norm(products, axis=1) == pytest.approx(np.ones(7), abs=1e-5)


def test_directions_in_which_nothing_differs_are_left_out(vectors: Vectors) -> None:
    assert Pairs.learn(vectors, 5).directions.shape == (5, 2)
