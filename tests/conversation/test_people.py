"""Somebody named in the first step: then with whom is not asked as if nobody had been."""

from __future__ import annotations

import pytest

from tests.conversation.talk import at

SOMEBODY = (
    "ik ga het voorstellen aan mijn chef", "hem bellen", "samen met de ploeg soep maken", "mijn zus bellen",
    "ff vragen aan mn teamleider", "Bo om koffie vragen", "mijn oudste dochter ophalen", "een collega vragen",
)  # fmt: skip
NOBODY = (
    "wandelen met de hond", "dinsdag om vijf uur weg", "in het teamoverleg zitten", "mijn haar laten knippen",
    "gordijnen bestellen", "op tijd naar huis",
)  # fmt: skip


@pytest.mark.parametrize("step", SOMEBODY)
def test_who_named_somebody_is_asked_for_anybody_else(step: str) -> None:
    talk = at("doen").do("antwoord", step).do("antwoord", "vrijdag")
    assert (talk.key, talk.keys) == ("wie", ["vraag.wie.al"])
    assert "Met wie" not in talk.do("overslaan").go_on("plan").text


@pytest.mark.parametrize("step", NOBODY)
def test_who_named_nobody_is_asked_with_whom(step: str) -> None:
    assert at("doen").do("antwoord", step).do("antwoord", "vrijdag").keys == ["vraag.wie"]


def test_an_answer_to_change_is_asked_as_it_was() -> None:
    talk = at("doen").do("antwoord", "mijn zus bellen").go_on("wat_inzetten").do("terug")
    assert (talk.key, talk.keys[-1]) == ("wie", "vraag.wie")
