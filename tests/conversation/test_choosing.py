"""Choices: the way, the focus, what is in the way, an offer; by a button or in words of one's own."""

from __future__ import annotations

import pytest

from tests.conversation.talk import Talk, at, known


@pytest.mark.parametrize(
    ("said", "entities", "focus", "kept"),
    [
        ("Meedoen", {"dimensie": "meedoen"}, "meedoen", "Meedoen"),
        ("mijn lijf", {}, "lichaamsfuncties", "mijn lijf"),
        ("de ochtenden thuis", {}, None, "de ochtenden thuis"),
        ("", {"dimensie": "meedoen"}, "meedoen", "Meedoen"),
    ],
)
def test_the_focus_is_a_dimension_or_in_own_words(
    said: str, entities: dict[str, str], focus: str | None, kept: str
) -> None:
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
    assert talk.keys[-1] == "drempel.anders"  # what somebody would rather want is no question to "te verdrietig"
    assert at("drempel").do("overslaan").key == "doen"


@pytest.mark.parametrize("key", ["focus", "nodig_van", "drempel"])
def test_a_choice_in_own_words_needs_words(key: str) -> None:
    talk = at(key).do("antwoord", "🙂🙂")
    assert (talk.key, key in talk.gesprek.answers) == (key, False)


@pytest.mark.parametrize("key", ["route", "dimensie"])
def test_who_begins_to_tell_instead_of_choosing_is_thanked(key: str) -> None:
    talk = at(key).do("antwoord", "mijn vrouw is in maart overleden")
    assert known().texts.get("verteld") in talk.text
    assert (talk.key, bool(talk.buttons)) == (key, True)
    assert "niet goed" in Talk().do("antwoord", "zomaar wat").text


def test_a_yes_to_several_offers_is_asked_which() -> None:
    talk = at("aanbod").do("bevestigen", "ja")
    assert (talk.key, talk.keys) == ("aanbod", ["aanbod.welke"])
    assert talk.press("Leefstijlcoach").keys[0] == "aanbod.gekozen"


def test_the_offers_come_after_the_own_plan_with_none_of_these() -> None:
    talk = at("plan")
    assert not talk.gesprek.offers
    talk.do("bevestigen", "ja")
    assert (talk.key, talk.keys) == ("aanbod", ["vraag.aanbod"])
    assert talk.titles == ["Leefstijlcoach", "Sporten met een maatje", "Geen van deze"]


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("Leefstijlcoach", "leefstijlcoach"), ("de tweede", "sportmaatje"),
        ("doe die leefstijlcoach maar", "leefstijlcoach"),
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


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("kort", "dimensie"),
        ("kort over zingeving", "goed.zingeving"),
        ("zingeving", "goed.zingeving"),
        ("ik slaap slecht", "goed.lichaamsfuncties"),
        ("rustig", "goed.lichaamsfuncties"),
        ("rustig, en beginnen met zingeving", "goed.zingeving"),
        ("plan", "focus"),
        ("qwrtp", "route"),
    ],
)
def test_the_way_is_chosen_in_own_words(talk: Talk, said: str, key: str) -> None:
    assert talk.do("antwoord", said).key == key
    assert talk.asks


def test_a_yes_to_a_single_offer_takes_it() -> None:
    talk = at("aanbod")
    talk.gesprek.offers = ["leefstijlcoach"]
    assert talk.do("bevestigen", "ja").gesprek.chosen_offer == "leefstijlcoach"


def test_a_no_to_the_offers_takes_an_earlier_choice_back() -> None:
    talk = at("aanbod").do("antwoord", "Leefstijlcoach")
    while talk.key != "aanbod":
        talk.do("terug")
    assert talk.do("ontkennen", "nee").gesprek.chosen_offer is None
