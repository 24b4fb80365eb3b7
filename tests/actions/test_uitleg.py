"""Explanations: one or two sentences, then the question again."""

from __future__ import annotations

import pytest

from actions.uitleg import ActionVraagBot, ActionVraagPositieveGezondheid, ActionVraagPrivacy, ActionVraagUitleg
from tests.actions.conftest import AT_SCORE, AT_TEXT, Run


async def test_the_question_in_other_words(run: Run) -> None:
    outcome = await run(ActionVraagUitleg(), AT_SCORE, "wat bedoel je?")
    assert outcome.keys == ["uitleg.score", "vraag.score.meedoen"]


async def test_what_this_is_and_who_reads_along(run: Run) -> None:
    assert (await run(ActionVraagBot(), AT_TEXT, "ben je echt?")).keys == ["bot", "vraag.goed.meedoen"]
    assert (await run(ActionVraagPrivacy(), AT_TEXT, "is dit veilig?")).keys == ["privacy", "vraag.goed.meedoen"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("wat is zingeving?", "wat_is.zingeving"),
        ("wat is dat wiel?", "wat_is.actiewiel"),
        ("wat is een spinnenweb?", "wat_is.spinnenweb"),
        ("wat zijn die dimensies?", "wat_is.dimensies"),
        ("waar komt dit vandaan?", "wat_is.positieve_gezondheid"),
    ],
)
async def test_what_the_method_is(run: Run, text: str, key: str) -> None:
    outcome = await run(ActionVraagPositieveGezondheid(), AT_TEXT, text)
    assert outcome.keys == [key, "vraag.goed.meedoen"]
    assert outcome.gesprek.answers == {}
