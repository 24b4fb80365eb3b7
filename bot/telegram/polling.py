"""Asking Telegram for what came in, and telling it what has been dealt with only once it has been."""

from __future__ import annotations

import asyncio
import fcntl
import json
import logging
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from telegram import Bot
from telegram.error import TelegramError

from bot import logs
from bot.telegram.sending import until_it_works
from bot.telegram.updates import ALLOWED

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 100
ANSWER_SECONDS = 10.0
LONG_SECONDS = 25  # how long Telegram holds a question open when there is nothing
HELD_SECONDS = 10.0  # an update that takes longer holds up the others no more
_LOOK_AGAIN_SECONDS = 0.5
_BREATH_SECONDS = 0.03  # in which more than one may be done
_TURN_SECONDS = 5.0  # between two tries to be the process that polls
Take = Callable[[dict[str, Any]], "asyncio.Future[None] | None"]


class Polling:
    """Updates are asked for again until they are dealt with: one that a crash cut short comes back after it."""

    def __init__(self, bot: Bot, take: Take, clock: Callable[[], float] = time.monotonic) -> None:
        self._bot = bot
        self._take = take
        self._clock = clock
        self._taken: set[int] = set()  # what comes again because something before it is still open
        self._open: dict[int, float] = {}
        self._closed = asyncio.Event()

    async def run(self) -> None:
        """Poll until cancelled; where Telegram can't be reached, less and less often."""
        while True:
            long = 0 if self._open else LONG_SECONDS
            fresh = self._hand_out(await until_it_works(lambda long=long: self._ask(seconds=long)))  # type: ignore[misc]
            if not fresh and self._open:
                await self._something_closed()

    async def acknowledge(self) -> None:
        """Tell Telegram what has been dealt with, for whoever polls next."""
        try:
            await self._ask(limit=1)
        except TelegramError as error:
            logger.info("telegram was not told what is done", extra=logs.fault(error))

    async def _ask(self, limit: int = MOST_AT_ONCE, seconds: int = 0) -> list[dict[str, Any]]:
        """Ask for updates as they are: the library's own call fails for all of them when it can't read one."""
        offset = self._offset()
        asked = {"offset": offset, "limit": limit, "timeout": seconds, "allowed_updates": json.dumps(ALLOWED)}
        url = f"{self._bot.base_url}/getUpdates?{urlencode(asked)}"
        given: Any = await self._bot.request.post(url, read_timeout=seconds + ANSWER_SECONDS)
        updates = list(given)
        if updates and all(update["update_id"] < offset for update in updates):
            self._begin_anew()
        return updates

    def _begin_anew(self) -> None:
        """Forget the numbers of before: after a quiet week Telegram counts on from any number, also a lower one."""
        self._taken.clear()
        self._open.clear()

    def _hand_out(self, updates: list[dict[str, Any]]) -> int:
        fresh = [update for update in updates if update["update_id"] not in self._taken]
        for update in fresh:
            id = int(update["update_id"])
            self._taken.add(id)
            done = self._take(update)
            if done is not None and not done.done():
                self._open[id] = self._clock()
                done.add_done_callback(lambda _, id=id: self._close(id))  # type: ignore[misc]
        return len(fresh)

    def _close(self, id: int) -> None:
        self._open.pop(id, None)
        self._closed.set()

    def _offset(self) -> int:
        """Return the first update that is still to be dealt with; what takes too long is given up on here."""
        oldest = self._clock() - HELD_SECONDS
        held = [id for id, since in self._open.items() if since > oldest]
        offset = min(held, default=max(self._taken, default=-1) + 1)
        self._taken = {id for id in self._taken if id >= offset - 1}
        return offset

    async def _something_closed(self) -> None:
        self._closed.clear()
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._closed.wait(), _LOOK_AGAIN_SECONDS)
            await asyncio.sleep(_BREATH_SECONDS)


@asynccontextmanager
async def only_one(path: Path) -> AsyncIterator[None]:
    """Be the only process of this machine that polls: wait until the file can be locked. Who ends lets go of it."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        while not _locked(handle):
            await asyncio.sleep(_TURN_SECONDS)
        yield
    finally:
        os.close(handle)


def _locked(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
