"""The files the page is served from: what its source builds, typed, small, and asking nothing of anybody else."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.settings import PROJECT_ROOT

WIDGET = PROJECT_ROOT / "bot" / "web" / "widget"
STATIC = PROJECT_ROOT / "bot" / "web" / "static"
PAGE = PROJECT_ROOT / "bot" / "web" / "page" / "index.html"
BUILT = ("page.js", "style.css", "widget.js")
BUDGET_BYTES = 30_000
NO_REGISTRY = ("ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "EAI_AGAIN", "ECONNRESET")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the source with what it is built with installed, exactly as the lock says."""
    if shutil.which("npm") is None:
        pytest.skip("no npm here: the built files can't be compared with their source")
    copy = tmp_path_factory.mktemp("widget")
    shutil.copytree(WIDGET, copy, ignore=shutil.ignore_patterns("node_modules"), dirs_exist_ok=True)
    installed = subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=copy, capture_output=True, text=True)
    if installed.returncode and any(reason in installed.stderr for reason in NO_REGISTRY):
        pytest.skip("the npm registry can't be reached: the built files can't be compared with their source")
    assert installed.returncode == 0, installed.stderr
    return copy


def run(source: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["npm", "run", "--silent", *command], cwd=source, capture_output=True, text=True)


def test_the_source_is_typed(source: Path) -> None:
    checked = run(source, "check")
    assert checked.returncode == 0, checked.stdout


def test_the_files_that_ship_are_the_sources(source: Path, tmp_path: Path) -> None:
    built = run(source, "build", "--", f"{tmp_path}/")
    assert built.returncode == 0, built.stderr
    assert {path.name for path in tmp_path.iterdir()} == set(BUILT) == {path.name for path in STATIC.iterdir()}
    for name in BUILT:
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), f"{name} is stale: make widget"


def test_script_style_and_page_are_small() -> None:
    files = (STATIC / "page.js", STATIC / "style.css", PAGE)
    assert sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in files) <= BUDGET_BYTES


@pytest.mark.parametrize("path", [STATIC / "page.js", STATIC / "style.css"], ids=lambda path: path.name)
def test_nothing_in_them_is_of_another_address(path: Path) -> None:
    assert re.findall(r"(?:https?:)?//[\w.-]+", path.read_text("utf-8")) == []


def test_no_text_goes_in_as_html() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (WIDGET / "src").rglob("*.ts"))
    assert re.findall(r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|DOMParser)\b", source) == []
