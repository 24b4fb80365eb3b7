"""Calls of the Bot API, as patient as Telegram asks, and never twice where one may have arrived."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import TypeVar

import httpx
from telegram import Bot, LinkPreviewOptions
from telegram.constants import ChatAction
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot import logs
from bot.telegram.rendering import Bubble, Part, Photo
from bot.telegram.split import MOST_TEXT, length

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 600.0  # what isn't said by then is left
FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0  # seconds
TYPING_SECONDS = 4.0  # Telegram shows it for five
TYPING_MOST_SECONDS = 2.0  # an answer waits no longer for it
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)  # or Telegram visits an address that somebody wrote
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)

T = TypeVar("T")


def waits(first: float = FIRST_WAIT, longest: float = LONGEST_WAIT) -> Iterator[float]:
    """Give seconds to wait, twice as many each time, each a little different so that not all come back at once."""
    wait = first
    while True:
        yield wait * (0.8 + secrets.randbelow(400) / 1000)
        wait = min(wait * 2, longest)


def seconds_asked(error: TelegramError) -> float:
    """Return how many seconds Telegram asks to wait; 0.0 when it doesn't."""
    told = error.retry_after if isinstance(error, RetryAfter) else 0.0
    return told.total_seconds() if isinstance(told, timedelta) else float(told)


def surely_not_done(error: NetworkError) -> bool:
    """Tell whether a call came to nothing: it was never sent, or Telegram answered that it failed."""
    if isinstance(error, BadRequest):
        return False
    cause = error.__cause__
    return isinstance(cause, _NOT_SENT) or not isinstance(cause, Exception) or isinstance(cause, TelegramError)


async def insist(
    call: Callable[[], Awaitable[T]], patience: float = PATIENCE_SECONDS, *, rather_twice: bool = False
) -> T:
    """Make a call until it is through: after the seconds Telegram asks for, or longer and longer after a fault.

    One that may have been done without our knowing is made again only where twice is better than never.

    Raises:
        TelegramError: it is refused for good, may have been done without our knowing, or took over `patience` seconds.
    """
    until, backoff = time.monotonic() + patience, waits()
    while True:
        try:
            return await call()
        except (RetryAfter, NetworkError) as error:
            unsure = isinstance(error, NetworkError) and not surely_not_done(error)
            if isinstance(error, BadRequest) or (unsure and not rather_twice):
                raise
            wait = seconds_asked(error) or next(backoff)
            if time.monotonic() + wait > until:
                raise
            logger.info("telegram is asked again later", extra={"error": type(error), "ms": round(wait * 1000)})
            await asyncio.sleep(wait)


async def until_it_works(call: Callable[[], Awaitable[T]]) -> T:
    """Make a call until it succeeds, whatever is wrong, less and less often; so does the log say it."""
    backoff, faults = waits(), 0
    while True:
        try:
            result = await call()
        except TelegramError as error:
            faults += 1
            wait = seconds_asked(error) or next(backoff)
            if faults & (faults - 1) == 0:  # the 1st, 2nd, 4th, 8th …
                logger.warning("telegram can't be used", extra={**logs.fault(error), "count": faults})
            await asyncio.sleep(wait)
        else:
            if faults:
                logger.warning("telegram can be used again", extra={"count": faults})
            return result


class Outbox:
    """Says things in chats."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def say(self, chat: int, parts: list[Part], *, rather_twice: bool = False) -> list[int]:
        """Send an answer, one part after the other; gives the messages whose buttons are part of the conversation."""
        live = []
        for part in parts:
            send: Callable[[], Awaitable[int]] = partial(self._send, chat, part)
            number = await insist(send, rather_twice=rather_twice)
            if part.live:
                live.append(number)
        return live

    async def _send(self, chat: int, part: Part) -> int:
        if isinstance(part, Bubble):
            sent = await self._bot.send_message(
                chat, part.text, reply_markup=part.keyboard, link_preview_options=NO_PREVIEW
            )
        elif isinstance(part, Photo):
            sent = await self._bot.send_photo(chat, part.png, caption=part.caption, reply_markup=part.keyboard)
        else:
            sent = await self._bot.send_document(
                chat, part.content, caption=part.caption, filename=part.name, disable_content_type_detection=True
            )
        return int(sent.message_id)

    async def note(self, query: str, text: str = "") -> None:
        """Answer the press of a button, with a short note where there is something to say."""
        with suppress(TelegramError):  # one that is too old to answer
            await insist(lambda: self._bot.answer_callback_query(query, text or None), LONGEST_WAIT)

    async def chosen(self, chat: int, message: int, shown: str, title: str) -> None:
        """Show under a message what was chosen, in place of its buttons."""
        text = f"{shown}\n\n✓ {title}"
        if shown and length(text) <= MOST_TEXT:
            await self._edit(lambda: self._bot.edit_message_text(text, chat, message, link_preview_options=NO_PREVIEW))
        else:
            await self.no_buttons(chat, message)

    async def no_buttons(self, chat: int, message: int) -> None:
        """Take away the buttons under a message."""
        await self._edit(lambda: self._bot.edit_message_reply_markup(chat, message))

    async def other_buttons(self, chat: int, message: int, part: Bubble) -> None:
        """Put other buttons under a message."""
        await self._edit(lambda: self._bot.edit_message_reply_markup(chat, message, reply_markup=part.keyboard))

    async def _edit(self, call: Callable[[], Awaitable[object]]) -> None:
        """Edit a message where that can be done: it may be too old, gone, or as it should be already."""
        try:
            await insist(call, LONGEST_WAIT)
        except TelegramError as error:
            logger.info("a message could not be edited", extra=logs.fault(error))

    async def leave(self, group: int) -> None:
        """Leave a group, where nothing that is said concerns us."""
        with suppress(TelegramError):
            await insist(lambda: self._bot.leave_chat(group), LONGEST_WAIT)

    async def file(self, id: str) -> bytes:
        """Fetch a file from the chat."""
        found = await insist(lambda: self._bot.get_file(id), LONGEST_WAIT)
        return bytes(await insist(found.download_as_bytearray, LONGEST_WAIT))

    @asynccontextmanager
    async def typing(self, chat: int) -> AsyncIterator[None]:
        """Show that an answer is being thought of, for as long as this lasts and no longer."""
        over = asyncio.Event()
        shown = asyncio.create_task(self._typing(chat, over))
        try:
            yield
        finally:
            over.set()
            await shown

    async def _typing(self, chat: int, over: asyncio.Event) -> None:
        while not over.is_set():
            with suppress(TelegramError):
                await self._bot.send_chat_action(chat, ChatAction.TYPING, read_timeout=TYPING_MOST_SECONDS)
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(over.wait(), TYPING_SECONDS)
