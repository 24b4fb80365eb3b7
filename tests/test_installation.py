"""The secrets of an installation: from the environment or its own, and what it says when they are no good."""

from __future__ import annotations

import os
import secrets
from base64 import b64encode
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import _hand_to_children, app
from bot.installation import missing, open_secrets, rotate_secrets
from bot.settings import Settings, load_settings
from bot.vault.server_secrets import SecretsError

DAY = date(2026, 3, 1)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return load_settings(data_dir=tmp_path / "var")


def made() -> str:
    return b64encode(secrets.token_bytes(32)).decode()


def test_without_a_word_it_makes_its_own(settings: Settings) -> None:
    server = open_secrets(settings, DAY)
    assert settings.secrets_file.exists()
    assert open_secrets(settings, DAY).current() == server.current()
    assert rotate_secrets(settings, DAY) == 1
    assert server.current() == open_secrets(settings, DAY).current()
    assert len(server.all()) == 2


def test_those_of_the_environment_go_first_and_make_no_file(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = made(), made()
    monkeypatch.setenv("GESPREK_CAPSULE_SECRETS", f"{first},{second}")
    given = load_settings(data_dir=settings.data_dir)
    assert b64encode(open_secrets(given, DAY).current().value).decode() == first
    assert len(open_secrets(given, DAY).all()) == 2
    assert not settings.secrets_file.exists()
    with pytest.raises(SecretsError, match="GESPREK_CAPSULE_SECRETS"):
        rotate_secrets(given, DAY)


def test_opening_them_removes_none_however_the_clock_stands(settings: Settings) -> None:
    open_secrets(settings, DAY)
    rotate_secrets(settings, DAY)
    assert len(open_secrets(settings, date(2099, 1, 1)).all()) == 2


def test_those_of_the_environment_are_not_ours_to_remove(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_CAPSULE_SECRETS", f"2020-01-02 {made()},2020-01-01 {made()}")
    given = open_secrets(load_settings(data_dir=settings.data_dir), DAY)
    assert given.retire(DAY, 1) == 0
    assert len(given.all()) == 2


@pytest.mark.parametrize("wrong", ["kastanje", "a,b", b64encode(bytes(16)).decode()])
def test_what_is_wrong_is_said_before_the_start(
    settings: Settings, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GESPREK_CAPSULE_SECRETS", wrong)
    (line,) = [line for line in missing(load_settings(data_dir=settings.data_dir)) if "SECRETS" in line]
    assert line.startswith("GESPREK_CAPSULE_SECRETS: expected different secrets of 32 bytes")
    assert wrong not in line


def test_before_the_first_start_no_secret_is_missed(settings: Settings) -> None:
    assert [line for line in missing(settings) if "secrets" in line] == []
    assert not settings.data_dir.exists()


def test_rotate_is_a_command(settings: Settings) -> None:
    for older in range(3):
        result = CliRunner().invoke(app, ["rotate", "--data-dir", str(settings.data_dir)])
        assert (result.exit_code, f"still open conversations: {older}." in result.output) == (0, True)


def test_a_leaked_secret_can_be_dropped_at_once(settings: Settings) -> None:
    for _ in range(3):
        rotate_secrets(settings, DAY)
    leaked = open_secrets(settings, DAY).all()
    assert rotate_secrets(settings, DAY, drop=True) == 0
    left = open_secrets(settings, DAY).all()
    assert len(left) == 1
    assert left[0] not in leaked
    result = CliRunner().invoke(app, ["rotate", "--drop", "--data-dir", str(settings.data_dir)])
    assert "still open conversations: 0." in result.output


def test_no_secret_and_no_none_is_handed_to_child_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    monkeypatch.setenv("GESPREK_CAPSULE_SECRETS", made())
    before = os.environ["GESPREK_CAPSULE_SECRETS"]
    _hand_to_children(load_settings(port=9_999))
    assert os.environ["GESPREK_PORT"] == "9999"
    assert os.environ["GESPREK_CAPSULE_SECRETS"] == before
    assert not {"None", "**********"} & set(os.environ.values())
    assert load_settings().port == 9_999
