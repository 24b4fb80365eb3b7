"""A small soak: a few chats for a few seconds; that it would notice what it looks for, and how it is asked for."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
import typer
from typer.testing import CliRunner

from bench import load, soak
from bench.load import Load
from bench.soak import Soak, run


def test_a_small_one_mixes_nothing_up(model: Path) -> None:
    small = run(chats=6, seconds=8, think=0.05, words=51)
    assert small.faults == []
    assert small.good
    assert small.words > 50
    assert len(small.turns) > 20


def test_a_mix_up_a_loss_and_a_silence_would_be_noticed() -> None:
    assert Soak(words=1).good
    assert not any(one.good for one in (Soak(), Soak(words=9, mixed_up=1), Soak(words=9, lost=1)))
    assert not Soak(words=9, faults=["NoAnswer"]).good
    assert "mixed up       1" in Soak(words=9, mixed_up=1).lines(1.0)


@pytest.mark.parametrize("fault", [[], ["NoAnswer", "NoAnswer"]])
def test_the_table_of_a_load_ends_with_what_went_wrong(fault: list[str]) -> None:
    busy = Load(turns=[1.0, 2.0, 30.0], conversations=1, faults=fault, memory=[100.0, 110.0, 120.0])
    assert busy.lines(3.0)[:3] == [
        "turns          3, 1 a second; whole conversations: 1",
        "milliseconds   p50 2, p95 30, p99 30, longest 30",
        "memory in MB   100 before, 110 after, 120 at most",
    ]
    assert busy.lines(3.0)[3:] == (["errors         2", "  2 × NoAnswer"] if fault else ["errors         0"])


@pytest.mark.parametrize("measure", [soak, load])
@pytest.mark.parametrize("bad", [False, True])
def test_it_is_asked_for_and_ends_alike(monkeypatch: pytest.MonkeyPatch, measure: ModuleType, bad: bool) -> None:
    asked: list[float] = []
    soaked = Soak(turns=[1.0], words=1, mixed_up=int(bad))
    loaded = Load(turns=[1.0], faults=["NoAnswer"] * bad, memory=[1.0, 1.0, 1.0])

    def measured(*given: float) -> Soak | Load:
        asked.extend(given)
        return soaked if measure is soak else loaded

    monkeypatch.setattr(measure, "run", measured)
    command = typer.Typer()
    command.command()(measure.main)
    people = "--chats" if measure is soak else "--people"
    outcome = CliRunner().invoke(command, [people, "3", "--seconds", "2", "--think", "0.5"])
    assert asked == [3, 2.0, 0.5]
    assert outcome.exit_code == int(bad)
    assert outcome.output.startswith("turns          1, 0 a second")
