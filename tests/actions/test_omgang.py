"""Small talk: a word back, and then the question that was open."""

from __future__ import annotations

import pytest

from actions.base import GesprekAction
from actions.omgang import (
    ActionAfscheid,
    ActionBedanken,
    ActionBegroeten,
    ActionBuitenBereik,
    ActionCompliment,
    ActionFrustratie,
)
from tests.actions.conftest import AT_TEXT, DONE, RESTING, Run

SAYS = [
    (ActionBedanken(), "graag_gedaan"),
    (ActionCompliment(), "dank_compliment"),
    (ActionFrustratie(), "frustratie"),
    (ActionBuitenBereik(), "buiten_bereik"),
]


@pytest.mark.parametrize(("action", "key"), SAYS)
async def test_the_open_question_comes_back(run: Run, action: GesprekAction, key: str) -> None:
    outcome = await run(action, AT_TEXT, "zeg dat wel")
    assert outcome.keys == [key, "vraag.goed.meedoen"]
    assert outcome.gesprek.open.key == "goed.meedoen"
    assert outcome.gesprek.answers == {}


@pytest.mark.parametrize(("action", "key"), SAYS)
async def test_nothing_is_asked_of_somebody_who_is_done_or_rests(run: Run, action: GesprekAction, key: str) -> None:
    assert (await run(action, DONE)).keys == [key]
    resting = await run(action, RESTING)
    assert resting.keys == [key, "rust.hier"]
    assert resting.gesprek.resting == "pauze"


async def test_words_that_were_an_answer_after_all_still_can_be(run: Run) -> None:
    outcome = await run(ActionCompliment(), AT_TEXT, "mijn ploeg is goud")
    assert outcome.buttons[-1]["payload"].startswith("/antwoord")


async def test_a_greeting_is_answered_with_the_question(run: Run) -> None:
    outcome = await run(ActionBegroeten(), AT_TEXT, "hoi")
    assert outcome.keys == ["vraag.goed.meedoen"]


async def test_a_greeting_ends_a_rest(run: Run) -> None:
    outcome = await run(ActionBegroeten(), RESTING, "hoi")
    assert outcome.gesprek.resting is None
    assert outcome.keys == ["vraag.goed.meedoen"]


async def test_a_goodbye_leaves_everything_where_it_is(run: Run) -> None:
    outcome = await run(ActionAfscheid(), AT_TEXT, "doei")
    assert outcome.keys == ["afscheid"]
    assert outcome.gesprek.resting == "pauze"
    assert outcome.gesprek.open.key == "goed.meedoen"
    assert [button["payload"] for button in outcome.buttons] == ["/hervatten"]
