"""What the Dutch of a message gives away about its intent, as features beside n-grams and the sentence vector.

A classifier sees "zes en een half" and "kwart voor vijf" as words like any other; that the first is a score, that a
message asks, or speaks to the bot, is already known in `bot.conversation` and need not be learnt from examples.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rasa.engine.recipes.default_recipe import DefaultV1Recipe

from bot.conversation import phrases, short_answers
from bot.conversation.dimensions import find_dimensies, plain
from bot.conversation.numbers import parse_score
from bot.nlu.vectors import MessageVectors

_OF_ONESELF = re.compile(r"\b(?:ik|mij|me|mijn|m'n|mn|ikzelf|wij|we|ons|onze)\b|\b'k\b")
_TO_THE_OTHER = re.compile(r"\b(?:je|jij|jou|jouw|u|uw|ge|gij|uwe)\b")
_WORDS_UP_TO = (1, 2, 3, 6, 12)  # longer than the last is a story
_LONGEST = 1_000  # characters: what a message is shows before that


def hints(text: str) -> NDArray[np.float32]:
    """Return what is known of a text, each 0 or 1, shape (hints,)."""
    text = text[:_LONGEST]
    lower = text.casefold()
    words = len(plain(text).split())
    dimensies = find_dimensies(text)
    said = short_answers.yes_or_no(text)
    longer_than = [words > most for most in _WORDS_UP_TO]
    found = [
        parse_score(text) is not None,
        bool(dimensies),
        len(dimensies) > 1,
        "?" in text,
        bool(phrases.INTERROGATIVE.match(lower)),
        bool(phrases.ADDRESSED.search(lower)),
        bool(phrases.WISH.search(lower)),
        bool(phrases.CLAUSE.match(lower)),
        bool(_OF_ONESELF.search(lower)),
        bool(_TO_THE_OTHER.search(lower)),
        said is True,
        said is False,
        short_answers.only_not_knowing(text),
        short_answers.nothing(text),
        short_answers.maybe(text),
        *(bool(pattern.search(lower)) for pattern in phrases.SAID_WITH.values()),
        *longer_than,
    ]
    return np.array(found, dtype=np.float32)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class DutchHints(MessageVectors):
    """Add the hints of the whole message as sentence features of shape (1, hints)."""

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([hints(text) for text in texts], dtype=np.float32)
