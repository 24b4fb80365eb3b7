"""Meaning in context at the steps of the consent: nothing typed there shares by accident, and every way out works."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation import choices, phrases, selection
from bot.conversation.consent_questions import OPTIONS
from bot.conversation.dimensions import NAMEN, plain
from bot.conversation.knowledge import Option
from bot.conversation.questions import (
    AKKOORD,
    ANDEREN,
    COACH,
    DELEN,
    NAAM,
    ONDERDELEN,
    TERMIJN,
    TERUGSCHRIJVEN,
    VERSTUREN,
    Question,
)
from bot.conversation.short_answers import maybe, only_agrees, only_no, only_not_knowing, yes_or_no
from bot.conversation.sureness import CONTENT, MEDIUM, ORDERS, PLEASANTRIES, SHORT, Guess, is_clearly

# Said of sharing at a step of the consent, that is about this consent.
_ABOUT_THIS = frozenset({"delen_met_coach", "bevestigen", "ontkennen", "weet_niet", "vraag_aanbod"})
_PARTS = frozenset(word for name in NAMEN.values() for word in plain(name).split()) | {
    "plan", "tekening", "spinnenweb", "cijfers", "cijfer", "woorden", "scores", "score",
}  # fmt: skip


def at_sharing(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    """Return the intent that `text` has at a step of the consent."""
    if q.key in (ONDERDELEN, ANDEREN) and selection.mentions(text, _PARTS if q.key == ONDERDELEN else ()):
        return "antwoord"
    if command := choices.exactly(text, options["opdrachten"]):
        return command.id
    if q.key in (DELEN, AKKOORD, VERSTUREN):
        return _at_yes_or_no(q, text, guess, options)
    if q.key in (TERMIJN, NAAM) and choices.exactly(text, options[q.key]):
        return "antwoord"
    if _refuses(text) or (_taken_for_no(guess) and q.key not in (NAAM, TERUGSCHRIJVEN)):
        return "ontkennen"
    if only_agrees(text) and q.key != NAAM:
        return "bevestigen"
    if only_not_knowing(text):
        return "weet_niet"
    return _elsewhere(q, text, guess) or "antwoord"


def _at_yes_or_no(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    if titled := choices.exactly(text, options[OPTIONS[q.key]]):
        return "bevestigen" if titled.id == "ja" else "ontkennen"
    if _refuses(text) or _taken_for_no(guess):
        return "ontkennen"
    if elsewhere := _elsewhere(q, text, guess):
        return elsewhere
    said = yes_or_no(text)
    if q.key == DELEN:  # nothing is shared by a yes to the offer
        if guess.intent == "delen_met_coach":
            return "delen_met_coach"
        agreed = said or (len(plain(text).split()) <= SHORT and only_agrees(text))
        return "bevestigen" if agreed else "weet_niet" if only_not_knowing(text) or maybe(text) else "antwoord"
    return "bevestigen" if said else "antwoord"  # whether that yes is clear enough, the consent looks at itself


def _refuses(text: str) -> bool:
    """Tell whether words say no, or that it is better not shared after all."""
    words = plain(text)
    if len(words.split()) <= MEDIUM and phrases.NOT_SHARING.search(words):
        return True
    return only_no(text) or (yes_or_no(text) is False and len(words.split()) <= MEDIUM)


def _taken_for_no(guess: Guess) -> bool:
    """Tell whether the classifier takes it for a no: of no by mistake nothing worse comes than asking again."""
    return guess.intent == "ontkennen" and guess.confidence >= 0.4


def _elsewhere(q: Question, text: str, guess: Guess) -> str | None:
    """Return what somebody wants instead of answering: an explanation, a way out, something changed; or None."""
    intent, words = guess.intent, len(plain(text).split())
    if intent in CONTENT | _ABOUT_THIS or (q.key == TERUGSCHRIJVEN and words > MEDIUM):
        return None
    if intent in PLEASANTRIES and q.key in (NAAM, TERUGSCHRIJVEN):
        return None
    if (
        intent in ("vraag_coach", "vraag_privacy")
        and guess.confidence >= 0.5
        and phrases.ASKING.search(text.casefold())
    ):
        return intent
    question = phrases.INTERROGATIVE.match(text.casefold())
    if q.key in (COACH, ONDERDELEN, ANDEREN, NAAM, TERMIJN) and question and question["word"] and words > 1:
        return "vraag_uitleg"  # "wie zijn dat", "wat is afdekken"; no name begins so
    if q.key in (COACH, NAAM) and words <= SHORT and intent not in ORDERS:
        return None  # a name
    if is_clearly(guess, text):
        return intent
    return "vraag_uitleg" if question and "?" in text else None
