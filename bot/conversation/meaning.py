"""Meaning in context: what somebody means by the same words depends on the question that is open.

Where a question expects words, what people say is their answer unless it is clearly a command: "ik wil stoppen met
roken" is an answer, "ik wil stoppen" is not. A number at a score is a score; "doe maar" at a yes/no is a yes.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation import choices, phrases
from bot.conversation.dimensions import NAMEN, find_dimensies, plain
from bot.conversation.knowledge import Option
from bot.conversation.language import in_another_language
from bot.conversation.meaning_sharing import at_sharing
from bot.conversation.numbers import parse_score
from bot.conversation.questions import DELEN, NAAM, TERUGSCHRIJVEN, Kind, Question, Stage
from bot.conversation.short_answers import (
    beside_a_score,
    hesitates,
    maybe,
    nothing,
    only_agrees,
    only_not_knowing,
    only_yes,
    yes_or_no,
)
from bot.conversation.state import Gesprek
from bot.conversation.sureness import (
    CONTENT,
    MEDIUM,
    ORDERS,
    PLEASANTRIES,
    QUESTIONS,
    SHORT,
    SUBJECTS,
    SURE,
    Guess,
    is_clearly,
)

__all__ = ["NOT_UNDERSTOOD", "Guess", "resolve"]

NOT_UNDERSTOOD = "nlu_fallback"

_ASKED_BY = {"opnieuw": "opnieuw", "wissen": "verwijder_gegevens", "maatje": "maatje"}  # "ja, begin maar opnieuw"
_AGREEMENT = frozenset({"bevestigen", "ontkennen", "weet_niet"})
_BESIDE_YES_OR_NO = _AGREEMENT | {"antwoord", "bedanken", "compliment", "geef_score"}
_AT_THE_DOOR = frozenset(
    {"start_gesprek", "kies_dimensie", "start_actiewiel", "begroeten", "bedanken", "compliment", "bevestigen"}
)
# What answers to a question look like, so that only words for it make it one: "later deze week", "een rare ster".
_ALIKE: dict[str, tuple[str, ...]] = {
    "wanneer": ("pauzeren", "plan_herinnering", "afscheid"),
    "opvalt": ("toon_spinnenweb",),
}
_PLAIN_NAMEN = frozenset(plain(name) for name in NAMEN.values())
_HOW_IT_IS = frozenset({"nu", "goed", "opvalt", "reflectie"})  # there "prima" and "lastig" are answers
_KEEP = frozenset({"zo laten", "laat zo", "laat maar zo", "laat het zo", "laat staan"})  # of an answer shown again
_FEW, _QUESTION = 5, 12  # words


def resolve(g: Gesprek, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    """Return the intent that `text` has at the open question of `g`.

    A sentence in another language that is understood stays what it is; one that would be taken for an answer is not.
    """
    meant = _meant(g, text, guess, options)
    taken = meant in ("antwoord", NOT_UNDERSTOOD) or (meant == "weet_niet" and guess.intent != "weet_niet")
    if taken and g.open.key not in (NAAM, TERUGSCHRIJVEN) and in_another_language(text):
        return "buiten_bereik"
    return meant


def _meant(g: Gesprek, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    kind = g.expects[1]
    if phrases.asks_what_is_shared(text):
        return "delen_intrekken"  # what was shared is shown where it can be taken back
    if phrases.asks_for_an_answer(text, shared=bool(g.gedeeld)):
        return "vraag_coach"
    if guess.intent == "vraag_positieve_gezondheid" and not phrases.asks_of_the_method(text):
        guess = Guess("vraag_uitleg", guess.confidence)
    if g.open.stem == DELEN and kind is not Kind.NONE:
        return at_sharing(g.open, text, guess, options)
    if kind is Kind.TEXT and g.handled(g.open.key) and plain(text) in _KEEP:
        return "overslaan"
    command = choices.exactly(text, options["opdrachten"])
    chosen = kind is Kind.CHOICE and choices.exactly(text, options.get(g.open.stem, ()))
    if command and not chosen and not _names_a_thing(g.open, text):
        return command.id
    if phrases.asks_how_long(text) and guess.intent not in SUBJECTS:
        return "vraag_uitleg"
    if guess.intent == "verwijder_gegevens" and phrases.LINE.search(text.casefold()):
        return "wijzig_antwoord"  # one line of the summary, not everything
    if phrases.is_about_a_mark(text):
        return "wijzig_antwoord"
    if kind is Kind.NONE:
        needed = 0.45 if guess.intent in ORDERS else 0.3
        return guess.intent if guess.confidence >= needed else NOT_UNDERSTOOD
    settle = {Kind.TEXT: _at_text, Kind.SCORE: _at_score, Kind.CONFIRM: _at_confirm, Kind.CHOICE: _at_choice}
    return settle[kind](g.open, text, guess, options)


def _names_a_thing(q: Question, text: str) -> bool:
    """Tell whether a command is what is asked for here: who needs "hulp" needs no list of what the bot can do."""
    return (
        q.kind is Kind.TEXT and not q.deepening and plain(text) in phrases.THINGS | phrases.THINGS_AT.get(q.stem, set())
    )


def _at_text(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    if phrases.CODE.match(text) or _names_a_thing(q, text):
        return "antwoord"
    if phrases.NOT_YOUR_BUSINESS.fullmatch(plain(text)):
        return "overslaan"
    if q.stage is Stage.SPINNENWEB and plain(text) in _PLAIN_NAMEN:
        return "kies_dimensie"
    if q.stem == "reflectie" and guess.intent in PLEASANTRIES | {"frustratie"} and not only_not_knowing(text):
        return "antwoord"
    if q.key == "doen" and hesitates(text):
        return "weet_niet"
    if guess.intent == "bevestigen" or only_agrees(text):
        return "bevestigen" if _agrees(q, text, options) else "antwoord"
    if guess.intent == "ontkennen" and not (yes_or_no(text) is False or nothing(text)):
        return "antwoord"  # "niet zo best"
    if guess.intent == "weet_niet" and not (only_not_knowing(text) or (q.key == "doen" and guess.confidence >= 0.8)):
        return "antwoord"
    if guess.intent in _ALIKE.get(q.key, ()) and not phrases.SAID_WITH[guess.intent].search(text.casefold()):
        return "antwoord"
    if elsewhere := _elsewhere(q, text, guess):
        return elsewhere
    if parse_score(text) and guess.confidence >= 0.5:
        beside = len(beside_a_score(text))
        if guess.intent == "geef_score" and q.dimensie and not beside:
            return "geef_score"
        if guess.intent == "wijzig_antwoord" and beside <= 1:
            return "wijzig_antwoord"  # "wacht, doe toch een 4"
    if _asks(text) and not is_clearly(guess, text):
        return "vraag_uitleg"
    if q.stem in _HOW_IT_IS and not q.deepening and phrases.HARD.fullmatch(plain(text)):
        return "antwoord"
    return guess.intent if is_clearly(guess, text) else "antwoord"


def _agrees(q: Question, text: str, options: Mapping[str, tuple[Option, ...]]) -> bool:
    """Tell whether words only agree; "prima" is an answer where the question is how something is."""
    agreeing = only_agrees(text) or plain(text) in options["ja_nee"][0].names
    return only_yes(text) or (agreeing and (q.stem not in _HOW_IT_IS or q.deepening))


def _elsewhere(q: Question, text: str, guess: Guess) -> str | None:
    """Return where somebody wants to go instead of answering, or None.

    Only plain words for it count: "meer zingeving" is an answer.
    """
    words = plain(text)
    if len(words.split()) > MEDIUM or guess.confidence < 0.5 or phrases.WISH.search(text.casefold()):
        return None
    if guess.intent in ("start_gesprek", "kies_dimensie", "start_actiewiel") and phrases.TO_ALL_SIX.search(words):
        return "start_gesprek"
    if guess.intent == "kies_dimensie" and phrases.TO_DIMENSIE.search(words) and find_dimensies(text):
        return "kies_dimensie"
    if guess.intent == "start_actiewiel" and q.stage is Stage.SPINNENWEB and phrases.TO_PLAN.search(words):
        return "start_actiewiel"
    return None


def _asks(text: str) -> bool:
    """Tell whether words read as a question to the bot; "met mijn zus?" is an answer somebody doubts."""
    asked = "?" in text and bool(phrases.INTERROGATIVE.match(text.casefold()))
    return asked and len(plain(text).split()) <= _QUESTION


def _at_score(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    if parse_score(text) is not None:
        changing = guess.intent == "wijzig_antwoord" and guess.confidence >= 0.5
        asking = guess.intent in QUESTIONS and guess.confidence >= 0.7
        if _scores_another(q, text) or changing:
            return "wijzig_antwoord"
        about_scale = phrases.ABOUT_THE_SCALE.search(text.casefold())
        return guess.intent if asking else "vraag_uitleg" if about_scale else "geef_score"
    if guess.intent == "ontkennen":
        return "weet_niet" if yes_or_no(text) is None and not nothing(text) else "ontkennen"
    if elsewhere := _elsewhere(q, text, guess):
        return elsewhere
    if guess.intent in {"antwoord", "compliment", "geef_score", "bevestigen", "maatje", "kies_dimensie", "weet_niet"}:
        return "vraag_uitleg" if _asks(text) else "weet_niet"
    if guess.intent in SUBJECTS and not phrases.ASKING.search(text.casefold()):
        return "weet_niet"  # "ik heb vaak pijn"
    asking = guess.intent in QUESTIONS and guess.confidence >= 0.5  # hardly anybody answers with a story here
    if asking or is_clearly(guess, text):
        return guess.intent
    return "vraag_uitleg" if _asks(text) else "weet_niet"


def _scores_another(q: Question, text: str) -> bool:
    """Tell whether a score is meant for another dimension: named in full, or in a few words ("lijf een 6")."""
    named = find_dimensies(text)
    in_full = [d for d in named if plain(NAMEN[d]) in plain(text)]
    return q.dimensie not in named and bool(in_full or (named and len(plain(text).split()) <= _FEW))


def _at_confirm(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    if titled := choices.exactly(text, options.get(q.stem, ())):
        return "bevestigen" if titled.id == "ja" else "ontkennen"
    said = yes_or_no(text)
    changing = guess.intent == "wijzig_antwoord" or (said is None and phrases.DIFFERENT.search(text.casefold()))
    if q.key == "plan" and changing:
        return "wijzig_antwoord"
    unsure = said is None and bool(plain(text)) and (only_not_knowing(text) or maybe(text))
    if unsure and not (guess.intent == "vraag_uitleg" and guess.confidence >= SURE):
        return "weet_niet"
    if said is None and len(plain(text).split()) <= _FEW and (option := choices.match(text, options["ja_nee"])):
        said = option.id == "ja"
    told = guess.intent in SUBJECTS and not phrases.ASKING.search(text.casefold())  # "ja met mijn coach"
    beside = guess.intent in _BESIDE_YES_OR_NO | {_ASKED_BY.get(q.key)} or guess.confidence < SURE
    if said is not None and (beside or told):
        return "bevestigen" if said else "ontkennen"
    if q.key == "plan" and (guess.intent == "compliment" or _is_right(text)):
        return "bevestigen"
    if guess.intent in ("bevestigen", "ontkennen", "weet_niet"):
        return guess.intent if guess.confidence >= (0.6 if guess.intent == "weet_niet" else 0.4) else NOT_UNDERSTOOD
    if q.stem == "praten" and guess.intent == "geef_score" and parse_score(text):
        return "wijzig_antwoord"  # the score just given was another one after all
    question = phrases.INTERROGATIVE.match(text.casefold())
    if is_clearly(guess, text) and not (guess.intent == q.stem and question):  # "wat is een maatje" is no yes
        return guess.intent
    if question and (_asks(text) or guess.intent == q.stem):
        return "vraag_uitleg"
    return "ontkennen" if q.key == "plan" and guess.intent in CONTENT else NOT_UNDERSTOOD  # something to change in it


def _is_right(text: str) -> bool:
    """Tell whether words say that the plan is right, and no other moment."""
    return bool(phrases.RIGHT.match(plain(text))) and not phrases.MOMENT.search(text.casefold())


def _at_choice(q: Question, text: str, guess: Guess, options: Mapping[str, tuple[Option, ...]]) -> str:
    chosen = choices.match(text, options.get(q.stem, ()))
    if choices.exactly(text, options.get(q.stem, ())):
        return "ontkennen" if q.stem == "wijzig" else "antwoord"
    if q.stem == "wijzig" and "?" not in text and len(plain(text).split()) <= SHORT and not _orders(guess, text):
        declined = only_agrees(text) or nothing(text) or yes_or_no(text) is False
        return "ontkennen" if declined else "antwoord"  # "wanneer" names a line there
    if not chosen and (meant := _beside_the_choice(q, text, guess)):
        return meant
    if chosen and q.stem == "regel" and guess.intent in ("wijzig_antwoord", "verwijder_gegevens"):
        return "antwoord"
    needed = 0.85 if chosen else 0.5
    if guess.intent not in CONTENT | _AGREEMENT and guess.confidence >= needed and is_clearly(guess, text):
        return guess.intent
    return "vraag_uitleg" if _asks_at_choice(q, text, chosen) else "antwoord"


def _orders(guess: Guess, text: str) -> bool:
    """Tell whether a few words are an order for certain; a single one, or a question word, may name a line as well."""
    naming = CONTENT | _AGREEMENT | {"vraag_uitleg", "wijzig_antwoord"}
    return len(plain(text).split()) > 1 and guess.intent not in naming and guess.confidence >= SURE


def _beside_the_choice(q: Question, text: str, guess: Guess) -> str | None:
    """Return what words mean that choose nothing, where they are no answer in the person's own words either."""
    own_words = q.stem in ("focus", "nodig_van", "drempel")
    if q.stem == "aanbod" and phrases.NOTHING_FITS.search(plain(text)) and len(plain(text).split()) <= MEDIUM:
        return "ontkennen"
    if q.stem == "samenvatting" and "?" not in text and phrases.SHOULD_BE.fullmatch(plain(text)):
        return "wijzig_antwoord"
    if guess.intent == "weet_niet" and guess.confidence >= 0.4 and (only_not_knowing(text) or not own_words):
        return "weet_niet"
    if (
        guess.intent == "ontkennen"
        and guess.confidence >= 0.4
        and (yes_or_no(text) is False or nothing(text) or not own_words)
    ):
        return "ontkennen"
    if only_agrees(text) or (q.stem == "samenvatting" and guess.intent == "bevestigen"):
        return "bevestigen"
    return guess.intent if q.key == "route" and guess.intent in _AT_THE_DOOR and guess.confidence >= 0.5 else None


def _asks_at_choice(q: Question, text: str, chosen: Option | None) -> bool:
    """Tell whether words ask instead of choose; where only buttons are answers, a question needs no question mark."""
    question = phrases.INTERROGATIVE.match(text.casefold())
    if question is None or len(plain(text).split()) < SHORT:
        return False
    return bool(question["word"]) if q.stem in ("route", "dimensie", "aanbod", "samenvatting") else _asks(text)
