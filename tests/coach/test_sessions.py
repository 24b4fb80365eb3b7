"""Sessions: half an hour without a sign of life, ten hours at most, and never a name that comes back."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest

from bot.coach.sessions import IDLE_SECONDS, LONGEST_SECONDS, Sessions


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def sessions(seconds: Seconds) -> Sessions[str]:
    return Sessions(seconds)


def test_a_session_is_found_by_its_name_only(sessions: Sessions[str]) -> None:
    name = sessions.begin("ada")
    assert sessions.find(name) == "ada"
    assert sessions.find(name + "a") is None
    assert sessions.find(None) is None


def test_it_ends_when_nobody_comes_for_half_an_hour(sessions: Sessions[str], seconds: Seconds) -> None:
    name = sessions.begin("ada")
    for _ in range(3):
        seconds.now += IDLE_SECONDS
        assert sessions.find(name) == "ada"
    seconds.now += IDLE_SECONDS + 1
    assert sessions.find(name) is None


def test_it_ends_after_ten_hours_however_busy(sessions: Sessions[str], seconds: Seconds) -> None:
    name = sessions.begin("ada")
    while seconds.now <= LONGEST_SECONDS:
        assert sessions.find(name) == "ada"
        seconds.now += IDLE_SECONDS
    assert sessions.find(name) is None


def test_it_ends_when_told(sessions: Sessions[str]) -> None:
    name, other, third = sessions.begin("ada"), sessions.begin("ada"), sessions.begin("wim")
    sessions.end(name)
    assert sessions.find(name) is None
    sessions.end_all(lambda who: who == "ada")
    assert sessions.find(other) is None
    assert sessions.find(third) == "wim"
    sessions.end("onbekend")


def test_the_oldest_makes_room(sessions: Sessions[str], seconds: Seconds) -> None:
    names = []
    for _ in range(501):
        seconds.now += 0.001
        names.append(sessions.begin("iemand"))
    assert sessions.find(names[0]) is None
    assert sessions.find(names[1]) == "iemand"


def test_two_that_sweep_at_once_are_no_error(sessions: Sessions[str], seconds: Seconds) -> None:
    class SweptMeanwhile(dict[str, Any]):
        """Kept things that another thread looks through at the same moment."""

        other: Thread | None = None

        def items(self) -> Any:
            found = list(super().items())
            if self.other is None:
                self.other = Thread(target=sessions.find, args=("onbekend",))
                self.other.start()
                self.other.join(0.2)
            return found

    sessions.begin("ada")
    sessions._kept = kept = SweptMeanwhile(sessions._kept)
    seconds.now += IDLE_SECONDS + 1
    assert sessions.find("onbekend") is None
    assert kept.other is not None
    kept.other.join()
    assert not kept
