"""Changing what was said: a score, a line by its name or number, the plan; and dropping a line altogether."""

from __future__ import annotations

import pytest

from bot.conversation.questions import WHEEL
from bot.conversation.summary import keys
from tests.conversation.talk import QUESTIONS, Talk, at


def line(talk: Talk, key: str) -> str:
    """Return the number of a line in the summary."""
    return str(keys(talk.gesprek).index(key) + 1)


@pytest.mark.parametrize(
    ("said", "entities", "dimensie", "score"),
    [
        ("maak van meedoen een 8", {"dimensie": "meedoen", "score": "8.0"}, "meedoen", 8),
        ("zingeving moet toch een 4,5 zijn", {}, "zingeving", 4.5),
        ("mijn lijf was eigenlijk een nul", {}, "lichaamsfuncties", 0),
        ("doe toch maar een 3", {}, "dagelijks_functioneren", 3),
        ("het laatste cijfer moet een 9 zijn", {}, "dagelijks_functioneren", 9),
    ],
)
@pytest.mark.parametrize("key", ["opvalt", "willen", "plan", "samenvatting", "reflectie"])
def test_a_score_is_changed_in_one_sentence_at_any_moment(
    key: str, said: str, entities: dict[str, str], dimensie: str, score: float
) -> None:
    talk = at(key).do("wijzig_antwoord", said, **entities)
    assert talk.gesprek.scores[dimensie] == score
    assert talk.gesprek.answers[f"score.{dimensie}"] == said
    assert talk.key == key
    assert talk.asks


def test_changing_the_score_that_is_open_answers_it() -> None:
    talk = at("score.meedoen").do("wijzig_antwoord", "maak van meedoen een 8")
    assert talk.gesprek.scores["meedoen"] == 8
    assert talk.key == "anders.meedoen"


def test_a_score_changed_afterwards_is_confirmed() -> None:
    talk = at("klaar").do("wijzig_antwoord", "maak van meedoen een 2")
    assert talk.keys == ["klaar.gewijzigd"]
    assert talk.gesprek.scores["meedoen"] == 2


def test_a_dimension_that_was_not_talked_about_changes_no_other() -> None:
    talk = (
        Talk().do("kies_dimensie", "meedoen").go_on("anders.meedoen").do("wijzig_antwoord", "maak van zingeving een 8")
    )
    assert talk.gesprek.scores == {"meedoen": 6.5}
    assert talk.key == "wijzig"


def test_a_number_in_another_answer_is_no_score() -> None:
    talk = at("plan")
    scores = dict(talk.gesprek.scores)
    assert talk.do("wijzig_antwoord", "het moment wordt 3 uur").key == "wanneer"
    assert talk.gesprek.scores == scores


@pytest.mark.parametrize(("said", "key"), [("11", "score.buiten_schaal"), ("6 of 7", "wijzig.welk_cijfer")])
def test_a_new_score_that_is_not_clear_is_asked(said: str, key: str) -> None:
    talk = at("reflectie").do("wijzig_antwoord", f"maak van meedoen {said}")
    assert talk.keys == [key, "vraag.score.meedoen"]
    assert talk.press("7").key == "reflectie"
    assert talk.gesprek.scores["meedoen"] == 7


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("wat er goed gaat bij meedoen", "goed.meedoen"), ("het cijfer van zingeving", "score.zingeving"),
        ("wat ik anders wil bij zingeving", "anders.zingeving"), ("met wie ik het doe", "wie"),
        ("mijn eerste stap", "doen"),
        ("wat ik wil", "willen"), ("het moment", "wanneer"), ("van wie ik het nodig heb", "nodig_van"),
        ("over zingeving wil ik toch niet praten", "praten.zingeving"), ("mijn onderwerp", "focus"),
        ("haal het teken bij zingeving maar weg", "praten.zingeving"),
        ("wanneer moet eigenlijk morgen zijn", "wanneer"),
    ],
)  # fmt: skip
def test_an_answer_is_found_by_what_it_is_about(said: str, key: str) -> None:
    talk = at("reflectie").do("wijzig_antwoord", said)
    assert talk.key == key
    assert talk.keys[0] == "terug.was"
    assert talk.asks
    assert talk.do("overslaan").key == "reflectie"


