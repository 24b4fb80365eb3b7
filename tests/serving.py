"""`gesprek run` as a process, from a data directory of its own: for tests that need the real thing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bench.servers import free_port
from bench.setups import PATIENT
from bot.content import load_site
from bot.settings import PROJECT_ROOT, load_settings
from bot.storage import migrate
from tests.waiting import PATIENCE, wait_for

START_SECONDS = 600.0  # on a busy machine, with what is learnt at the first start
ASK_SECONDS = 5.0
SITE = load_site(PROJECT_ROOT / "content")
GESPREK = (str(Path(sys.executable).parent / "gesprek"),)


def install(data_dir: Path) -> None:
    """Give a data directory the trained model and an empty database."""
    shutil.copytree(load_settings().models_dir, data_dir / "models")
    migrate.upgrade(f"sqlite:///{data_dir / 'gesprek.db'}")


def serve(data_dir: Path, program: Sequence[str] = GESPREK, **options: Any) -> tuple[str, subprocess.Popen[bytes]]:
    """Start serving on a free port; gives the address and the process.

    `options` are those of `Popen`, and `coach_port`, any that is free unless told. A turn may take long, unless `env`
    says how long.
    """
    port = free_port()
    coach_port = options.pop("coach_port", 0)
    options["env"] = {**PATIENT, **options.get("env", os.environ)}
    command = [*program, "run", "--port", str(port), "--coach-port", str(coach_port), "--data-dir", str(data_dir)]
    return f"http://127.0.0.1:{port}", subprocess.Popen(command, **options)


@contextmanager
def until_ready(address: str, server: subprocess.Popen[bytes]) -> Iterator[str]:
    """Give the address once the server answers; end it afterwards, also where it never did, and it ends with 0."""
    with server:
        try:
            wait_until_ready(address, server)
            yield address
            server.terminate()
            assert server.wait(PATIENCE) == 0
        finally:
            server.kill()


def wait_until_ready(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers that it is ready."""
    wait_for(lambda: _is_ready(address, server), f"{address} answers that it is ready", START_SECONDS)


def _is_ready(address: str, server: subprocess.Popen[bytes]) -> bool:
    assert server.poll() is None, f"the server ended with {server.returncode}"
    try:
        return httpx.get(f"{address}/api/health", timeout=ASK_SECONDS).status_code == 200
    except httpx.TransportError:
        return False
