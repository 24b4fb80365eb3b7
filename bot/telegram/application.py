"""The Telegram side of a serving process: what it is made of, when it runs, and that nothing else depends on it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from starlette.routing import Route
from telegram import BotCommandScopeAllPrivateChats, Update

from bot import logs
from bot.conversation.knowledge import Knowledge
from bot.engine.engine import Engine
from bot.installation import today
from bot.settings import Settings
from bot.sharing.service import Sharing
from bot.telegram import commands, mini_app, webhook
from bot.telegram.addresses import Addresses
from bot.telegram.capsule_files import CapsuleFiles
from bot.telegram.chats import Chats
from bot.telegram.client import CONNECTIONS, client, token
from bot.telegram.conversation import Conversation
from bot.telegram.ping import tell_all
from bot.telegram.polling import Polling, only_one
from bot.telegram.redis_state import RedisState
from bot.telegram.rendering import Renderer
from bot.telegram.sending import Outbox, until_it_works
from bot.telegram.state import Memory, Store
from bot.telegram.texts import Wording
from bot.telegram.updates import ALLOWED
from bot.vault.server_secrets import ServerSecrets
from bot.vault.vault import Vault

logger = logging.getLogger(__name__)

FINISH_SECONDS = 6.0  # for answers under way when the server ends
GOODBYE_SECONDS = 2.0
_TIDY_SECONDS = 30.0
_TELL_SECONDS = 60.0
_AGAIN_SECONDS = 5.0


class Telegram:
    """The bot: it polls, or is a route of the web application."""

    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        knowledge: Knowledge,
        vault: Vault,
        secrets: ServerSecrets,
        sharing: Sharing | None = None,
    ) -> None:
        self._settings = settings
        self._bot = client(settings)
        self._token = token(settings)
        self._store = _store(settings, secrets)
        wording = Wording(knowledge.texts, settings.telegram_idle_minutes, settings.capsule_max_age_days)
        extras = [(option.title, option.id) for option in knowledge.options["telegram"]]
        renderer = Renderer(wording, extras, settings.public_url)
        self._addresses, self._sharing = Addresses(secrets), sharing
        files = CapsuleFiles(vault, self._addresses)
        conversation = Conversation(engine, knowledge, files, wording, renderer, today)
        self._chats = Chats(conversation, self._store, Outbox(self._bot), wording, renderer)
        self._answered = wording.get("coach")
        self._menu = commands.menu(knowledge.texts)

    @property
    def routes(self) -> list[Route]:
        """The routes that belong in the web application."""
        calls = [webhook.route(self._token, self._take)] if self._settings.telegram_webhook else []
        return [mini_app.route(self._token), *calls]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Be there for as long as this lasts. Whatever goes wrong in it is logged, and tried again."""
        work = [
            asyncio.create_task(self._always()),
            asyncio.create_task(self._tidy()),
            asyncio.create_task(self._tell()),
        ]
        try:
            yield
        finally:
            for task in work:
                task.cancel()
            await asyncio.gather(*work, return_exceptions=True)
            await self._chats.finish(FINISH_SECONDS)
            with suppress(Exception):
                await self._store.close()
                await self._bot.shutdown()

    async def _always(self) -> None:
        while True:
            try:
                await self._serve()
            except Exception as error:
                logger.error("telegram stopped, and is started again", extra=logs.fault(error))
            await asyncio.sleep(_AGAIN_SECONDS)

    async def _serve(self) -> None:
        await until_it_works(self._bot.initialize)
        if self._settings.telegram_webhook:
            await self._introduce()
            await until_it_works(self._ask_for_calls)
            await asyncio.Event().wait()
        async with only_one(self._settings.data_dir / "telegram.lock"):
            await self._introduce()
            await until_it_works(self._bot.delete_webhook)
            polling = Polling(self._bot, self._take)
            try:
                await polling.run()
            finally:
                await self._chats.finish(FINISH_SECONDS)
                await asyncio.wait_for(polling.acknowledge(), GOODBYE_SECONDS)

    def _take(self, given: dict[str, Any]) -> asyncio.Future[None] | None:
        """Take an update as Telegram gives it; one this version can't read is left, as it would come again for ever."""
        try:
            update = Update.de_json(given, self._bot)
        except Exception as error:
            logger.error("an update could not be read", extra=logs.fault(error))
            return None
        return self._chats.take(update)

    async def _introduce(self) -> None:
        scope = BotCommandScopeAllPrivateChats()
        await until_it_works(lambda: self._bot.set_my_commands(self._menu, scope=scope))

    async def _ask_for_calls(self) -> bool:
        address = f"{self._settings.telegram_webhook}{webhook.path(self._token)}"
        return await self._bot.set_webhook(
            address, allowed_updates=ALLOWED, secret_token=webhook.secret(self._token), max_connections=CONNECTIONS
        )

    async def _tell(self) -> None:
        """Tell who shared that their coach has answered, whenever there is one."""
        while self._sharing is not None:
            await asyncio.sleep(_TELL_SECONDS)
            try:
                await tell_all(self._bot, self._sharing, self._addresses, self._answered)
            except Exception as error:
                logger.error("nobody could be told of an answer", extra=logs.fault(error))

    async def _tidy(self) -> None:
        while True:
            await asyncio.sleep(_TIDY_SECONDS)
            await self._store.tidy()


def _store(settings: Settings, secrets: ServerSecrets) -> Store:
    idle = settings.telegram_idle_minutes * 60.0
    if settings.redis_url is None:
        return Memory(idle)
    return RedisState(settings.redis_url.get_secret_value(), secrets, Addresses(secrets), idle)
