"""Everywhere a conversation can be, reached at the API of a real server, and what the bot says there.

A capsule is a conversation at one moment, and it can be used more than once: so one walk past all questions is enough
to try anything at each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx

from tests.conversation.talk import QUESTIONS
from tests.promises.canary import Talkative
from tests.promises.house import press_or_type, turn

Answer = dict[str, Any]
NAME = "Sanne"
DONE = "klaar"
EVERY = 4
PAST_EVERYTHING = {
    "goed.lichaamsfuncties": "ik slaap slecht door de nachtdiensten",  # is asked on about
    "willen": "een leefstijlcoach of een sportmaatje",  # is offered
    "doen": "geen idee",  # is helped over the threshold
}
IN_BETWEEN = {"opnieuw": "opnieuw beginnen", "wissen": "wis alles", "wijzig": "iets veranderen"}
ASIDES = (
    "help", "hulp nu", "herhaal de vraag", "wat bedoel je met deze vraag?", "terug", "overslaan", "pauze", "stop",
    "weet ik niet", "ja", "nee", "wie kan dit lezen?", "ben je een mens?", "wat is positieve gezondheid?", "dankjewel",
    "wat een stom gesprek", "hoe laat gaat de trein?", "heb ik een burn-out?", "ik word gepest door mijn chef",
    "laat mijn spinnenweb zien", "laat mijn samenvatting zien", "mijn gegevens", "wil je dit delen met een coach?",
    "herinner me over twee weken", "wat biedt mijn werk aan?", "maak een tekst voor een maatje", "qwrtp zxcv",
    "een 3", "maak van meedoen een 2", "naar het plan", "wis alles", "opnieuw beginnen",
)  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """Something the bot said: at which question, after what, and whether there was something to choose."""

    at: str
    after: str
    text: str
    has_choice: bool


def key_of(answer: Answer) -> str:
    """Name the question that is open; there is none at the end."""
    return str(answer["expects"]["key"] or DONE)


def walk(client: httpx.Client, person: Talkative) -> Iterator[Answer]:
    """Have a whole conversation; gives each answer of the bot."""
    answer = turn(client, None, None).json()
    yield answer
    while step := person.answer(answer):
        answer = press_or_type(client, answer, step)
        yield answer


def every_place(client: httpx.Client) -> dict[str, Answer]:
    """Return an answer of the bot for every question there is, the one in which it asks it."""
    found = {key_of(answer): answer for answer in reversed([*walk(client, Talkative(NAME, PAST_EVERYTHING))])}
    found["dimensie"] = press_or_type(client, found["route"], "kort")
    for key, text in IN_BETWEEN.items():
        found[key] = press_or_type(client, found["samenvatting"], text)
    found["regel"] = press_or_type(client, found["wijzig"], "2")
    missing = set(QUESTIONS) - set(found)
    assert not missing, f"never came to {sorted(missing)}"
    assert all(key_of(answer) == key for key, answer in found.items())
    return found


def all_said(client: httpx.Client, places: dict[str, Answer]) -> list[Heard]:
    """Return everything the bot says at each question, and whatever happens there.

    At the end every aside is tried, at each other question a quarter of them.
    """
    found = [heard for key, answer in places.items() for heard in _heard(key, "", answer)]
    for number, key in enumerate(QUESTIONS):  # one dimension stands for all six
        for aside in ASIDES if key == DONE else ASIDES[number % EVERY :: EVERY]:
            if (key, aside) == ("wissen", "ja"):
                continue  # that ends the conversation everywhere: promise 7
            found += _heard(key, aside, press_or_type(client, places[key], aside))
    return found


def _heard(key: str, after: str, answer: Answer) -> list[Heard]:
    has_choice = any(message["buttons"] for message in answer["messages"])
    texts = [(message["text"], has_choice) for message in answer["messages"]]
    titles = [(button["title"], True) for message in answer["messages"] for button in message["buttons"]]
    drawn = [(message["image"]["alt"], True) for message in answer["messages"] if message["image"]]
    return [Heard(key, after, text, choice) for text, choice in (*texts, *titles, *drawn)]
