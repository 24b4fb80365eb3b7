"""The waiting that other tests lean on: it ends, says what never came, and does not take a fault for a busy machine."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tests.waiting import TRIES, until, wait_for, within


def test_what_never_comes_is_said_in_words() -> None:
    with pytest.raises(AssertionError, match=r"not in 0\.05 s: the sun rises"):
        wait_for(lambda: False, "the sun rises", seconds=0.05)


async def test_also_where_other_things_go_on_meanwhile() -> None:
    looks = iter((False, False, True))
    await until(lambda: next(looks), "the third look")
    with pytest.raises(AssertionError, match="the sun rises"):
        await until(lambda: False, "the sun rises", seconds=0.05)


def clocked(monkeypatch: pytest.MonkeyPatch, *took: float) -> int:
    """Return how many tries there were at what takes so many seconds each time, and may take one."""
    times = iter([time for seconds in took for time in (0.0, seconds)])
    monkeypatch.setattr("tests.waiting.time", SimpleNamespace(monotonic=lambda: next(times)))
    tries = 0
    for attempt in within(1.0):
        with attempt:
            tries += 1
    return tries


def test_late_once_is_a_busy_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clocked(monkeypatch, 0.5) == 1
    with monkeypatch.context() as again:
        assert clocked(again, 3.0, 1.0, 0.9) == 3


def test_late_every_time_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        pytest.raises(pytest.fail.Exception, match=r"it took 2\.00, .* s, and may take 1 s"),
        monkeypatch.context() as m,
    ):
        clocked(m, *[2.0] * TRIES)


def test_what_goes_wrong_in_a_try_is_not_hidden() -> None:
    tries = within(1.0)
    with pytest.raises(ZeroDivisionError), next(tries):
        raise ZeroDivisionError
