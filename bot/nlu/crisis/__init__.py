"""The crisis gate: cries for help, looked for in every text before anything else.

Patterns know what people say in so many words, and which kind of help that asks for; a classifier knows what it sounds
like in words nobody foresaw. What both hear is certain, what only the classifier hears is a suspicion, and what only a
pattern hears while it sounds like nothing of the kind ("lol ik sterf") is none. docs/crisis.md shows what this gives
and costs. The gate needs no Rasa, no database and no clock, keeps nothing beyond the turn, and falls back on the
patterns alone.
"""

from __future__ import annotations

from bot.nlu.crisis import patterns
from bot.nlu.crisis.content import LAST_RESORT, CrisisContent, load_content
from bot.nlu.crisis.woorden import Soort
from bot.nlu.remembering import remembered

__all__ = ["LAST_RESORT", "CrisisContent", "Soort", "detect", "load_content", "sounds_like"]

SUSPECTED = -0.25  # of the classifier: from here it is a suspicion
MANNER_OF_SPEAKING = 0.35  # and from here where a manner of speaking, grief or a denial is recognised
UNLIKELY = -0.3  # below this a pattern alone is not believed


def detect(text: str) -> Soort | None:
    """Say which kind of crisis a text tells of, if any. Never raises, and listens once a turn.

    Args:
        text: one utterance, as the person wrote it.
    """
    heard = remembered("crisis")
    if text not in heard:
        heard[text] = _listen(text)
    kind: Soort | None = heard[text]
    return kind


def _listen(text: str) -> Soort | None:
    reading = patterns.Reading(text)
    score = sounds_like(text)
    if score is None or (reading.kind is not None and score >= UNLIKELY):
        return reading.kind
    if score < SUSPECTED or (score < MANNER_OF_SPEAKING and reading.harmless):
        return None
    return Soort.vermoeden


def sounds_like(text: str) -> float | None:
    """Return how much a text sounds like a cry for help, around 0, or None where the classifier can't tell."""
    try:
        from bot.nlu.crisis import classifier  # heavier than the patterns, which must work without it

        return classifier.score(text)
    except Exception:  # whatever is wrong with it, the patterns remain
        return None
