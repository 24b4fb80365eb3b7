"""A normal Rasa project: its own tools warn of nothing, and stock Rasa serves the conversation, on loopback only."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import rasa.core.constants
import rasa.model
import rasa.shared.constants
import rasa.telemetry
import rasa.utils.common
import yaml
from rasa.cli.utils import validate_files
from rasa.shared.importers.importer import TrainingDataImporter

from bench.servers import free_port
from bot.settings import PROJECT_ROOT
from scripts import rasa as launcher
from tests import waiting

PATIENCE = 240  # seconds for a server to come up on a busy machine


def test_rasas_own_check_finds_nothing_to_warn_of() -> None:
    """What `make validate` runs; warnings are errors, as in every test."""
    importer = TrainingDataImporter.load_from_config(
        str(PROJECT_ROOT / "config.yml"), str(PROJECT_ROOT / "domain.yml"), [str(PROJECT_ROOT / "data")]
    )
    validate_files(fail_on_warnings=True, max_history=None, importer=importer)
    assert importer.get_config()["assistant_id"] == "het-andere-gesprek"


def test_stories_say_nothing_else_than_the_rules() -> None:
    rules = {rule["steps"][0]["intent"]: rule["steps"][1]["action"] for rule in blocks("rules")}
    for story in blocks("stories"):
        said, done = story["steps"][::2], story["steps"][1::2]
        assert [rules[step["intent"]] for step in said] == [step["action"] for step in done], story["story"]


def test_stories_have_names_of_their_own() -> None:
    names = [story["story"] for story in blocks("stories")]
    assert len(set(names)) == len(names)


def test_the_launcher_turns_off_what_calls_home_and_listens_on_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name in (
        (rasa.telemetry, "initialize_telemetry"),
        (rasa.telemetry, "initialize_error_reporting"),
        (rasa.core.constants, "DEFAULT_SERVER_INTERFACE"),
        (rasa.model, "get_latest_model"),
        (rasa.shared.constants, "DEFAULT_MODELS_PATH"),
        (rasa.utils.common, "EXPECTED_WARNINGS"),
    ):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setattr(rasa.utils.common, "EXPECTED_WARNINGS", [])
    launcher.confine()
    assert rasa.telemetry.initialize_telemetry() is False
    assert rasa.telemetry.initialize_error_reporting() is False
    assert rasa.core.constants.DEFAULT_SERVER_INTERFACE == "127.0.0.1"
    assert rasa.shared.constants.DEFAULT_MODELS_PATH == "var/models"


def test_stock_rasa_has_the_whole_conversation(model: Path, tmp_path: Path) -> None:
    actions, server = free_port(), free_port()
    (tmp_path / "endpoints.yml").write_text(f"action_endpoint:\n  url: http://127.0.0.1:{actions}/webhook\n")
    (tmp_path / "credentials.yml").write_text("rest:\n")
    options = ["--endpoints", str(tmp_path / "endpoints.yml"), "--credentials", str(tmp_path / "credentials.yml")]
    with (
        serving("run", "actions", "--port", str(actions)),
        serving("run", "--port", str(server), "--model", str(model), *options),
    ):
        for port in (actions, server):
            wait_for(port)
            assert addresses(port) == {"127.0.0.1"}
        welcome = say(server, "hoi")
        assert "chatbot" in welcome[0]["text"]
        assert payloads(say(server, "/herhalen"))[0] == '/antwoord{"keuze": "kort"}'
        assert "/kies_dimensie" in payloads(say(server, '/antwoord{"keuze": "kort"}'))[0]
        say(server, "meedoen")
        assert '/geef_score{"score": "0"}' in payloads(say(server, "van alles wat"))
        say(server, "een 7")
        assert "van alles wat" in " ".join(said["text"] for said in say(server, "laat mijn samenvatting zien"))
        assert "112" in " ".join(said["text"] for said in say(server, "ik wil dood"))


def blocks(kind: str) -> Iterator[dict[str, Any]]:
    for path in (PROJECT_ROOT / "data" / kind).glob("*.yml"):
        yield from yaml.safe_load(path.read_text())[kind]


@contextmanager
def serving(*command: str) -> Iterator[None]:
    environment = {**os.environ, "LOG_LEVEL": "ERROR"}
    process = subprocess.Popen([sys.executable, "scripts/rasa.py", *command], cwd=PROJECT_ROOT, env=environment)
    try:
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(port: int) -> None:
    def listens() -> bool:
        with socket.socket() as client:
            return client.connect_ex(("127.0.0.1", port)) == 0

    waiting.wait_for(listens, f"something listens on port {port}", PATIENCE)


def addresses(port: int) -> set[str]:
    """Return the addresses this machine listens on at a port, from Linux's own table."""
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    local = [row[1].split(":") for row in listening if row[3] == "0A"]
    return {socket.inet_ntoa(bytes.fromhex(address)[::-1]) for address, at in local if int(at, 16) == port}


def say(port: int, text: str) -> list[dict[str, Any]]:
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/webhooks/rest/webhook",
        json.dumps({"sender": "iemand", "message": text}).encode(),
        {"Content-Type": "application/json"},
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                said: list[dict[str, Any]] = json.load(answer)
                return said
        except urllib.error.HTTPError:  # the port is open before the model is loaded
            if time.monotonic() > until:
                raise
            time.sleep(0.5)


def payloads(said: list[dict[str, Any]]) -> list[str]:
    return [button["payload"] for message in said for button in message.get("buttons", [])]
