"""Lanes: a turn that hangs, in whatever way, is given up in time and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot.engine import lanes
from bot.engine.errors import TurnFailed, TurnTimedOut
from bot.engine.lanes import Lanes
from bot.nlu.remembering import remembered, remembering
from tests.waiting import PATIENCE, until, within

SOON = 0.05  # seconds a turn gets here


@pytest.fixture
def pool() -> Lanes:
    return Lanes()


@pytest.fixture
def held() -> Iterator[threading.Event]:
    """Something that blocks a thread outside Python until it is set, at the latest when the test is over."""
    event = threading.Event()
    yield event
    event.set()


async def answer() -> str:
    return "antwoord"


async def wait() -> None:
    await asyncio.sleep(60)


async def compute() -> None:
    while True:
        try:
            sum(range(1000))
        except Exception:
            continue


def turns() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "turns"]


async def become(count: int) -> None:
    """Wait until there are no more than so many lanes."""
    await until(lambda: len(turns()) <= count, f"no more than {count} lanes are left")


async def test_a_turn_gives_what_it_returns(pool: Lanes) -> None:
    assert await asyncio.gather(*(pool.run(answer, PATIENCE) for _ in range(20))) == ["antwoord"] * 20


async def test_a_turn_in_a_lane_is_still_the_turn_of_who_asked(pool: Lanes) -> None:
    async def work() -> None:
        remembered("sum")["1 + 1"] = 2

    with remembering():
        await pool.run(work, PATIENCE)
        assert remembered("sum") == {"1 + 1": 2}


async def test_an_error_arrives_as_it_is(pool: Lanes) -> None:
    async def fail() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        await pool.run(fail, PATIENCE)
    assert await pool.run(answer, PATIENCE) == "antwoord"


@pytest.mark.parametrize("kind", [SystemExit, asyncio.CancelledError, KeyboardInterrupt])
async def test_what_would_end_a_process_only_ends_the_turn(pool: Lanes, kind: type[BaseException]) -> None:
    async def leave() -> None:
        raise kind

    for _ in range(2 * lanes.AT_ONCE):
        with pytest.raises(TurnFailed):
            await pool.run(leave, PATIENCE)
    assert await pool.run(answer, PATIENCE) == "antwoord"


@pytest.mark.parametrize("hang", [wait, compute], ids=lambda hang: hang.__name__)
async def test_a_turn_that_waits_or_computes_is_ended(pool: Lanes, hang: Any) -> None:
    before = len(turns())
    for _ in range(3):
        for attempt in within(SOON + lanes.GRACE_SECONDS + 1):
            with attempt, pytest.raises(TurnTimedOut):
                await pool.run(hang, SOON)
    assert await pool.run(answer, PATIENCE) == "antwoord"
    await become(before)  # nothing goes on computing
    assert pool.open


async def test_a_blocked_turn_holds_up_nobody_and_its_lane_ends_when_it_can(pool: Lanes, held: threading.Event) -> None:
    async def block() -> None:
        held.wait(60)

    before = len(turns())
    blocked = [asyncio.create_task(pool.run(block, SOON)) for _ in range(lanes.AT_ONCE)]
    for task in blocked:
        with pytest.raises(TurnTimedOut):
            await task
    assert await pool.run(answer, PATIENCE) == "antwoord"
    held.set()
    await become(before)


async def test_too_many_blocked_turns_close_the_way_until_they_end(
    pool: Lanes, held: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked: list[None] = []

    async def block() -> None:
        blocked.append(None)
        held.wait(60)

    monkeypatch.setattr(lanes, "GRACE_SECONDS", 0.01)
    for _ in range(100 * lanes.MOST_GIVEN_UP):  # on a busy machine one may be given up before it began
        if not pool.open:
            break
        assert len(blocked) < lanes.MOST_GIVEN_UP
        with pytest.raises(TurnTimedOut):
            await pool.run(block, 0.01)
    assert not pool.open
    await until(lambda: len(blocked) == lanes.MOST_GIVEN_UP, "each lane that was given up is blocked")
    held.set()
    await until(lambda: pool.open, "the way is open again")


async def test_waiting_for_a_lane_counts_and_leaves_nothing_to_do(pool: Lanes, held: threading.Event) -> None:
    done: list[str] = []

    async def block() -> None:
        held.wait(60)

    async def note() -> None:
        done.append("toch")

    blocked = [asyncio.create_task(pool.run(block, PATIENCE)) for _ in range(lanes.AT_ONCE)]
    await asyncio.sleep(0.05)  # they are asked for first, so they are first
    with pytest.raises(TurnTimedOut):
        await pool.run(note, SOON)
    held.set()
    await asyncio.gather(*blocked)
    assert await pool.run(answer, PATIENCE) == "antwoord"
    assert done == []  # nobody was waiting for it any more


async def test_a_turn_ends_with_whoever_asked_for_it(pool: Lanes) -> None:
    before = len(turns())
    asked = asyncio.create_task(pool.run(compute, PATIENCE))
    await asyncio.sleep(0.05)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert await pool.run(answer, PATIENCE) == "antwoord"
    await become(before)
