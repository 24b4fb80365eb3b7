"""What was worked out in this turn: the same words are looked at by the gate, for their intent and for their theme."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any


class _Turn:
    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Any]] | None = {}


_turn: ContextVar[_Turn | None] = ContextVar("turn", default=None)


@contextmanager
def remembering() -> Iterator[None]:
    """Work out nothing twice within this block, and forget it all at its end; within another, that one's end."""
    if _turn.get() is not None:
        yield
        return
    turn = _Turn()
    token = _turn.set(turn)
    try:
        yield
    finally:
        turn.kept = None  # a lane that was given up, or a timer of it, may still hold the turn itself
        _turn.reset(token)


def remembered(what: str) -> dict[str, Any]:
    """Return, by text, what was worked out of this kind so far, to add to; outside a turn that is nothing."""
    turn = _turn.get()
    return {} if turn is None or turn.kept is None else turn.kept.setdefault(what, {})
