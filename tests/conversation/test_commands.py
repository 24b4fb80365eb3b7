"""Going back as far as one likes, skipping, showing, starting over."""

from __future__ import annotations

import pytest

from bot.conversation import way
from bot.conversation.questions import Kind
from tests.conversation.talk import QUESTIONS, Talk, at

ON_THE_WAY = [key for key in QUESTIONS if key not in ("route", "opnieuw", "wissen", "wijzig", "regel")]


@pytest.mark.parametrize("key", ON_THE_WAY)
def test_back_shows_the_earlier_answer_and_keeps_it_and_all_later_ones(key: str) -> None:
    talk = at(key)
    words, scores = dict(talk.gesprek.answers), dict(talk.gesprek.scores)
    talk.do("terug")
    assert talk.key != key
    assert talk.asks
    assert (talk.gesprek.answers, talk.gesprek.scores) == (words, scores)
    if talk.open.kind is Kind.TEXT:
        assert talk.keys[0] == "terug.was"
        assert words[talk.key] in talk.text
        assert talk.press("Zo laten").key == key


def test_back_again_and_again_comes_to_the_beginning_and_forward_to_where_we_were() -> None:
    talk = at("reflectie")
    words = dict(talk.gesprek.answers)
    seen = []
    while talk.key != "route":
        talk.do("terug")
        seen.append(talk.key)
    order = [key for key in way.order(at("reflectie").gesprek) if key not in ("plan", "samenvatting", "reflectie")]
    assert seen == [*reversed(order), "route"]
    assert talk.do("terug").key == "route"
    assert talk.keys == ["vraag.route"]
    assert talk.do("antwoord", "rustig").key == "reflectie"
    assert talk.gesprek.answers == words


def test_an_answer_given_again_replaces_the_old_one_only() -> None:
    talk = at("kunnen")
    before = dict(talk.gesprek.answers)
    talk.do("terug").do("terug").do("antwoord", "iets anders")
    assert talk.key == "kunnen"
    assert talk.gesprek.answers == {**before, "willen": "iets anders"}


def test_back_from_a_question_in_between_is_back_to_the_question() -> None:
    assert at("wissen").do("terug").key == "samenvatting"


def test_back_while_resting_is_back_in_the_conversation() -> None:
    for key in ("route", "nu", "klaar"):
        talk = at(key).do("pauzeren").do("terug")
        assert talk.gesprek.resting is None
        assert talk.asks


@pytest.mark.parametrize("key", ["route", "klaar"])
def test_where_there_is_nothing_to_skip_it_is_said_again(key: str) -> None:
    assert at(key).do("overslaan").asks


def test_skipping_the_first_step_skips_it_at_once() -> None:
    talk = at("kunnen").go_on("nodig_van").answer()
    assert talk.key == "doen"
    assert talk.do("overslaan").key == "aanbod"
    assert talk.gesprek.skipped[-1:] == ["doen"]


def test_skipping_what_was_answered_leaves_it() -> None:
    talk = at("belangrijk").do("terug").do("overslaan")
    assert (talk.key, talk.gesprek.answers["nu"]) == ("belangrijk", "het loopt vaak uit")


def test_starting_over_before_anything_was_said_needs_no_question(talk: Talk) -> None:
    assert talk.do("opnieuw").keys == ["vraag.route"]


@pytest.mark.parametrize(
    ("said", "entities", "key"),
    [
        ("laten we beginnen", {}, "route"), ("rustig beginnen", {}, "goed.lichaamsfuncties"),
        ("een korte graag", {}, "dimensie"),
        ("alle zes", {}, "goed.lichaamsfuncties"), ("beginnen met zingeving", {}, "goed.zingeving"),
        ("kort over zingeving", {"dimensie": "zingeving"}, "goed.zingeving"), ("meteen een plan maken", {}, "focus"),
    ],
)  # fmt: skip
def test_beginning_in_own_words(talk: Talk, said: str, entities: dict[str, str], key: str) -> None:
    assert talk.do("start_gesprek", said, **entities).key == key
    assert talk.asks


