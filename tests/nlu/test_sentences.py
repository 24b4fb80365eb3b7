"""Sentence vectors: of one length, in one shape, near where the meaning is near."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu import sentences
from bot.nlu.remembering import remembering
from bot.nlu.sentences import DIMENSIONS, encode


def test_each_text_gets_one_vector_of_length_one() -> None:
    vectors = encode(["ik slaap slecht", "mijn rug doet pijn", "hoi"])
    assert vectors.shape == (3, DIMENSIONS)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-3)


def test_no_texts_give_no_vectors() -> None:
    assert encode([]).shape == (0, DIMENSIONS)


def test_an_empty_text_gives_zeros_between_the_others() -> None:
    vectors = encode(["hoi", "  ", "dag"])
    assert not vectors[1].any()
    assert vectors[[0, 2]].any(axis=1).all()


def test_a_text_has_the_same_vector_alone_and_among_others() -> None:
    together = encode(["ik slaap slecht", "mijn rug doet pijn en ik werk in de bouw"])
    assert np.allclose(together[0], encode(["ik slaap slecht"])[0], atol=1e-4)


def test_what_is_alike_in_meaning_is_near() -> None:
    sleepless, awake, rain = encode(["ik slaap slecht", "ik lig de hele nacht wakker", "morgen gaat het regenen"])
    assert sleepless @ awake > sleepless @ rain + 0.2


def test_a_very_long_text_costs_no_more_than_its_beginning() -> None:
    long = "ik vertel een verhaal over mijn werk. " * 200
    assert np.array_equal(encode([long])[0], encode([long[:1_000]])[0])


def test_within_a_turn_a_text_is_encoded_once_and_forgotten_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, encoded = sentences._encoder(), []

    class Counting:
        def encode(self, texts: list[str]) -> object:
            encoded.extend(texts)
            return encoder.encode(texts)

    monkeypatch.setattr(sentences, "_encoder", Counting)
    with remembering():
        first, again = encode(["ik slaap slecht."])[0], encode(["ik slaap slecht"])[0]
    assert encoded == ["ik slaap slecht"]
    assert np.array_equal(first, again)
    encode(["ik slaap slecht"])
    assert len(encoded) == 2
