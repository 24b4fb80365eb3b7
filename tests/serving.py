"""`gesprek run` as a process, from a data directory of its own: for tests that need the real thing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from bench.servers import free_port
from bot.content import load_site
from bot.settings import PROJECT_ROOT, load_settings
from bot.storage import migrate

END_SECONDS = 20.0
START_SECONDS = 120.0  # on a busy machine, with what is learnt at the first start
SITE = load_site(PROJECT_ROOT / "content")
GESPREK = (str(Path(sys.executable).parent / "gesprek"),)


def install(data_dir: Path) -> None:
    """Give a data directory the trained model and an empty database."""
    shutil.copytree(load_settings().models_dir, data_dir / "models")
    migrate.upgrade(f"sqlite:///{data_dir / 'gesprek.db'}")


def serve(data_dir: Path, program: Sequence[str] = GESPREK, **options: Any) -> tuple[str, subprocess.Popen[bytes]]:
    """Start serving on a free port; gives the address and the process.

    `options` are those of `Popen`, and `coach_port`, any that is free unless told.
    """
    port = free_port()
    coach_port = options.pop("coach_port", 0)
    command = [*program, "run", "--port", str(port), "--coach-port", str(coach_port), "--data-dir", str(data_dir)]
    return f"http://127.0.0.1:{port}", subprocess.Popen(command, **options)


@contextmanager
def until_ready(address: str, server: subprocess.Popen[bytes]) -> Iterator[str]:
    """Give the address once the server answers; end it afterwards, also where it never did, and it ends with 0."""
    try:
        wait_until_ready(address)
        yield address
    finally:
        server.terminate()
        ended = server.wait(END_SECONDS)
    assert ended == 0


def wait_until_ready(address: str) -> None:
    """Wait until the server answers that it is ready."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{address}/api/health").status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"{address} did not answer within {START_SECONDS:.0f} s")
