"""Where somebody who shares can be told of an answer: an address that their channel sealed, for the turn under way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_address: ContextVar[bytes | None] = ContextVar("address", default=None)


@contextmanager
def reachable(address: bytes) -> Iterator[None]:
    """Let what is shared meanwhile be answered with a message at this address."""
    before = _address.set(address)
    try:
        yield
    finally:
        _address.reset(before)


def address() -> bytes | None:
    """Return where who shares now can be told of an answer; None where there is no such place."""
    return _address.get()
