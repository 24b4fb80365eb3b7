"""Training: which model is loaded, and what happens to one that was changed, swapped or never finished."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot import training
from bot.settings import PROJECT_ROOT
from bot.storage import migrate
from tests.serving import START_SECONDS, serve


@pytest.fixture
def models(tmp_path: Path) -> Path:
    """A folder with a model that a training recorded; it need not be one Rasa could load."""
    folder = tmp_path / "var" / "models"
    folder.mkdir(parents=True)
    (folder / "gesprek-a.tar.gz").write_bytes(b"getraind")
    record(folder)
    return folder


def record(folder: Path) -> None:
    """Record the model as it is now."""
    content = (folder / "gesprek-a.tar.gz").read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / "model.json").write_text(
        json.dumps({"file": "gesprek-a.tar.gz", "sha256": sha256, "trained_from": training.fingerprint()})
    )


def test_the_recorded_model_is_the_one(models: Path) -> None:
    (models / "gesprek-b.tar.gz").write_bytes(b"nieuwer, van wie weet waar")
    assert training.newest_model(models) == models / "gesprek-a.tar.gz"
    assert training.is_current(models)


@pytest.mark.parametrize("harm", ["swapped", "cut", "gone", "no record", "half a record", "record of another kind"])
def test_a_model_is_refused_unless_it_is_the_one_that_was_recorded(models: Path, harm: str) -> None:
    model, kept = models / "gesprek-a.tar.gz", models / "model.json"
    match harm:
        case "swapped":
            model.write_bytes(b"een ander")
        case "cut":
            model.write_bytes(model.read_bytes()[:-1])
        case "gone":
            model.unlink()
        case "no record":
            kept.unlink()
        case "half a record":
            kept.write_text(kept.read_text()[:40])
        case _:
            kept.write_text("[]")
    assert training.newest_model(models) is None
    assert not training.is_current(models)


def test_a_model_of_other_data_is_not_current(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "fingerprint", lambda: "anders")
    assert training.newest_model(models)
    assert not training.is_current(models)


def test_a_training_without_a_model_says_so_and_records_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(**asked: object) -> SimpleNamespace:
        print("waarom", file=sys.stderr)  # noqa: T201 - as Rasa does
        return SimpleNamespace(code=1, model=None)

    monkeypatch.setattr("rasa.model_training.train", fail)
    monkeypatch.setenv("RASA_CACHE_DIRECTORY", "")
    with pytest.raises(training.TrainingFailed):
        training.train(tmp_path / "models")
    assert "waarom" in capsys.readouterr().err
    assert training.newest_model(tmp_path / "models") is None


def test_a_swapped_model_is_refused_at_the_start_with_what_to_do(models: Path, tmp_path: Path) -> None:
    (models / "gesprek-a.tar.gz").write_bytes(b"een ander")
    code, said = start(tmp_path / "var")
    assert code == 3
    assert "it was changed since: run `gesprek train`." in said


def test_a_corrupt_model_is_refused_at_the_start_with_what_to_do(models: Path, tmp_path: Path) -> None:
    code, said = start(tmp_path / "var")
    assert code == 3
    assert "gesprek-a.tar.gz can't be loaded" in said
    assert "run `gesprek train --force`." in said
    assert "Traceback" not in said


def test_rasas_own_command_line_takes_no_model_that_was_not_recorded(model: Path, tmp_path: Path) -> None:
    shutil.copytree(model.parent, tmp_path / "models")
    (tmp_path / "models" / "model.json").write_text(json.dumps({"file": model.name, "sha256": "0" * 64}))
    command = [sys.executable, "scripts/rasa.py", "shell", "nlu", "--model", str(tmp_path / "models")]
    ended = subprocess.run(command, cwd=PROJECT_ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert "No model found" in ended.stdout
    assert "loaded" not in ended.stdout


def start(data_dir: Path) -> tuple[int, str]:
    """Return how serving from this data directory ends, and what it says."""
    migrate.upgrade(f"sqlite:///{data_dir / 'gesprek.db'}")
    _, server = serve(data_dir, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=dict(os.environ))
    said, _ = server.communicate(timeout=START_SECONDS)
    return server.returncode, said.decode()
