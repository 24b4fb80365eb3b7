"""The crisis gate as a whole: how much it hears, how often it is wrong, and that it is there whatever is broken."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.nlu import crisis
from bot.nlu.crisis import Soort, classifier, detect, patterns, training
from bot.nlu.crisis.training import CORPORA, lines

DATA = Path(__file__).parents[1] / "data"


# --- what it hears ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ik wil dood", Soort.zelfdoding),
        ("'k wil der nimeer zijn", Soort.zelfdoding),
        ("ik heb net een strip pillen ingenomen", Soort.acuut),
        ("hij slaat me", Soort.geweld),
        ("ik heb alles vast geregeld, de kat gaat naar mijn zus en de brief ligt klaar", Soort.vermoeden),
    ],
)
def test_what_is_certain_has_its_kind_and_what_only_sounds_like_it_is_a_suspicion(text: str, kind: Soort) -> None:
    assert detect(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "ik schaam me dood",
        "lol ik sterf",
        "ik wil niet dood",
        "ik ben niet suicidaal",
        "ik ben doodmoe van die nachtdiensten",
        "ik wil stoppen met roken",
        "maak er maar een eind aan, dit gesprek",
        "mijn vader is vorig jaar overleden en ik mis hem",
        "een 7",
        "meer tijd voor mijn kinderen",
        "mezelf",
        "Van mezelf, denk ik.",
        "alleen mezelf",
        "",
        "   ",
        "\ud800",
    ],
)
def test_manners_of_speaking_grief_and_ordinary_answers_are_left_alone(text: str) -> None:
    assert detect(text) is None


def test_a_clause_in_a_long_story_is_heard() -> None:
    story = (
        "Het was weer een volle week op de afdeling. Twee collega's ziek, dus ik heb drie keer een dubbele dienst "
        "gedraaid. De sfeer is wel goed en we lachen veel. Thuis is het stil sinds de scheiding. Eigenlijk hoeft het "
        "leven voor mij niet meer zo. Maar goed, morgen weer vroeg op, en het weekend ga ik naar mijn zus in Breda om "
        "te helpen schilderen."
    )
    assert detect(story) is not None
    assert detect(story.replace("Eigenlijk hoeft het leven voor mij niet meer zo. ", "")) is None


# --- whatever is broken -----------------------------------------------------------------------------------------


def test_without_the_classifier_the_patterns_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> float:
        raise OSError(text)

    monkeypatch.setattr(classifier, "score", broken)
    assert detect("ik wil dood") is Soort.zelfdoding
    assert detect("ik heb alles vast geregeld, de kat gaat naar mijn zus en de brief ligt klaar") is None


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_no_text_makes_it_raise(text: str) -> None:
    assert detect(text) in (None, *Soort)


@pytest.mark.parametrize("piece", ["dood ", "ik wil er niet meer zijn. ", "a", "! ", "é", "ik\n"])
def test_the_longest_text_takes_a_moment(piece: str) -> None:
    text = (piece * 4_000)[:4_000]
    detect(text)

    def once() -> float:
        start = time.thread_time()
        detect(text)
        return time.thread_time() - start

    assert min(once() for _ in range(5)) < 0.1  # of the processor, as other work beside it only adds to that


# --- what it learnt ---------------------------------------------------------------------------------------------


def test_the_corpora_are_large_and_no_line_is_in_two() -> None:
    cries, near = (lines(CORPORA / name) for name in ("crisis.txt", "geen_crisis.txt"))
    assert len(cries) >= 400
    assert len(near) >= 1_200
    assert len({*cries, *near}) == len(cries) + len(near)
    unseen = {line for path in DATA.glob("*crisis_*.txt") for line in lines(path)}
    assert not unseen & {*cries, *near}


def test_the_classifier_was_learnt_from_the_corpora_that_are_here() -> None:
    assert classifier.load().learnt_from == training.digest(), "run `make crisis`"


def test_learning_again_gives_the_same_verdicts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = lines(DATA / "crisis_afstellen.txt")[:40] + lines(DATA / "geen_crisis_afstellen.txt")[:40]
    before = [classifier.score(text) for text in texts]
    training.save(training.learn(), tmp_path / "again.npz")
    again = classifier.load.__wrapped__(tmp_path / "again.npz")
    monkeypatch.setattr(classifier, "load", lambda: again)
    assert [classifier.score(text) for text in texts] == pytest.approx(before, abs=0.05)


def test_a_long_text_is_read_whole_and_in_stretches() -> None:
    assert classifier.windows("kort en klein") == ["kort en klein"]
    words = [f"w{n}" for n in range(60)]
    whole, *stretches = classifier.windows(" ".join(words))
    assert whole == " ".join(words)
    assert {word for stretch in stretches for word in stretch.split()} == set(words)
    assert max(len(stretch.split()) for stretch in stretches) == 24
    assert classifier.windows(" \n ") == []


def test_a_pattern_alone_is_not_believed_where_it_sounds_like_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert patterns.detect("ik wil dood") is Soort.zelfdoding
    monkeypatch.setattr(crisis, "sounds_like", lambda text: -2.0)
    assert detect("ik wil dood") is None
    monkeypatch.setattr(crisis, "sounds_like", lambda text: -0.2)
    assert detect("ik wil dood") is Soort.zelfdoding
