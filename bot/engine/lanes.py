"""Lanes: threads that turns run in, so that one that hangs holds up nobody else, least of all a cry for help.

A turn that waits is cancelled by the event loop of its lane. One that computes is interrupted. One that is blocked
outside Python can't be stopped: its lane is given up and another takes its place, until too many are.
"""

from __future__ import annotations

import asyncio
import ctypes
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from contextlib import suppress
from contextvars import copy_context
from queue import SimpleQueue
from typing import Any

from bot.engine.errors import TurnFailed, TurnTimedOut

AT_ONCE = 2  # one waiting turn leaves a lane; more of them would only share the interpreter
MOST_GIVEN_UP = 8
GRACE_SECONDS = 0.25  # for a turn that waits, to be cancelled in an orderly way

Turn = Callable[[], Coroutine[Any, Any, Any]]


class Interrupted(BaseException):
    """Raised in the middle of a turn that was given up; no `except Exception` on the way takes it for its own."""


class Lanes:
    """A few threads, each with an event loop of its own, that take turns as they come."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[_Job] = SimpleQueue()
        self._given_up: list[_Lane] = []
        for _ in range(AT_ONCE):
            self._open_lane()

    @property
    def open(self) -> bool:
        """Tell whether there is a way through; if not, only a new process helps."""
        self._given_up = [lane for lane in self._given_up if lane.is_alive()]
        return len(self._given_up) < MOST_GIVEN_UP

    async def run(self, turn: Turn, seconds: float) -> Any:
        """Run `turn()` in a lane and return what it returns. Waiting for a free lane counts.

        Raises:
            TurnTimedOut: it took longer than `seconds`.
        """
        job = _Job(turn, seconds)
        self._jobs.put(job)
        try:
            return await asyncio.wait_for(asyncio.wrap_future(job.future), seconds + GRACE_SECONDS)
        except asyncio.TimeoutError:
            raise TurnTimedOut(f"given up after {seconds:g} s") from None
        finally:  # also when whoever asked went away
            if not job.future.done() and not job.future.cancel() and job.lane:
                self._give_up(job.lane, job)

    def _give_up(self, lane: _Lane, job: _Job) -> None:
        lane.leave(job)
        asyncio.get_running_loop().call_later(GRACE_SECONDS, lane.interrupt, job)
        self._given_up.append(lane)
        if self.open:
            self._open_lane()

    def _open_lane(self) -> None:
        _Lane(self._jobs).start()


class _Job:
    """A turn to run, where to put what comes of it, and the lane and the task it runs in."""

    def __init__(self, turn: Turn, seconds: float) -> None:
        self.turn = turn
        self.seconds = seconds
        self.context = copy_context()  # a lane is another thread, in the same turn
        self.future: Future[Any] = Future()
        self.task: asyncio.Task[Any] | None = None
        self.lane: _Lane | None = None


class _Lane(threading.Thread):
    """One thread with an event loop. It never keeps the process from ending."""

    def __init__(self, jobs: SimpleQueue[_Job]) -> None:
        super().__init__(name="turns", daemon=True)
        self._jobs = jobs
        self._loop = asyncio.new_event_loop()
        self._lock = threading.Lock()  # so that what is broken off is this turn, and nothing after it
        self._running: _Job | None = None
        self._left = False

    def run(self) -> None:
        with suppress(Interrupted):
            while not self._left:
                self._take(self._jobs.get())
        self._loop.close()

    def leave(self, job: _Job) -> None:
        """Let this be the last turn of the lane, and cancel it where it waits."""
        with self._lock:
            self._left = True
            if self._running is job and job.task is not None:
                self._loop.call_soon_threadsafe(job.task.cancel)

    def interrupt(self, job: _Job) -> None:
        """Break the turn off where it computes."""
        with self._lock:
            if self._running is job and self.ident is not None:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self.ident), ctypes.py_object(Interrupted))

    def _take(self, job: _Job) -> None:
        self._running, job.lane = job, self
        if not job.future.set_running_or_notify_cancel():
            return  # nobody waits for it any more
        job.task = job.context.run(self._loop.create_task, asyncio.wait_for(_contained(job.turn), job.seconds))
        try:
            result = self._loop.run_until_complete(job.task)
        except (Exception, asyncio.CancelledError) as error:
            self._ended()
            job.future.set_exception(error if isinstance(error, Exception) else TurnFailed("cancelled"))
        else:
            self._ended()
            job.future.set_result(result)

    def _ended(self) -> None:
        with self._lock:
            self._running = None


async def _contained(turn: Turn) -> Any:
    """Run a turn that may fail, but not end this thread, nor the process by way of whoever waits for it."""
    try:
        return await turn()
    except (KeyboardInterrupt, SystemExit) as error:
        raise TurnFailed(type(error).__name__) from None
