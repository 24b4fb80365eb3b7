"""Waiting for what must happen, and clocks that a busy machine does not upset.

A test waits for a condition and never for a while: the machine may do other things, and is then five times slower.
Where time is what a test is about, it is measured more than once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator

import pytest

PATIENCE = 60.0  # seconds: long enough on any machine, and over as soon as it has happened
TRIES = 5
_LOOK_AGAIN = 0.02  # seconds


def wait_for(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Wait until something is so; `what` says it in words, for where it never is.

    In a page too: Playwright's `wait_for_function` evaluates text in the page when it looks a second time, which a
    strict policy of the page forbids.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not in {seconds:g} s: {what}"
        time.sleep(_LOOK_AGAIN)


async def until(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Do the same in an asynchronous test."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not in {seconds:g} s: {what}"
        await asyncio.sleep(_LOOK_AGAIN)


class Stopwatch:
    """Measures what is done in its block."""

    seconds = float("inf")

    def __enter__(self) -> Stopwatch:
        self._began = time.monotonic()
        return self

    def __exit__(self, *raised: object) -> None:
        self.seconds = time.monotonic() - self._began


def within(seconds: float) -> Iterator[Stopwatch]:
    """Give tries at what must take less than so many seconds, until one does; where none does, the test fails.

    A busy machine makes anything late once; what is too slow is so every time. A try stands in a block of its own:

        for attempt in within(0.5):
            with attempt:
                do()
    """
    took = []
    for _ in range(TRIES):
        attempt = Stopwatch()
        yield attempt
        if attempt.seconds < seconds:
            return
        took.append(f"{attempt.seconds:.2f}")
    pytest.fail(f"it took {', '.join(took)} s, and may take {seconds:g} s")
