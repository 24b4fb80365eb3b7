"""README, docs and code say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.cli import app
from bot.settings import PROJECT_ROOT, Settings, environment_names
from bot.web.errors import SENTENCES

README = (PROJECT_ROOT / "README.md").read_text()
DOCUMENTS = [PROJECT_ROOT / "README.md", *sorted((PROJECT_ROOT / "docs").glob("*.md"))]


def test_every_command_is_in_the_readme_and_every_command_in_the_readme_exists() -> None:
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert set(re.findall(r"`gesprek (\w+)`", README)) == commands


def test_every_option_of_run_is_in_the_readme() -> None:
    run = get_command(app).commands["run"]  # type: ignore[attr-defined]
    options = {option for parameter in run.params for option in parameter.opts if option != "--help"}
    assert options <= set(re.findall(r"`(--[\w-]+)`", README))


def test_every_make_target_in_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT_ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        named = set(re.findall(r"`make ([a-z-]+)`", document.read_text()))
        assert named <= targets, document.name


def test_every_setting_is_in_the_table_with_its_default() -> None:
    table = (PROJECT_ROOT / "docs" / "instellingen.md").read_text()
    for name, variable in environment_names().items():
        default = Settings.__fields__[name].default
        assert f"| `{variable}` | {f'`{default}`' if default is not None else '–'} |" in table


def test_every_error_code_is_in_the_contract() -> None:
    contract = (PROJECT_ROOT / "docs" / "api.md").read_text()
    assert [code for code in SENTENCES if f"`{code}`" not in contract] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_and_picture_is_there(document: Path) -> None:
    text = document.read_text()
    linked = re.findall(r"\]\((?!http)([^)#]+)\)", text) + re.findall(r'src="(?!http)([^"]+)"', text)
    assert [link for link in linked if not (document.parent / link).exists()] == []


def test_every_path_named_in_the_readme_exists() -> None:
    named = re.findall(r"`((?:content|docs|scripts|data|actions|bot)/[\w./-]*)`", README)
    assert named
    assert [path for path in named if not (PROJECT_ROOT / path).exists()] == []
