"""The two set-ups: our own (`gesprek run`), and stock Rasa (`rasa run` with `rasa run actions`) on the same model."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import httpx
import yaml

from bench.servers import LOOPBACK, Process, free_port
from bench.talk import OurTalk, StockTalk, Talk
from bot.logs import ENVIRONMENT
from bot.settings import PROJECT_ROOT, environment_names
from bot.storage import migrate

_KEPT = ("spacy_model", "content_dir")  # settings that belong to the model and what it says, not to an installation


@dataclass(frozen=True)
class Launch:
    """What to start, and where conversations are had."""

    processes: Sequence[Process]
    base: str


class SetUp(Protocol):
    """A way to serve the conversation."""

    @property
    def name(self) -> str:
        """What the table calls it."""
        ...

    def launch(self) -> Launch:
        """Make everything ready for one start, on free ports and without earlier conversations."""
        ...

    def talk(self, client: httpx.AsyncClient, base: str) -> Talk:
        """Make a new conversation."""
        ...


PATIENT = {"GESPREK_TURN_TIMEOUT_SECONDS": "60"}  # where it is no speed that is looked at


def environment() -> dict[str, str]:
    """Return the environment of every process: none of an installation's own settings, nothing that phones home."""
    names = {name for setting, name in environment_names().items() if setting not in _KEPT}
    return {k: v for k, v in os.environ.items() if k.upper() not in names} | ENVIRONMENT | {"SANIC_HOST": LOOPBACK}


class OurSetUp:
    """`gesprek run` in one process, in a data directory of its own."""

    name = "het andere gesprek"

    def __init__(self, folder: Path, models: Path) -> None:
        self.data = folder / "onze"
        shutil.copytree(models, self.data / "models")
        migrate.upgrade(f"sqlite:///{self.data / 'gesprek.db'}")

    def launch(self) -> Launch:
        port, coach_port = free_port(), free_port()
        base = f"http://{LOOPBACK}:{port}"
        command = gesprek("run", "--host", LOOPBACK, "--port", port, "--coach-port", coach_port, "--workers", 1)
        return Launch([Process([*command, "--data-dir", str(self.data)], f"{base}/api/health")], base)

    def talk(self, client: httpx.AsyncClient, base: str) -> Talk:
        return OurTalk(client, base)


class StockSetUp:
    """`rasa run` with the REST channel and an SQL tracker store, and `rasa run actions` beside it."""

    name = "stock Rasa"

    def __init__(self, folder: Path, model: Path) -> None:
        self._folder = folder / "stock"
        self._folder.mkdir()
        self._model = model
        self._starts = 0

    def launch(self) -> Launch:
        port, actions_port = free_port(), free_port()
        self._starts += 1
        store = {"type": "SQL", "dialect": "sqlite", "db": str(self._folder / f"{self._starts}.db")}
        actions = f"http://{LOOPBACK}:{actions_port}"
        endpoints = self._write("endpoints", {"tracker_store": store, "action_endpoint": {"url": f"{actions}/webhook"}})
        credentials = self._write("credentials", {"rest": None})
        base = f"http://{LOOPBACK}:{port}"
        serve = rasa("run", "-m", self._model, "-i", LOOPBACK, "-p", port)
        return Launch(
            [
                Process(rasa("run", "actions", "--actions", "actions", "-p", actions_port), f"{actions}/health"),
                Process([*serve, "--endpoints", endpoints, "--credentials", credentials], f"{base}/webhooks/rest/"),
            ],
            base,
        )

    def talk(self, client: httpx.AsyncClient, base: str) -> Talk:
        return StockTalk(client, base)

    def _write(self, name: str, content: Mapping[str, object]) -> str:
        file = self._folder / f"{name}.yml"
        file.write_text(yaml.safe_dump(content))
        return str(file)


def gesprek(*arguments: object) -> list[str]:
    """Return a command of ours, as it is installed beside this Python."""
    return [str(Path(sys.executable).with_name("gesprek")), *map(str, arguments)]


def rasa(*arguments: object) -> list[str]:
    """Return a command of Rasa's, through the launcher that keeps its crash reports off and its servers on loopback."""
    return [sys.executable, str(PROJECT_ROOT / "scripts" / "rasa.py"), *map(str, arguments)]
