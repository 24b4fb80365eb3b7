"""Answers: kept literally, and the conversation goes on."""

from __future__ import annotations

from actions.antwoord import (
    ActionAntwoord,
    ActionBevestigen,
    ActionGeefScore,
    ActionNietBegrepen,
    ActionOntkennen,
    ActionWeetNiet,
)
from tests.actions.conftest import AT_PLAN, AT_ROUTE, AT_SCORE, AT_TEXT, DONE, Run


async def test_an_answer_is_kept_literally_and_the_next_question_follows(run: Run) -> None:
    outcome = await run(ActionAntwoord(), AT_TEXT, "  Van ALLES wat :) ")
    assert outcome.gesprek.answers == {"goed.meedoen": "  Van ALLES wat :) "}
    assert outcome.gesprek.open.key == "score.meedoen"
    assert outcome.keys == ["vraag.score.meedoen"]


async def test_a_choice_on_a_button(run: Run) -> None:
    outcome = await run(ActionAntwoord(), AT_ROUTE, "Kort, één onderwerp", {"keuze": "kort"})
    assert outcome.gesprek.route == "kort"
    assert outcome.keys == ["vraag.dimensie"]


async def test_a_score(run: Run) -> None:
    outcome = await run(ActionGeefScore(), AT_SCORE, "een zes en een half")
    assert outcome.gesprek.scores == {"meedoen": 6.5}
    assert outcome.gesprek.answers["score.meedoen"] == "een zes en een half"
    assert outcome.keys == ["vraag.anders.meedoen"]


async def test_a_score_off_the_scale_is_asked_again(run: Run) -> None:
    outcome = await run(ActionGeefScore(), AT_SCORE, "11")
    assert outcome.keys == ["score.buiten_schaal"]
    assert outcome.gesprek.scores == {}


async def test_yes_to_the_plan(run: Run) -> None:
    outcome = await run(ActionBevestigen(), AT_PLAN, "ja")
    assert outcome.gesprek.handled("plan")
    assert outcome.gesprek.answers == AT_PLAN["answers"]


async def test_no_to_the_plan_offers_its_lines(run: Run) -> None:
    outcome = await run(ActionOntkennen(), AT_PLAN, "nee")
    assert outcome.gesprek.open.key == "wijzig"
    assert outcome.keys == ["vraag.wijzig.plan"]


async def test_not_knowing_a_score_is_an_answer(run: Run) -> None:
    outcome = await run(ActionWeetNiet(), AT_SCORE, "geen idee")
    assert outcome.gesprek.scores == {"meedoen": None}
    assert outcome.gesprek.open.key == "anders.meedoen"


async def test_what_is_not_understood_is_asked_again_without_keeping_it(run: Run) -> None:
    outcome = await run(ActionNietBegrepen(), AT_SCORE, "xqzt")
    assert outcome.keys == ["vraag.score.meedoen"]
    assert outcome.gesprek.misses == 1
    assert outcome.gesprek.answers == AT_SCORE["answers"]


async def test_nothing_to_understand_when_all_is_done(run: Run) -> None:
    outcome = await run(ActionNietBegrepen(), DONE, "xqzt")
    assert outcome.keys == ["niet_begrepen.rust"]
    assert {button["payload"] for button in outcome.buttons} == {"/toon_samenvatting", "/toon_spinnenweb", "/opnieuw"}
