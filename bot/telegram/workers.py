"""One worker a chat: what comes in there is answered in its order, and chats don't wait for each other."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable

from bot import logs
from bot.telegram.updates import Incoming

logger = logging.getLogger(__name__)

REMEMBERED = 5_000  # updates, to know one that comes twice
Job = Callable[[], Awaitable[None]]


class Workers:
    """Does jobs, those of a chat one after the other."""

    def __init__(self) -> None:
        self._lines: dict[int, deque[tuple[Job, asyncio.Future[None]]]] = {}
        self._done: OrderedDict[int, asyncio.Future[None]] = OrderedDict()
        self._tasks: set[asyncio.Task[None]] = set()

    def known(self, update: int) -> asyncio.Future[None] | None:
        """Return when an update that came before is or was done with; None for a new one."""
        return self._done.get(update)

    def at_once(self, said: Incoming, job: Job) -> asyncio.Future[None]:
        """Do a job without waiting for anything else; gives when it is done."""
        done = self._remember(said.update)
        self._start(_do(job, done))
        return done

    def in_line(self, said: Incoming, job: Job) -> asyncio.Future[None]:
        """Do a job when all that came before it in its chat is done; gives when it is done itself."""
        done = self._remember(said.update)
        if said.chat in self._lines:
            self._lines[said.chat].append((job, done))
        else:
            self._lines[said.chat] = deque([(job, done)])
            self._start(self._work(said.chat))
        return done

    def waiting(self, chat: int) -> int:
        """Count what still waits in a chat."""
        return len(self._lines.get(chat, ()))

    async def finish(self, seconds: float) -> None:
        """Wait until all is done, so many seconds at most; what isn't by then is broken off."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=seconds)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _work(self, chat: int) -> None:
        line = self._lines[chat]
        try:
            while line:
                job, done = line.popleft()
                await _do(job, done)
        finally:
            del self._lines[chat]

    def _start(self, work: Awaitable[None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _remember(self, update: int) -> asyncio.Future[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._done[update] = done
        while len(self._done) > REMEMBERED:
            self._done.popitem(last=False)
        return done


async def _do(job: Job, done: asyncio.Future[None]) -> None:
    try:
        await job()
    except Exception as error:
        logger.error("a message could not be answered", extra=logs.fault(error))
    finally:
        if not done.done():
            done.set_result(None)
