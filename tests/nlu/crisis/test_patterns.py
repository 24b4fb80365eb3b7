"""The crisis gate's patterns: what they hear, what they leave alone, and that nothing makes them fail."""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu.crisis import Soort
from bot.nlu.crisis.patterns import detect, normalise
from bot.nlu.crisis.training import CORPORA, lines

ROOT = Path(__file__).parents[3]


def corpus(name: str) -> list[str]:
    return lines(CORPORA / name)


# --- what it hears ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ik wil dood", Soort.zelfdoding),
        ("Ik maak er een eind aan.", Soort.zelfdoding),
        ("ze zijn beter af zonder mij", Soort.zelfdoding),
        ("het hoeft voor mij allemaal niet meer", Soort.zelfdoding),
        ("'k wil der nimeer zijn", Soort.zelfdoding),
        ("ik zie het leven ni meer zitten", Soort.zelfdoding),
        ("zelfmoort", Soort.zelfdoding),
        ("wil ni meer leve", Soort.zelfdoding),
        ("IK WIL DOOOOOOD", Soort.zelfdoding),
        ("ik wil d00d", Soort.zelfdoding),
        ("ik wil d\u200bood", Soort.zelfdoding),
        ("ik ben su\u00efcidaal", Soort.zelfdoding),
        ("i want to die", Soort.zelfdoding),
        ("\u0445\u043e\u0447\u0443 \u0443\u043c\u0435\u0440\u0435\u0442\u044c", Soort.zelfdoding),
        ("mijn broer heeft zelfmoord gepleegd en ik denk er nu zelf ook aan", Soort.zelfdoding),
        ("als mijn kinderen er niet waren had ik al zelfmoord gepleegd", Soort.zelfdoding),
        ("ik heb net een strip pillen ingenomen", Soort.acuut),
        ("ik sta op de brug en ik ga springen", Soort.acuut),
        ("mijn man slaat me en ik heb net pillen geslikt", Soort.acuut),
        ("mijn man slaat me en ik wil dood", Soort.zelfdoding),
        ("hij slaat me", Soort.geweld),
        ("mijn man heeft een mes", Soort.geweld),
        ("ik ben bang dat ik mijn kinderen iets aandoe", Soort.geweld),
    ],
)
def test_the_kind_of_help_fits(text: str, kind: Soort) -> None:
    assert detect(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "ik schaam me dood",
        "doodmoe",
        "ik vermoord die printer",
        "ik werk me dood",
        "ik heb geen zelfmoordgedachten",
        "ik wil niet dood",
        "mijn vader is dood",
        "mijn broer heeft zelfmoord gepleegd drie jaar geleden",
        "ik wil er mee stoppen",
        "ik zie het niet meer zitten op mijn werk",
        "maak er maar een eind aan, dit gesprek",
        "wat is het nummer van 113",
        "een bewoner wilde zelfmoord plegen",
        "een bewoner slaat me soms tijdens het wassen",
        "ik ben doodop",
        "",
        "   ",
        "\u2026",
        "\ud800",
    ],
)
def test_manners_of_speaking_grief_and_work_are_left_alone(text: str) -> None:
    assert detect(text) is None


CRIES = [
    "ik maak er een eind aan",
    "ik wil niet meer leven",
    "ik zie geen uitweg meer",
    "ik stap eruit",
    "ze zijn beter af zonder mij",
    "ik sta op een brug",
    "ik snij mezelf",
    "ik heb pillen geslikt",
    "mijn man slaat me",
    "ik word thuis geslagen",
    "ik durf niet naar huis",
]
BEFORE = [
    "",
    "mijn baas is aardig maar ",
    "ik werk met bewoners en ",
    "het overleg ging goed, maar ",
    "vroeger niet maar nu ",
]
BEHIND = [
    "",
    " door mijn werk",
    " en op kantoor weet mijn collega niks",
    " sinds mijn baan weg is",
    ". Mijn werk gaat goed.",
]


@pytest.mark.parametrize("cry", CRIES)
def test_talk_about_work_around_it_silences_no_cry(cry: str) -> None:
    silenced = [
        before + cry + behind for before in BEFORE for behind in BEHIND if detect(before + cry + behind) is None
    ]
    assert not silenced


def test_it_is_heard_in_the_middle_of_a_long_story() -> None:
    ordinary = [text.rstrip(".") for text in corpus("geen_crisis.txt") if detect(text) is None]
    random.Random(113).shuffle(ordinary)
    story = ". ".join(ordinary[:40]) + ". Ik wil eigenlijk niet meer leven. " + ". ".join(ordinary[40:80])
    assert detect(story) is Soort.zelfdoding


# --- that nothing makes it fail ---------------------------------------------------------------------------------


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    assert detect(text) in (None, *Soort)


CRISIS_WORDS = sorted({word for text in corpus("crisis.txt") for word in text.split()})


@given(st.lists(st.sampled_from(CRISIS_WORDS), max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_row_of_crisis_words_makes_it_raise(words: list[str]) -> None:
    assert detect(" ".join(words)) in (None, *Soort)


@given(st.text(alphabet=st.characters(codec="utf-8")))
@settings(max_examples=200, deadline=None)
def test_a_normalised_text_is_plain_words_with_one_space_between(text: str) -> None:
    assert re.fullmatch(r" (?:(?:[a-z0-9]+|\.) )*| {1,2}", normalise(text))


def seconds(text: str, times: int = 5) -> float:
    """Return what a text takes of the processor, the best of several: other work beside it can only add to that."""

    def once() -> float:
        start = time.thread_time()
        detect(text)
        return time.thread_time() - start

    return min(once() for _ in range(times))


@pytest.mark.parametrize(
    "piece", ["dood ", "ik wil er niet meer ", "hij slaat de ", "a", "ab", "een eind aan ", "! ", "\u00e9"]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    short, long = (piece * (length // len(piece)) for length in (4_000, 16_000))
    assert seconds(short) < 0.1
    assert seconds(long) < 6 * seconds(short) + 0.002  # four times as long a text


def test_an_ordinary_text_takes_a_moment() -> None:
    ordinary = [text for text in corpus("geen_crisis.txt")[:500] if "dood" not in text]
    assert statistics.median(seconds(text, 3) for text in ordinary) < 0.001


def test_it_needs_nothing_but_the_standard_library() -> None:
    program = (
        "import sys; from bot.nlu.crisis.patterns import detect; assert detect('ik wil dood'); "
        "print([name for name in ('rasa', 'numpy', 'yaml', 'spacy', 'sqlalchemy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
