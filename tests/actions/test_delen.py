"""Sharing is not there yet, and is said so."""

from __future__ import annotations

import pytest

from actions.base import GesprekAction
from actions.delen import ActionDelenIntrekken, ActionDelenMetCoach, ActionVraagCoach
from tests.actions.conftest import AT_TEXT, Run


@pytest.mark.parametrize(
    ("action", "key"),
    [
        (ActionDelenMetCoach(), "delen.nog_niet"),
        (ActionDelenIntrekken(), "delen.niets_gedeeld"),
        (ActionVraagCoach(), "coach.nog_niet"),
    ],
)
async def test_it_is_said_and_the_question_comes_back(run: Run, action: GesprekAction, key: str) -> None:
    outcome = await run(action, AT_TEXT, "de coach")
    assert outcome.keys == [key, "vraag.goed.meedoen"]
    assert outcome.gesprek.answers == {}
