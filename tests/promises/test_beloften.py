"""docs/beloften.md names every promise with the test that holds it, and no test that isn't there."""

from __future__ import annotations

import re
from pathlib import Path

from bot.settings import PROJECT_ROOT

PAGE = (PROJECT_ROOT / "docs" / "beloften.md").read_text(encoding="utf-8")
PROMISES = 14
FOLDER = Path(__file__).parent
ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" | ")] for line in PAGE.splitlines() if re.match(r"\| \d", line)
]


def test_every_promise_has_its_row() -> None:
    assert [row[0] for row in ROWS] == [str(number) for number in range(1, PROMISES + 1)]
    assert all(len(row) == 4 and all(row) for row in ROWS)


def test_every_test_of_a_promise_stands_beside_it() -> None:
    for number, _, tests, _ in ROWS:
        there = {path.name for path in FOLDER.glob(f"test_{int(number):02}_*.py")}
        assert set(re.findall(r"`(\w+\.py)`", tests)) == there, f"promise {number}"


def test_a_promise_without_a_test_is_not_called_proven() -> None:
    for number, _, tests, state in ROWS:
        assert state.startswith("bewezen") == ("`" in tests), f"promise {number}"


def test_every_file_the_page_names_exists() -> None:
    named = set(re.findall(r"`(\w+\.py)`", PAGE))
    assert named
    assert {name for name in named if not (FOLDER / name).exists()} == set()


def test_every_test_of_a_promise_has_tests_in_it() -> None:
    empty = [path.name for path in FOLDER.glob("test_*.py") if "def test_" not in path.read_text(encoding="utf-8")]
    assert empty == []
