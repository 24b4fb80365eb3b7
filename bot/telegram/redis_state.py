"""The same in Redis, so that several processes serve one bot: sealed, under names only we can make, with a limit."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.exceptions import RedisError

from bot.telegram.addresses import Addresses
from bot.telegram.state import Session
from bot.vault.sealing import SealBroken, Sealer
from bot.vault.server_secrets import ServerSecrets

_PREFIX = "gesprek:telegram:"
_PURPOSE = b"gesprek-tg-staat"
_HELD_SECONDS, _RENEW_SECONDS = 30.0, 10.0  # a process that dies lets go of its chats after the first
_WAIT_SECONDS = 60.0
_ANSWER_SECONDS = 5.0


class ChatBusy(Exception):
    """A chat could not be held."""


class RedisState:
    """Sessions in Redis. At rest there is a keyed hash of the chat id beside noise, for as long as the limit."""

    def __init__(self, url: str, secrets: ServerSecrets, addresses: Addresses, idle_seconds: float) -> None:
        self._redis = Redis.from_url(url, socket_timeout=_ANSWER_SECONDS, socket_connect_timeout=_ANSWER_SECONDS)
        self._sealer = Sealer(secrets, _PURPOSE)
        self._addresses = addresses
        self._idle_ms = int(idle_seconds * 1000)

    @asynccontextmanager
    async def holding(self, chat: int) -> AsyncIterator[None]:
        name = f"{_PREFIX}slot:{self._addresses.names(chat)[0]}"
        lock = self._redis.lock(name, timeout=_HELD_SECONDS, blocking_timeout=_WAIT_SECONDS, sleep=0.05)
        if not await lock.acquire():
            raise ChatBusy("another process has held the chat for too long")
        renewing = asyncio.create_task(_renew(lock))
        try:
            yield
        finally:
            renewing.cancel()
            with suppress(asyncio.CancelledError):
                await renewing
            with suppress(RedisError):  # what isn't let go of now is let go of by itself
                await lock.release()

    async def load(self, chat: int) -> Session | None:
        for key in self._keys(chat):
            sealed = await self._redis.get(key)
            if sealed is not None:
                with suppress(SealBroken, TypeError):  # or of a version with other fields: forgotten as well
                    return Session.from_bytes(self._sealer.open(sealed, key.encode()))
        return None

    async def save(self, chat: int, session: Session) -> None:
        newest, *older = self._keys(chat)
        sealed = self._sealer.seal(session.as_bytes(), newest.encode())
        await self._redis.set(newest, sealed, px=self._idle_ms)
        if older:
            await self._redis.delete(*older)

    async def drop(self, chat: int) -> None:
        await self._redis.delete(*self._keys(chat))

    async def tidy(self) -> None:
        """Leave it to Redis, which lets go of each session by itself."""

    async def close(self) -> None:
        await self._redis.close()
        await self._redis.connection_pool.disconnect()

    def _keys(self, chat: int) -> list[str]:
        return [f"{_PREFIX}{name}" for name in self._addresses.names(chat)]


async def _renew(lock: Lock) -> None:
    while True:
        await asyncio.sleep(_RENEW_SECONDS)
        with suppress(RedisError):
            await lock.reacquire()
