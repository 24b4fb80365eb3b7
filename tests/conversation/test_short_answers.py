"""Short answers: the same few words, however they are said, and never words that tell something."""

from __future__ import annotations

import pytest

from bot.conversation.short_answers import (
    beside_a_score,
    clear_yes,
    hesitates,
    maybe,
    nothing,
    only_agrees,
    only_no,
    only_not_knowing,
    only_yes,
    yes_or_no,
)


@pytest.mark.parametrize(
    "text", ["ja", "jaaa", "Ja, daar zou ik met iemand over willen praten.", "nou ja hoor", "graag", "👍"]
)
def test_a_yes_is_how_it_begins(text: str) -> None:
    assert yes_or_no(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "nee",
        "neen, dank u",
        "neeje",
        "bah nee",
        "nou ja nee ik denk het eigenlijk niet",
        "Dat lijkt mij niet nodig, dank u wel.",
        "ik hoef daar niet over te praten",
        "ja maar niet nu",
        "👎",
    ],
)
def test_a_no_is_how_it_begins_or_a_refusal_anywhere(text: str) -> None:
    assert yes_or_no(text) is False


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("nou nee … nou ja doe toch maar wel", True),
        ("nee, ja toch wel", True),
        ("nee hoor, of wacht, doe maar wel", True),
        ("neen, allez, toch wel", True),
        ("nee, bij nader inzien wel", True),
        ("nee, vooruit dan maar", True),
        ("liever niet, of toch wel", True),
        ("ja graag, of nee, toch maar niet", False),
        ("ja, wacht, nee", False),
        ("ja … nee toch maar niet", False),
        ("ja toch niet", False),
        ("jawel, eh, toch liever niet", False),
        ("nee toch niet", False),
        ("ja toch wel", True),
    ],
)
def test_of_a_yes_and_a_no_that_takes_it_back_the_last_counts(text: str, last: bool) -> None:
    assert yes_or_no(text) is last


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ja maar het lukt me toch niet", True),
        ("ja, want ik slaap toch niet", True),
        ("nee ik wil dat toch wel weten", False),
        ("nee, nou ja", False),
        ("nee doe maar", False),
    ],
)
def test_what_is_told_behind_a_yes_or_a_no_takes_nothing_back(text: str, first: bool) -> None:
    assert yes_or_no(text) is first


@pytest.mark.parametrize("text", ["ja", "Ja, deel met Marieke", "ja 👍", "zeker weten", "ja 😀"])
def test_a_clear_yes_is_a_yes_to_this(text: str) -> None:
    assert clear_yes(text, "Marieke de Vries")


@pytest.mark.parametrize(
    "text",
    ["ja?", "ja 🙃", "ja 👎", "ja is dat zeker", "jawel ik wil wel weten", "ja, deel met Piet", "nee, of ja toch wel"],
)
def test_a_question_a_face_or_another_name_is_no_clear_yes(text: str) -> None:
    assert not clear_yes(text, "Marieke de Vries")


@pytest.mark.parametrize("text", ["met mijn moeder", "jammer", "nachtdienst", "ik denk het wel", ""])
def test_other_words_are_neither(text: str) -> None:
    assert yes_or_no(text) is None


def test_a_bare_yes_or_no_tells_nothing_else() -> None:
    assert only_yes("ja")
    assert only_yes("nou ja")
    assert not only_yes("ja met mijn zus")
    assert only_no("Neen, dank u.")
    assert only_no("nee hoor")
    assert not only_no("nee, vaker met mijn zus")
    assert only_agrees("ja graag")
    assert only_agrees("prima hoor")
    assert not only_agrees("ja meer thuis")


@pytest.mark.parametrize(
    "text", ["weet nie", "kweet niet", "geen flauw idee", "goh, da weet ik nie zo goe", "pff", "?"]
)
def test_not_knowing_is_heard(text: str) -> None:
    assert only_not_knowing(text)


@pytest.mark.parametrize("text", ["gaat wel", "weet ik niet, misschien mijn collega's", "meer weten over slaap"])
def test_what_is_told_with_not_knowing_is_not_lost(text: str) -> None:
    assert not only_not_knowing(text)


@pytest.mark.parametrize("text", ["niks", "niets hoor", "niemand", "nee", "nvt", "Ik heb daar niets voor nodig."])
def test_nothing_is_nothing(text: str) -> None:
    assert nothing(text)


@pytest.mark.parametrize("text", ["niks te klagen", "geen nachtdiensten", "niets, ik ben zo gelukkig"])
def test_nothing_but_is_something(text: str) -> None:
    assert not nothing(text)


def test_hesitating_is_not_a_step() -> None:
    assert hesitates("ik durf eigenlijk niks te doen")
    assert hesitates("dat kan ik niet")
    assert hesitates("te verdrietig voor")
    assert hesitates("pff, veel te druk")
    assert not hesitates("te voet")
    assert not hesitates("te laat naar bed gaan stoppen")
    assert not hesitates("niet meer mee naar buiten in de pauze")


def test_perhaps_is_neither_yes_nor_no() -> None:
    assert maybe("misschien later")
    assert not maybe("misschien met mijn zus")


def test_words_beside_a_score_are_those_that_tell_something() -> None:
    assert beside_a_score("ik geef het een dikke 7") == []
    assert beside_a_score("7 want ik slaap beter") == ["want", "slaap", "beter"]
