"""All there is to do, once: training, talking, errors, ending, and each of Rasa's commands that `make` starts.

    python -m tests.promises.whole_run FOLDER

Where it may, the caller runs this in a network namespace without a way out. Everything is done under FOLDER; what was
addressed is in FOLDER/watched, and standard output has what the kernel counted, as JSON.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from select import select
from typing import Any

import httpx
import yaml

from bench.servers import free_port
from bot.settings import PROJECT_ROOT
from tests.promises import broken_in
from tests.promises.house import BROKEN_IN, House, turn
from tests.telegram.beside import beside

WATCH = Path(__file__).parent / "watch"
COPIED = ("bot", "actions", "scripts", "content", "config.yml", "domain.yml", "endpoints.yml", "credentials.yml")
EXAMPLES = 3  # utterances an intent: enough to train on, and quick
SAID = ("kort", "zingeving", "mijn vak", "7", "laat mijn samenvatting zien", "ik wil niet meer leven")
ERRORS = (broken_in.RASA_FAILS, broken_in.ACTION_FAILS, broken_in.VAULT_FAILS, broken_in.WAITS)
STORY = """\
version: "3.1"
stories:
- story: thanks
  steps:
  - user: |
      dank je wel
    intent: bedanken
  - action: action_bedanken
"""
PATIENCE = 600.0


def watched(folder: Path) -> dict[str, str]:
    """Return what the environment of a process must have to be watched."""
    return {"PYTHONPATH": f"{WATCH}{os.pathsep}{PROJECT_ROOT}", "GESPREK_TEST_WATCH": str(folder / "watched")}


def talk(folder: Path) -> None:
    """Serve, have a conversation, let Rasa, an action and the vault fail, let a turn take too long, and stop.

    Somebody talks on Telegram meanwhile, whose API is on this machine for once.
    """
    house = House(folder / "huis")
    with (
        beside() as telegram,
        house.serving(BROKEN_IN, **watched(folder), **telegram.environment) as (address, server),
    ):
        person = telegram.person()
        for said in ("/start", *SAID, "bewaar", "als pdf", *ERRORS):
            assert telegram.do(person, said), said
        with httpx.Client(base_url=address, timeout=PATIENCE) as client:
            capsule = turn(client, None, None).raise_for_status().json()["capsule"]
            for said in SAID:
                capsule = turn(client, capsule, said).raise_for_status().json()["capsule"]
            for said in ERRORS:
                assert turn(client, capsule, said).status_code == 503, said
            client.get("/").raise_for_status()
        assert house.stop(server) == 0


def cut_down(project: Path) -> None:
    """Make a copy of the project with a few utterances of each intent, so that training takes seconds."""
    for name in COPIED:
        source = PROJECT_ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, project / name)
    shutil.copytree(PROJECT_ROOT / "data" / "rules", project / "data" / "rules")
    (project / "data" / "nlu").mkdir(parents=True)
    for path in (PROJECT_ROOT / "data" / "nlu").glob("*.yml"):
        data = yaml.safe_load(path.read_text())
        for block in data["nlu"]:
            lines = [line for line in str(block.get("examples", "")).splitlines() if line.startswith("- ")]
            if "intent" in block:
                block["examples"] = "\n".join(lines[:EXAMPLES]) + "\n"
        (project / "data" / "nlu" / path.name).write_text(yaml.safe_dump(data, allow_unicode=True))


class Project:
    """A cut-down project, and commands run in it as `make` runs them."""

    def __init__(self, folder: Path) -> None:
        self.root, self._folder = folder / "project", folder
        (folder / "thuis").mkdir()
        self.root.mkdir()
        cut_down(self.root)

    def train(self) -> None:
        """`gesprek train`, with the code of the copy."""
        self._run(["-c", "from bot.cli import main; main()", "train", "--data-dir", "var"])
        (model,) = (self.root / "var" / "models").glob("*.tar.gz")
        (self.root / "kapot.tar.gz").write_bytes(model.read_bytes()[:2000])

    def validate(self) -> None:
        """`make validate`, without minding what it thinks of so few utterances."""
        self._run(["scripts/rasa.py", "data", "validate"])

    def test(self) -> None:
        """`make stories`."""
        (self.root / "test_story.yml").write_text(STORY)
        self._run(["scripts/rasa.py", "test", "core", "--e2e", "--stories", "test_story.yml", "--no-plot"])

    def shell(self) -> None:
        """`make rasa-shell`: the actions on loopback, and somebody who says something and leaves."""
        port = free_port()
        actions = self._start(["scripts/rasa.py", "run", "actions", "--port", str(port)])
        try:
            _wait_for(port)
            endpoints = self.root / "shell.yml"
            endpoints.write_text(f"action_endpoint:\n  url: http://127.0.0.1:{port}/webhook\n")
            shell = ["scripts/rasa.py", "shell", "--port", str(free_port()), "--endpoints", str(endpoints)]
            self._say(shell, "hoi", until="chatbot")
        finally:
            actions.send_signal(signal.SIGTERM)
            actions.communicate(timeout=PATIENCE)

    def fail(self) -> None:
        """An exception inside Rasa's own command line: there Sentry would have sent it."""
        ended = self._start(["scripts/rasa.py", "shell", "nlu", "--model", "kapot.tar.gz"])
        said, _ = ended.communicate(timeout=PATIENCE)
        assert ended.returncode != 0, said
        assert "Traceback" in said, said

    def _run(self, command: Sequence[str], said: str = "") -> str:
        started = self._start(command)
        output, _ = started.communicate(said, timeout=PATIENCE)
        assert started.returncode == 0, f"{command} ended with {started.returncode}:\n{output}"
        return output

    def _say(self, command: Sequence[str], said: str, until: str) -> None:
        """Run a command at a terminal, say something, and ask it to end once the answer is there."""
        ours, theirs = os.openpty()
        started = self._start(command, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        _read(ours, "Bot loaded")
        os.write(ours, f"{said}\r".encode())
        _read(ours, until)
        started.send_signal(signal.SIGTERM)
        with suppress(OSError):  # the terminal is gone with the process
            _read(ours, "\0")
        started.wait(PATIENCE)

    def _start(self, command: Sequence[str], **where: Any) -> subprocess.Popen[str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("RASA", "GESPREK"))}
        own = {**watched(self._folder), "PYTHONPATH": str(WATCH), "HOME": str(self._folder / "thuis")}
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=self.root,
            env={**inherited, **own, "LOG_LEVEL": "WARNING"},
            text=True,
            **{**pipes, **where},
        )


