"""How sure the classifier has to be before words are taken for anything but an answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.conversation import phrases
from bot.conversation.dimensions import plain

# Content of a conversation rather than an order to the bot: at a question that expects words these are an answer.
CONTENT = frozenset({"antwoord", "geef_score", "nlu_fallback", "kies_dimensie", "start_gesprek", "start_actiewiel"})
# Said in passing; longer than a few words it is a story, and so an answer.
PLEASANTRIES = frozenset({"begroeten", "afscheid", "bedanken", "compliment", "ontkennen", "weet_niet"})
SOCIAL = CONTENT | PLEASANTRIES | {"frustratie"}
# Asked of the bot: that reads as a question.
QUESTIONS = frozenset(
    {
        "vraag_uitleg", "vraag_bot", "vraag_privacy", "vraag_positieve_gezondheid", "vraag_coach", "vraag_aanbod",
        "vraag_medisch", "hulp", "herhalen", "buiten_bereik",
    }
)  # fmt: skip
SUBJECTS = frozenset({"vraag_medisch", "vraag_coach", "vraag_aanbod"})  # where nothing is asked, they are told about
ORDERS = frozenset({"stoppen", "opnieuw", "verwijder_gegevens", "pauzeren", "terug", "overslaan", "hervatten"})
SHORT, MEDIUM = 3, 9  # words
_NEVER = 2.0  # a confidence nobody reaches
# From here the classifier is believed whatever the words: of a thousand answers it takes hardly one for such an order.
SURE = 0.93


# Told of one's own life in the words of an order: "ik wil haar terug", "ik stuur een appje naar Jan".
_TOLD = {
    "terug": re.compile(
        r"\b(?:haar|hem|hen|ze|mijn|m'n|mn|ons|onze|dat gevoel|die tijd)\b"
        r"(?!.*\b(?:vra\w+|antwoord\w*|stap|cijfer)\b).*\bterug\b"
    ),
    "delen_met_coach": re.compile(
        r"^(?!.*\b(?:coach\w*|dit|deze|delen|deel|samenvatting|spinnenweb|gesprek|antwoorden)\b)"
        r".*\b(?:ik (?:\w+ )?stuur|sturen|appje|mailtje|berichtje)\b"
    ),
}


@dataclass(frozen=True)
class Guess:
    """What the classifier made of a text: an intent and how sure it is, 0–1."""

    intent: str
    confidence: float


def is_clearly(guess: Guess, text: str) -> bool:
    """Tell whether words that could be an answer are clearly something else.

    The longer a text, and the less it speaks to the bot, the surer the classifier has to be.
    """
    intent, lower = guess.intent, text.casefold()
    if intent == "antwoord" or phrases.WISH.search(lower):
        return False
    if phrases.CLAUSE.match(lower) and intent != "ongewenst_gedrag":
        return False
    if intent in _TOLD and _TOLD[intent].search(lower):
        return False
    in_so_many_words = intent not in phrases.SAID_WITH or bool(phrases.SAID_WITH[intent].search(lower))
    if intent in SOCIAL:
        return in_so_many_words and guess.confidence >= _needed_in_passing(intent, lower)
    needed = _needed(intent, lower) if in_so_many_words else SURE
    return guess.confidence >= needed


def _needed_in_passing(intent: str, lower: str) -> float:
    """Return how sure the classifier has to be of what is said in passing, or is said of oneself as well."""
    addressed, words = bool(phrases.ADDRESSED.search(lower)), len(plain(lower).split())
    if intent in CONTENT:
        return 0.75 if addressed and words <= MEDIUM and intent != "geef_score" else _NEVER
    if intent == "compliment":
        return 0.4 if addressed and words <= MEDIUM else _NEVER
    return 0.5 if words <= SHORT else 0.7 if words <= MEDIUM else SURE if intent == "frustratie" else _NEVER


def _needed(intent: str, lower: str) -> float:
    """Return how sure the classifier has to be of an order or a question."""
    addressed, words = bool(phrases.ADDRESSED.search(lower)), len(plain(lower).split())
    if intent in ORDERS:
        return 0.5 if words <= SHORT else 0.65 if words <= MEDIUM else SURE
    if intent == "wijzig_antwoord" and phrases.INTERROGATIVE.match(lower):
        return 0.65  # "kan ik het onderwerp nog veranderen"
    if intent not in QUESTIONS:
        return 0.5 if addressed else 0.85
    if phrases.ASKING.search(lower):
        return 0.4 if addressed else 0.6
    return _NEVER if intent in SUBJECTS else 0.85 if words <= SHORT else SURE
