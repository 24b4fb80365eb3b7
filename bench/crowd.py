"""What the runs with many people at once have in common: how they are asked for, and how their tables end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from bench.figures import percentile


def how_many(usual: int) -> Any:
    """Return the option for how many people or chats there are."""
    return typer.Option(usual, min=1, help="How many at once.")


def how_long(usual: float) -> Any:
    """Return the option for how many seconds it goes on."""
    return typer.Option(usual, min=1, help="How long, in seconds.")


def thinking(usual: float) -> Any:
    """Return the option for the pause between two turns."""
    return typer.Option(usual, min=0, help="Seconds between two turns, on average.")


def turns_line(turns: Sequence[float], seconds: float) -> str:
    """Begin the table: how many turns there were, and how many a second."""
    return f"turns          {len(turns)}, {len(turns) / seconds:.0f} a second"


def times_line(turns: Sequence[float]) -> str:
    """Tell how many milliseconds the turns took."""
    shown = [f"{percentile(turns, part) or 0:.0f}" for part in (50, 95, 99, 100)]
    return f"milliseconds   p50 {shown[0]}, p95 {shown[1]}, p99 {shown[2]}, longest {shown[3]}"


def faults_lines(faults: list[str]) -> list[str]:
    """Count what went wrong, each kind by itself."""
    kinds = sorted({f"  {faults.count(fault)} × {fault}" for fault in faults})
    return [f"errors         {len(faults)}", *kinds]


def end(lines: Sequence[str], good: bool) -> None:
    """Show the table, and end with 1 when anything went wrong."""
    for line in lines:
        typer.echo(line)
    raise typer.Exit(0 if good else 1)
