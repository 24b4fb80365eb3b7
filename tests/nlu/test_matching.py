"""Themes and offers by meaning: what fits comes up, and where nothing fits nothing does."""

from __future__ import annotations

import pytest

from bench.themas import Shares, find_offers, find_themes, lines, matcher_of, shares
from bot.conversation.knowledge import Offer, Theme
from bot.knowledge import knowledge
from bot.nlu.matching import MOST_OFFERS, OFFER_THRESHOLD, THEME_THRESHOLD, Matcher, fits_nothing

# A point below what is reached (a point above, for what is to stay low). On the held-out lists nothing is tuned.
THEMES_REACHED = {"themas.txt": Shares(0.61, 0.029, 0.072), "themas_achtergehouden.txt": Shares(0.63, 0.047, 0.085)}
OFFERS_REACHED = {"wensen.txt": Shares(0.86, 0.088, 0.21), "wensen_achtergehouden.txt": Shares(0.82, 0.102, 0.31)}

SLEEP = Theme(
    "slaap",
    "Hoe slaap je?",
    ("ik slaap slecht", "ik lig wakker in de nacht", "de laatste tijd slaap ik niet goed", "ik slaap goed"),
)
MONEY = Theme("geld", "Wat doet geld met je?", ("ik kom niet rond", "ik heb schulden"), ("kwaliteit_van_leven",))
THEMES = {theme.id: theme for theme in (SLEEP, MONEY)}


def offer(id: str, example: str, *dimensies: str) -> Offer:
    return Offer(id, id.capitalize(), "Wat het is.", "Bel 1", dimensies, (example,))


OFFERS = {
    o.id: o
    for o in (
        offer("zwemmen", "ik wil gaan zwemmen", "lichaamsfuncties"),
        offer("baantjes", "baantjes trekken in het zwembad", "lichaamsfuncties"),
        offer("zwemles", "ik wil leren zwemmen", "meedoen"),
        offer("zwembad", "elke week zwemmen in het zwembad", "lichaamsfuncties"),
        offer("boekhouden", "hulp met de boekhouding", "kwaliteit_van_leven"),
    )
}


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    """Over the content as it is shipped."""
    return matcher_of(knowledge())


@pytest.mark.parametrize("name", THEMES_REACHED)
def test_the_theme_that_comes_up_fits_and_where_nothing_fits_none_does(matcher: Matcher, name: str) -> None:
    found = shares(find_themes(matcher, lines(name)), THEME_THRESHOLD)
    assert_reached(found, THEMES_REACHED[name])


@pytest.mark.parametrize("name", OFFERS_REACHED)
def test_the_first_offer_fits_what_somebody_wishes(matcher: Matcher, name: str) -> None:
    found = shares(find_offers(matcher, lines(name)), OFFER_THRESHOLD)
    assert_reached(found, OFFERS_REACHED[name])


def assert_reached(found: Shares, reached: Shares) -> None:
    assert found.fitting >= reached.fitting
    assert found.wrong <= reached.wrong
    assert found.needless <= reached.needless


def test_the_lists_name_what_exists_and_hold_enough_that_nothing_fits() -> None:
    known = knowledge()
    for names, existing in ((THEMES_REACHED, known.themes), (OFFERS_REACHED, known.offers)):
        for name in names:
            assert frozenset[str]().union(*(line.fair for line in lines(name))) <= set(existing)
    for name in THEMES_REACHED:
        assert sum(not line.fair for line in lines(name)) >= len(lines(name)) / 4


def test_no_example_is_a_remark_of_the_lists() -> None:
    known = knowledge()
    said = [example for theme in known.themes.values() for example in (*theme.examples, *theme.words)]
    for remarks, examples in (
        ([line.said for name in THEMES_REACHED for line in lines(name)], [*said, *fits_nothing()]),
        ([line.said for name in OFFERS_REACHED for line in lines(name)], examples_of_offers()),
    ):
        same = {remark.casefold() for remark in remarks} & {example.casefold() for example in examples}
        assert same == set()


def examples_of_offers() -> list[str]:
    return [text for offer in knowledge().offers.values() for text in (offer.title, *offer.examples)]


def test_development_and_held_out_lists_have_nothing_in_common() -> None:
    for names in (THEMES_REACHED, OFFERS_REACHED):
        tuned, held_out = ({line.said.casefold() for line in lines(name)} for name in names)
        assert tuned & held_out == set()


@pytest.mark.parametrize("theme", knowledge().themes.values(), ids=lambda theme: theme.id)
def test_each_theme_comes_up_at_its_own_examples(theme: Theme, matcher: Matcher) -> None:
    own = [matcher.theme_for(example, None) for example in theme.examples if len(example.split()) > 1]
    assert sum(found is not None and found.id == theme.id for found in own) >= 0.9 * len(own)


def test_a_theme_comes_up_by_meaning_and_only_when_it_is_near() -> None:
    matcher = Matcher(THEMES, {})
    assert matcher.theme_for("ik slaap de laatste tijd slecht", None) == SLEEP
    assert matcher.theme_for("de trein naar Utrecht had vertraging", None) is None


def test_one_word_is_no_subject() -> None:
    assert Matcher(THEMES, {}).theme_for("slapen", None) is None


def test_a_theme_comes_up_only_at_its_dimensions() -> None:
    matcher = Matcher(THEMES, {})
    assert matcher.theme_for("ik heb schulden", "kwaliteit_van_leven") == MONEY
    assert matcher.theme_for("ik heb schulden", None) == MONEY
    assert matcher.theme_for("ik heb schulden", "meedoen") is None


def test_one_sentence_of_a_story_is_enough() -> None:
    story = "Het was een lange week. De trein had vertraging! Ik lig wakker in de nacht. Morgen ben ik vrij."
    assert Matcher(THEMES, {}).theme_for(story, None) == SLEEP


def test_without_themes_or_offers_nothing_comes_up() -> None:
    matcher = Matcher({}, {})
    assert matcher.theme_for("ik slaap slecht", None) is None
    assert matcher.offers_for("ik slaap slecht", []) == []


def test_the_nearest_offers_come_first_and_never_more_than_three() -> None:
    found = Matcher({}, OFFERS).offers_for("ik wil elke week baantjes trekken in het zwembad", [])
    assert {o.id for o in found[:2]} == {"baantjes", "zwembad"}
    assert 1 < len(found) <= MOST_OFFERS
    assert "boekhouden" not in [o.id for o in found]


def test_offers_are_of_the_dimensions_at_hand() -> None:
    found = Matcher({}, OFFERS).offers_for("ik wil leren zwemmen", ["meedoen"])
    assert [o.id for o in found] == ["zwemles"]


@pytest.mark.parametrize("text", ["", "   ", "de trein naar Utrecht had vertraging"])
def test_nothing_said_or_nothing_near_is_no_offer(text: str) -> None:
    assert Matcher({}, OFFERS).offers_for(text, []) == []


def test_missing_somebody_is_grief_and_no_caring(matcher: Matcher) -> None:
    found = matcher.theme_for("ik mis mijn moeder nog elke dag", None)
    assert found is not None
    assert found.id == "rouw"
