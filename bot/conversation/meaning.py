"""Meaning in context: what somebody means by the same words depends on the question that is open.

Where a question expects words, what people say is their answer unless it is clearly a command: "ik wil stoppen met roken" is
an answer, "ik wil stoppen" is not. A number at a score is a score; "doe maar" at a yes/no is a yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation import choices
from bot.conversation.dimensions import NAMEN, find_dimensies, plain
from bot.conversation.knowledge import Option
from bot.conversation.numbers import parse_score
from bot.conversation.questions import Kind, Question, Stage
from bot.conversation.state import Gesprek

NOT_UNDERSTOOD = "nlu_fallback"

# Content of a conversation rather than an order to the bot: at a question that expects words these are an answer.
_CONTENT = frozenset({"antwoord", "geef_score", "nlu_fallback", "kies_dimensie", "start_gesprek", "start_actiewiel"})
# Said in passing; longer than a few words it is a story, and so an answer.
_PLEASANTRIES = frozenset({"begroeten", "afscheid", "bedanken", "compliment", "ontkennen", "weet_niet", "frustratie"})
# Asked of the bot: that reads as a question.
_QUESTIONS = frozenset(
    {
        "vraag_uitleg", "vraag_bot", "vraag_privacy", "vraag_positieve_gezondheid", "vraag_coach", "vraag_aanbod", "vraag_medisch",
        "hulp", "herhalen", "buiten_bereik",
    }
)  # fmt: skip
_ORDERS = frozenset({"stoppen", "opnieuw", "verwijder_gegevens", "pauzeren", "terug", "overslaan", "hervatten"})
_ASKING = re.compile(
    r"\?|^\W*(?:en |maar |ja |uh |eh |hm+ |zeg |hé |he |wacht )*(?:wat|wie|hoe\w*|waar\w*|welke?|wanneer|kun|kan|mag|mogen|is|ben|bent|"
    r"zijn|heb|hebt|heeft|doe|ga|gaat|wordt?|word|komt|krijgt|ziet|leest|leg|vertel|zeg|geef|laat|herhaal|nog|help|hulp|snap|begrijp|"
    r"ik (?:snap|begrijp|wil weten|vraag|zou willen weten))\b"
)
_ADDRESSED = re.compile(
    r"\b(?:je|jij|jou|u|ge|gij|bot|app|gesprek|vraag|vragen|antwoord|antwoorden|cijfer|samenvatting|spinnenweb|tekening|gegevens|"
    r"chat|coach|privacy|laat|toon|geef|maak|zet|verander|wijzig|wis|verwijder|stuur)\b|\?"
)
# Looks like a command, is a wish: "stoppen met roken", "terug naar mijn oude afdeling", "hulp van mijn leidinggevende".
_WISH = re.compile(
    r"\b(?:stop\w*|ophouden|kappen)\s+(?:\w+\s+){0,2}?met\s+(?!(?:dit|deze|het|de|die|praten|chatten|typen|jou)\b)\w+"
    r"|\b(?:stop\w*)\s+(?:\w+\s+)?(?:op|bij|in|als)\s+(?:mijn|m'n|mn|de|het)\b"
    r"|\bterug\s+(?:naar|in|op|bij|aan|op)\s+(?!(?:de|het)?\s*(?:vorige|vraag|begin|eerste)\b)\w+"
    r"|\b(?:hulp|help|steun)\s+(?:van|bij|met|nodig|vragen|krijgen)\b|\bpauzes?\s+(?:nemen|houden|pakken|buiten|inplannen)\b"
    r"|\b(?:vaker|meer|langer|echte|af en toe|een)\s+(?:\w+\s+)?pauzes?\b|\bopnieuw\s+(?:leren|beginnen\s+(?:met|aan|als|bij|in)|proberen|opbouwen)\b"
    r"|\b(?:delen|praten)\s+(?:\w+\s+){0,4}(?:club|thuis|partner|vrouw|man|vriendin|vriend)\b|\bplan(?:nen)?\s+(?:\w+\s+)?(?:mijn|m'n)\b"
)
_SHORT, _FEW, _MEDIUM = 3, 5, 9  # words
_NEVER = 2.0  # a confidence nobody reaches


@dataclass(frozen=True)
class Guess:
    """What the classifier made of a text: an intent and how sure it is, 0–1."""

    intent: str
    confidence: float


def resolve(g: Gesprek, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    """Return the intent that `text` has at the open question of `g`."""
    words = plain(text)
    command = next(
        (o.id for o in options["opdrachten"] if words and words in [plain(n) for n in (o.title, *o.words)]), None
    )
    if command and not (command == "maatje" and g.open.kind is Kind.TEXT):
        return command
    if g.expects[1] is Kind.NONE:
        return guess.intent if guess.confidence >= 0.3 else NOT_UNDERSTOOD
    settle = {Kind.TEXT: _at_text, Kind.SCORE: _at_score, Kind.CONFIRM: _at_confirm, Kind.CHOICE: _at_choice}
    return settle[g.open.kind](g.open, text, guess, options)


def _at_text(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    if q.stage is Stage.SPINNENWEB and plain(text) in [plain(name) for name in NAMEN.values()]:
        return "kies_dimensie"
    if q.stem == "reflectie" and guess.intent in _PLEASANTRIES:
        return "antwoord"
    return guess.intent if _is_clearly(guess, text) else "antwoord"


def _is_clearly(guess: Guess, text: str) -> bool:
    """Tell whether words that could be an answer are clearly something else.

    The longer a text, and the less it speaks to the bot, the surer the classifier has to be.
    """
    intent, words = guess.intent, len(plain(text).split())
    lower = text.casefold()
    if intent == "antwoord" or _WISH.search(lower):
        return False
    addressed, asking = bool(_ADDRESSED.search(lower)), bool(_ASKING.search(lower))
    if intent in _CONTENT:
        needed = 0.75 if addressed and words <= _MEDIUM and intent != "geef_score" else _NEVER
    elif intent == "bevestigen":
        needed = 0.5 if words <= _SHORT else _NEVER
    elif intent == "compliment":
        needed = 0.4 if addressed and words <= _MEDIUM else _NEVER
    elif intent in _PLEASANTRIES:
        needed = 0.4 if words <= _SHORT else 0.7 if words <= _MEDIUM else _NEVER
    elif intent in _ORDERS:
        needed = 0.5 if words <= _SHORT else 0.7 if words <= _MEDIUM else 0.9
    elif intent in _QUESTIONS:
        needed = 0.4 if asking and addressed else 0.6 if asking else 0.9
    else:
        needed = 0.5 if addressed else 0.85
    return guess.confidence >= needed


def _at_score(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    if parse_score(text) is not None:
        others = [d for d in find_dimensies(text) if d != q.dimensie]
        changing = guess.intent == "wijzig_antwoord" and guess.confidence >= 0.5
        asking = guess.intent in _QUESTIONS and guess.confidence >= 0.7
        return "wijzig_antwoord" if others or changing else guess.intent if asking else "geef_score"
    if guess.intent in {"antwoord", "compliment", "geef_score", "bevestigen", "maatje", "kies_dimensie"}:
        return "weet_niet"
    return guess.intent if guess.confidence >= 0.3 else NOT_UNDERSTOOD


def _at_confirm(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    said = choices.match(text, options["ja_nee"]) if len(plain(text).split()) <= _FEW else None
    plainly = {"bevestigen", "ontkennen", "antwoord", "weet_niet", "bedanken", "compliment"}
    if said and (guess.intent in plainly or not _is_clearly(guess, text)):
        return "bevestigen" if said.id == "ja" else "ontkennen"
    if guess.intent in ("bevestigen", "ontkennen", "weet_niet"):
        return guess.intent if guess.confidence >= 0.4 else NOT_UNDERSTOOD
    return guess.intent if _is_clearly(guess, text) else NOT_UNDERSTOOD


def _at_choice(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    chosen = choices.match(text, options.get(q.stem, ()))
    if chosen and plain(text) in [plain(name) for name in (chosen.title, chosen.id, *chosen.words)]:
        return "antwoord"
    clearly = (
        guess.intent not in _CONTENT and guess.confidence >= (0.85 if chosen else 0.5) and _is_clearly(guess, text)
    )
    if guess.intent in ("weet_niet", "ontkennen") and not chosen and guess.confidence >= 0.4:
        return guess.intent
    if clearly and guess.intent not in ("bevestigen", "ontkennen"):
        return guess.intent
    if q.key == "route" and not chosen and guess.intent in ("start_gesprek", "kies_dimensie", "start_actiewiel"):
        return guess.intent
    return "antwoord"
