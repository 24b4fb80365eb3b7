"""What is learnt of examples: scores by meaning and by letters, kept on disk, and learnt again when it must be."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.subjects import Subjects, learnt

SENTENCES = [
    ("slaap", "ik slaap slecht"),
    ("slaap", "ik lig wakker"),
    ("geld", "ik heb schulden"),
    ("geld", "te weinig loon"),
]
WORDS = [("slaap", "snurken"), ("geld", "deurwaarder")]


@pytest.mark.parametrize(
    ("said", "about"),
    [
        ("ik kan 's nachts niet slapen", "slaap"),  # by its meaning
        ("mijn salaris is te laag", "geld"),
        ("hij snurkt", "slaap"),  # by a word in another form
        ("de deurwaardr stond hier", "geld"),  # by a word misspelt
    ],
)
def test_a_sentence_scores_highest_for_what_it_is_about(said: str, about: str) -> None:
    subjects = Subjects.learn(SENTENCES, WORDS)
    assert list(subjects.names) == ["geld", "slaap"]
    assert subjects.names[subjects.scores([said])[0].argmax()] == about


def test_nothing_said_scores_nothing() -> None:
    assert not Subjects.learn(SENTENCES, WORDS).scores([""]).any()


def test_what_was_learnt_is_read_back_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    first = learnt("all", SENTENCES, WORDS, folder).scores(["ik slaap", "wat een dag"])
    assert len(list(folder.iterdir())) == 1
    monkeypatch.setattr(Subjects, "learn", None)  # it must not be learnt again
    assert np.array_equal(learnt("all", SENTENCES, WORDS, folder).scores(["ik slaap", "wat een dag"]), first)


def test_other_examples_are_learnt_anew_and_take_the_place_of_the_former(tmp_path: Path) -> None:
    learnt("all", SENTENCES, WORDS, tmp_path)
    learnt("others", SENTENCES, WORDS, tmp_path)
    assert list(learnt("all", [*SENTENCES, ("eten", "ik eet gezond")], WORDS, tmp_path).names) == [
        "eten",
        "geld",
        "slaap",
    ]
    assert sorted(path.name.partition("-")[0] for path in tmp_path.iterdir()) == ["all", "others"]


@pytest.mark.parametrize("spoilt", [b"", b"not an archive", b"PK\x03\x04 broken"])
def test_a_spoilt_file_is_learnt_again(tmp_path: Path, spoilt: bytes) -> None:
    learnt("all", SENTENCES, WORDS, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(spoilt)
    assert list(learnt("all", SENTENCES, WORDS, tmp_path).names) == ["geld", "slaap"]
    assert list(Subjects.load(kept).names) == ["geld", "slaap"]


def test_a_folder_that_cannot_be_used_only_means_learning_again(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert list(learnt("all", SENTENCES, WORDS, in_the_way).names) == ["geld", "slaap"]


def test_no_half_file_is_left_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(np, "savez", full)
    assert list(learnt("all", SENTENCES, WORDS, tmp_path).names) == ["geld", "slaap"]
    assert list(tmp_path.iterdir()) == []
