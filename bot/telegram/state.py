"""What is remembered of a chat between two messages, in memory, and forgotten when it falls silent."""

from __future__ import annotations

import asyncio
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import asdict, dataclass, field
from typing import Protocol
from weakref import WeakValueDictionary

from bot.engine.engine import State

REMEMBERED = 50  # updates of a chat, to know one that comes twice
_NAME_BYTES = 6


@dataclass(repr=False)
class Session:
    """A conversation in a chat.

    Attributes:
        name: stands in every button of this conversation; those of another one are known by it.
        live: the messages whose buttons may still be pressed.
        seen: the updates that were answered, the last one last.
        said: whether the answer to the last one was sent.
    """

    state: State
    name: str = field(default_factory=lambda: secrets.token_urlsafe(_NAME_BYTES))
    live: list[int] = field(default_factory=list)
    seen: list[int] = field(default_factory=list)
    said: bool = True

    def note(self, update: int) -> None:
        """Remember an update as answered, but not yet said."""
        self.seen = [*self.seen, update][-REMEMBERED:]
        self.said = False

    def as_bytes(self) -> bytes:
        """Write it as JSON."""
        return json.dumps(asdict(self), separators=(",", ":")).encode("ascii")

    @classmethod
    def from_bytes(cls, written: bytes) -> Session:
        """Read what `as_bytes` wrote."""
        return cls(**json.loads(written))


class Store(Protocol):
    """Where sessions are. Who changes one holds its chat."""

    def holding(self, chat: int) -> AbstractAsyncContextManager[None]:
        """Hold a chat, so that nobody else answers in it meanwhile."""

    async def load(self, chat: int) -> Session | None:
        """Return the session of a chat; None when there is none, or no more."""

    async def save(self, chat: int, session: Session) -> None:
        """Remember a session until the chat has been silent for the limit."""

    async def drop(self, chat: int) -> None:
        """Forget a session now."""

    async def tidy(self) -> None:
        """Forget what is over the limit."""

    async def close(self) -> None:
        """Let go of what it needs."""


class Memory:
    """Sessions in the memory of this process, by chat id."""

    def __init__(self, idle_seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._idle = idle_seconds
        self._clock = clock
        self._sessions: dict[int, tuple[bytes, float]] = {}
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def holding(self, chat: int) -> AsyncIterator[None]:
        lock = self._locks.setdefault(chat, asyncio.Lock())
        async with lock:
            yield

    async def load(self, chat: int) -> Session | None:
        written, used = self._sessions.get(chat, (b"", 0.0))
        return Session.from_bytes(written) if written and self._clock() - used < self._idle else None

    async def save(self, chat: int, session: Session) -> None:
        self._sessions[chat] = session.as_bytes(), self._clock()

    async def drop(self, chat: int) -> None:
        self._sessions.pop(chat, None)

    async def tidy(self) -> None:
        now = self._clock()
        self._sessions = {chat: kept for chat, kept in self._sessions.items() if now - kept[1] < self._idle}

    async def close(self) -> None:
        self._sessions.clear()
