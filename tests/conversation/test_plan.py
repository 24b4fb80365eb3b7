"""The person's own plan: an if-then sentence in their words, and offers only after it."""

from __future__ import annotations

import pytest

from bot.conversation import plan
from bot.conversation.knowledge import no_offers, no_theme
from bot.conversation.questions import WHEEL
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from tests.conversation.talk import WORDS, Talk, at, known

STEPS = ("wanneer", "doen", "wie", "wat_inzetten")


def sentence(**answers: str) -> str:
    return plan.sentence(Turn(Gesprek(answers=answers), known()))


def test_it_reads_as_if_then_with_each_step_literally() -> None:
    said = sentence(doen="bel {mijn} zus", wanneer="zondag", wie="alleen", wat_inzetten="na de koffie")
    lines = said.splitlines()
    assert [next(words for words in line.split(": ", 1)[1:]) for line in lines] == [
        "zondag",
        "bel {mijn} zus",
        "alleen",
        "na de koffie",
    ]


@pytest.mark.parametrize("left_out", STEPS)
def test_a_step_that_was_left_out_or_is_nothing_is_not_in_it(left_out: str) -> None:
    answers = {step: WORDS[step] for step in STEPS}
    full = sentence(**answers)
    for without in ({**answers, left_out: "niets"}, {step: text for step, text in answers.items() if step != left_out}):
        assert WORDS[left_out] in full
        assert WORDS[left_out] not in sentence(**without)


def test_without_a_moment_it_does_not_wait_for_one() -> None:
    texts = known().texts
    assert sentence(doen="bellen") == texts.get("plan.doen.zonder_moment", antwoord="bellen")
    assert texts.get("plan.doen", antwoord="bellen") in sentence(doen="bellen", wanneer="zondag")


def test_a_full_stop_at_the_end_is_not_doubled() -> None:
    assert plan.literally(" Ik bel haar. ") == "Ik bel haar"
    assert plan.literally("tot 3.5 km...") == "tot 3.5 km"


def test_it_is_read_back_and_asked_whether_it_is_right() -> None:
    talk = at("wat_inzetten").answer()
    assert (talk.key, talk.keys) == ("plan", ["vraag.plan"])
    assert all(WORDS[step] in talk.text for step in STEPS)


def test_a_yes_keeps_it_and_goes_on() -> None:
    talk = at("plan").do("bevestigen", "ja")
    assert talk.key == "aanbod"
    assert talk.gesprek.handled("plan")


def test_the_export_has_every_step_of_the_wheel() -> None:
    g = at("klaar").gesprek
    assert plan.as_dict(g) == {key: g.answers[key] for key in plan.as_dict(g)}
    assert set(plan.as_dict(g)) == {"focus", *WHEEL}


@pytest.mark.parametrize(
    ("g", "about"),
    [
        (Gesprek(dimensies=["meedoen", "zingeving"], focus="zingeving", marks=["meedoen"]), ["zingeving"]),
        (Gesprek(dimensies=["meedoen", "zingeving"], marks=["meedoen"]), ["meedoen"]),
        (Gesprek(dimensies=["meedoen", "zingeving"]), ["meedoen", "zingeving"]),
        (Gesprek(), []),
    ],
)
def test_it_is_about_the_focus_or_the_marks_or_what_was_visited(g: Gesprek, about: list[str]) -> None:
    assert plan.dimensies(g) == about


def test_no_offers_before_the_plan_and_none_that_do_not_fit() -> None:
    talk = Talk().do("antwoord", "plan").go_on("plan")
    assert talk.gesprek.offers == []
    talk.do("bevestigen", "ja")
    assert talk.key == "samenvatting"
    assert "aanbod" in talk.gesprek.skipped


def test_nobody_who_said_nothing_is_offered_anything() -> None:
    talk = Talk().do("antwoord", "plan")
    while talk.key != "klaar":
        talk.do("overslaan")
    assert talk.gesprek.offers == []


def test_an_offer_that_has_left_the_content_is_not_shown() -> None:
    talk = at("aanbod")
    talk.gesprek.offers.append("weggehaald")
    assert talk.do("herhalen").titles == ["Leefstijlcoach", "Sporten met een maatje", "Geen van deze"]


def test_without_an_encoder_there_are_no_themes_and_no_offers() -> None:
    assert no_theme("ik slaap slecht", "lichaamsfuncties") is None
    assert no_offers("ik wil bewegen", []) == []
