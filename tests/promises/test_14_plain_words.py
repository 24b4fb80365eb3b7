"""Promise 14: plain words. Short sentences that read easily, no jargon, and no long message without a choice."""

from __future__ import annotations

import re

import pytest
import textstat

from tests.promises.language import listed, sentences, spoken
from tests.promises.places import DONE, Heard

textstat.set_lang("nl")

JARGON = listed("jargon.txt")
LONG = 12  # words; shorter messages say nothing about reading
PLAIN_ENOUGH = 50  # Flesch-Douma: higher is easier, ordinary newspapers have about 45
MOST_WORDS = 18  # in a sentence, on average over a message
MOST_WORDS_OF_OTHERS = 22  # the same, in what HR words, and in what is said in a crisis
MOST_WORDS_EVER = 25
MOST_CHARACTERS = 350

LONGER = [(name, text) for name, text in sentences() if len(text.split()) >= LONG and "Kosten:" not in text]


def test_there_is_something_to_read() -> None:
    assert len(sentences()) > 400
    assert len(LONGER) > 100
    assert {
        "index.html",
        "page/texts.ts",
        "embed/texts.ts",
        "toegankelijkheid.md",
        "crisis zelfdoding",
        "welkom.bot",
    } <= {name for name, _ in sentences()}


def test_no_sentence_has_jargon() -> None:
    assert [(name, text, found.group()) for name, text in sentences() if (found := JARGON.search(text))] == []


def test_whatever_happens_nothing_it_says_has(said: list[Heard]) -> None:
    assert [heard for heard in said if JARGON.search(heard.text)] == []


@pytest.mark.parametrize("text", ["duurzame inzetbaarheid", "Wat wilt u?", "jouw vitaliteit", "neem zelf de regie"])
def test_the_list_of_words_catches_what_it_should(text: str) -> None:
    assert JARGON.search(text)


def test_longer_messages_read_easily() -> None:
    assert [(name, text) for name, text in LONGER if textstat.flesch_reading_ease(spoken(text)) < PLAIN_ENOUGH] == []


def test_the_measure_tells_plain_from_official() -> None:
    plain = "Wat je typt gaat naar de server. Die vergeet het weer na elk antwoord. Niemand op je werk leest mee."
    official = (
        "De verwerkingsverantwoordelijke organisatie garandeert de vertrouwelijkheid van verstrekte persoonsgegevens "
        "overeenkomstig de toepasselijke privacywetgeving."
    )
    assert textstat.flesch_reading_ease(official) < PLAIN_ENOUGH < textstat.flesch_reading_ease(plain)


def test_sentences_are_short() -> None:
    for name, text in LONGER:
        words = [len(part.split()) for part in re.split(r"(?<=[.?:])\s+", spoken(text)) if part.strip()]
        most = MOST_WORDS_OF_OTHERS if name.startswith(("aanbod ", "crisis")) else MOST_WORDS
        assert max(words) <= MOST_WORDS_EVER, text
        assert sum(words) / len(words) <= most, text


def test_no_sentence_is_long() -> None:
    assert [name for name, text in sentences() if len(text) > MOST_CHARACTERS] == []


def test_no_message_is_long_without_a_choice(said: list[Heard]) -> None:
    long = [heard for heard in said if len(heard.text) > MOST_CHARACTERS]
    assert DONE in {heard.at for heard in long}  # plans and summaries, in their own words
    assert [heard for heard in long if not heard.has_choice] == []
