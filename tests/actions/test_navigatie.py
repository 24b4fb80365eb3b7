"""Finding one's way."""

from __future__ import annotations

from actions.navigatie import (
    ActionHerhalen,
    ActionHervatten,
    ActionHulp,
    ActionOpnieuw,
    ActionOverslaan,
    ActionPauzeren,
    ActionStoppen,
    ActionTerug,
    ActionWijzigAntwoord,
)
from bot.conversation.asides import RETURNING
from tests.actions.conftest import AT_PLAN, AT_ROUTE, AT_SCORE, AT_TEXT, RESTING, Run


async def test_back_shows_what_was_said(run: Run) -> None:
    outcome = await run(ActionTerug(), AT_SCORE, "terug")
    assert outcome.gesprek.open.key == "goed.meedoen"
    assert outcome.keys == ["terug.was", "vraag.goed.meedoen"]
    assert outcome.gesprek.answers == AT_SCORE["answers"]


async def test_there_is_nothing_before_the_first_question(run: Run) -> None:
    outcome = await run(ActionTerug(), AT_ROUTE, "terug")
    assert outcome.gesprek.open.key == "route"


async def test_a_question_may_be_passed_over(run: Run) -> None:
    outcome = await run(ActionOverslaan(), AT_TEXT, "sla maar over")
    assert "goed.meedoen" in outcome.gesprek.skipped
    assert outcome.gesprek.open.key == "score.meedoen"


async def test_repeating_changes_nothing(run: Run) -> None:
    outcome = await run(ActionHerhalen(), AT_TEXT)
    assert outcome.keys == ["vraag.goed.meedoen"]


async def test_help_comes_before_the_question(run: Run) -> None:
    outcome = await run(ActionHulp(), AT_TEXT, "help")
    assert outcome.keys[0] == "hulp"
    assert outcome.keys[-1] == "vraag.goed.meedoen"


async def test_pausing_and_stopping_let_go_at_once(run: Run) -> None:
    paused = await run(ActionPauzeren(), AT_TEXT, "pauze")
    stopped = await run(ActionStoppen(), AT_TEXT, "stop")
    assert (paused.keys, paused.gesprek.resting) == (["pauze"], "pauze")
    assert (stopped.keys, stopped.gesprek.resting) == (["stop"], "stop")


async def test_going_on_after_a_pause(run: Run) -> None:
    outcome = await run(ActionHervatten(), RESTING, "verder")
    assert outcome.gesprek.resting is None
    assert outcome.keys == ["vraag.goed.meedoen"]


async def test_who_opens_the_page_again_is_welcomed_back(run: Run) -> None:
    outcome = await run(ActionHervatten(), AT_TEXT, "", {"keuze": RETURNING})
    assert outcome.keys == ["welkom.terug", "vraag.goed.meedoen"]
    assert {"/toon_samenvatting", "/opnieuw"} <= {button["payload"] for button in outcome.buttons}


async def test_beginning_anew_is_asked_first(run: Run) -> None:
    outcome = await run(ActionOpnieuw(), AT_SCORE, "opnieuw")
    assert outcome.gesprek.open.key == "opnieuw"
    assert outcome.gesprek.answers == AT_SCORE["answers"]
    assert [button["payload"] for button in outcome.buttons] == ["/bevestigen", "/ontkennen"]


async def test_a_score_is_changed_where_it_is_said(run: Run) -> None:
    said = "maak van meedoen toch een 8"
    outcome = await run(ActionWijzigAntwoord(), AT_PLAN, said, {"dimensie": "meedoen", "score": "8.0"})
    assert outcome.gesprek.scores == {"meedoen": 8.0}
    assert outcome.gesprek.open.key == "plan"
