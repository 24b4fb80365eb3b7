"""A person's data."""

from __future__ import annotations

from actions.antwoord import ActionBevestigen, ActionOntkennen
from actions.gegevens import ActionExporteerGegevens, ActionVerwijderGegevens
from tests.actions.conftest import AT_PLAN, Run


async def test_a_copy_is_pointed_to(run: Run) -> None:
    assert (await run(ActionExporteerGegevens(), AT_PLAN)).keys == ["gegevens.export", "vraag.plan"]


async def test_deleting_is_asked_first_and_then_leaves_nothing(run: Run) -> None:
    asked = await run(ActionVerwijderGegevens(), AT_PLAN, "wis alles")
    assert asked.gesprek.open.key == "wissen"
    assert asked.gesprek.answers == AT_PLAN["answers"]
    done = await run(ActionBevestigen(), asked.gesprek.as_dict(), "ja")
    assert done.gesprek.forgotten
    assert (done.gesprek.answers, done.gesprek.scores, done.gesprek.route) == ({}, {}, None)


async def test_not_deleting_leaves_everything(run: Run) -> None:
    asked = await run(ActionVerwijderGegevens(), AT_PLAN, "wis alles")
    kept = await run(ActionOntkennen(), asked.gesprek.as_dict(), "nee")
    assert not kept.gesprek.forgotten
    assert kept.gesprek.answers == AT_PLAN["answers"]
    assert kept.gesprek.open.key == "plan"