def test_a_dimension_alone_is_enough_when_it_has_one_answer() -> None:
    talk = (
        Talk()
        .do("kies_dimensie", "meedoen")
        .answer()
        .do("wijzig_antwoord", "mijn antwoord bij meedoen", dimensie="meedoen")
    )
    assert talk.key == "goed.meedoen"


def test_a_dimension_with_several_answers_is_asked_after() -> None:
    talk = at("willen").do("wijzig_antwoord", "mijn antwoord bij meedoen")
    assert (talk.key, talk.keys) == ("wijzig", ["vraag.wijzig"])
    assert talk.do("antwoord", "het cijfer van meedoen").key == "regel"


def test_nothing_said_is_nothing_to_change(talk: Talk) -> None:
    assert talk.do("wijzig_antwoord", "ik wil een antwoord veranderen").key == "route"
    assert talk.asks


@pytest.mark.parametrize("key", [key for key in QUESTIONS if at(key).gesprek.answers])
def test_which_line_can_be_asked_everywhere_and_declined(key: str) -> None:
    talk = at(key)
    asked, words = talk.gesprek.asked, dict(talk.gesprek.answers)
    talk.do("wijzig_antwoord", "ik wil een antwoord veranderen")
    assert talk.key == "wijzig"
    assert 1 < len(talk.buttons) <= 9
    talk.press("Niets veranderen")
    assert talk.key == {"plan": "aanbod", "samenvatting": "maatje"}.get(asked, asked)
    assert talk.gesprek.answers == words


def test_the_lines_keep_their_buttons_when_asked_again() -> None:
    talk = at("wijzig").do("herhalen")
    titles = talk.titles
    assert len(titles) == 9
    assert talk.do("vraag_privacy", "wie leest mee").titles == titles
    assert talk.do("nlu_fallback", "qwrtp").titles == titles
    assert talk.do("antwoord", "qwrtp").titles == titles


@pytest.mark.parametrize("key", [*WHEEL, "focus"])
def test_a_line_is_picked_by_its_number_and_written_anew(key: str) -> None:
    talk = at("samenvatting")
    before = dict(talk.gesprek.answers)
    talk.do("antwoord", line(talk, key))
    assert (talk.key, talk.gesprek.about) == ("regel", key)
    assert before[key] in talk.text
    talk.press("Anders opschrijven")
    assert talk.key == key
    talk.do("antwoord", "iets heel anders")
    assert talk.gesprek.answers == {**before, key: "iets heel anders"}
    assert talk.key in ("samenvatting", "plan")


@pytest.mark.parametrize("key", keys(at("reflectie").gesprek))
def test_every_line_can_be_dropped_on_its_own(key: str) -> None:
    talk = at("samenvatting")
    before = keys(talk.gesprek)
    talk.do("antwoord", f"regel {line(talk, key)}").press("Weglaten")
    assert keys(talk.gesprek) == [other for other in before if other != key]
    assert talk.keys[0] == "samenvatting.tekst"
    assert talk.asks


@pytest.mark.parametrize(
    "said", ["regel 2 mag weg", "2 weg", "haal nummer 2 maar weg", "schrap regel 2", "verwijder punt 2"]
)
def test_a_line_is_dropped_in_one_sentence(said: str) -> None:
    talk = at("samenvatting")
    key = keys(talk.gesprek)[1]
    talk.do("antwoord", said)
    assert key not in keys(talk.gesprek)


def test_new_words_with_weg_in_them_drop_nothing() -> None:
    talk = at("samenvatting").do("antwoord", "regel 2 moet zijn dat ik eerder weg kan van het werk")
    assert talk.key == "regel"


def test_dropping_everything_leaves_no_summary_to_agree_with() -> None:
    talk = at("samenvatting")
    while talk.key == "samenvatting":
        talk.do("antwoord", "1 weg")
    assert talk.key == "reflectie"
    assert talk.do("toon_samenvatting").keys[0] == "samenvatting.leeg"


def test_a_line_can_be_left_as_it_is() -> None:
    talk = at("regel")
    words = dict(talk.gesprek.answers)
    assert talk.do("herhalen").press("Zo laten").key == "samenvatting"
    assert talk.gesprek.answers == words


def test_something_else_about_a_line_is_asked_again() -> None:
    talk = at("regel").do("antwoord", "qwrtp")
    assert (talk.key, talk.gesprek.misses) == ("regel", 1)


