"""Limits on how often and how much at once, for an address and for a conversation.

Of a person nothing is kept: who calls is a keyed hash in memory with a moment beside it, and gone minutes later.
The numbers leave room for a whole organisation behind one address, and for a conversation that a script types;
docs/api.md says why they are what they are. Each serving process counts for itself.
"""

from __future__ import annotations

import hashlib
import logging
import math
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from bot.vault.capsule import parse
from bot.vault.errors import CapsuleInvalid
from bot.web.rate import Rate, neighbourhood

logger = logging.getLogger(__name__)

TURNS_BURST, TURNS_PER_SECOND = 1_200, 2.0  # of one conversation, of which the longest with people had 60 turns
TURNS_AT_ONCE = 20  # of one conversation; a page has one under way, and somebody with two tabs two
CALLS_BURST_SECONDS = 20  # how many seconds of an address's rate may be used at once
CALLS_AT_ONCE_SECONDS = 5  # how many seconds of it may be under way
STARTS_SHARE = 1 / 25  # which part of it may be new conversations, as each of those leaves a row
STARTS_BURST_SECONDS = 250
LOG_EVERY_SECONDS = 60.0


@dataclass
class Call:
    """One call of the API: who makes it, and the seconds it is too early."""

    caller: bytes | None
    wait: float = 0.0


class Limits:
    """What a call may still take. Loopback has no limits of an address: that is a proxy, or the machine itself."""

    def __init__(self, calls_per_second: float, clock: Callable[[], float] = time.monotonic) -> None:
        """Set the limits of an address by its calls a second in the long run; 0 sets none."""
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._limits_addresses = calls_per_second > 0
        rate = calls_per_second or 1.0
        starts = rate * STARTS_SHARE
        self._calls = Rate(rate * CALLS_BURST_SECONDS, rate, clock)
        self._calls_at_once = max(rate * CALLS_AT_ONCE_SECONDS, 1.0)
        self._starts = Rate(starts * STARTS_BURST_SECONDS, starts, clock)
        self._turns = Rate(TURNS_BURST, TURNS_PER_SECOND, clock)
        self._under_way: Counter[bytes] = Counter()
        self._logged_at = -math.inf

    def call(self, host: str | None) -> Call:
        """Count a call from an address; None is a connection without one, such as the socket of a proxy."""
        near = neighbourhood(host) if self._limits_addresses else None
        if near is None:
            return Call(None)
        caller = self._name(near)
        return Call(caller, self._calls.take(caller))

    @contextmanager
    def about(self, call: Call, capsule: str | None) -> Iterator[int]:
        """Count a call for its conversation, or without a capsule as the start of one, and hold its place.

        Gives the seconds after which it may be made again, 0 when it is within the limits.
        """
        conversation = self._conversation(capsule)
        wait = call.wait
        if conversation is not None:
            wait = max(wait, self._turns.take(conversation))
        elif capsule is None and call.caller is not None:
            wait = max(wait, self._starts.take(call.caller))
        with self._place(call.caller, self._calls_at_once) as free, self._place(conversation, TURNS_AT_ONCE) as also:
            seconds = math.ceil(wait) if free and also else max(math.ceil(wait), 1)
            if seconds:
                self._log()
            yield seconds

    def _conversation(self, capsule: str | None) -> bytes | None:
        with suppress(CapsuleInvalid):
            return None if capsule is None else self._name(parse(capsule).conversation_id)
        return None

    def _name(self, who: str) -> bytes:
        return hashlib.blake2b(who.encode("utf-8", "replace"), key=self._key, digest_size=16).digest()

    @contextmanager
    def _place(self, who: bytes | None, most: float) -> Iterator[bool]:
        if who is None:
            yield True
            return
        self._under_way[who] += 1
        try:
            yield self._under_way[who] <= most
        finally:
            self._under_way[who] -= 1
            if not self._under_way[who]:
                del self._under_way[who]

    def _log(self) -> None:
        """Say now and then that calls are refused, never whose."""
        if self._clock() - self._logged_at >= LOG_EVERY_SECONDS:
            self._logged_at = self._clock()
            logger.warning("calls over a limit are refused; is there a proxy, and is it in GESPREK_TRUSTED_PROXIES?")
