"""Reminders are not there yet, and are said so."""

from __future__ import annotations

import pytest

from actions.base import GesprekAction
from actions.herinnering import ActionPlanHerinnering, ActionStopHerinnering
from tests.actions.conftest import AT_TEXT, Run


@pytest.mark.parametrize(
    ("action", "key"),
    [(ActionPlanHerinnering(), "herinnering.nog_niet"), (ActionStopHerinnering(), "herinnering.geen")],
)
async def test_it_is_said_and_the_question_comes_back(run: Run, action: GesprekAction, key: str) -> None:
    outcome = await run(action, AT_TEXT, "over twee weken")
    assert outcome.keys == [key, "vraag.goed.meedoen"]
    assert outcome.gesprek.answers == {}
