"""Whole sentences in another language are heard as such; no Dutch ever is, nor a few words or a list of names."""

from __future__ import annotations

import pytest

from bot.conversation.language import in_another_language
from bot.conversation.meaning import NOT_UNDERSTOOD, Guess, resolve
from scripts.near_duplicates import utterances
from tests.conversation.talk import ROOT, at, known

READ = (ROOT / "tests/conversation/data/andere_taal.txt").read_text(encoding="utf-8").splitlines()
FOREIGN = [
    "can i speak english",
    "I don't understand this question",
    "My manager doesn’t listen to me",
    "I would like more time with my kids",
    "I love my job",
    "Türkçe konuşabilir miyim",
    "ben çok yorgunum",
    "İşimi seviyorum ama çok yoruluyorum",
    "Hollandaca bilmiyorum, türkçe var mı",
    "Czy mogę mówić po polsku?",
    "jestem bardzo zmęczony",
    "nie rozumiem po holendersku",
    "Mam dobrą pracę, ale mało czasu",
    "هل تتكلم العربية",
    "أنا متعب جدا من العمل",
    "я не розумію питання",
    "Ich verstehe das nicht",
    "Je suis très fatigué du travail",
]
NOT_FOREIGN = [
    "fine",
    "stress",
    "work-life balance",
    "home office",
    "yes please",
    "the show must go on",
    "ik wil meer me time",
    "ik ben manager van the team",
    "weet ik nie",
    "da ben ik nie zo goe in",
    "met Łukasz en Paweł",
    "Ayşe, Yılmaz en Gülşen",
    "samen met Zeynep Yılmaz naar de çay",
    "محمد",
    "７，５",
    "👍👍👍",
    "",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_a_whole_sentence_in_another_language_is_heard(text: str) -> None:
    assert in_another_language(text)


@pytest.mark.parametrize("text", NOT_FOREIGN)
def test_a_few_words_names_and_dutch_are_not(text: str) -> None:
    assert not in_another_language(text)


def test_no_dutch_utterance_is_taken_for_another_language() -> None:
    """The file holds what is: whoever adds words to look for, or utterances, reads what comes in."""
    assert [u.text for u in utterances() if in_another_language(u.text)] == [line for line in READ if line[:1] != "#"]


@pytest.mark.parametrize("key", ["nu", "goed.meedoen", "score.meedoen", "plan", "focus", "route", "klaar"])
@pytest.mark.parametrize("text", ["can i speak english", "Czy mogę mówić po polsku?", "هل تتكلم العربية"])
def test_it_is_said_which_language_the_bot_speaks_and_nothing_is_stored(key: str, text: str) -> None:
    before = at(key)
    meant = resolve(before.gesprek, text, Guess("vraag_coach", 0.24), known().options)
    assert meant == "buiten_bereik"
    talk = at(key).do(meant, text)
    assert talk.keys[0] == "andere_taal"
    assert "I only speak Dutch" in talk.said[0].text
    assert talk.gesprek.answers == before.gesprek.answers
    assert talk.key == before.key


def test_who_means_it_as_an_answer_can_say_so() -> None:
    talk = at("nu").do("buiten_bereik", "I love my job")
    assert talk.press("Dit was mijn antwoord").gesprek.answers["nu"] == "I love my job"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("I want to stop", "stoppen"), ("who can read this", "vraag_privacy"), ("can you delete my answers", "terug")],
)
def test_what_is_understood_in_another_language_is_done(text: str, intent: str) -> None:
    assert resolve(at("nu").gesprek, text, Guess(intent, 0.97), known().options) == intent


def test_a_question_that_is_not_understood_is_explained_after_it() -> None:
    talk = at("nu").do("vraag_uitleg", "I don't understand this question")
    assert talk.keys[:2] == ["andere_taal", "uitleg.nu"]


@pytest.mark.parametrize("guess", ["antwoord", NOT_UNDERSTOOD])
def test_dutch_stays_an_answer(guess: str) -> None:
    assert resolve(at("nu").gesprek, "ik wil meer me time", Guess(guess, 0.5), known().options) == "antwoord"
