"""The order of the questions: three ways, jumps between them, and nothing asked twice."""

from __future__ import annotations

import pytest

from bot.conversation import way
from bot.conversation.dimensions import DIMENSIES
from bot.conversation.questions import ABOUT_DIMENSIE, SHORT_WHEEL, WHEEL
from bot.conversation.state import Gesprek
from tests.conversation.talk import Talk, at

CLOSING = ["samenvatting", "maatje", "reflectie"]


def walked(talk: Talk) -> list[str]:
    """Answer everything that is asked, and return the keys of the questions."""
    keys = []
    while talk.key != "klaar":
        keys.append(talk.key)
        talk.answer()
    return keys


def about(dimensie: str, *, deepened: bool = False) -> list[str]:
    keys = [f"{stem}.{dimensie}" for stem in ABOUT_DIMENSIE]
    return [*keys[:1], f"{keys[0]}+", *keys[1:]] if deepened else keys


def test_the_short_way_is_one_dimension_and_a_short_plan() -> None:
    asked = walked(Talk().do("antwoord", "kort"))
    assert asked == ["dimensie", *about("meedoen")[:-1], *SHORT_WHEEL, "plan", *CLOSING]


def test_the_calm_way_is_all_six_and_the_whole_wheel() -> None:
    asked = walked(Talk().do("antwoord", "rustig"))
    assert asked == [*(key for d in DIMENSIES for key in about(d)), "opvalt", "focus", *WHEEL, "plan", *CLOSING]


def test_straight_to_the_plan_is_the_wheel_alone() -> None:
    assert walked(Talk().do("antwoord", "plan")) == ["focus", *WHEEL, "plan", *CLOSING]


@pytest.mark.parametrize("dimensie", DIMENSIES)
def test_each_dimension_can_be_the_one(dimensie: str) -> None:
    asked = walked(Talk().do("kies_dimensie", f"het over {dimensie.replace('_', ' ')} hebben"))
    assert asked[:3] == about(dimensie)[:-1]


def test_who_skips_everything_gets_no_summary_and_no_maatje() -> None:
    talk = Talk().do("antwoord", "plan")
    asked = []
    while talk.key != "klaar":
        asked.append(talk.key)
        talk.do("overslaan")
    assert set(asked) & {"nodig_van", "plan", *CLOSING} == {"reflectie"}


def test_nobody_is_asked_of_whom_they_need_nothing() -> None:
    assert at("nodig").do("overslaan").key == "doen"
    assert at("nodig").answer().key == "nodig_van"


def test_what_strikes_you_is_not_asked_without_a_drawing() -> None:
    talk = Talk().do("antwoord", "rustig")
    while talk.open.dimensie:
        talk.do("overslaan")
    assert talk.key == "focus"


@pytest.mark.parametrize("jump", ["start_gesprek", "kies_dimensie"])
def test_from_the_plan_back_to_the_spinnenweb(jump: str) -> None:
    talk = Talk().do("antwoord", "plan").go_on("willen")
    talk.do(jump, "alle zes" if jump == "start_gesprek" else "zingeving")
    assert talk.key == ("goed.lichaamsfuncties" if jump == "start_gesprek" else "goed.zingeving")
    asked = walked(talk)
    assert "nu" not in asked
    assert "willen" in asked


def test_a_jump_in_the_middle_goes_there_now_and_comes_back() -> None:
    talk = Talk().do("antwoord", "rustig").go_on("score.lichaamsfuncties").do("kies_dimensie", "zingeving")
    asked = walked(talk)
    assert asked[:4] == about("zingeving")
    assert asked[4:7] == about("lichaamsfuncties")[1:]
    assert talk.gesprek.answers["goed.lichaamsfuncties"] == "ik fiets elke dag"
    assert len(asked) == len(set(asked))


def test_a_jump_to_what_was_skipped_asks_it_after_all() -> None:
    talk = Talk().do("antwoord", "rustig").do("overslaan").do("overslaan").do("kies_dimensie", "lichaamsfuncties")
    assert talk.key == "goed.lichaamsfuncties"
    assert talk.answer().key == "score.lichaamsfuncties"


def test_a_jump_to_what_was_told_shows_it_and_keeps_it() -> None:
    talk = at("focus").do("start_actiewiel").do("kies_dimensie", "meedoen")
    assert talk.key != "focus"
    talk = at("score.zingeving").do("kies_dimensie", "lichaamsfuncties")
    assert talk.keys == ["dimensie.lichaamsfuncties", "terug.was", "vraag.goed.lichaamsfuncties"]
    assert "mijn slaap" in talk.text
    assert talk.press("Zo laten").key == "score.zingeving"
    assert talk.gesprek.answers["goed.lichaamsfuncties"] == "mijn slaap"


def test_who_left_the_spinnenweb_for_the_plan_comes_back_for_one_dimension_only() -> None:
    talk = Talk().do("antwoord", "rustig").go_on("anders.lichaamsfuncties").do("start_actiewiel").go_on("nu")
    assert walked(talk.do("kies_dimensie", "meedoen"))[:6] == [*about("meedoen"), "opvalt", "nu"]
    assert "goed.lichaamsfuncties" in talk.gesprek.answers


def test_a_dimension_chosen_by_mistake_on_the_short_way_is_forgotten() -> None:
    talk = Talk().do("antwoord", "kort").do("kies_dimensie", "Meedoen").do("terug")
    assert talk.key == "dimensie"
    asked = walked(talk.do("kies_dimensie", "Zingeving"))
    assert "goed.meedoen" not in asked


@pytest.mark.parametrize("first", ["kort", "rustig", "plan"])
@pytest.mark.parametrize("second", ["kort", "rustig", "plan"])
def test_another_way_can_still_be_chosen(first: str, second: str) -> None:
    fresh = walked(Talk().do("antwoord", second))
    changed = Talk().do("antwoord", first).do("terug")
    assert changed.key == "route"
    assert walked(changed.do("antwoord", second)) == fresh


def test_who_changes_to_the_short_way_keeps_what_was_begun() -> None:
    g = Gesprek()
    way.start_rustig(g)
    g.record("goed.zingeving", "mijn werk")
    way.start_kort(g)
    assert g.dimensies == ["zingeving"]
    assert way.order(g)[:4] == ["dimensie", *about("zingeving")[:-1]]


def test_the_long_way_after_the_short_one_leaves_out_what_was_said() -> None:
    asked = walked(Talk().do("antwoord", "kort").go_on("klaar").do("start_gesprek", "rustig alle zes"))
    assert asked[:5] == ["praten.meedoen", *about("lichaamsfuncties")]
    assert "willen" not in asked
    assert "nu" in asked


def test_what_comes_before_is_the_last_thing_handled() -> None:
    g = Gesprek()
    assert way.previous(g) is None
    way.start_plan(g)
    assert way.previous(g) is None
    g.record("focus", "slaap")
    g.go_to("nu")
    assert way.previous(g) == "focus"
    g.go_to("klaar")
    assert way.previous(g) == "focus"
