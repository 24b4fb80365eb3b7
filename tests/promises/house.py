"""A server that can write nowhere we don't look: all it could call its own lies under one folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from bot.settings import PROJECT_ROOT, environment_names
from tests.promises.scanner import Scanner, files_under
from tests.serving import GESPREK, install, serve, wait_until_ready
from tests.waiting import PATIENCE

BROKEN_IN = (sys.executable, "-m", "tests.promises.broken_in")
_VARIABLES = {
    "HOME": "home",
    "TMPDIR": "tmp",
    "XDG_CACHE_HOME": "xdg/cache",
    "XDG_CONFIG_HOME": "xdg/config",
    "XDG_DATA_HOME": "xdg/data",
    "XDG_STATE_HOME": "xdg/state",
    "XDG_RUNTIME_DIR": "xdg/run",
}


class House:
    """An installation with its data directory, working directory, home, temporary and cache folders, and its log."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.data, self.cwd, self.log = root / "var", root / "cwd", root / "log"
        self.began = moment()
        install(self.data)
        for folder in ("cwd", *_VARIABLES.values()):
            (root / folder).mkdir(parents=True)

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a process that lives here: this tree, these folders, and every setting at its default."""
        outside = {name: value for name, value in os.environ.items() if name not in environment_names().values()}
        folders = {name: str(self.root / folder) for name, folder in _VARIABLES.items()}
        return {**outside, **folders, "PYTHONPATH": str(PROJECT_ROOT), "PYTHONUNBUFFERED": "1"}

    @contextmanager
    def serving(
        self, program: Sequence[str] = GESPREK, **environment: str
    ) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
        """Serve; gives the address and the process, which is gone afterwards."""
        with self.log.open("ab") as log:
            address, server = serve(
                self.data, program, env={**self.environment, **environment}, cwd=self.cwd, stdout=log, stderr=log
            )
            with server:
                try:
                    wait_until_ready(address, server)
                    yield address, server
                finally:
                    server.kill()

    def stop(self, server: subprocess.Popen[bytes]) -> int:
        """Ask the server to stop, wait until it has, and return how it ended."""
        server.terminate()
        return server.wait(PATIENCE)

    def found(self, scanner: Scanner) -> dict[str, set[str]]:
        """Return the files of this house where a word stands, and how."""
        return scanner.in_files(files_under(self.root))

    def found_outside(self, scanner: Scanner, since: float | None = None) -> dict[str, set[str]]:
        """Return the same for the project and the folders anybody may write to: what changed there since a `moment`.

        That is when this house began, unless it is one that many tests share: a word of a test stands in nothing older.
        """
        folders = (PROJECT_ROOT, *map(Path, ("/tmp", "/var/tmp", "/dev/shm")))
        changed = files_under(*folders, since=since or self.began)
        return scanner.in_files(path for path in changed if self.root not in path.parents)


def moment() -> float:
    """Return now, in seconds of the epoch, or a little before: some file systems count in whole seconds."""
    return time.time() - 1


def turn(client: httpx.Client, capsule: str | None, text: str | None) -> httpx.Response:
    """Type something, or begin with no text; the client has the address of the server as its base."""
    message = None if text is None else {"text": text}
    return client.post("/api/chat", json={"capsule": capsule, "message": message})


def press_or_type(client: httpx.Client, last: dict[str, Any], step: str) -> dict[str, Any]:
    """Press a button of the last answer for a step that begins with `#`, type everything else."""
    choices = {button["title"]: button["choice"] for message in last["messages"] for button in message["buttons"]}
    message = {"choice": choices[step[1:]]} if step.startswith("#") else {"text": step}
    answer = client.post("/api/chat", json={"capsule": last["capsule"], "message": message})
    assert answer.status_code == 200
    return dict(answer.json())
