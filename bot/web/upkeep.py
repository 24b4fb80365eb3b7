"""What a serving process does at its start and once a day after that."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import anyio
from anyio.to_thread import run_sync

from bot import logs

logger = logging.getLogger(__name__)
DAY_SECONDS = 24 * 60 * 60.0


@asynccontextmanager
async def once_a_day(work: Callable[[], None]) -> AsyncIterator[None]:
    """Do the work now, and again every day for as long as this lasts; who leaves waits for work under way.

    It runs in a thread, and when it fails it is logged and tried again the next day: conversations don't depend on it.
    """
    await _do(work)
    async with anyio.create_task_group() as days:
        days.start_soon(_every_day, work)
        yield
        days.cancel_scope.cancel()


async def _every_day(work: Callable[[], None]) -> None:
    while True:
        await anyio.sleep(DAY_SECONDS)
        await _do(work)


async def _do(work: Callable[[], None]) -> None:
    try:
        await run_sync(work)
    except Exception as error:
        logger.error("the daily work failed", extra=logs.fault(error))