@pytest.mark.parametrize("said", ["999", "regel 0", "regel 77"])
def test_a_line_that_is_not_there_is_asked_again(said: str) -> None:
    assert at("samenvatting").do("antwoord", said).key == "samenvatting"


def test_a_no_to_the_plan_offers_its_own_lines_and_it_is_read_back_again() -> None:
    talk = at("plan").do("herhalen").press("Nee, iets veranderen")
    assert talk.key == "wijzig"
    assert {button.entities["regel"] for button in talk.buttons if button.entities} <= set(WHEEL)
    talk.press("Wanneer en waar")
    assert (talk.key, talk.keys) == ("wanneer", ["terug.was", "vraag.wanneer.al"])
    talk.do("antwoord", "vrijdag na het eten")
    assert (talk.key, talk.keys[-1]) == ("plan", "vraag.plan")
    assert "vrijdag na het eten" in talk.text
    assert "dinsdag om vijf uur weg" in talk.text


@pytest.mark.parametrize(
    ("said", "chosen"), [("Zo klopt het", "maatje"), ("klopt", "maatje"), ("Iets veranderen", "wijzig")]
)
def test_the_summary_is_agreed_with_or_changed(said: str, chosen: str) -> None:
    assert at("samenvatting").do("antwoord", said).key == chosen
    assert at("samenvatting").do("ontkennen", "nee").key == "wijzig"
    assert at("samenvatting").do("bevestigen", "ja").key == "maatje"
    assert at("samenvatting").do("antwoord", "wie weet").key == "samenvatting"


def test_a_line_is_left_out_of_the_summary_by_its_name() -> None:
    talk = at("samenvatting").do("antwoord", "de eerste stap weglaten")
    assert (talk.key, "doen" in talk.gesprek.answers) == ("samenvatting", False)


def test_something_different_names_no_line() -> None:
    assert at("samenvatting").do("wijzig_antwoord", "ik wil bij nodig iets anders zetten").key == "nodig"


def test_a_plan_read_back_without_numbers_is_not_changed_by_number() -> None:
    assert at("plan").do("ontkennen", "nee").keys == ["vraag.wijzig.plan"]
    assert at("samenvatting").do("ontkennen", "nee").keys == ["vraag.wijzig"]


def test_a_dimension_that_comes_later_is_gone_to_now() -> None:
    assert at("score.lichaamsfuncties").do("wijzig_antwoord", "ik wil zingeving veranderen").key == "goed.zingeving"


@pytest.mark.parametrize("key", ["goed.meedoen", "anders.zingeving", "doen", "nodig_van", "opvalt", "focus"])
def test_a_line_is_rewritten_in_place(key: str) -> None:
    talk = at("samenvatting").do("wijzig_antwoord", "op mijn eigen tempo", regel=key, tekst="op mijn eigen tempo")
    assert talk.gesprek.answers[key] == "op mijn eigen tempo"
    assert talk.key == "samenvatting"
    assert "op mijn eigen tempo" in talk.text


def test_a_rewritten_score_is_a_score() -> None:
    talk = at("samenvatting").do("wijzig_antwoord", "een zesje", regel="score.meedoen", tekst="een zesje")
    assert talk.gesprek.scores["meedoen"] == 6


@pytest.mark.parametrize("words", ["42", "tja"])
def test_a_rewritten_score_that_is_none_is_asked_for(words: str) -> None:
    before = at("samenvatting").gesprek.scores["meedoen"]
    talk = at("samenvatting").do("wijzig_antwoord", words, regel="score.meedoen", tekst=words)
    assert talk.key == "score.meedoen"
    assert talk.gesprek.scores["meedoen"] == before


def test_a_line_without_words_is_left_out() -> None:
    talk = at("samenvatting").do("wijzig_antwoord", "", regel="goed.meedoen", tekst="")
    assert "goed.meedoen" not in keys(talk.gesprek)
    assert talk.key == "samenvatting"


def test_a_line_that_is_not_there_is_not_rewritten() -> None:
    talk = Talk().do("wijzig_antwoord", "iets", regel="doen", tekst="iets")
    assert "doen" not in talk.gesprek.answers


def test_a_question_that_is_open_may_be_rewritten_too() -> None:
    talk = at("opvalt").do("wijzig_antwoord", "rust", regel="goed.meedoen", tekst="rust")
    assert talk.gesprek.answers["goed.meedoen"] == "rust"
    assert talk.key == "opvalt"
