"""Who is in: kept in the memory of this one process, at most half an hour without a sign of life."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

IDLE_SECONDS = 30 * 60
LONGEST_SECONDS = 10 * 60 * 60
_MOST = 500  # at once; the oldest make room

Value = TypeVar("Value")


@dataclass(repr=False)
class _Kept(Generic[Value]):
    value: Value
    begun: float
    seen: float = field(default=0.0)


class Sessions(Generic[Value]):
    """Things kept under unguessable names for a while; safe to use from any thread.

    `clock` gives seconds that never go back.
    """

    def __init__(
        self, clock: Callable[[], float], idle_seconds: float = IDLE_SECONDS, longest_seconds: float = LONGEST_SECONDS
    ) -> None:
        self._clock = clock
        self._idle = idle_seconds
        self._longest = longest_seconds
        self._kept: dict[str, _Kept[Value]] = {}
        self._one_at_a_time = threading.Lock()

    def begin(self, value: Value) -> str:
        """Keep something under a new name."""
        name = secrets.token_urlsafe(32)
        with self._one_at_a_time:
            self._sweep()
            if len(self._kept) >= _MOST:
                del self._kept[min(self._kept, key=lambda one: self._kept[one].seen)]
            self._kept[name] = _Kept(value, begun=self._clock(), seen=self._clock())
        return name

    def find(self, name: str | None) -> Value | None:
        """Return what is kept under a name, and count that as a sign of life."""
        with self._one_at_a_time:
            self._sweep()
            kept = self._kept.get(name or "")
            if kept is None:
                return None
            kept.seen = self._clock()
            return kept.value

    def end(self, name: str | None) -> None:
        """Keep it no longer."""
        with self._one_at_a_time:
            self._kept.pop(name or "", None)

    def end_all(self, which: Callable[[Value], bool]) -> None:
        """Keep none of those any longer."""
        with self._one_at_a_time:
            for name in [name for name, kept in self._kept.items() if which(kept.value)]:
                del self._kept[name]

    def _sweep(self) -> None:
        now = self._clock()
        for name, kept in list(self._kept.items()):
            if now - kept.seen > self._idle or now - kept.begun > self._longest:
                del self._kept[name]
