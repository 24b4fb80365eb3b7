"""Promise 10: the bot never judges.

No sentence holds a verdict, cheers or presses; what it says doesn't depend on the numbers somebody gives; nothing is
added up or averaged; and nothing that it runs on weighs feelings.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import httpx
import pytest
import yaml

from bot.conversation.dimensions import DIMENSIES
from bot.settings import PROJECT_ROOT
from tests.promises.canary import Talkative
from tests.promises.house import press_or_type
from tests.promises.language import listed, sentences
from tests.promises.places import NAME, Answer, Heard, walk

VERDICT = listed("oordeel.txt")
SIGNS = re.compile(r"[!\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")  # cheers, arrows, stars, lights
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
FEELINGS = re.compile(r"sentiment|emotion|emotie|mood|stemming|vader|polarity|affect|textblob|nrclex|stress", re.I)
LIBRARIES_OF_FEELINGS = {"nltk", "textblob", "pattern", "transformers", "flair", "vaderSentiment", "afinn", "nrclex"}


def test_no_sentence_judges_cheers_or_presses() -> None:
    assert [(name, text, found.group()) for name, text in sentences() if (found := VERDICT.search(text))] == []


def test_no_sentence_shouts_points_or_gives_stars() -> None:
    assert [(name, text) for name, text in sentences() if SIGNS.search(text)] == []


def test_whatever_happens_nothing_it_says_does(said: list[Heard]) -> None:
    assert len(said) > 500
    assert [heard for heard in said if VERDICT.search(heard.text) or SIGNS.search(heard.text)] == []


@pytest.mark.parametrize("text", ["Je score is hoog", "Goed bezig", "Je moet meer slapen", "knap gedaan", "Helaas"])
def test_the_list_of_words_catches_what_it_should(text: str) -> None:
    assert VERDICT.search(text)


@pytest.mark.parametrize(
    "text", ["Goed, dan is dit je plan.", "Niets moet.", "Een zevende kant", "Wat gaat er goed?", "stoppen"]
)
def test_the_list_of_words_lets_plain_ones_through(text: str) -> None:
    assert not VERDICT.search(text)


def scored(api: httpx.Client, *scores: str) -> list[Answer]:
    """Have a whole conversation with these numbers, the same otherwise."""
    first = {f"score.{dimensie}": score for dimensie, score in zip(DIMENSIES, scores)}
    return [*walk(api, Talkative(NAME, first))]


def test_the_answer_to_a_number_is_the_same_for_every_number(api: httpx.Client, places: dict[str, Answer]) -> None:
    for key in (f"score.{dimensie}" for dimensie in DIMENSIES):
        said = {
            NUMBER.sub("#", message["text"])
            for number in range(11)
            for message in press_or_type(api, places[key], str(number))["messages"][:1]
        }
        assert len(said) == 1, said


def test_a_whole_conversation_is_the_same_for_low_numbers_and_for_high_ones(api: httpx.Client) -> None:
    low, high = scored(api, *["1"] * 6), scored(api, *["10"] * 6)
    for mine, theirs in zip_longest(low, high):
        for one, other in zip_longest(mine["messages"], theirs["messages"]):
            assert NUMBER.sub("#", one["text"]) == NUMBER.sub("#", other["text"])
            assert [b["title"] for b in one["buttons"]] == [b["title"] for b in other["buttons"]]
            assert _looks(one) == _looks(other)


def _looks(message: dict[str, object]) -> list[str]:
    """Return what a drawing is made of: elements, colours and words, without the places and the numbers."""
    image = message["image"]
    if not isinstance(image, dict):
        return []
    parts = re.findall(r"<(\w+)|(?:fill|stroke|class)=\"([^\"]+)\"|>([^<]+)<", image["svg"])
    words = [NUMBER.sub("#", word) if not word.startswith("#") else word for part in parts for word in part if word]
    return [*words, NUMBER.sub("#", image["alt"])]


def test_nothing_is_added_up_or_averaged(api: httpx.Client) -> None:
    scores = ("1", "2", "4", "9", "10", "3,5")  # together 29,5; on average 4,9
    answers = scored(api, *scores)
    drawn = [message for answer in answers for message in answer["messages"] if message["image"]]
    assert drawn
    texts = [message["text"] for answer in answers for message in answer["messages"]]
    shown = [*texts, *(m["image"]["alt"] + re.sub(r"<[^>]+>", " ", m["image"]["svg"]) for m in drawn)]
    assert [text for text in shown if re.search(r"\b(?:29[.,]5|4[.,]9)", text)] == []
    assert {*NUMBER.findall(drawn[0]["image"]["alt"])} == {*scores, "0"}


def test_nothing_it_is_built_from_weighs_feelings() -> None:
    locked = re.findall(r"^([\w.-]+)==", (PROJECT_ROOT / "requirements.lock").read_text(), re.MULTILINE)
    assert len(locked) > 100
    assert [package for package in locked if FEELINGS.search(package)] == []
    domain, config = (yaml.safe_load((PROJECT_ROOT / name).read_text()) for name in ("domain.yml", "config.yml"))
    names = [
        *domain["intents"],
        *domain["entities"],
        *domain["slots"],
        *domain["actions"],
        *(part["name"] for part in (*config["pipeline"], *config["policies"])),
    ]
    assert len(names) > 50
    assert [name for name in names if FEELINGS.search(str(name))] == []


def test_nothing_it_imports_weighs_feelings() -> None:
    imported = {name.partition(".")[0] for folder in ("bot", "actions") for name in _imports(PROJECT_ROOT / folder)}
    assert {"rasa", "starlette"} <= imported
    assert imported & LIBRARIES_OF_FEELINGS == set()


def _imports(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.module or ""
