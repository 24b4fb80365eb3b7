"""Processes that serve on loopback: started, waited for, measured, and always ended."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.settings import PROJECT_ROOT

LOOPBACK = "127.0.0.1"
START_SECONDS = 600.0  # longest wait for a start
END_SECONDS = 60.0
_ASK_EVERY = 0.05  # seconds
_PORTS = range(20_000, 32_000)  # below those that systems give to whoever asks for any


class NotStarted(Exception):
    """A server ended, or gave no good answer, before it was ready."""


@dataclass(frozen=True)
class Process:
    """A command, and the address that answers 200 once it is ready."""

    command: Sequence[str]
    ready: str


@dataclass(frozen=True)
class Running:
    """Processes that are ready, and how many seconds that took."""

    pids: tuple[int, ...]
    seconds: float

    def peak_memory(self) -> float | None:
        """Return the peak resident memory of the processes and their children together, in MB."""
        found = [_peak_memory(pid) for parent in self.pids for pid in _family(parent)]
        known = [megabytes for megabytes in found if megabytes is not None]
        return sum(known) if known and len(known) == len(found) else None


@contextmanager
def serving(processes: Sequence[Process], environment: Mapping[str, str], log: Path) -> Iterator[Running]:
    """Start processes together, wait until each is ready, and end them all whatever happens."""
    started: list[subprocess.Popen[bytes]] = []
    began = time.perf_counter()
    try:
        with log.open("ab") as output:
            for process in processes:
                started.append(
                    subprocess.Popen(
                        process.command,
                        cwd=PROJECT_ROOT,
                        env=dict(environment),
                        stdin=subprocess.DEVNULL,
                        stdout=output,
                        stderr=subprocess.STDOUT,
                        start_new_session=True,
                    )
                )
        for process, child in zip(processes, started):
            _wait_until_ready(process, child, began + START_SECONDS)
        yield Running(tuple(child.pid for child in started), time.perf_counter() - began)
    finally:
        for child in started:
            _signal(child, signal.SIGTERM)
        for child in started:
            _end(child)


def free_port() -> int:
    """Return a port of loopback that nobody uses, and that nobody is given before it is bound, seconds later."""
    while True:
        port = secrets.choice(_PORTS)
        with suppress(OSError), socket.socket() as taken:
            taken.bind((LOOPBACK, port))
            return port


def _wait_until_ready(process: Process, child: subprocess.Popen[bytes], until: float) -> None:
    with httpx.Client(timeout=5.0, trust_env=False) as client:
        while time.perf_counter() < until:
            if child.poll() is not None:
                raise NotStarted(f"{process.command[:3]} ended with {child.returncode}")
            with suppress(httpx.HTTPError):
                if client.get(process.ready).status_code == 200:
                    return
            time.sleep(_ASK_EVERY)
    raise NotStarted(f"{process.command[:3]} was not ready in {START_SECONDS:.0f} s")


def _end(child: subprocess.Popen[bytes]) -> None:
    try:
        child.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        _signal(child, signal.SIGKILL)
        child.wait(END_SECONDS)


def _signal(child: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Signal a child and its own children: it leads a process group of its own."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, number)


def _family(pid: int) -> list[int]:
    family = [pid]
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        with suppress(OSError):
            family += [member for child in file.read_text().split() for member in _family(int(child))]
    return family


def _peak_memory(pid: int) -> float | None:
    """Return VmHWM in MB (Linux)."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return None
