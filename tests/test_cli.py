"""`gesprek` with a wrong configuration: one line for each fault, in English, with what to do about it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot import logs
from bot.cli import app
from bot.coach.beside import Beside
from bot.listening import listen
from bot.settings import environment_names
from bot.storage import migrate
from bot.storage.migrate import DatabaseUnusable

UNREACHABLE = "postgresql://canary:canary@127.0.0.1:1/canary"


@pytest.fixture(autouse=True)
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory that isn't there yet, and nothing else in the environment."""
    monkeypatch.setattr(logs, "configure", lambda level: None)  # or it takes pytest's own handlers away
    for variable in environment_names().values():
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "environ", os.environ.copy())  # `run` puts what it was given there
    monkeypatch.setenv("GESPREK_DATA_DIR", str(tmp_path / "var"))
    return tmp_path / "var"


def gesprek(*words: str) -> Result:
    return CliRunner(mix_stderr=False).invoke(app, words)


def test_a_mistyped_setting_is_told_by_every_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_PROT", "9000")
    told = gesprek("coach", "list")
    assert "GESPREK_PROT is no setting and does nothing: is it GESPREK_PORT?" in told.stderr


@pytest.mark.parametrize("command", ["check", "run"])
def test_a_content_folder_that_is_not_there_is_named_with_its_setting(
    command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GESPREK_CONTENT_DIR", "/nergens/content")
    told = gesprek(command)
    assert told.exit_code in (1, 3)
    assert "/nergens/content:1: there is no such folder: GESPREK_CONTENT_DIR must name" in told.stdout + told.stderr


def test_check_looks_at_the_secrets_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_CAPSULE_SECRETS", "canary")
    told = gesprek("check")
    assert told.exit_code == 1
    assert told.stdout.startswith("GESPREK_CAPSULE_SECRETS: expected different secrets of 32 bytes in base64")
    assert "1 to look at." in told.stdout
    assert "canary" not in told.stdout + told.stderr


@pytest.mark.parametrize("command", ["setup", "train"])
def test_a_data_directory_that_can_not_be_written_is_told_in_one_line(command: str, installation: Path) -> None:
    installation.write_text("a file stands where the folder should be")
    told = gesprek(command)
    assert told.exit_code == 3
    assert told.stderr.startswith(str(installation))
    assert "can't be written: " in told.stderr
    assert "Look at GESPREK_DATA_DIR" in told.stderr


def test_a_server_without_anything_says_all_it_lacks() -> None:
    told = gesprek("run")
    assert told.exit_code == 3
    assert [line.rpartition(": ")[2] for line in told.stderr.splitlines()] == [
        "run `gesprek train`.",
        "run `gesprek setup`.",
    ]


def test_a_database_out_of_reach_is_told_without_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", UNREACHABLE)
    told = gesprek("run")
    assert told.exit_code == 3
    assert "The database can't be used (OperationalError): see whether it is there" in told.stderr
    assert "canary" not in told.stderr


def test_a_file_that_is_no_database_is_told_with_the_databases_own_reason(installation: Path) -> None:
    installation.mkdir()
    (installation / "gesprek.db").write_bytes(b"no database" * 100)
    with pytest.raises(DatabaseUnusable, match=r"^The database can't be used \(file is not a database\)"):
        migrate.is_current(f"sqlite:///{installation / 'gesprek.db'}")


@pytest.mark.parametrize("url", [UNREACHABLE, "postgresql://u:canary@host:letters/x"])
def test_what_ends_a_coach_command_is_an_error_of_ours_that_is_shown_as_it_is(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    ended = gesprek("coach", "list").exception
    assert ended is not None
    assert type(ended).__module__.startswith("bot.")  # bot/logs.py prints those as one line
    assert "canary" not in str(ended)
    assert "DATABASE_URL" in str(ended)


def test_a_port_that_is_taken_is_told_before_anything_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.installation.missing", lambda settings: [])
    with listen("127.0.0.1", 0) as taken:
        told = gesprek("run", "--port", str(taken.getsockname()[1]))
    assert told.exit_code == 3
    assert "can't be listened on: Address already in use" in told.stderr
    assert "choose another --host or --port" in told.stderr


def test_any_free_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[int] = []
    monkeypatch.setattr("bot.installation.missing", lambda settings: [])
    monkeypatch.setattr("uvicorn.run", lambda app, **options: served.append(options["port"]))
    monkeypatch.setattr(Beside, "start", lambda beside: None)
    monkeypatch.setattr(Beside, "stop", lambda beside: None)
    told = gesprek("run", "--port", "0")
    assert told.exit_code == 0, told.output
    (port,) = served
    assert port > 0
    assert f"http://127.0.0.1:{port}/" in told.stdout


@pytest.mark.skipif(not socket.has_dualstack_ipv6(), reason="this machine has no IPv6")
def test_a_socket_is_of_the_family_of_its_address() -> None:
    with listen("::1", 0) as six, listen("127.0.0.1", 0) as four:
        assert (six.family, four.family) == (socket.AF_INET6, socket.AF_INET)
