"""Taking in answers: every kind of question its own way, and words always literally."""

from __future__ import annotations

import pytest

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.numbers import format_score
from tests.conversation.talk import QUESTIONS, Talk, at, known

HALVES = [n / 2 for n in range(21)]


@pytest.mark.parametrize("value", HALVES)
def test_every_score_can_be_given_by_typing_and_is_kept_as_said(value: float) -> None:
    talk = at("score.zingeving").do("geef_score", f"een {format_score(value)}, denk ik")
    assert talk.gesprek.scores["zingeving"] == value
    assert talk.gesprek.answers["score.zingeving"] == f"een {format_score(value)}, denk ik"
    assert talk.keys[-1] == "vraag.anders.zingeving"


def test_zero_is_a_real_score_everywhere() -> None:
    talk = at("score.lichaamsfuncties").do("herhalen").press("0")
    assert talk.gesprek.scores == {"lichaamsfuncties": 0.0}
    assert "0" in talk.do("toon_samenvatting").text
    drawing = talk.do("toon_spinnenweb").said[0].image
    assert drawing is not None
    assert "Lichaamsfuncties: 0." in drawing.alt


@pytest.mark.parametrize("said", ["weet niet", "geen idee", "?", ""])
def test_not_knowing_a_score_leaves_it_open(said: str) -> None:
    talk = at("score.zingeving").do("weet_niet", said)
    assert talk.gesprek.scores["zingeving"] is None
    assert talk.key == "anders.zingeving"


def test_a_judgement_without_a_number_is_met_with_the_scale_once() -> None:
    talk = at("score.zingeving").do("weet_niet", "redelijk")
    assert (talk.key, talk.keys) == ("score.zingeving", ["score.schaal"])
    assert len(talk.buttons) == 13
    talk.do("weet_niet", "gewoon redelijk")
    assert talk.key == "anders.zingeving"
    assert talk.gesprek.scores["zingeving"] is None


@pytest.mark.parametrize(
    ("said", "key", "titles"),
    [
        ("tussen de 6 en 7", "score.welke", ["6", "6,5", "7"]),
        ("7,3", "score.welke", ["7", "7,5"]),
        ("11", "score.buiten_schaal", [*map(str, range(11))]),
    ],
)
def test_a_score_that_is_not_clear_is_asked_after(said: str, key: str, titles: list[str]) -> None:
    talk = at("score.meedoen").do("geef_score", said)
    assert (talk.key, talk.keys) == ("score.meedoen", [key])
    assert talk.titles == [*titles, "Weet ik niet", "Overslaan"]
    assert talk.press(titles[0]).key == "anders.meedoen"


def test_words_where_a_score_is_asked_are_not_understood_as_one() -> None:
    talk = at("score.meedoen").do("geef_score", "wisselend")
    assert (talk.key, talk.gesprek.misses) == ("score.meedoen", 1)
    assert at("nu").do("geef_score", "8 uur per dag").gesprek.answers["nu"] == "8 uur per dag"


@pytest.mark.parametrize(("said", "marked"), [("ja", True), ("doe maar", True), ("nee", False), ("liever niet", False)])
def test_a_mark_is_set_or_not_and_can_be_changed(said: str, marked: bool) -> None:
    talk = at("praten.meedoen").do("antwoord", said)
    assert ("meedoen" in talk.gesprek.marks) is marked
    talk.do("terug").do("ontkennen" if marked else "bevestigen", "toch anders")
    assert ("meedoen" in talk.gesprek.marks) is not marked
    assert talk.gesprek.marks.count("meedoen") <= 1


@pytest.mark.parametrize("dimensie", DIMENSIES)
def test_one_deepening_question_a_dimension_at_most(dimensie: str) -> None:
    talk = Talk().do("kies_dimensie", dimensie=dimensie)
    talk.do("antwoord", "mijn slaap")
    assert (talk.key, talk.keys[-1]) == (f"goed.{dimensie}+", "vraag.verdieping")
    assert known().themes["slaap"].question in talk.text
    talk.do("antwoord", "door de eten en de roken").do("geef_score", "7")
    assert talk.do("antwoord", "minder roken").key == "willen"
    assert talk.gesprek.answers[f"goed.{dimensie}+"] == "door de eten en de roken"


