"""Scores as people write them: each half from 0 to 10 is found, whatever else is said, and nothing outside that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.numbers import HIGHEST, LOWEST, Score, format_score, parse_score

FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")
WORDS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
HALVES = [n / 2 for n in range(21)]
MISSPELT = {
    2: ("twe",), 3: ("drei", "dri"), 5: ("vief", "vyf", "fijf"), 6: ("ses", "zess"),
    7: ("zeve", "zevn", "zeuven", "seven"), 8: ("agt", "aght", "acth"), 9: ("nege", "negn", "neugen"), 10: ("tein",),
}  # fmt: skip
SMALL = (
    "nulletje",
    "eentje",
    "tweetje",
    "drietje",
    "viertje",
    "vijfje",
    "zesje",
    "zeventje",
    "achtje",
    "negentje",
    "tientje",
)
BEFORE = (
    "",
    "een ",
    "een dikke ",
    "ik geef het een ",
    "cijfer ",
    "hooguit een ",
    "ruim ",
    "bijna een ",
    "net geen ",
    "rond de ",
)
AFTER = (
    "",
    "!",
    ", graag",
    " denk ik",
    " hoor",
    " met een griffel",
    " want ik slaap beter",
    "/10",
    " van de 10",
    " uit tien",
)


def spellings(value: float) -> list[str]:
    """Return ways to write a score; a whole one and a half one differ."""
    whole = int(value)
    if value == whole:
        digits, word = str(whole), WORDS[whole]
        return [
            digits, f"{whole}.0", f"{whole},0", f"{whole},00", f"{digits}+", f"{digits}-", f"{digits}je", SMALL[whole],
            digits.translate(FULL_WIDTH), *MISSPELT.get(whole, ()), word if whole != 1 else "één",
        ]  # fmt: skip
    return [
        f"{whole},5", f"{whole}.5", f"{whole},50", f"{whole}½", f"{whole} ½", f"{whole} 1/2", f"{whole} en een half",
        f"{WORDS[whole]} en een half", f"{WORDS[whole]} en half", f"{WORDS[whole]}enhalf", f"{WORDS[whole]}eneenhalf",
        f"{WORDS[whole]} komma vijf", f"{whole} komma 5", f"{whole},5".translate(FULL_WIDTH),
    ]  # fmt: skip


@pytest.mark.parametrize("value", HALVES)
def test_every_half_is_read_in_many_spellings(value: float) -> None:
    for text in spellings(value):
        assert parse_score(text) == parse_score(text.upper()) == Score(value=value), text


@given(st.sampled_from(HALVES), st.data(), st.sampled_from(BEFORE), st.sampled_from(AFTER))
def test_a_score_is_itself_whatever_is_said_around_it(
    value: float, data: st.DataObject, before: str, after: str
) -> None:
    text = before + data.draw(st.sampled_from(spellings(value))) + after
    assert parse_score(text) == Score(value=value), text


@pytest.mark.parametrize("value", HALVES)
def test_what_is_written_can_be_read_back(value: float) -> None:
    assert parse_score(format_score(value)) == Score(value=value)


def test_zero_is_a_score_like_any_other() -> None:
    assert parse_score("0") == parse_score("nul") == parse_score("een nul") == Score(value=0.0)
    assert format_score(0.0) == "0"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("een zesje", 6), ("een dikke acht", 8), ("8tje", 8), ("een tien met een griffel", 10), ("op een 10", 10),
        ("op 10", 10), ("ergens op de 7", 7), ("70%", 7), ("75 procent", 7.5), ("anderhalf", 1.5), ("½", 0.5),
        ("een half", 0.5), ("zeseneenhalf", 6.5), ("'n 8", 8), ("’n 8", 8), ("één", 1), ("eentje", 1),
        ("doe maar een", 1),
        ("(7)", 7), ("*7*", 7), ("=7", 7), ("cijfer:7", 7), ("~7", 7), ("8-", 8), ("7 :)", 7), ("voor 80% een 7", 7),
        ("7 #moe", 7),
        ("1 op 10", 1), ("10/10", 10), ("zeven van de tien", 7), ("5 en half", 5.5), ("een 7, graag", 7),
        ("een zeven en nen half", 7.5), ("zes en ne halve", 6.5), ("7 en 'nen half", 7.5), ("ne zes", 6),
        ("nen acht", 8), ("ne goeie zeven en half", 7.5), ("een acht en nen duim omhoog", 8),
    ],
)  # fmt: skip
def test_people_write_scores_like_this(text: str, value: float) -> None:
    assert parse_score(text) == Score(value=value)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("tussen de 6 en 7", (6, 6.5, 7)), ("6-7", (6, 6.5, 7)), ("6 à 7", (6, 6.5, 7)), ("een 6 of een 8", (6, 8)),
        ("7,3", (7, 7.5)), ("7¼", (7, 7.5)), ("vijf en een kwart", (5, 5.5)), ("negen driekwart", (9.5, 10)),
        ("7 komma 3", (7, 7.5)), ("zes komma acht", (6.5, 7)), ("een 6 of toch een 7", (6, 6.5, 7)), ("6/7",
        (6, 6.5, 7)),
        ("7 of eigenlijk 8", (7, 7.5, 8)), ("6,75", (6.5, 7)), ("thuis een 8, op het werk een 5", (5, 8)),
         ("5.25", (5, 5.5)), ("zes of zeven of acht", (6, 7, 8)), ("een 7 of 12 of 8", (7, 7.5, 8)),
        ("6 of 7 want ik had drie slechte dagen", (6, 6.5, 7)), ("7, maar soms 5", (5, 7)),
    ],
)  # fmt: skip
def test_what_could_be_several_scores_is_left_to_choose(text: str, choices: tuple[float, ...]) -> None:
    assert parse_score(text) == Score(choices=choices)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("niet 6 maar 7", 7), ("8 niet 9", 8), ("geen 3 maar een 8", 8), ("een 6 in plaats van een 7", 6),
        ("7 ipv 8", 7),
        ("liever een 7 dan die 8", 7), ("van 4 naar 6", 6), ("die 8 was te hoog, een 6", 6),
        ("maak van die zeven een acht", 8),
        ("vorig jaar een drie, nu een zeven", 7), ("halverwege zes en zeven, dus 6,5", 6.5),
        ("10 was grapje, maak 7", 7),
        ("een 8 in het begin maar doe toch een 5", 5), ("op een schaal van 0 tot 10 zit ik op 3", 3),
        ("van nul tot tien? dan zeven", 7), ("schaal tot tien: drie", 3), ("ik heb 2 kinderen en geef een 7", 7),
        ("ik werk 24/7 dus een 4", 4), ("een 7, alles één te hoog", 7),
        ("gin acht maar toch nog een zeven", 7), ("7 not 5", 7), ("een 6 in plaats van nen 8", 6),
        ("twee cijfers, ik kies de 5,5", 5.5), ("eentje met een griffel, een tien", 10),
        ("een 4,5, want ik lag van twee tot vijf wakker", 4.5), ("drie komma vijf, nee, gewoon drie", 3),
        ("zonder die knie was het een 8, met die knie een 6", 6), ("vroeger een negen nu een zes", 6),
        ("mijn zus zou zeggen een acht, maar ik geef een zes", 6), ("eerst een 8, op dit moment een 5", 5),
        ("mijn vrouw een acht, mijn baas een vijf, en zelf hou ik het op zeven", 7),
        ("had ik 5 gezegd maar ik wil 7", 7),
        ("mijn 8 moet anders want ik bedoelde een 6", 6),
    ],
)  # fmt: skip
def test_of_several_numbers_the_one_that_is_meant_counts(text: str, value: float) -> None:
    assert parse_score(text) == Score(value=value)


@pytest.mark.parametrize(
    "text",
    [
        "ik werk 3 dagen", "om 7 uur", "2 kinderen", "vijf minuten", "zeven jaar geleden", "drie keer per week", "om 8",
        "7:30", "vraag 4", "antwoord twee is fout", "24/7", "5 km", "50 euro", "geen 7", "niet die 8",
        "ik neem die negen terug", "ik had een vier gegeven, wijzig dat", "die 8 was te vrolijk",
        "10 min wandelen", "punt twee van mijn plan", "twee collega's",
        "{0}", "{antwoord} {0} {{dimensie}} %s", "{{8}}", "{-7,5}", "$7", "#7", "%7", "@7", "\\7", "^7", "7}", "7°",
        "7$",
    ],
)  # fmt: skip
def test_a_number_of_something_else_is_no_score(text: str) -> None:
    assert parse_score(text) is None


@pytest.mark.parametrize(
    "text",
    ["leven", "even", "geven", "lijf", "blijf", "nacht", "zacht", "tegen", "regen", "zee", "zien", "hier", "elke"],
)
def test_words_that_look_like_numbers_are_words(text: str) -> None:
    assert parse_score(text) is None
    assert parse_score(f"ik vind {text} lastig") is None


@pytest.mark.parametrize(
    "text", ["zestien", "vijfentwintig", "tachtig", "driehonderd", "honderdzestien", "duizend", "-0,5", "min een"]
)
def test_numbers_in_words_can_be_off_the_scale(text: str) -> None:
    assert parse_score(text) == Score(out_of_range=True)


@pytest.mark.parametrize(
    "text", ["11", "-3", "min 3", "2026", "10½", "tien en een half", "elf", "honderd", "120%", "12 of 13"]
)
def test_what_is_off_the_scale_is_said_to_be(text: str) -> None:
    assert parse_score(text) == Score(out_of_range=True)


def test_one_score_on_the_scale_is_enough() -> None:
    assert parse_score("een 7 van de 12") == Score(value=7)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "weet niet",
        "een beetje",
        "geen idee",
        "het gaat wel",
        "12345",
        "zevende",
        "7e",
        "achterlijk",
        "tİen",
        "zeſ",
    ],
)
def test_what_holds_no_score_is_none(text: str) -> None:
    assert parse_score(text) is None


@given(st.text() | st.text("0123456789,.½/-+% eënhalfzstijop'’"))
def test_any_text_gives_a_score_on_the_scale_or_none(text: str) -> None:
    found = parse_score(text)
    if found is None:
        return
    values = [found.value] if found.value is not None else list(found.choices)
    assert all(LOWEST <= value <= HIGHEST and value * 2 == int(value * 2) for value in values)
    assert found.out_of_range == (not values)
    assert len(found.choices) != 1
