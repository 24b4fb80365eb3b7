"""Interruptions: each says its own thing, in a sentence or two, before the question comes back."""

from __future__ import annotations

import pytest

from bot.content.purpose import PURPOSE
from bot.conversation.dimensions import DIMENSIES
from bot.conversation.way import left
from tests.conversation.talk import QUESTIONS, Talk, at, known

CLOSING = ("Mijn samenvatting", "Mijn spinnenweb", "Opnieuw beginnen")
SAYS = {
    "hulp": "hulp",
    "vraag_bot": "bot",
    "vraag_privacy": "privacy",
    "bedanken": "graag_gedaan",
    "compliment": "dank_compliment",
    "frustratie": "frustratie",
    "buiten_bereik": "buiten_bereik",
    "delen_met_coach": "delen.geen_coaches",
    "delen_intrekken": "delen.niets_gedeeld",
    "vraag_coach": "coach.geen",
    "plan_herinnering": "herinnering.nog_niet",
    "stop_herinnering": "herinnering.geen",
    "exporteer_gegevens": "gegevens.export",
    "vraag_medisch": "zorg.medisch",
    "ongewenst_gedrag": "zorg.ongewenst",
    "vraag_aanbod": "aanbod.niets",
    "vraag_positieve_gezondheid": "wat_is.positieve_gezondheid",
}


@pytest.mark.parametrize("intent", SAYS)
def test_each_says_its_own_thing(intent: str) -> None:
    assert at("nu").do(intent, "iets").keys[0] == SAYS[intent]
    assert at("klaar").do(intent, "iets").keys[0] == SAYS[intent]


@pytest.mark.parametrize("intent", [*SAYS, "toon_samenvatting", "toon_spinnenweb", "maatje"])
def test_at_the_end_each_comes_with_what_is_still_possible(intent: str) -> None:
    assert at("klaar").do(intent, "is er een leefstijlcoach?").titles == list(CLOSING)


def test_who_asks_what_can_be_done_here_is_told_what_it_is_for() -> None:
    assert at("nu").do("hulp", "waar is dit voor").said[0].text.startswith(PURPOSE)


def test_the_welcome_says_what_this_is_who_reads_along_and_that_stopping_is_free(talk: Talk) -> None:
    assert talk.keys == ["welkom.bot", "welkom.privacy", "welkom.vrij", "vraag.route"]
    assert len(talk.buttons) == 3


def test_a_greeting_is_answered_in_the_same_breath_as_the_question() -> None:
    assert at("nu").do("begroeten", "hoi").keys == ["vraag.nu"]
    assert at("nu").do("pauzeren").do("begroeten", "hoi").gesprek.resting is None


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key != "klaar"])
def test_every_question_can_be_explained(key: str) -> None:
    talk = at(key).do("vraag_uitleg", "wat bedoel je")
    assert talk.keys[0].startswith("uitleg.")
    assert talk.asks


def test_nothing_is_explained_to_who_is_done_or_rests() -> None:
    assert at("klaar").do("vraag_uitleg").keys == ["klaar.meer"]
    assert at("nu").do("pauzeren").do("vraag_uitleg").keys == ["rust.hier"]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        *((f"wat is {dimensie.replace('_', ' ')}?", f"wat_is.{dimensie}") for dimensie in DIMENSIES),
        ("wat is het actiewiel?", "wat_is.actiewiel"), ("wat is een spinnenweb?", "wat_is.spinnenweb"),
        ("waarom die tekening", "wat_is.spinnenweb"), ("wat is een dimensie?", "wat_is.dimensies"),
        ("wat is positieve gezondheid", "wat_is.positieve_gezondheid"),
    ],
)  # fmt: skip
def test_the_method_is_explained(said: str, key: str) -> None:
    assert at("score.meedoen").do("vraag_positieve_gezondheid", said).keys == [key, "vraag.score.meedoen"]


def test_contacts_come_from_the_organisation() -> None:
    assert known().organisation.occupational_physician in at("nu").do("vraag_medisch").text
    assert known().organisation.confidant in at("nu").do("ongewenst_gedrag").text


def test_offers_that_are_asked_for_are_shown_with_where_to_go() -> None:
    talk = at("nu").do("vraag_aanbod", "is er een leefstijlcoach?")
    assert talk.keys == ["aanbod.gevraagd", "vraag.nu"]
    assert known().offers["leefstijlcoach"].contact in talk.text
    assert not talk.gesprek.offers


def test_who_comes_back_is_told_where_we_were_with_ways_to_look_back() -> None:
    talk = at("nu").do("hervatten", keuze="weerzien")
    assert talk.keys == ["welkom.terug", "vraag.nu"]
    assert talk.titles == ["Overslaan", "Mijn samenvatting", "Opnieuw beginnen"]
    assert Talk().do("hervatten", keuze="weerzien").keys == ["vraag.route"]
    assert at("klaar").do("hervatten", keuze="weerzien").keys == ["klaar.weer"]
    assert at("klaar").do("hervatten").keys == ["klaar.meer"]


def test_a_single_word_that_sounded_like_a_cry_for_help_can_become_the_answer() -> None:
    talk = at("wie").do("crisis", "mezelf")
    assert talk.press("Dit was mijn antwoord").gesprek.answers["wie"] == "mezelf"


@pytest.mark.parametrize("key", ["klaar", "nu"])
def test_what_is_not_understood_after_the_end_shows_what_is_possible(key: str) -> None:
    talk = at(key).do("pauzeren").do("nlu_fallback", "qwrtp")
    assert talk.keys == ["niet_begrepen.rust"]
    assert talk.buttons


def test_a_doubting_answer_that_was_explained_can_still_be_the_answer() -> None:
    talk = at("wie").do("vraag_uitleg", "met mijn zus of zo?")
    assert talk.titles[-1] == "Dit was mijn antwoord"
    assert talk.press("Dit was mijn antwoord").gesprek.answers["wie"] == "met mijn zus of zo?"


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("route", "uitleg.route"), ("goed.meedoen", "voortgang.spinnenweb"), ("score.meedoen", "voortgang.spinnenweb"),
        ("nu", "voortgang.actiewiel"), ("plan", "voortgang.actiewiel"), ("maatje", "voortgang.bijna"),
        ("opnieuw", "voortgang.bijna"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("asked", ["hoe lang duurt dit nog", "hoeveel vragen komen er nog?", "zijn we er bijna"])
def test_who_asks_how_long_it_takes_hears_where_we_are(key: str, said: str, asked: str) -> None:
    talk = at(key).say(asked, "hulp", 0.9)
    assert talk.keys[0] == said
    assert talk.asks


@pytest.mark.parametrize("way", ["kort", "rustig", "plan"])
def test_the_number_of_questions_still_to_come_is_about_right(way: str) -> None:
    talk, foreseen = Talk().do("antwoord", way), []
    while talk.key != "klaar":
        foreseen.append(left(talk.gesprek))
        talk.answer()
    assert all(abs(number - real) <= 3 for number, real in zip(foreseen, range(len(foreseen), 0, -1)))


def test_a_moment_in_the_step_is_not_asked_for_again() -> None:
    talk = at("doen").do("antwoord", "morgen na het eten wandelen")
    assert (talk.key, talk.keys) == ("wanneer", ["vraag.wanneer.al"])
    assert at("doen").do("antwoord", "wandelen met de hond").keys == ["vraag.wanneer"]


@pytest.mark.parametrize("said", ["gaat je niks aan", "dat gaat u niets aan"])
def test_what_is_nobodys_business_is_no_answer(said: str) -> None:
    assert "nu" not in at("nu").say(said).gesprek.answers
