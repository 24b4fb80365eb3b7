"""Showing: the drawing, the summary, the text for a maatje, the offers."""

from __future__ import annotations

from actions.tonen import ActionMaatje, ActionToonSamenvatting, ActionToonSpinnenweb, ActionVraagAanbod
from tests.actions.conftest import AT_PLAN, AT_TEXT, DONE, Run


async def test_the_drawing_and_back_to_the_question(run: Run) -> None:
    outcome = await run(ActionToonSpinnenweb(), AT_PLAN)
    assert outcome.keys == ["spinnenweb.nu", "vraag.plan"]
    assert outcome.messages[0]["custom"]["image"]


async def test_there_is_no_drawing_without_scores(run: Run) -> None:
    outcome = await run(ActionToonSpinnenweb(), AT_TEXT)
    assert outcome.keys == ["spinnenweb.leeg", "vraag.goed.meedoen"]
    assert outcome.messages[0]["custom"]["image"] is None


async def test_the_summary_has_every_answer_literally(run: Run) -> None:
    outcome = await run(ActionToonSamenvatting(), DONE)
    assert outcome.keys == ["samenvatting.tekst"]
    for said in ("mijn ploeg", "vaker samen eten", "een keer koken", "vrijdag"):
        assert said in outcome.messages[0]["text"]


async def test_the_text_for_a_maatje_is_a_bubble_of_its_own(run: Run) -> None:
    outcome = await run(ActionMaatje(), DONE)
    assert outcome.keys == ["maatje.uitleg", "letterlijk"]
    assert "een keer koken" in outcome.messages[1]["text"]


async def test_there_is_no_text_for_a_maatje_without_a_plan(run: Run) -> None:
    assert (await run(ActionMaatje(), AT_TEXT)).keys == ["maatje.later", "vraag.goed.meedoen"]


async def test_offers_are_named_when_asked_for(run: Run) -> None:
    outcome = await run(ActionVraagAanbod(), AT_TEXT, "is er een cursus om te stoppen met roken?")
    assert outcome.keys == ["aanbod.gevraagd", "vraag.goed.meedoen"]


async def test_no_offer_is_made_up(run: Run) -> None:
    outcome = await run(ActionVraagAanbod(), AT_TEXT, "qqq")
    assert outcome.keys == ["aanbod.niets", "vraag.goed.meedoen"]
