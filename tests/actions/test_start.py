"""Beginning: the session, the three ways, one dimension, the plan."""

from __future__ import annotations

from actions.start import ActionKiesDimensie, ActionSessionStart, ActionStartActiewiel, ActionStartGesprek
from tests.actions.conftest import AT_ROUTE, AT_SCORE, AT_TEXT, Run


async def test_a_session_begins_with_the_welcome_and_waits(run: Run) -> None:
    outcome = await run(ActionSessionStart(), None)
    assert [event["event"] for event in outcome.events] == ["session_started", "slot", "action"]
    assert outcome.events[-1]["name"] == "action_listen"
    assert outcome.keys == ["welkom.bot", "welkom.privacy", "welkom.vrij", "vraag.route"]
    assert outcome.gesprek.turn == 1
    assert len(outcome.buttons) == 3


async def test_the_welcome_is_said_once_where_rasa_starts_the_session_twice(run: Run) -> None:
    first = await run(ActionSessionStart(), None, channel="rest")
    second = await run(ActionSessionStart(), first.events[1]["value"], channel="rest")
    assert second.messages == []
    assert second.gesprek == first.gesprek
    assert [event["event"] for event in second.events] == ["session_started", "slot", "action"]


async def test_a_session_begun_again_later_keeps_the_conversation(run: Run) -> None:
    outcome = await run(ActionSessionStart(), AT_TEXT)
    assert outcome.keys[:3] == ["welkom.bot", "welkom.privacy", "welkom.vrij"]
    assert outcome.gesprek.open.key == "goed.meedoen"


async def test_beginning_without_saying_how_asks_how(run: Run) -> None:
    outcome = await run(ActionStartGesprek(), AT_ROUTE, "laten we beginnen")
    assert outcome.keys == ["vraag.route.weer"]


async def test_beginning_with_all_six(run: Run) -> None:
    outcome = await run(ActionStartGesprek(), AT_ROUTE, "alle zes graag")
    assert outcome.gesprek.route == "rustig"
    assert len(outcome.gesprek.dimensies) == 6
    assert outcome.keys[-1] == "vraag.goed.lichaamsfuncties"


async def test_one_dimension_goes_first(run: Run) -> None:
    outcome = await run(ActionKiesDimensie(), AT_SCORE, "liever over zingeving", {"dimensie": "zingeving"})
    assert outcome.gesprek.open.key == "goed.zingeving"
    assert "meedoen" in outcome.gesprek.dimensies


async def test_straight_to_the_plan(run: Run) -> None:
    outcome = await run(ActionStartActiewiel(), AT_ROUTE, "maak een plan")
    assert outcome.gesprek.to_plan
    assert outcome.gesprek.open.stage == "actiewiel"
