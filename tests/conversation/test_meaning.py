"""What the same words mean at another question; the table in `data/meaning.txt` is people talking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.meaning import NOT_UNDERSTOOD, Guess, resolve
from bot.conversation.state import Gesprek
from tests.conversation.talk import HANDLERS, ROOT, STATIONS, Talk, at, known

OPTIONS = known().options
INTENTS = sorted(set(HANDLERS) - {"session_start"})
TABLE = [
    tuple(cell.strip() for cell in line.split(" | "))
    for line in (ROOT / "tests/conversation/data/meaning.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
STATES = {key: at(key).gesprek for key in STATIONS}  # to settle a meaning changes nothing
RESTING = {key: at(key).do("stoppen").gesprek for key in ("nu", "score.meedoen", "praten.meedoen", "focus", "klaar")}
COMMANDS = [(option.id, word) for option in OPTIONS["opdrachten"] for word in (option.title, *option.words)]


def test_the_table_is_large_and_knows_its_names() -> None:
    assert len(TABLE) > 350
    assert {guess for _, _, guess, _, _ in TABLE} | {meant for *_, meant in TABLE} <= set(INTENTS)


@pytest.mark.parametrize(("key", "text", "guess", "confidence", "meant"), TABLE)
def test_people_mean_this(key: str, text: str, guess: str, confidence: str, meant: str) -> None:
    assert resolve(STATES[key], text, Guess(guess, float(confidence)), OPTIONS) == meant


@pytest.mark.parametrize(("intent", "word"), COMMANDS)
def test_an_exact_command_is_one_at_every_question(intent: str, word: str) -> None:
    """Whatever the classifier thinks; only a choice that is called the same goes before it."""
    assert intent in INTENTS
    for key, resting in RESTING.items():
        if (intent, key) != ("maatje", "nu"):
            assert resolve(STATES[key], word, Guess("antwoord", 1.0), OPTIONS) == intent, key
            assert resolve(resting, f" {word.upper()}. ", Guess("crisis", 0.0), OPTIONS) == intent, key


def test_a_choice_that_is_called_like_a_command_is_the_choice() -> None:
    assert Talk().say("spinnenweb", "toon_spinnenweb", 1.0).key == "goed.lichaamsfuncties"
    assert at("regel").say("opnieuw", "opnieuw", 1.0).key == at("regel").gesprek.about


def test_a_maatje_is_an_answer_where_words_are_asked() -> None:
    assert at("wie").say("maatje", "maatje", 1.0).gesprek.answers["wie"] == "maatje"
    assert at("plan").say("maatje", "maatje", 1.0).key == "plan"


@pytest.mark.parametrize("key", ["klaar", "nu"])
def test_who_rests_or_is_done_is_taken_at_their_word(key: str) -> None:
    g = at(key).do("pauzeren").gesprek
    assert resolve(g, "nog iets", Guess("vraag_privacy", 0.3), OPTIONS) == "vraag_privacy"
    assert resolve(g, "nog iets", Guess("vraag_privacy", 0.29), OPTIONS) == NOT_UNDERSTOOD


@pytest.mark.parametrize("name", ["Zingeving", "kwaliteit van leven", "MEEDOEN!"])
def test_a_bare_dimension_goes_there_in_the_spinnenweb_and_is_an_answer_in_the_plan(name: str) -> None:
    assert resolve(STATES["anders.lichaamsfuncties"], name, Guess("antwoord", 1.0), OPTIONS) == "kies_dimensie"
    assert resolve(STATES["willen"], name, Guess("kies_dimensie", 1.0), OPTIONS) == "antwoord"


@pytest.mark.parametrize("key", [key for key in STATIONS if key.startswith(("nu", "willen", "doen", "goed.meedoen"))])
def test_a_long_story_is_an_answer_whatever_it_sounds_like(key: str) -> None:
    story = "ik wil stoppen met piekeren en terug naar hoe het was, met hulp van mijn zus en af en toe een pauze erbij"
    for intent in (
        "stoppen",
        "terug",
        "pauzeren",
        "hulp",
        "bedanken",
        "frustratie",
        "kies_dimensie",
        "geef_score",
        "compliment",
    ):
        assert resolve(STATES[key], story, Guess(intent, 1.0), OPTIONS) == "antwoord", intent


@given(st.sampled_from(STATIONS), st.text(), st.sampled_from(INTENTS), st.floats(0, 1), st.none() | st.just("pauze"))
def test_any_words_mean_something_the_bot_can_do(
    key: str, text: str, intent: str, confidence: float, rest: str | None
) -> None:
    g = at(key).gesprek
    g.resting = rest
    assert resolve(g, text, Guess(intent, confidence), OPTIONS) in INTENTS


@given(st.text(), st.floats(0, 1))
def test_at_the_welcome_any_words_are_answered_with_the_question_or_the_next(text: str, confidence: float) -> None:
    assert Talk().say(text, "antwoord", confidence).asks


def test_nobody_has_to_be_welcomed_to_be_understood() -> None:
    assert resolve(Gesprek(), "kort", Guess("antwoord", 0.1), OPTIONS) == "antwoord"
