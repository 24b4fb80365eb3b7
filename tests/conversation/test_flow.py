"""From question to question: what introduces them, and whole conversations from the welcome to the end."""

from __future__ import annotations

import pytest

from bot.conversation.dimensions import DIMENSIES
from tests.conversation.talk import WORDS, Talk, at


def test_a_short_conversation_from_start_to_end() -> None:
    talk = Talk()
    assert talk.press("Kort, één onderwerp").keys == ["vraag.dimensie"]
    assert talk.press("Zingeving").keys == ["begin.kort", "dimensie.zingeving", "vraag.goed.zingeving"]
    assert talk.say("mensen helpen").keys == ["vraag.score.zingeving"]
    assert talk.say("een 6 of een 7", "geef_score").keys == ["score.welke"]
    assert talk.press("6,5").keys == ["vraag.anders.zingeving"]
    assert talk.say("meer tijd per bewoner").keys == ["begin.actiewiel.anders", "vraag.willen.daarin"]
    assert talk.say("één keer in de week een uur").keys == ["vraag.nodig"]
    assert talk.say("afspraken in het team").keys == ["vraag.nodig_van"]
    assert talk.press("Mijn team").keys == ["vraag.doen"]
    assert talk.say("het donderdag in het overleg vertellen").keys == ["vraag.wanneer.al"]
    assert talk.say("donderdag om tien uur").keys == ["vraag.wie"]
    assert talk.say("met Fatma").keys == ["vraag.plan"]
    assert talk.press("Ja, zo klopt het").keys == ["samenvatting.tekst", "vraag.samenvatting"]
    assert talk.press("Zo klopt het").keys == ["vraag.maatje"]
    assert talk.press("Nee, dank je").keys == ["vraag.reflectie"]
    assert talk.say("fijn om op te schrijven", "compliment").keys == ["klaar"]
    assert talk.gesprek.answers == {
        "goed.zingeving": "mensen helpen",
        "score.zingeving": "6,5",
        "anders.zingeving": "meer tijd per bewoner",
        "willen": "één keer in de week een uur",
        "nodig": "afspraken in het team",
        "nodig_van": "Mijn team",
        "doen": "het donderdag in het overleg vertellen",
        "wanneer": "donderdag om tien uur",
        "wie": "met Fatma",
        "reflectie": "fijn om op te schrijven",
    }
    assert talk.gesprek.scores == {"zingeving": 6.5}


def test_the_calm_way_introduces_each_dimension_and_shows_the_drawing() -> None:
    talk = Talk().press("Rustig, alle zes")
    introduced = []
    while talk.open.dimensie:
        introduced += [key for key in talk.keys if key.startswith(("begin.", "dimensie."))]
        talk.answer()
    assert introduced == ["begin.spinnenweb", *(f"dimensie.{dimensie}" for dimensie in DIMENSIES)]
    assert talk.keys == ["spinnenweb.klaar", "vraag.opvalt"]
    assert talk.answer().keys == ["begin.actiewiel", "vraag.focus"]
    assert all(name in talk.text for name in ("Zingeving", "Meedoen"))


def test_straight_to_the_plan_says_how_it_goes() -> None:
    assert Talk().press("Meteen een plan").keys == ["begin.plan", "vraag.focus.open"]


@pytest.mark.parametrize("said", ["niets", "overslaan", "een heel lang verhaal " * 10])
def test_only_a_short_wish_is_said_back(said: str) -> None:
    talk = Talk().do("kies_dimensie", "zingeving").answer().answer()
    talk.do("overslaan" if said == "overslaan" else "antwoord", said)
    assert talk.keys == ["begin.actiewiel", "vraag.willen"]


def test_an_introduction_is_not_repeated_on_the_way_back() -> None:
    talk = at("score.zingeving").do("terug")
    assert talk.keys == ["terug.was", "vraag.goed.zingeving"]
    assert at("nu").do("terug").keys == ["terug.was", "vraag.focus"]