def test_no_theme_comes_up_twice() -> None:
    talk = Talk().do("antwoord", "rustig").do("antwoord", "slaap")
    assert talk.key == "goed.lichaamsfuncties+"
    talk.go_on("goed.mentaal_welbevinden").do("antwoord", "mijn slaap")
    assert talk.key == "score.mentaal_welbevinden"
    assert talk.do("geef_score", "5").do("antwoord", "minder roken").key == "anders.mentaal_welbevinden+"


def test_an_answer_that_is_only_changed_brings_no_deepening() -> None:
    talk = at("score.zingeving").do("terug").do("antwoord", "mijn slaap")
    assert talk.key == "score.zingeving"


def test_a_theme_that_has_left_the_content_is_asked_after_in_general() -> None:
    talk = at("goed.lichaamsfuncties+")
    talk.gesprek.themes["goed.lichaamsfuncties+"] = "weggehaald"
    assert talk.do("herhalen").keys == ["vraag.verdieping.algemeen"]


@pytest.mark.parametrize(
    ("said", "entities", "focus", "kept"),
    [
        ("Meedoen", {"dimensie": "meedoen"}, "meedoen", "Meedoen"),
        ("mijn lijf", {}, "lichaamsfuncties", "mijn lijf"),
        ("de ochtenden thuis", {}, None, "de ochtenden thuis"),
        ("", {"dimensie": "meedoen"}, "meedoen", "Meedoen"),
    ],
)
def test_the_focus_is_a_dimension_or_in_own_words(said: str, entities: dict[str, str], focus: str | None, kept: str) -> None:
    talk = at("focus").do("kies_dimensie" if entities else "antwoord", said, **entities)
    assert (talk.gesprek.focus, talk.gesprek.answers["focus"]) == (focus, kept)
    assert talk.key == "nu"


def test_the_focus_is_asked_with_the_marks_that_were_set() -> None:
    assert at("focus").do("herhalen").keys == ["vraag.focus"]
    assert Talk().do("antwoord", "plan").keys[-1] == "vraag.focus.open"


@pytest.mark.parametrize("id", [option.id for option in known().options["drempel"]])
def test_who_hesitates_at_the_first_step_gets_one_question_that_fits_what_is_in_the_way(id: str) -> None:
    talk = at("doen").do("weet_niet", "geen idee")
    assert (talk.key, talk.keys[-1]) == ("drempel", "vraag.drempel")
    title = next(option.title for option in known().options["drempel"] if option.id == id)
    talk.press(title)
    assert (talk.key, talk.keys[-1]) == ("doen+", f"drempel.{id}")
    talk.do("antwoord", "samen met iemand")
    assert (talk.key, talk.keys[-1]) == ("doen", "vraag.doen.klein")
    talk.do("antwoord", "één keer")
    assert talk.key == "wanneer"
    answers = talk.gesprek.answers
    assert (answers["drempel"], answers["doen+"], answers["doen"]) == (title, "samen met iemand", "één keer")


def test_what_is_in_the_way_may_be_said_in_own_words_or_skipped() -> None:
    talk = at("drempel").do("antwoord", "ik zie ertegenop")
    assert talk.key == "doen+"
    assert talk.gesprek.answers["drempel"] == "ik zie ertegenop"
    assert at("drempel").do("overslaan").key == "doen"


@pytest.mark.parametrize("intent", ["weet_niet", "overslaan"])
def test_who_hesitates_again_is_not_asked_a_third_time(intent: str) -> None:
    talk = at("drempel").do("overslaan")
    assert talk.key == "doen"
    assert talk.do(intent, "pff").key == "aanbod"  # no step, so nothing is asked about when and with whom


@pytest.mark.parametrize("said", ["niets", "niks", "nee"])
def test_nothing_is_no_first_step(said: str) -> None:
    talk = at("doen").do("ontkennen" if said == "nee" else "antwoord", said)
    assert talk.key == "drempel"
    assert "doen" not in talk.gesprek.answers


