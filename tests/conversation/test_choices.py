"""Choosing: by a button, by its number, or in words of one's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import choices
from bot.conversation.dimensions import DIMENSIES, NAMEN
from bot.conversation.knowledge import Option
from bot.conversation.questions import Kind
from tests.conversation.talk import QUESTIONS, Talk, at, known

OPTIONS = known().options


@pytest.mark.parametrize("name", OPTIONS)
def test_every_option_is_found_by_its_title_and_its_words(name: str) -> None:
    for option in OPTIONS[name]:
        for said in (option.title, option.title.upper(), *option.words):
            found = choices.match(said, OPTIONS[name])
            assert found == option, said


@pytest.mark.parametrize(
    ("name", "text", "id"),
    [
        ("route", "doe maar rustig", "rustig"), ("route", "ik heb weinig tijd vandaag", "kort"),
        ("route", "kotr", None),
        ("route", "rustigg", "rustig"), ("route", "de tweede", "rustig"), ("route", "3", "plan"),
        ("route", "nummer 1", "kort"),
        ("route", "optie 4", None), ("route", "kort of lang", None), ("route", "🙂", None), ("route", "", None),
        ("nodig_van", "van mijn collega's", "team"), ("nodig_van", "mijn man en mijn baas", None),
        ("nodig_van", "de teamleidster", "leidinggevende"), ("nodig_van", "niemand", "niemand"),
        ("dimensie", "de sfeer op het werk", "meedoen"), ("dimensie", "stress op mijn werk", "mentaal_welbevinden"),
        ("drempel", "ik durf het niet", "durven"), ("drempel", "geen tijd", "mogelijk"),
        ("drempel", "ik weet niet hoe", "weten"),
        ("regel", "haal maar weg", "weglaten"), ("regel", "laat maar", "laten"),
        ("samenvatting", "klopt niet", "wijzigen"), ("samenvatting", "klopt", "klopt"),
    ],
)  # fmt: skip
def test_people_choose_like_this(name: str, text: str, id: str | None) -> None:
    found = choices.match(text, OPTIONS[name])
    assert (found.id if found else None) == id


def test_a_story_is_no_choice() -> None:
    assert (
        choices.match(
            "ik weet het niet, mijn baas zei gisteren nog dat het allemaal anders moest", OPTIONS["nodig_van"]
        )
        is None
    )


@given(st.text(), st.sampled_from(sorted(OPTIONS)))
def test_any_text_means_one_of_the_options_or_none(text: str, name: str) -> None:
    assert choices.match(text, OPTIONS[name]) in (*OPTIONS[name], None)


@given(st.text(), st.lists(st.builds(Option, st.text(), st.text(), st.tuples(st.text())), max_size=4))
def test_options_may_be_called_anything(text: str, options: list[Option]) -> None:
    assert choices.match(text, options) in (*options, None)


@pytest.mark.parametrize("key", [key for key in QUESTIONS if at(key).open.kind is Kind.TEXT])
def test_words_are_asked_with_a_way_past_them(key: str) -> None:
    assert at(key).do("herhalen").titles == ["Overslaan"]
    again = at(key).answer().do("terug")
    while again.key != key:
        again.do("terug")
    assert again.titles == ["Zo laten"]


def test_a_score_is_asked_with_all_whole_ones_and_two_ways_out() -> None:
    talk = at("score.meedoen").do("herhalen")
    assert talk.titles == [*map(str, range(11)), "Weet ik niet", "Overslaan"]
    assert talk.press("0").gesprek.scores["meedoen"] == 0


@pytest.mark.parametrize(
    ("key", "intents"), [("praten.meedoen", 2), ("plan", 2), ("opnieuw", 2), ("wissen", 2), ("maatje", 2)]
)
def test_yes_and_no_have_a_button_each(key: str, intents: int) -> None:
    assert [button.intent for button in at(key).do("herhalen").buttons] == ["bevestigen", "ontkennen"]


def test_the_focus_is_chosen_from_the_marks_or_from_all() -> None:
    talk = Talk().do("antwoord", "rustig").go_on("praten.zingeving").do("bevestigen", "ja").do("start_actiewiel")
    assert talk.titles == [*(NAMEN[d] for d in ("lichaamsfuncties", "mentaal_welbevinden", "zingeving")), "Overslaan"]
    assert Talk().do("antwoord", "plan").titles == [*(NAMEN[d] for d in DIMENSIES), "Overslaan"]


@pytest.mark.parametrize(
    ("key", "text", "offered"),
    [
        ("nu", "wie kan hier bij?", True), ("nu", "privacy", False), ("score.meedoen", "wie kan dit zien dan?", False),
        ("route", "wie kan dit zien dan?", False),
    ],
)  # fmt: skip
def test_words_taken_for_a_question_can_still_be_the_answer(key: str, text: str, offered: bool) -> None:
    talk = at(key).do("vraag_privacy", text)
    assert ("Dit was mijn antwoord" in talk.titles) is offered
    if offered:
        talk.press("Dit was mijn antwoord")
        assert talk.gesprek.answers[key] == text


def test_a_listing_reads_as_dutch() -> None:
    assert [choices.listing(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]
