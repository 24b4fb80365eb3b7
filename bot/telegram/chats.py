"""What happens in a chat for each thing that comes in: help first, then the turn, then saying it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from contextlib import suppress

import anyio
from telegram import Update
from telegram.error import Forbidden, TelegramError

from bot import logs
from bot.conversation.knowledge import Texts
from bot.engine import gate
from bot.engine.engine import helped
from bot.telegram.conversation import Conversation, Reply
from bot.telegram.rendering import Part, Renderer
from bot.telegram.sending import Outbox
from bot.telegram.state import Store
from bot.telegram.texts import Wording
from bot.telegram.updates import Incoming, Kind, read
from bot.telegram.workers import Workers

logger = logging.getLogger(__name__)

HELP_SECONDS = 1.0  # how long somebody in need waits for anything but Telegram itself
MOST_WAITING = 50  # messages of one chat
_ALBUMS = 100  # whose pictures may still be coming in


class Chats:
    """All chats of the bot."""

    def __init__(
        self, conversation: Conversation, store: Store, outbox: Outbox, wording: Wording, renderer: Renderer
    ) -> None:
        self._conversation = conversation
        self._store = store
        self._outbox = outbox
        self._wording = wording
        self._renderer = renderer
        self._workers = Workers()
        self._groups: set[int] = set()
        self._told: set[int] = set()
        self._albums: deque[str] = deque(maxlen=_ALBUMS)

    def take(self, update: Update) -> asyncio.Future[None] | None:
        """Take an update; gives when it has been dealt with, or None when there is nothing to do.

        A cry for help waits for nothing: it is answered beside the line of its chat.
        """
        said = read(update)
        if said is None:
            return None
        if known := self._workers.known(said.update):
            return known
        if said.kind in (Kind.GROUP, Kind.CHANNEL, Kind.LEFT):
            return self._workers.at_once(said, lambda: self._elsewhere(said))
        if help := _help_now(said):
            return self._workers.at_once(said, lambda: self._help(said, help))
        if self._more_of_the_same(said):
            return None
        if self._workers.waiting(said.chat) >= MOST_WAITING:
            return self._too_many(said)
        return self._workers.in_line(said, lambda: self._turn(said))

    async def finish(self, seconds: float) -> None:
        """Finish what was begun."""
        await self._workers.finish(seconds)

    async def _turn(self, said: Incoming) -> None:
        began = time.perf_counter()
        try:
            async with self._store.holding(said.chat):
                if said.kind is Kind.BLOCKED:
                    await self._store.drop(said.chat)
                else:
                    await self._answer(said)
        except Forbidden:  # blocked, or the account is gone: nobody reads it any more
            await self._store.drop(said.chat)
        except TelegramError as error:
            logger.error("an answer could not be sent", extra=logs.fault(error))
        except Exception as error:
            logger.error("turn failed", extra=logs.fault(error))
            await self._note(said)
            await self._outbox.say(said.chat, self._sorry())
        logger.info("turn", extra={"ms": round((time.perf_counter() - began) * 1000, 1)})

    async def _answer(self, said: Incoming) -> None:
        async with self._outbox.typing(said.chat):
            session = await self._store.load(said.chat)
            if session and said.update in session.seen:  # it was answered, by another process or before a restart
                if session.said or said.update != session.seen[-1]:
                    return
                reply = await self._conversation.again(said, session)
            else:
                reply = await self._conversation.reply(said, session, self._outbox.file)
            before = session.live if session else []
            if reply.session:
                reply.session.note(said.update)
                await self._store.save(said.chat, reply.session)
        await self._say(said, reply, before)

    async def _say(self, said: Incoming, reply: Reply, before: list[int]) -> None:
        if said.kind is Kind.PRESS:
            await self._pressed(said, reply)
        live = await self._outbox.say(said.chat, reply.parts)
        if reply.session:
            reply.session.live = live if reply.moved else before
            reply.session.said = True
            await self._store.save(said.chat, reply.session)
        for message in before if reply.moved else ():
            if message != said.message:
                await self._outbox.no_buttons(said.chat, message)

    async def _note(self, said: Incoming, note: str = "") -> None:
        """Answer a press, whatever comes of it: until then the phone shows that it waits."""
        if said.query:
            await self._outbox.note(said.query, note)

    async def _pressed(self, said: Incoming, reply: Reply) -> None:
        await self._note(said, reply.note)
        if reply.chosen:
            await self._outbox.chosen(said.chat, said.message, said.shown, reply.chosen)
        elif reply.keypad:
            await self._outbox.other_buttons(said.chat, said.message, reply.keypad)

    async def _help(self, said: Incoming, help: gate.Help) -> None:
        """Answer a cry for help, with the conversation where it is at hand and without it where it isn't."""
        began = time.perf_counter()
        parts = self._renderer.bubbles(*help.bubbles)
        if help.suspected and said.kind is Kind.TEXT:
            try:
                with anyio.fail_after(HELP_SECONDS):
                    parts = await self._helped(said, help)
            except Exception as error:  # nothing may stand between a person and these
                logger.error("turn failed", extra=logs.fault(error))
        await self._outbox.say(said.chat, parts, rather_twice=True)
        logger.info("turn", extra={"ms": round((time.perf_counter() - began) * 1000, 1)})  # looks like any other

    async def _helped(self, said: Incoming, help: gate.Help) -> list[Part]:
        async with self._store.holding(said.chat):
            session = await self._store.load(said.chat)
            if session is None:
                return self._renderer.bubbles(*help.bubbles)
            answer = helped(session.state, said.text, help)
            session.state = answer.state
            await self._store.save(said.chat, session)
            return self._renderer.parts(answer, session.name)

    def _more_of_the_same(self, said: Incoming) -> bool:
        """Tell whether this is one more picture of an album, which Telegram brings one by one."""
        if not said.album or said.file:
            return False
        if said.album in self._albums:
            return True
        self._albums.append(said.album)
        return False

    def _too_many(self, said: Incoming) -> asyncio.Future[None] | None:
        """Take nothing more in, and say once that this is too fast."""
        if said.chat in self._told:
            return self._workers.at_once(said, lambda: self._note(said)) if said.query else None
        self._told.add(said.chat)

        async def tell() -> None:
            await self._note(said)
            await self._outbox.say(said.chat, self._renderer.bubbles(self._texts.get("fout.te_vaak")))
            self._told.discard(said.chat)

        return self._workers.in_line(said, tell)

    async def _elsewhere(self, said: Incoming) -> None:
        """Say in a group, once, where we talk, and leave it; a channel is left without a word to all who read it."""
        if said.kind is Kind.LEFT:
            self._groups.discard(said.chat)
        elif said.chat not in self._groups:
            self._groups.add(said.chat)
            if said.kind is Kind.GROUP:
                with suppress(TelegramError):  # in some we may say nothing
                    await self._outbox.say(said.chat, self._renderer.bubbles(self._wording.get("bij.groep")))
            await self._outbox.leave(said.chat)

    def _sorry(self) -> list[Part]:
        return self._renderer.bubbles(self._texts.get("fout.even_niet"))

    @property
    def _texts(self) -> Texts:
        return self._wording.texts


def _help_now(said: Incoming) -> gate.Help | None:
    """Look for a cry for help in all that was typed: a command may stand before it, or be the half of it."""
    if not said.behind:
        return gate.help_now(said.text)
    return gate.help_now(said.behind) or gate.help_now(f"{said.text} {said.behind}") or gate.help_now(said.text)
