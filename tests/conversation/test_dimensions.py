"""Naming a dimension: by its own name, an everyday one, or misspelt; never by accident."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.dimensions import BENAMINGEN, DIMENSIES, NAMEN, find_dimensie, find_dimensies, plain


def test_there_are_six_and_each_has_a_name() -> None:
    assert len(DIMENSIES) == 6
    assert set(NAMEN) == set(BENAMINGEN) == set(DIMENSIES)


@pytest.mark.parametrize("dimensie", DIMENSIES)
def test_every_name_finds_its_own_dimension(dimensie: str) -> None:
    for name in (NAMEN[dimensie], NAMEN[dimensie].upper(), *BENAMINGEN[dimensie]):
        assert find_dimensie(f"ik wil het over {name} hebben") == dimensie, name
    assert all(name == plain(name) for name in BENAMINGEN[dimensie])


def test_no_name_belongs_to_two() -> None:
    names = [name for found in BENAMINGEN.values() for name in found]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "dimensie"),
    [
        ("zingeveing", "zingeving"), ("medoen", "meedoen"), ("lichaamsfunkties", "lichaamsfuncties"),
        ("mentaal welbevnden", "mentaal_welbevinden"), ("kwalitiet van leven", "kwaliteit_van_leven"),
        ("dagelijk functioneren", "dagelijks_functioneren"), ("mijn lijf", "lichaamsfuncties"),
        ("collega's", "meedoen"),
        ("collega’s", "meedoen"), ("financiën", "kwaliteit_van_leven"), ("het huishouden", "dagelijks_functioneren"),
    ],
)  # fmt: skip
def test_people_name_them_like_this(text: str, dimensie: str) -> None:
    assert find_dimensie(text) == dimensie


@pytest.mark.parametrize(
    "text", ["", "tevreden", "leven en laten leven", "mijn baas", "doen", "ik doe mee", "🙂", "?!"]
)
def test_other_words_name_none(text: str) -> None:
    assert find_dimensies(text) == []


def test_two_named_are_no_choice() -> None:
    assert find_dimensies("Meedoen en zingeving") == ["zingeving", "meedoen"]
    assert find_dimensie("meedoen of zingeving") is None


@pytest.mark.parametrize(
    ("text", "words"),
    [("  Hé, collega's! ", "he collegas"), ("CAFÉ—bar", "cafe bar"), ("ja\nnee", "ja nee"), ("👍", ""), ("2,5", "2 5")],
)
def test_plain_keeps_words_only(text: str, words: str) -> None:
    assert plain(text) == words


@given(st.text())
def test_any_text_is_plain_once_and_names_known_dimensions(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    found = find_dimensies(text)
    assert set(found) <= set(DIMENSIES)
    assert find_dimensie(text) in (*found, None)
