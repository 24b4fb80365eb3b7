"""How long somebody has to wait after trying too often; the same for a coach and for a name that is nobody's."""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict

FREE_TRIES = 5
FIRST_LOCK_SECONDS = 30
LONGEST_LOCK_SECONDS = 15 * 60  # longer would let anybody keep a coach out; guessing gets nowhere at this pace either
_REMEMBERED = 10_000


def lock_after(tries: int) -> int:
    """Return the seconds to wait after this many tries that failed in a row."""
    if tries < FREE_TRIES:
        return 0
    return int(min(FIRST_LOCK_SECONDS * 2 ** min(tries - FREE_TRIES, 20), LONGEST_LOCK_SECONDS))


class Strangers:
    """Tries under names that are nobody's, in memory: without them a lock would tell who is a coach."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._tries: OrderedDict[bytes, tuple[int, int]] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def take_try(self, name: str, now: int) -> bool:
        """Count a try; False while the name is locked. `now` is in seconds."""
        who = self._name(name)
        with self._one_at_a_time:
            tries, locked_until = self._tries.pop(who, (0, 0))
            locked = locked_until > now
            tries += not locked
            self._tries[who] = (tries, locked_until if locked else now + lock_after(tries))
            while len(self._tries) > _REMEMBERED:
                self._tries.popitem(last=False)
        return not locked

    def locked_until(self, name: str) -> int:
        """Tell until when a name is locked, in seconds; 0 when it never was."""
        return self._tries.get(self._name(name), (0, 0))[1]

    def _name(self, name: str) -> bytes:
        return hashlib.blake2b(name.encode("utf-8", "replace"), key=self._key, digest_size=16).digest()