def without_a_way_out() -> int | None:
    """Return how many packets had no route, of the whole network namespace; None where Linux does not tell."""
    try:
        ip = re.findall(r"^Ip: (.*)$", Path("/proc/net/snmp").read_text(), re.MULTILINE)
        counted = dict(zip(ip[0].split(), ip[1].split()))
        ip6 = re.search(r"^Ip6OutNoRoutes\s+(\d+)", Path("/proc/net/snmp6").read_text(), re.MULTILINE)
        return int(counted["OutNoRoutes"]) + (int(ip6[1]) if ip6 else 0)
    except (OSError, LookupError):
        return None


def _wait_for(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on port {port}")


def _read(terminal: int, until: str) -> None:
    """Read what a process writes to its terminal, until these words are there."""
    seen, end = "", time.monotonic() + PATIENCE
    while until not in seen:
        assert time.monotonic() < end, seen
        if select([terminal], [], [], 1)[0]:
            seen += os.read(terminal, 4096).decode(errors="replace")


def _all_of(*work: Callable[[], object]) -> None:
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(piece) for piece in work]:
            done.result()


def main(folder: Path) -> None:
    """Do it all."""
    project = Project(folder)
    _all_of(project.train, lambda: talk(folder))
    _all_of(project.validate, project.test, project.fail, project.shell)
    sys.stdout.write(json.dumps({"without a way out": without_a_way_out()}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
