"""Where a human being is needed."""

from __future__ import annotations

from actions.zorg import ActionCrisis, ActionOngewenstGedrag, ActionVraagMedisch
from bot.knowledge import knowledge
from tests.actions.conftest import AT_TEXT, Run


async def test_what_sounds_like_a_crisis_gets_help_and_no_question_and_is_no_answer(run: Run) -> None:
    outcome = await run(ActionCrisis(), AT_TEXT, "ik wil er niet meer zijn")
    assert [message["text"] for message in outcome.messages] == list(knowledge().crisis["vermoeden"])
    assert outcome.gesprek.answers == {}
    assert [button["title"] for button in outcome.buttons] == ["Dit was mijn antwoord"]
    assert outcome.gesprek.open.key == "goed.meedoen"


async def test_medical_questions_go_to_the_doctor(run: Run) -> None:
    outcome = await run(ActionVraagMedisch(), AT_TEXT, "heb ik een burn-out?")
    assert outcome.keys == ["zorg.medisch", "vraag.goed.meedoen"]
    assert knowledge().organisation.occupational_physician in outcome.messages[0]["text"]


async def test_undesired_behaviour_goes_to_the_vertrouwenspersoon(run: Run) -> None:
    outcome = await run(ActionOngewenstGedrag(), AT_TEXT, "ik word gepest")
    assert outcome.keys == ["zorg.ongewenst", "vraag.goed.meedoen"]
    assert knowledge().organisation.confidant in outcome.messages[0]["text"]