def test_a_theme_brings_one_question_that_goes_on_about_it() -> None:
    talk = Talk().do("kies_dimensie", "meedoen").say("ik slaap goed en mijn slaap helpt")
    assert talk.keys == ["vraag.verdieping"]
    assert talk.do("vraag_uitleg").keys == ["uitleg.verdieping", "vraag.verdieping"]
    assert talk.say("niets", "ontkennen").key == "score.meedoen"
    assert "goed.meedoen+" in talk.gesprek.skipped


def test_two_conversations_do_not_share_anything() -> None:
    one, other = at("nu"), at("nu")
    one.say("druk")
    assert "nu" not in other.gesprek.answers


def test_a_pause_keeps_everything_and_goes_on_at_the_same_question() -> None:
    talk = at("willen")
    words = dict(talk.gesprek.answers)
    talk.say("later verder")
    assert talk.keys == ["pauze"]
    assert talk.say("verder").keys == ["vraag.willen"]
    assert talk.gesprek.answers == words


def test_everything_at_once() -> None:
    """Talk the way people do: with detours, doubts and second thoughts."""
    talk = Talk().say("hoi", "begroeten").say("wie leest mee", "vraag_privacy").say("doe maar rustig")
    talk.say("ik fiets elke dag").say("terug").say("ik fiets en zwem").say("ziet mijn baas dit?", "vraag_privacy")
    assert talk.key == "score.lichaamsfuncties"
    talk.say("een 6", "geef_score").say("maak van lichaamsfuncties toch een 7", "wijzig_antwoord").say("sla maar over")
    talk.say("ja").say("ik wil het over meedoen hebben", "kies_dimensie")
    assert talk.key == "goed.meedoen"
    talk.say("naar het plan").say("meedoen", "kies_dimensie").go_on("doen").say("geen idee", "weet_niet")
    talk.say("ik durf het niet").say("iemand die meegaat").say("Joris bellen").go_on("plan")
    talk.say("nee").press("Mijn eerste stap").say("Joris appen")
    assert talk.key == "plan"
    talk.say("ja").say("klopt").say("ja").say("prima zo", "compliment")
    g = talk.gesprek
    assert talk.key == "klaar"
    assert (g.answers["goed.lichaamsfuncties"], g.answers["doen"]) == ("ik fiets en zwem", "Joris appen")
    assert (g.scores, g.marks, g.focus) == ({"lichaamsfuncties": 7}, ["lichaamsfuncties"], "meedoen")
    assert g.answers["kunnen"] == WORDS["kunnen"]


def test_a_long_question_is_asked_in_few_words_the_second_time() -> None:
    assert Talk().do("vraag_privacy", "wie leest dit").keys[-1] == "vraag.route.weer"
    assert Talk().do("herhalen").keys == ["vraag.route"]
    assert at("samenvatting").do("bedanken", "dank je").keys[-1] == "vraag.samenvatting.weer"
    assert at("samenvatting").do("herhalen").keys[-1] == "vraag.samenvatting"


def test_what_is_needed_is_asked_by_itself_where_there_is_no_wish() -> None:
    talk = Talk().do("antwoord", "kort").do("weet_niet").do("weet_niet").do("overslaan")
    assert (talk.key, talk.keys[-1]) == ("nodig", "vraag.nodig.open")


def test_the_last_question_may_be_left_open_and_brings_no_summary_by_itself() -> None:
    talk = Talk().do("antwoord", "plan")
    while talk.key != "reflectie":
        talk.do("overslaan")
    assert Talk(talk.gesprek.as_dict()).say("weet ik niet", "weet_niet").key == "klaar"
    assert talk.say("rustig").key == "klaar"


def test_goodbye_is_said_once() -> None:
    talk = at("reflectie").say("rustig")
    assert talk.keys == ["klaar"]
    assert talk.do("begroeten", "hoi").keys == ["klaar.meer"]
