"""Which coach is meant: a name with or without capitals, a description, and none where any coach will do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.coaches import find_coach
from bot.nlu.coaches.names import is_first_name, is_ordinary, is_surname


@pytest.mark.parametrize(
    ("text", "coach"),
    [
        ("stuur het naar Marieke de Vries", "Marieke de Vries"),
        ("stuur het naar marieke de vries", "marieke de vries"),
        ("STUUR NAAR MARIEKE", "MARIEKE"), ("Marieke graag", "Marieke"),
        ("deel met jan van der berg", "jan van der berg"),
        ("deel met Els Van Damme", "Els Van Damme"), ("deel 't met Samira El Idrissi", "Samira El Idrissi"),
        ("stuur naar marieke jansen graag", "marieke jansen"), ("naar Aukje-Lien Bosma", "Aukje-Lien Bosma"),
        ("stuur het naar Marieke de samenvatting", "Marieke"), ("wil je peter vragen of hij het leest", "peter"),
        ("geef Chidinma toegang", "Chidinma"), ("naar chidinma sturen", "chidinma"), ("Ola mag het zien", "Ola"),
        ("mevrouw van dam mag het zien", "mevrouw van dam"), ("aan de heer Bakker geven", "de heer Bakker"),
        ("stuur dit naar Dr. Kees", "Dr. Kees"), ("stuur naar coach fatima", "coach fatima"),
        ("verstuur naar mijn coach Ilse", "mijn coach Ilse"), ("deel met Jan de coach", "Jan de coach"),
        ("maak een afspraak met Peter voor dinsdag", "Peter"), ("ja die Ben mag het hebben", "Ben"),
        ("dan hoeft Lieve dat niet meer te zien", "Lieve"), ("dit kan naar lieve want zij kent me", "lieve"),
        ("said mag het zien", "said"), ("stuur naar dr. Vos pls", "dr. Vos"), ("aan meneer de wit geven",
        "meneer de wit"), ("blokkeer mevrouw bos", "mevrouw bos"), ("geef hülya inzage", "hülya"),
        ("send to madam Joyce", "madam Joyce"),
    ],
)  # fmt: skip
def test_a_coach_is_named(text: str, coach: str) -> None:
    assert find_coach(text) == coach


@pytest.mark.parametrize(
    ("text", "coach"),
    [
        ("stuur naar de coach van de garage", "de coach van de garage"), ("stuur naar m'n coach", "m'n coach"),
        ("laat de ergocoach meekijken", "de ergocoach"), ("die coach uit Sittard mag dit", "die coach uit Sittard"),
        ("een vrouwelijke coach graag", "een vrouwelijke coach"), ("aan mijn vorige coach", "mijn vorige coach"),
        ("dezelfde coach als vorige keer", "dezelfde coach als vorige keer"),
        ("de coach die pools spreekt", "de coach die pools spreekt"),
        ("de coach van vorig jaar mag het zien", "de coach van vorig jaar"),
    ],
)  # fmt: skip
def test_a_coach_is_described(text: str, coach: str) -> None:
    assert find_coach(text) == coach


@pytest.mark.parametrize(
    "text",
    [
        "", "delen graag", "stuur dit naar de coach", "een coach mag het zien", "kan het naar een van de coaches",
        "mail naar hr", "mail naar HR", "mag mijn leidinggevende dit zien", "per abuis met de verkeerde coach gedeeld",
        "Dit mag naar de coach", "Stuur maar op", "ik wil het aan iemand laten lezen", "Iedereen mag het zien",
        "deel met de coach van mij", "een coach naar keuze", "de coach komt naar de keet", "send to the coach",
        "kan de coach Russisch", "mevrouw die mij hielp", "geef volledige inzage", "ik ben klaar, stuur maar",
        "stuur naar mij", "aan niemand geven", "ik stuur de hele samenvatting",
    ],
)  # fmt: skip
def test_no_one_coach_is_meant(text: str) -> None:
    assert find_coach(text) is None


@pytest.mark.parametrize(
    "text", ["is er een vrouwelijke coach", "heb je ook 'n coach die Turks spreekt", "doet zo'n coach ook aan huis"]
)
def test_who_asks_what_coaches_there_are_means_none(text: str) -> None:
    assert find_coach(text, asking=True) is None


def test_the_names_of_the_coaches_there_are_go_first() -> None:
    assert find_coach("wat vindt petra van aïcha brouwer", known=["Aïcha Brouwer"]) == "aïcha brouwer"
    assert find_coach("stuur naar Petra", known=["Pet"]) == "Petra"


def test_names_are_not_everyday_words() -> None:
    assert is_first_name("Marieke")
    assert is_first_name("joke")
    assert not any(is_first_name(word) for word in ("ken", "wil", "de", "maatje", "an", "samenvatting"))
    assert is_surname("de vries") or is_surname("Vries")
    assert is_ordinary("Alles")


@given(st.text() | st.text("Aab. ,'dehcontvr"), st.booleans())
def test_any_text_gives_words_of_its_own_or_none(text: str, asking: bool) -> None:
    found = find_coach(text, asking=asking)
    assert found is None or (found and found in text)