def test_the_offers_come_after_the_own_plan_with_none_of_these() -> None:
    talk = at("plan")
    assert not talk.gesprek.offers
    talk.do("bevestigen", "ja")
    assert (talk.key, talk.keys) == ("aanbod", ["vraag.aanbod"])
    assert talk.titles == ["Leefstijlcoach", "Sporten met een maatje", "Geen van deze"]


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("Leefstijlcoach", "leefstijlcoach"), ("de tweede", "sportmaatje"), ("doe die leefstijlcoach maar", "leefstijlcoach"),
        ("Geen van deze", None), ("geen", None), ("de derde", None),
    ],
)  # fmt: skip
def test_an_offer_is_chosen_or_none(said: str, chosen: str | None) -> None:
    talk = at("aanbod").do("antwoord", said)
    assert talk.gesprek.chosen_offer == chosen
    assert ("aanbod.gekozen" in talk.keys) is (chosen is not None)
    assert talk.key == "samenvatting"
    while talk.key != "aanbod":
        talk.do("terug")
    assert talk.press("Geen van deze").gesprek.chosen_offer is None


def test_another_word_for_an_offer_is_asked_again() -> None:
    assert at("aanbod").do("antwoord", "iets met yoga").keys == ["vraag.aanbod"]


def test_a_yes_where_words_are_asked_invites_to_tell() -> None:
    talk = at("anders.meedoen").do("bevestigen", "ja")
    assert talk.keys == ["ja.vertel", "vraag.anders.meedoen"]
    assert "anders.meedoen" not in talk.gesprek.answers


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key not in ("route", "klaar")])
def test_a_no_is_a_good_answer_everywhere(key: str) -> None:
    talk = at(key)
    asked = talk.gesprek.asked
    talk.do("ontkennen", "nee")
    assert talk.asks
    if talk.gesprek.between is None and asked != talk.key:
        assert talk.gesprek.handled(asked) or asked in ("doen", "plan")


def test_a_no_at_the_welcome_does_not_end_the_conversation(talk: Talk) -> None:
    assert talk.do("ontkennen", "nee").key == "route"


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key not in ("route", "klaar", "opnieuw", "wissen")])
def test_whoever_keeps_not_knowing_is_not_kept(key: str) -> None:
    talk = at(key)
    for _ in range(3):
        if talk.key == key:
            assert talk.do("weet_niet", "weet ik niet").asks
    assert talk.key != key


@pytest.mark.parametrize("said", ["?!", "...", "👍"])
def test_an_answer_without_words_is_asked_in_a_few_words(said: str) -> None:
    talk = at("nu").do("antwoord", said)
    assert talk.key == "nu"
    assert talk.asks
    assert "nu" not in talk.gesprek.answers


@pytest.mark.parametrize("said", ["een beetje", "wie weet", "?"])
def test_no_yes_and_no_no_is_asked_again(said: str) -> None:
    talk = at("plan").do("antwoord", said)
    assert (talk.key, talk.gesprek.misses) == ("plan", 1)


@pytest.mark.parametrize("said", ["nee, is goed zo", "nee prima", "ja maar nu niet", "goed, doe maar niet", "wis het maar niet"])
def test_no_doubtful_words_delete_anything(said: str) -> None:
    talk = at("wissen").do("antwoord", said)
    assert not talk.gesprek.forgotten
    assert talk.gesprek.answers


def test_when_all_is_said_an_answer_shows_what_is_still_possible() -> None:
    for intent in ("antwoord", "bevestigen", "geef_score"):
        talk = at("klaar").do(intent, "nog iets")
        assert talk.keys == ["klaar.meer"]
        assert [button.intent for button in talk.buttons] == ["toon_samenvatting", "toon_spinnenweb", "opnieuw"]
    assert at("klaar").do("ontkennen", "nee").keys == ["klaar"]
    assert at("klaar").do("weet_niet", "weet niet").keys == ["rust.goed"]
