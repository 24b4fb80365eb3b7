"""How often something may be done, for each of many callers, in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from ipaddress import IPv6Address, IPv6Network, ip_address

REMEMBERED = 20_000  # callers of each kind; who called longest ago is forgotten first


class Rate:
    """A token bucket for each caller, kept as the moment at which it is full again (GCRA)."""

    def __init__(self, burst: float, per_second: float, clock: Callable[[], float]) -> None:
        self._each = 1 / per_second
        self._room = burst / per_second
        self._clock = clock
        self._full_at: OrderedDict[bytes, float] = OrderedDict()

    def take(self, caller: bytes) -> float:
        """Take one; 0.0 when there was one, and else the seconds until there is."""
        now = self._clock()
        before = max(self._full_at.pop(caller, now), now)
        wait = max(before + self._each - self._room - now, 0.0)
        self._full_at[caller] = before if wait else before + self._each
        self._forget(now)
        return wait

    def __len__(self) -> int:
        """Count the callers that are remembered."""
        return len(self._full_at)

    def _forget(self, now: float) -> None:
        """Drop who called longest ago, when there are too many or when that bucket is full again."""
        while self._full_at and (len(self._full_at) > REMEMBERED or next(iter(self._full_at.values())) <= now):
            self._full_at.popitem(last=False)


def neighbourhood(host: str | None) -> str | None:
    """Name who shares the limits: an IPv4 address, or the /64 that one connection has of IPv6; None for loopback."""
    if host is None:
        return None
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return None
    return str(IPv6Network((address, 64), strict=False)) if isinstance(address, IPv6Address) else str(address)
