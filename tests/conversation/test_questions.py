"""Question keys: what each is about, what it expects, and where on the way it comes."""

from __future__ import annotations

import pytest

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.questions import ABOUT_DIMENSIE, SHORT_WHEEL, WHEEL, Kind, Question, Stage, question
from tests.conversation.talk import STATIONS


def test_key_is_taken_apart() -> None:
    assert question("goed.meedoen+") == Question("goed.meedoen+", "goed", "meedoen", True)
    assert question("willen") == Question("willen", "willen", None, False)


def test_unknown_dimension_is_refused_without_repeating_it() -> None:
    with pytest.raises(ValueError, match="unknown dimension") as caught:
        question("score.geheim")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (Kind.SCORE, ["score.meedoen"]),
        (Kind.CONFIRM, ["praten.meedoen", "plan", "maatje", "opnieuw", "wissen"]),
        (
            Kind.CHOICE,
            ["route", "dimensie", "focus", "nodig_van", "drempel", "aanbod", "samenvatting", "wijzig", "regel"],
        ),
        (Kind.TEXT, ["goed.meedoen", "goed.meedoen+", "anders.meedoen+", "doen+", "doen", "opvalt", "reflectie"]),
        (Kind.NONE, ["klaar"]),
    ],
)
def test_each_question_expects_its_kind_of_answer(kind: Kind, keys: list[str]) -> None:
    assert {question(key).kind for key in keys} == {kind}


def test_each_question_has_a_stage_but_those_in_between() -> None:
    stages = {key: question(key).stage for key in STATIONS}
    assert [key for key, stage in stages.items() if stage is None] == ["opnieuw", "wissen", "wijzig", "regel"]
    order = [Stage.WELKOM, Stage.SPINNENWEB, Stage.ACTIEWIEL, Stage.SAMENVATTING, Stage.AFGEROND]
    met = [order.index(stage) for stage in stages.values() if stage]
    assert met == sorted(met)


def test_every_key_of_the_design_is_asked_on_the_long_way() -> None:
    named = [f"{stem}.{dimensie}" for dimensie in DIMENSIES for stem in ABOUT_DIMENSIE]
    assert {*named, "focus", *WHEEL, "reflectie"} <= set(STATIONS)
    assert set(SHORT_WHEEL) < set(WHEEL)
