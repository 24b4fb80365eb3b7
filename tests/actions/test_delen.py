"""Sharing with a coach: the actions find whom this process shares by, and whoever leaves the consent hears so."""

from __future__ import annotations

import pytest

from actions.antwoord import ActionBevestigen
from actions.base import GesprekAction
from actions.delen import ActionDelenIntrekken, ActionDelenMetCoach, ActionVraagCoach
from actions.navigatie import ActionStoppen
from bot.sharing import provider
from tests.actions.conftest import AT_SCORE, Run
from tests.conversation.desk import Desk


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Coaches to share with, in this process."""
    made = Desk()
    monkeypatch.setattr(provider, "_sharing", made)
    return made


@pytest.mark.parametrize(
    ("action", "key"),
    [
        (ActionDelenMetCoach(), "delen.geen_coaches"),
        (ActionDelenIntrekken(), "delen.niets_gedeeld"),
        (ActionVraagCoach(), "coach.geen"),
    ],
)
async def test_without_coaches_it_is_said_and_the_question_comes_back(
    run: Run, action: GesprekAction, key: str
) -> None:
    outcome = await run(action, AT_SCORE, "de coach")
    assert outcome.keys == [key, "vraag.score.meedoen"]


async def test_with_coaches_the_consent_begins_and_nothing_is_stored(run: Run, desk: Desk) -> None:
    outcome = await run(ActionDelenMetCoach(), AT_SCORE, "deel dit met Marieke", {"coach": "Marieke"})
    assert outcome.gesprek.open.key == "delen.onderdelen"
    assert desk.stored == {}


async def test_who_leaves_the_consent_hears_that_nothing_was_shared(run: Run, desk: Desk) -> None:
    begun = await run(ActionDelenMetCoach(), AT_SCORE, "ik wil dit delen")
    outcome = await run(ActionStoppen(), begun.gesprek.as_dict(), "stop")
    assert outcome.keys == ["delen.niets", "stop"]
    assert outcome.gesprek.delen == {}


async def test_every_conversation_gets_a_secret_of_its_own_and_keeps_it(run: Run) -> None:
    first, other = [await run(ActionBevestigen(), {"turn": 1}, "ja") for _ in range(2)]
    assert len(bytes.fromhex(first.gesprek.geheim)) == 32
    assert first.gesprek.geheim != other.gesprek.geheim
    again = await run(ActionBevestigen(), first.gesprek.as_dict(), "ja")
    assert again.gesprek.geheim == first.gesprek.geheim


async def test_after_everything_was_erased_it_is_another_one(run: Run, desk: Desk) -> None:
    before = {**AT_SCORE, "geheim": "ab" * 32, "between": "wissen"}
    outcome = await run(ActionBevestigen(), before, "ja")
    assert outcome.gesprek.forgotten
    assert outcome.gesprek.geheim not in ("", "ab" * 32)