def test_beginning_again_in_the_middle_goes_on() -> None:
    assert at("willen").do("start_gesprek", "laten we beginnen").key == "willen"
    assert at("klaar").do("start_gesprek", "laten we beginnen").keys == ["klaar.meer"]
    assert Talk().do("pauzeren").do("start_gesprek", "beginnen maar").gesprek.resting is None


@pytest.mark.parametrize("key", QUESTIONS)
def test_a_dimension_can_be_gone_to_from_everywhere(key: str) -> None:
    talk = at(key)
    words = dict(talk.gesprek.answers)
    talk.do("kies_dimensie", "ik wil het over meedoen hebben", dimensie="meedoen")
    assert talk.key == ("nu" if key == "focus" else "goed.meedoen")
    assert talk.gesprek.resting is None
    assert words.items() <= talk.gesprek.answers.items()


def test_a_dimension_that_is_not_named_is_asked_for_and_can_be_declined() -> None:
    talk = at("nu").do("kies_dimensie", "een ander onderwerp graag")
    assert (talk.key, talk.keys) == ("dimensie", ["vraag.dimensie"])
    assert len(talk.buttons) == 6
    assert talk.do("ontkennen", "laat maar").key == "nu"
    assert at("nu").do("kies_dimensie", "iets anders").press("Zingeving").key == "goed.zingeving"
    assert at("nu").do("kies_dimensie", "iets anders").do("antwoord", "qwrtp").key == "dimensie"


def test_the_drawing_is_shown_with_its_text_or_said_to_be_empty(talk: Talk) -> None:
    assert talk.do("toon_spinnenweb").keys == ["spinnenweb.leeg", "vraag.route.weer"]
    shown = at("opvalt").do("toon_spinnenweb").said[0]
    assert shown.key == "spinnenweb.nu"
    assert shown.image is not None
    assert shown.image.svg.startswith("<svg")
    assert "Zingeving: 6,5." in shown.image.alt


def test_the_drawing_is_there_before_its_question_and_in_the_summary() -> None:
    talk = at("praten.dagelijks_functioneren").answer()
    assert [(message.key, bool(message.image)) for message in talk.said] == [
        ("spinnenweb.klaar", True),
        ("vraag.opvalt", False),
    ]
    assert at("aanbod").do("antwoord", "geen").said[0].image is not None


def test_the_summary_is_empty_before_anything_was_said(talk: Talk) -> None:
    assert talk.do("toon_samenvatting").keys == ["samenvatting.leeg", "vraag.route.weer"]


def test_the_summary_shown_to_who_rests_asks_nothing() -> None:
    talk = at("samenvatting").do("stoppen").do("toon_samenvatting")
    assert talk.keys == ["samenvatting.tekst", "rust.hier"]


def test_a_text_for_a_maatje_needs_a_plan() -> None:
    assert at("nu").do("maatje").keys == ["maatje.later", "vraag.nu"]
    talk = at("wie").do("maatje")
    assert talk.keys == ["maatje.uitleg", "letterlijk", "vraag.wie"]
    assert "dinsdag om vijf uur weg" in talk.said[1].text
    assert at("maatje").do("maatje").keys == ["maatje.uitleg", "letterlijk", "vraag.reflectie"]
    assert at("maatje").do("ontkennen", "nee").keys == ["vraag.reflectie"]
    assert at("klaar").do("maatje").keys == ["maatje.uitleg", "letterlijk"]


def test_who_left_the_plan_out_is_not_offered_a_maatje() -> None:
    talk = Talk().do("antwoord", "plan").go_on("doen").do("overslaan")
    assert talk.go_on("samenvatting").answer().key == "reflectie"


def test_an_answer_shown_again_may_be_left_by_typing_so() -> None:
    talk = at("nu").do("antwoord", "het loopt vaak uit").do("terug").say("zo laten", "bevestigen")
    assert (talk.key, talk.gesprek.answers["nu"]) == ("belangrijk", "het loopt vaak uit")
    assert at("anders.meedoen").say("zo laten", "antwoord").gesprek.answers["anders.meedoen"] == "zo laten"
