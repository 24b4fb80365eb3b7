"""The portal beside the chat: started again when it ends, never in its way, gone when it goes."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from bot.coach import beside as module
from bot.coach.beside import portal_beside
from bot.settings import PROJECT_ROOT
from bot.storage import migrate
from tests.waiting import PATIENCE, wait_for

HOST = "127.0.0.1"
STAYS = "import sys, time, pathlib; pathlib.Path(sys.argv[1]).open('a').write('begun\\n'); time.sleep(60)"
ENDS = "import sys, pathlib; pathlib.Path(sys.argv[1]).open('a').write('begun\\n'); sys.exit(3)"


def program(code: str, file: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", code, str(file))


def begun(file: Path) -> int:
    return len(file.read_text().splitlines()) if file.exists() else 0


def test_it_runs_while_the_chat_does(tmp_path: Path) -> None:
    file = tmp_path / "begun"
    with portal_beside(HOST, 0, program(STAYS, file)) as port:
        assert port
        wait_for(lambda: begun(file) == 1, "it began")
    assert begun(file) == 1
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, port))


def test_it_is_started_again_with_longer_pauses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE_SECONDS", 0.05)
    file = tmp_path / "begun"
    with portal_beside(HOST, 0, program(ENDS, file)) as port:
        wait_for(lambda: begun(file) >= 3, "it began three times")
        assert port
        socket.create_connection((HOST, port)).close()  # whoever comes in between waits instead of being refused


@pytest.mark.parametrize("missing", ["program", "port"])
def test_a_portal_that_can_not_start_leaves_the_chat_alone(
    tmp_path: Path, missing: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE_SECONDS", 0.05)
    file = tmp_path / "begun"
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1] if missing == "port" else 0
        what = program(STAYS, file) if missing == "port" else (str(tmp_path / "nothing"),)
        with portal_beside(HOST, port, what) as given:
            assert (given is None) is (missing == "port")
            wait_for(lambda: caplog.messages, "the log tells of it")
            taken.close()
            if missing == "port":
                wait_for(lambda: begun(file) == 1, "it began")


def test_the_real_one_serves_and_ends_when_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GESPREK_DATA_DIR", str(tmp_path))
    monkeypatch.chdir(PROJECT_ROOT)
    migrate.upgrade(f"sqlite:///{tmp_path / 'gesprek.db'}")
    with portal_beside(HOST, 0) as port:
        answer = httpx.get(f"http://{HOST}:{port}/inloggen", timeout=60)
        assert (answer.status_code, "Inloggen" in answer.text) == (200, True)
        answer = httpx.get(f"http://{HOST}:{port}/health", timeout=60)
        assert answer.json() == {"status": "ok"}


def test_it_goes_when_whoever_started_it_is_killed(tmp_path: Path) -> None:
    """The other end of its standard input closes, however the chat ended."""
    migrate.upgrade(f"sqlite:///{tmp_path / 'gesprek.db'}")
    with socket.create_server((HOST, 0)) as listening:
        running = subprocess.Popen(
            [*module.PROGRAM, str(listening.fileno())],
            stdin=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=[listening.fileno()],
            cwd=PROJECT_ROOT,
            env={**os.environ, "GESPREK_DATA_DIR": str(tmp_path)},
        )
        port = listening.getsockname()[1]
        assert httpx.get(f"http://{HOST}:{port}/health", timeout=60).status_code == 200
        status = Path(f"/proc/{running.pid}/status").read_text()
        resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        assert resident < 150_000  # kB; measured 76,000
        assert running.stdin
        running.stdin.close()
        assert running.wait(PATIENCE) == 0


def test_it_knows_no_engine_no_vault_and_no_rasa() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, bot.coach.serve, bot.coach.oidc; print(*sys.modules)"],
        capture_output=True, text=True, cwd=PROJECT_ROOT, check=True,
    ).stdout.split()  # fmt: skip
    never = ("bot.engine", "bot.vault", "bot.nlu", "actions", "rasa", "rasa_sdk", "tensorflow", "spacy", "numpy")
    assert [name for name in said if name.startswith(tuple(f"{one}." for one in never)) or name in never] == []
    assert "bot.coach.app" in said
