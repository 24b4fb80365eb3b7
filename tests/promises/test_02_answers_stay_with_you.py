"""Promise 2: your answers are kept on your device only; the server forgets them after every turn.

A conversation with a canary in every answer, on a real server process; then every byte on disk it could have written.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.serving import install, serve, wait_until_ready

CANARY = "zwerfkanarie"
ANSWERS = [
    "kort",
    "meedoen",
    f"{CANARY} een met de buren",
    "7",
    f"{CANARY} twee in de kantine",
    f"{CANARY} drie",
    "stop",
]


def in_many_forms(word: str) -> list[bytes]:
    """Return the word as it could stand on a disk: plain, UTF-16, hex, base64 at each of its three offsets."""
    plain = word.encode()
    offsets = [base64.b64encode(b" " * n + plain)[4 if n else 0 : -4] for n in range(3)]
    return [plain, word.encode("utf-16-le"), plain.hex().encode(), json.dumps(word)[1:-1].encode(), *offsets]


def found(folders: list[Path]) -> list[str]:
    """Return the files under these folders that hold the canary in any form."""
    forms = in_many_forms(CANARY)
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    assert files
    return [str(path) for path in files if any(form in path.read_bytes() for form in forms)]


@pytest.fixture
def installation(model: Path, tmp_path: Path) -> Path:
    """A data directory with a model and an empty database."""
    install(tmp_path / "var")
    return tmp_path


@pytest.fixture
def server(installation: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A serving process that can write nowhere we don't look: its log, its temporary and its home folder are here."""
    for name in ("tmp", "home"):
        (installation / name).mkdir()
    environment = {**os.environ, "TMPDIR": str(installation / "tmp"), "HOME": str(installation / "home")}
    with (installation / "log").open("wb") as log:
        address, running = serve(
            installation / "var", env=environment, cwd=installation / "home", stdout=log, stderr=log
        )
        yield address, running
        running.kill()
        running.wait(20)


def talk(address: str) -> str:
    """Have the conversation; return the last capsule."""
    capsule = None
    for text in (None, *ANSWERS):
        message = None if text is None else {"text": text}
        answer = httpx.post(f"{address}/api/chat", json={"capsule": capsule, "message": message}, timeout=30)
        capsule = answer.json()["capsule"]
    held = httpx.post(f"{address}/api/export", json={"capsule": capsule}).json()
    assert CANARY in json.dumps(held["answers"])  # it was really said and really kept, by the person
    return str(capsule)


@pytest.mark.parametrize("how", ["asked to stop", "killed"])
def test_no_answer_is_on_any_disk_afterwards(
    server: tuple[str, subprocess.Popen[bytes]], installation: Path, how: str
) -> None:
    address, running = server
    wait_until_ready(address)
    talk(address)
    if how == "killed":
        running.kill()
    else:
        running.terminate()
    running.wait(20)
    assert found([installation]) == []


def test_the_search_would_find_it(tmp_path: Path) -> None:
    for number, form in enumerate(in_many_forms(CANARY)):
        path = tmp_path / str(number)
        path.write_bytes(b"iets ervoor " + form + b" iets erna")
        assert found([tmp_path]) == [str(path)]
        path.unlink()
        (tmp_path / "leeg").touch()
