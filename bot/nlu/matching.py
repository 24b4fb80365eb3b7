"""Deepening questions and offers by meaning: what was said against the examples that belong to each.

Each sentence of what was said gets a score for every theme, and one for "nothing" (geen_thema.txt), learnt from
the examples (`bot.nlu.subjects`). How clearly a theme comes forward is its score less that of "nothing" and less a part
of that of the runner-up; the clearest theme comes up if it is clear enough. Offers are scored alike, without "nothing"
and without a runner-up, as several may fit. `python -m bench.themas` shows what every threshold gives and costs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.conversation.knowledge import Offer, Theme
from bot.nlu.subjects import Subjects, learnt

THEME_THRESHOLD = 0.22  # below it none comes up: no question is better than a strange one
OFFER_THRESHOLD = 0.25
OFFER_SPREAD = 0.3  # what scores that much less than the best offer is left out
MOST_OFFERS = 3
_RUNNER_UP = 0.5  # part of the second best score that counts against the best
_FEWEST_WORDS = 2
_MOST_SENTENCES = 8
_FITS_NOTHING = Path(__file__).with_name("geen_thema.txt")
_NOTHING = ""  # stands among the themes for what no question fits
_SENTENCE = re.compile(r"[.!?;\n]+")


class Matcher:
    """Finds the theme, or the offers, nearest in meaning to what somebody said."""

    def __init__(self, themes: Mapping[str, Theme], offers: Mapping[str, Offer], folder: Path | None = None) -> None:
        """Take the content; what is learnt of it is kept in `folder`, where there is one."""
        self._themes = themes
        self._offers = offers
        self._folder = folder

    @cached_property
    def _theme_subjects(self) -> Subjects:
        sentences = [(theme.id, example) for theme in self._themes.values() for example in theme.examples]
        words = [(theme.id, word) for theme in self._themes.values() for word in theme.words]
        nothing = [(_NOTHING, example) for example in fits_nothing()]
        return learnt("themes", [*nothing, *sentences], words, self._folder)

    @cached_property
    def _offer_subjects(self) -> Subjects:
        told = [(offer.id, text) for offer in self._offers.values() for text in (offer.title, *offer.examples)]
        return learnt("offers", told, (), self._folder)

    def theme_for(self, text: str, dimensie: str | None) -> Theme | None:
        """Return the theme that fits `text` best among those that may come up here; None when none does."""
        for id, clearness in self.themes_by_clearness(text):
            if clearness < THEME_THRESHOLD:
                return None
            theme = self._themes[id]
            if not theme.dimensies or dimensie is None or dimensie in theme.dimensies:
                return theme
        return None

    def themes_by_clearness(self, text: str) -> list[tuple[str, float]]:
        """Return every theme with how clearly `text` is about it, clearest first; one word gives none."""
        if not self._themes or len(text.split()) < _FEWEST_WORDS:
            return []
        scores = self._theme_subjects.scores(_sentences(text))
        is_theme = self._theme_subjects.names != _NOTHING
        nothing = scores[:, ~is_theme].max(axis=1, keepdims=True)
        clearness = _ahead(scores[:, is_theme]) - np.maximum(nothing, 0)
        return _ranked(self._theme_subjects.names[is_theme], clearness)

    def offers_for(self, text: str, dimensies: Sequence[str]) -> list[Offer]:
        """Return at most three offers that fit `text`, best first; of these dimensions only, where any are named."""
        near = [(self._offers[id], score) for id, score in self.offers_by_score(text)]
        fitting = [(o, score) for o, score in near if not dimensies or set(o.dimensies) & set(dimensies)]
        needed = max(OFFER_THRESHOLD, fitting[0][1] - OFFER_SPREAD) if fitting else OFFER_THRESHOLD
        return [offer for offer, score in fitting if score >= needed][:MOST_OFFERS]

    def offers_by_score(self, text: str) -> list[tuple[str, float]]:
        """Return every offer with its score, best first; none where nothing is said."""
        if not self._offers or not text.strip():
            return []
        return _ranked(self._offer_subjects.names, self._offer_subjects.scores(_sentences(text)))


def fits_nothing(path: Path = _FITS_NOTHING) -> list[str]:
    """Return what people answer that no deepening question fits."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.split(text) if part.strip()][:_MOST_SENTENCES] or [text]


def _ahead(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Take from each score a part of the best one among the others."""
    if scores.shape[1] < 2:
        return scores
    second, first = np.sort(scores, axis=1)[:, -2:, np.newaxis].transpose(1, 0, 2)
    return scores - np.float32(_RUNNER_UP) * np.where(scores == first, second, first)


def _ranked(names: NDArray[np.str_], scores: NDArray[np.float32]) -> list[tuple[str, float]]:
    """Return each name with its best score over the sentences, best first."""
    best = scores.max(axis=0)
    return [(str(names[at]), float(best[at])) for at in np.argsort(-best)]
