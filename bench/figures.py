"""What is measured of one set-up, and the few numbers that are made of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Figures:
    """The samples of one set-up.

    Attributes:
        first: milliseconds of every turn of whole conversations, one person at a time.
        early: milliseconds of the probes from about turn 10 on.
        late: milliseconds of the same probes at the end of a long conversation.
        late_turn: the number of the last turn of that conversation.
        alone: turns a second with one person, for each round.
        together: turns a second with many people at once, for each round.
        start: seconds from the command to the first good answer to a health check, for each start.
        fresh: milliseconds of the slowest of the first turns after each start.
        training: seconds of `gesprek train`, for each training.
        memory: peak resident memory of all its processes, in MB; None where the system doesn't tell.
    """

    first: list[float] = field(default_factory=list)
    early: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    late_turn: int = 0
    alone: list[float] = field(default_factory=list)
    together: list[float] = field(default_factory=list)
    start: list[float] = field(default_factory=list)
    fresh: list[float] = field(default_factory=list)
    training: list[float] = field(default_factory=list)
    memory: float | None = None


def percentile(samples: Sequence[float], percent: float) -> float | None:
    """Return the smallest sample that `percent` of all samples don't exceed (nearest rank), or None without samples."""
    if not samples:
        return None
    rank = math.ceil(len(samples) * percent / 100)
    return sorted(samples)[max(rank, 1) - 1]


def middle(samples: Sequence[float]) -> float | None:
    """Return the median, or None without samples."""
    return median(samples) if samples else None


def ratio(over: float | None, under: float | None) -> float | None:
    """Return `over / under`, or None where there is no such number."""
    return over / under if over is not None and under else None
