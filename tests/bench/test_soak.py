"""A small soak: a few chats for a few seconds; and that it would notice what it looks for."""

from __future__ import annotations

from pathlib import Path

from bench.soak import Soak, run


def test_a_small_one_mixes_nothing_up(model: Path) -> None:
    soak = run(chats=6, seconds=8, think=0.05, words=51)
    assert soak.faults == []
    assert soak.good
    assert soak.words > 50
    assert len(soak.turns) > 20


def test_a_mix_up_a_loss_and_a_silence_would_be_noticed() -> None:
    assert Soak(words=1).good
    assert not any(soak.good for soak in (Soak(), Soak(words=9, mixed_up=1), Soak(words=9, lost=1)))
    assert not Soak(words=9, faults=["NoAnswer"]).good
    assert "mixed up       1" in Soak(words=9, mixed_up=1).lines(1.0)
