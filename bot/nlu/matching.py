"""Deepening questions and offers by meaning: what was said against the examples that belong to each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.conversation.knowledge import Offer, Theme
from bot.nlu.sentences import encode

THEME_THRESHOLD = 0.65  # cosine; below it nothing fits, and then no question is better than a strange one
OFFER_THRESHOLD = 0.57
OFFER_SPREAD = 0.15  # cosine; what fits that much less than the best one is left out
MOST_OFFERS = 3
_FEWEST_WORDS = 2
_SENTENCE = re.compile(r"[.!?;\n]+")


class Matcher:
    """Finds the theme, or the offers, nearest in meaning to what somebody said."""

    def __init__(self, themes: Mapping[str, Theme], offers: Mapping[str, Offer]) -> None:
        self._themes = themes
        self._offers = offers

    @cached_property
    def _theme_examples(self) -> tuple[list[str], NDArray[np.float32]]:
        return _examples({id: theme.examples for id, theme in self._themes.items()})

    @cached_property
    def _offer_examples(self) -> tuple[list[str], NDArray[np.float32]]:
        return _examples({id: (offer.title, *offer.examples) for id, offer in self._offers.items()})

    def theme_for(self, text: str, dimensie: str | None) -> Theme | None:
        """Return the theme that fits `text` best among those that may come up here; None when none does."""
        if len(text.split()) < _FEWEST_WORDS:
            return None
        ids, vectors = self._theme_examples
        for id, nearness in _nearest(text, ids, vectors):
            theme = self._themes[id]
            if nearness < THEME_THRESHOLD:
                return None
            if not theme.dimensies or dimensie is None or dimensie in theme.dimensies:
                return theme
        return None

    def offers_for(self, text: str, dimensies: Sequence[str]) -> list[Offer]:
        """Return at most three offers that fit `text`, best first; of these dimensions only, where any are named."""
        if not text.strip():
            return []
        ids, vectors = self._offer_examples
        near = [(self._offers[id], nearness) for id, nearness in _nearest(text, ids, vectors)]
        fitting = [(o, nearness) for o, nearness in near if not dimensies or set(o.dimensies) & set(dimensies)]
        needed = max(OFFER_THRESHOLD, fitting[0][1] - OFFER_SPREAD) if fitting else OFFER_THRESHOLD
        return [offer for offer, nearness in fitting if nearness >= needed][:MOST_OFFERS]


def _examples(by_id: Mapping[str, Sequence[str]]) -> tuple[list[str], NDArray[np.float32]]:
    pairs = [(id, example) for id, examples in by_id.items() for example in examples]
    return [id for id, _ in pairs], encode([example for _, example in pairs])


def _nearest(text: str, ids: Sequence[str], vectors: NDArray[np.float32]) -> list[tuple[str, float]]:
    """Return each id once with its nearness (cosine) to any sentence of `text`, nearest first."""
    if not ids:
        return []
    sentences = [part for part in _SENTENCE.split(text) if part.strip()][:8] or [text]
    nearness = (encode(sentences) @ vectors.T).max(axis=0)
    best: dict[str, float] = {}
    for at in np.argsort(-nearness):
        best.setdefault(ids[at], float(nearness[at]))
    return list(best.items())
