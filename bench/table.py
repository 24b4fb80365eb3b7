"""`gesprek bench`: measure, and print one table."""

from __future__ import annotations

import json
import os
import platform
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bench.figures import Figures, middle, percentile, ratio
from bench.measure import FULL, QUICK, Measured, Plan, measure
from bench.record import Astray
from bench.script import Stuck, load
from bench.servers import NotStarted
from bench.talk import NoAnswer
from bot.settings import load_settings
from bot.training import newest_model

P50_MS = 15.0
GROWTH = 1.2
TIMES_STOCK = 4.0
TRAINING_SECONDS = 60.0
MEMORY_MB = 900.0
_HEADINGS = ("", "het andere gesprek", "stock Rasa", "ratio", "target", "")


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        ratio: how many times better ours is than stock, in the same run.
        at_most: the target for ours, in `unit`.
        times_stock: the target for `ratio`.
    """

    name: str
    unit: str
    ours: float | None
    stock: float | None
    ratio: float | None = None
    at_most: float | None = None
    times_stock: float | None = None

    @property
    def target(self) -> str:
        """Say what is aimed at, in a few signs."""
        if self.times_stock is not None:
            return f"≥ {self.times_stock:g} × stock"
        return f"≤ {self.at_most:g} {self.unit}" if self.at_most is not None else ""

    @property
    def met(self) -> bool | None:
        """Tell whether the target was met; None where there is no target or no measurement."""
        if self.times_stock is not None:
            return self.ratio >= self.times_stock if self.ratio is not None else None
        return self.ours <= self.at_most if self.at_most is not None and self.ours is not None else None


def main(quick: bool, json_file: Path | None = None) -> None:
    """Measure and print; `quick` is a short round without training, to see whether it works.

    Raises:
        SystemExit: there is no trained model to measure with, or a server or the script failed.
    """
    model = newest_model(load_settings().models_dir)
    if model is None:
        raise SystemExit("No trained model: run `gesprek train` first.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the servers are ended too
    plan = QUICK if quick else FULL
    load_before = os.getloadavg()[0]
    try:
        measured = measure(plan, model, load(), lambda line: print(f"  {line}", flush=True))
    except (Astray, NoAnswer, NotStarted, Stuck) as error:
        raise SystemExit(f"The measurement stopped: {error}.") from None
    found = rows(measured, plan)
    notes = _notes(measured, plan, load_before)
    print("\n" + table(found) + "\n\n" + "\n".join(notes))
    if json_file:
        json_file.write_text(json.dumps(as_json(found, notes), ensure_ascii=False, indent=2) + "\n")


def rows(measured: Measured, plan: Plan) -> list[Row]:
    """Make the lines of the table."""
    ours, stock = measured.ours, measured.stock
    late = f"turn {ours.late_turn} (stock: turn {stock.late_turn})"
    return [
        _time("first conversation, p50 of a turn", "ms", ours.first, stock.first, 50, at_most=P50_MS),
        _time("first conversation, p95 of a turn", "ms", ours.first, stock.first, 95),
        _time("turn 10, p50", "ms", ours.early, stock.early, 50),
        _time("turn 10, p95", "ms", ours.early, stock.early, 95),
        _time(f"{late}, p50", "ms", ours.late, stock.late, 50),
        _time(f"{late}, p95", "ms", ours.late, stock.late, 95),
        Row(f"{late} against turn 10, p50", "×", _growth(ours), _growth(stock), at_most=GROWTH),
        _rate("1 person, first conversation", ours.alone, stock.alone),
        _rate(f"{plan.people} people at once, first conversations", ours.together, stock.together),
        _time("start until it answers", "s", ours.start, stock.start, 50),
        _time(f"slowest of the first turns after a start ({plan.rounds}×)", "ms", ours.fresh, stock.fresh, 50),
        Row("training", "s", middle(ours.training), None, at_most=TRAINING_SECONDS),
        Row(
            "peak memory of all processes",
            "MB",
            ours.memory,
            stock.memory,
            ratio(stock.memory, ours.memory),
            at_most=MEMORY_MB,
        ),
    ]


def table(found: Sequence[Row]) -> str:
    """Write the lines in columns."""
    cells = [_HEADINGS, *(_cells(row) for row in found)]
    wide = [max(len(line[column]) for line in cells) for column in range(len(_HEADINGS))]
    return "\n".join(_line(line, wide) for line in cells)


def as_json(found: Sequence[Row], notes: Sequence[str]) -> dict[str, Any]:
    """Return the same for programs."""
    return {"rows": [{**asdict(row), "met": row.met} for row in found], "notes": list(notes)}


def _time(
    name: str, unit: str, ours: Sequence[float], stock: Sequence[float], percent: float, at_most: float | None = None
) -> Row:
    own, theirs = percentile(ours, percent), percentile(stock, percent)
    return Row(name, unit, own, theirs, ratio(theirs, own), at_most)


def _rate(name: str, ours: Sequence[float], stock: Sequence[float]) -> Row:
    own, theirs = middle(ours), middle(stock)
    return Row(name, "turns/s", own, theirs, ratio(own, theirs), times_stock=TIMES_STOCK)


def _growth(figures: Figures) -> float | None:
    return ratio(percentile(figures.late, 50), percentile(figures.early, 50))


def _cells(row: Row) -> tuple[str, ...]:
    times = f"{row.ratio:.1f} ×" if row.ratio is not None else ""
    verdict = {True: "ok", False: "not reached", None: "not measured" if row.target else ""}[row.met]
    return row.name, _amount(row.ours, row.unit), _amount(row.stock, row.unit), times, row.target, verdict


def _amount(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:,.{2 if unit == '×' else 0 if value >= 100 else 1}f} {unit}"


def _line(cells: Sequence[str], wide: Sequence[int]) -> str:
    """Put names, targets and verdicts to the left of their column, numbers to the right."""
    sides = [
        f"{cell:>{width}}" if 1 <= at <= 3 else f"{cell:<{width}}" for at, (cell, width) in enumerate(zip(cells, wide))
    ]
    return "  ".join(sides).rstrip()


def _notes(measured: Measured, plan: Plan, load_before: float) -> list[str]:
    ours, stock = measured.ours, measured.stock
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    return [
        f"{machine}; load {load_before:.1f} before the measurement.",
        f"A conversation: all {measured.turns} turns of rustig, typed, over HTTP; {plan.rounds} rounds, in turn.",
        "Ratio: how many times better than stock in this run. Early and late in a conversation: the same texts.",
        "Stock: rasa run (REST, tracker store in SQLite) and rasa run actions, two processes; ours: one; same model.",
        f"Long conversations: stock {stock.late_turn} turns, since it slows down as it goes; ours {ours.late_turn}.",
        f"Both gave the same answers in {measured.same} of {measured.turns} turns.",
    ]
