"""The real thing, `gesprek run`: its secrets, its limits behind a proxy, and slow clients beside people."""

from __future__ import annotations

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from uvicorn.config import STARTUP_FAILURE

from bench.fuzz import fuzz_at
from bot.storage import migrate
from bot.vault.capsule import parse
from tests.serving import START_SECONDS, install, serve, wait_until_ready
from tests.waiting import PATIENCE, within

GESPREK = str(Path(sys.executable).with_name("gesprek"))


@dataclass(frozen=True)
class Served:
    """A server behind a proxy, which is us: its address and its data directory."""

    address: str
    data_dir: Path

    def post(self, path: str, body: dict[str, Any], client: str | None = None) -> httpx.Response:
        headers = {} if client is None else {"X-Forwarded-For": client}
        return httpx.post(f"{self.address}{path}", json=body, headers=headers, timeout=2 * PATIENCE)

    def talk(self, capsule: str | None, text: str | None) -> dict[str, Any]:
        message = None if text is None else {"text": text}
        answer = self.post("/api/chat", {"capsule": capsule, "message": message})
        assert answer.status_code == 200
        return dict(answer.json())

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [GESPREK, *words, "--data-dir", str(self.data_dir)], capture_output=True, text=True, timeout=START_SECONDS
        )


@pytest.fixture(scope="module")
def served(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data_dir = tmp_path_factory.mktemp("served") / "var"
    install(data_dir)
    environment = {
        **os.environ,
        "GESPREK_TRUSTED_PROXIES": "127.0.0.0/8",
        "GESPREK_ADDRESS_CALLS_PER_SECOND": "1",
    }
    address, running = serve(data_dir, env=environment, umask=0, stderr=subprocess.DEVNULL)
    try:
        wait_until_ready(address, running)
        yield Served(address, data_dir)
    finally:
        running.kill()
        running.wait(PATIENCE)


def test_the_first_start_made_a_secret_nobody_else_reads(served: Served) -> None:
    """Started with a umask that closes nothing."""
    file = served.data_dir / "secrets" / "capsules"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_rotating_while_people_talk_loses_nobody(served: Served) -> None:
    going = served.talk(None, None)["capsule"]
    away = served.talk(None, "kort")["capsule"]
    rotated = served.command("rotate")
    assert (rotated.returncode, "still open conversations: 1" in rotated.stdout) == (0, True)
    after = served.talk(going, "kort")["capsule"]
    assert parse(after).secret_id != parse(going).secret_id == parse(away).secret_id
    for capsule in (after, going, away):
        assert served.talk(capsule, "meedoen")["expects"]["key"]
    assert served.post("/api/forget", {"capsule": away}).status_code == 204


def test_behind_a_trusted_proxy_each_client_has_its_own_limits(served: Served) -> None:
    statuses = [served.post("/api/chat", {"capsule": None}, "203.0.113.5").status_code for _ in range(14)]
    assert statuses[:10] == [200] * 10
    assert 429 in statuses[10:]
    assert served.post("/api/chat", {"capsule": None}, "203.0.113.6").status_code == 200
    forged = "198.51.100.1, 203.0.113.5"  # what a client writes itself stands before what the proxy adds
    assert served.post("/api/chat", {"capsule": None}, forged).status_code == 429


def test_a_fuzzed_server_keeps_to_its_description(served: Served, tmp_path: Path) -> None:
    """A short run that is the same every time; `python -m bench.fuzz` takes longer."""
    assert (
        fuzz_at(served.address, tmp_path, ("--max-examples", "15", "--seed", "1", "--phases", "coverage,fuzzing")) == 0
    )


def test_slow_clients_beside_people(served: Served) -> None:
    port = int(served.address.rpartition(":")[2])
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
    try:
        for connection in slow:
            connection.sendall(b"POST /api/chat HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{")
        capsule = served.talk(None, None)["capsule"]
        for attempt in within(5):
            with attempt:
                assert served.talk(capsule, "kort")["messages"]
    finally:
        for connection in slow:
            connection.close()


def test_a_secret_that_others_can_read_is_refused_at_start(served: Served) -> None:
    file = served.data_dir / "secrets" / "capsules"
    file.chmod(0o644)
    try:
        for words in (("run", "--port", "0"), ("rotate",)):
            refused = served.command(*words)
            assert refused.returncode == 3
            assert "chmod 600" in refused.stderr
            assert "Traceback" not in refused.stderr
    finally:
        file.chmod(0o600)


def test_a_secret_that_cannot_be_made_is_said_at_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate.upgrade(f"sqlite:///{tmp_path / 'gesprek.db'}")
    (tmp_path / "secrets").touch()
    monkeypatch.setenv("GESPREK_DATA_DIR", str(tmp_path))
    build = "from bot.web.serve import build; build()"
    refused = subprocess.run([sys.executable, "-c", build], capture_output=True, text=True, timeout=START_SECONDS)
    assert refused.returncode == STARTUP_FAILURE
    assert refused.stderr.splitlines()[-1].startswith(f"{tmp_path / 'secrets'} can't be written")
    assert "Traceback" not in refused.stderr
