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
        ("collega's", "meedoen"), ("mijn koppie", "mentaal_welbevinden"), ("mijne kop", "mentaal_welbevinden"),
        ("hoofd eerst", "mentaal_welbevinden"), ("mn hoofd 4", "mentaal_welbevinden"),
        ("mental health", "mentaal_welbevinden"),
        ("wat er tussen mijn oren zit", "mentaal_welbevinden"), ("hoe ik me van binnen voel", "mentaal_welbevinden"),
        ("waar ik het allemaal voor doe", "zingeving"), ("wat mijn leven zin geeft", "zingeving"), ("zin", "zingeving"),
        ("over mijn gezondheid graag", "lichaamsfuncties"), ("lichamlijk", "lichaamsfuncties"),
        ("geldzakn", "kwaliteit_van_leven"),
        ("geluk doe die", "kwaliteit_van_leven"), ("plezier in het leven", "kwaliteit_van_leven"),
        ("erbij horen", "meedoen"), ("die met mensen om je heen", "meedoen"), ("contact met anderen", "meedoen"),
        ("hoe ik mijn dag rondkrijg", "dagelijks_functioneren"), ("'t huishouden", "dagelijks_functioneren"),
        ("dagelijks funksioneren", "dagelijks_functioneren"), ("het dagelijks leven", "dagelijks_functioneren"),
        ("wat is de betekenis van meedoen", "meedoen"),
        ("liever het mentale dan het lichamelijke", "mentaal_welbevinden"),
        ("niet over geld maar over mijn lijf", "lichaamsfuncties"),
        ("meedoen want over dat lijf praat ik al genoeg", "meedoen"), ("want mijn lijf doet zeer", "lichaamsfuncties"),
        ("lichamelijk functioneren", "lichaamsfuncties"), ("hoe ik in mijn vel zit", "mentaal_welbevinden"),
        ("je dag rondkrijgen", "dagelijks_functioneren"), ("het leven van elke dag", "dagelijks_functioneren"),
        ("eerst KvL", "kwaliteit_van_leven"), ("LF", "lichaamsfuncties"), ("score mw aanpassen", "mentaal_welbevinden"),
        ("I choose my body", "lichaamsfuncties"), ("the daily life", "dagelijks_functioneren"),
        ("collega’s", "meedoen"), ("financiën", "kwaliteit_van_leven"), ("het huishouden", "dagelijks_functioneren"),
    ],
)  # fmt: skip
def test_people_name_them_like_this(text: str, dimensie: str) -> None:
    assert find_dimensie(text) == dimensie


@pytest.mark.parametrize(
    "text",
    [
        "", "tevreden", "leven en laten leven", "mijn baas", "doen", "ik doe mee", "wel zin",
        "mevrouw mw Jansen belde", "🙂", "?!", "ik werk veel", "metaal",
        "ik wil mee doen met dit", "niet meer doen", "mijn gezondheid is slecht sinds de operatie", "huishouding",
        "zin in koffie",
        "ik stoot mijn knie aan het hoofdeinde", "daar kan ik mee leven",
    ],
)  # fmt: skip
def test_other_words_name_none(text: str) -> None:
    assert find_dimensies(text) == []


def test_two_named_are_no_choice() -> None:
    assert find_dimensies("hoofd 5 lijf 4") == ["lichaamsfuncties", "mentaal_welbevinden"]
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
