"""Two meanings close together: asked with buttons, and only where the answer would make a difference."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.conversation import asides, doubt
from bot.conversation.meaning import Guess
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from bot.knowledge import knowledge

OPTIONS = knowledge().options
AT_CHOICE = {"asked": "route"}
AT_TEXT = {"route": "kort", "dimensies": ["meedoen"], "asked": "goed.meedoen"}
AT_SCORE = {**AT_TEXT, "asked": "score.meedoen"}


def ranking(*guesses: tuple[str, float]) -> list[Guess]:
    return [Guess(intent, confidence) for intent, confidence in guesses]


@pytest.mark.parametrize(
    ("state", "guesses", "meant"),
    [
        (AT_SCORE, [("toon_samenvatting", 0.60), ("toon_spinnenweb", 0.50)], ("toon_samenvatting", "toon_spinnenweb")),
        (AT_SCORE, [("toon_samenvatting", 0.75), ("toon_spinnenweb", 0.20)], None),
        (AT_SCORE, [("toon_samenvatting", 0.60), ("bedanken", 0.55)], None),
        (AT_SCORE, [("toon_samenvatting", 0.60)], None),
        (AT_TEXT, [("toon_samenvatting", 0.40), ("toon_spinnenweb", 0.35)], None),
        (AT_SCORE, [], None),
    ],
)
def test_only_two_orders_that_are_close_are_asked_about(
    state: dict[str, object], guesses: list[tuple[str, float]], meant: tuple[str, str] | None
) -> None:
    text = "laat eens zien wat ik tot nu toe heb gezegd over mezelf"
    assert doubt.between(Gesprek.from_dict(state), text, ranking(*guesses), OPTIONS) == meant


def test_what_stands_on_a_button_is_never_doubted() -> None:
    guesses = ranking(("stoppen", 0.5), ("pauzeren", 0.5))
    assert doubt.between(Gesprek.from_dict(AT_SCORE), "stop", guesses, OPTIONS) is None


def test_an_answer_is_no_doubt_whichever_order_it_looks_like() -> None:
    guesses = ranking(("stoppen", 0.5), ("pauzeren", 0.5))
    assert doubt.between(Gesprek.from_dict(AT_TEXT), "ik wil stoppen met roken", guesses, OPTIONS) is None


def doubting(text: str, *intents: str, state: Mapping[str, object] = AT_SCORE) -> Turn:
    turn = Turn(Gesprek.from_dict(dict(state)), knowledge(), text, {doubt.ENTITY: list(intents)})
    asides.fallback(turn)
    return turn


def test_the_bot_asks_with_a_button_for_each() -> None:
    turn = doubting("laat eens zien", "toon_samenvatting", "toon_spinnenweb")
    (message,) = turn.said
    assert message.key == "twijfel"
    assert [button.intent for button in message.buttons] == ["toon_samenvatting", "toon_spinnenweb"]
    assert turn.gesprek.open.key == "score.meedoen"


def test_words_that_may_be_an_answer_can_still_become_it() -> None:
    turn = doubting("laat maar eens zien dan", "toon_samenvatting", "toon_spinnenweb", state=AT_TEXT)
    assert turn.said[0].buttons[-1].entities == {"tekst": "laat maar eens zien dan"}


def test_without_a_doubt_it_was_just_not_understood() -> None:
    assert doubting("blub").said[0].key != "twijfel"
