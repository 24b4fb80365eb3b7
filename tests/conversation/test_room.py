"""The room itself: whoever replaces the engine can keep it as it is."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.conversation.talk import ROOT

MODULES = sorted((ROOT / "bot" / "conversation").glob("*.py"))


def imported(source: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_it_needs_nothing_but_the_standard_library(path: object) -> None:
    names = imported(path.read_text())  # type: ignore[attr-defined]
    outside = {name for name in names if name.partition(".")[0] not in sys.stdlib_module_names}
    assert all(name.startswith("bot.conversation") for name in outside), outside


def test_no_clock_no_chance_no_disk_no_network() -> None:
    names = set().union(*(imported(path.read_text()) for path in MODULES))
    assert not names & {"random", "secrets", "time", "os", "pathlib", "socket", "urllib", "logging", "subprocess"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_days_come_in_from_outside(path: object) -> None:
    tree = ast.parse(path.read_text())  # type: ignore[attr-defined]
    days = {"date", "timedelta"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "datetime":
            assert {alias.name for alias in node.names} <= days
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow"):
            assert ast.unparse(node.value) == "turn.sharing", "whoever keeps the shares knows the day"
