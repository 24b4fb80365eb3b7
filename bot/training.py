"""Training the Rasa model, only when what it is trained from has changed."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.settings import PROJECT_ROOT

_SOURCES = (
    "config.yml", "domain.yml", "data/**/*.yml", "requirements.lock", "bot/nlu/**/*.py",
    *(f"bot/conversation/{module}.py" for module in ("dimensions", "numbers", "phrases", "short_answers")),  # hints
)  # fmt: skip
_RECORD = "model.json"


class TrainingFailed(Exception):
    """Training ended without a model."""


def fingerprint(root: Path = PROJECT_ROOT) -> str:
    """Return a digest of everything the model is trained from."""
    digest = hashlib.sha256()
    for path in sorted(_sources(root)):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def newest_model(models: Path) -> Path | None:
    """Return the model file that our last training recorded, or None when there is none or it was changed since."""
    try:
        record = json.loads((models / _RECORD).read_text())
        model = models / str(record["file"])
        return model if checksum(model) == record["sha256"] else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_current(models: Path) -> bool:
    """Tell whether the recorded model was trained from what is here now."""
    if newest_model(models) is None:
        return False
    return bool(json.loads((models / _RECORD).read_text()).get("trained_from") == fingerprint())


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def train(models: Path) -> Path:
    """Train a model from the project's data and record its checksum; earlier models are removed.

    Raises:
        TrainingFailed: Rasa gave no model; its log says why.
        OSError: when the folder can't be made or written.
    """
    models.mkdir(parents=True, exist_ok=True)  # first: where that can't be, nobody waits for Rasa
    from rasa.model_training import train as rasa_train

    keep_to_ourselves()
    trained_from = fingerprint()
    progress = io.StringIO()  # a line an update where nobody sees a bar; shown only when training fails
    with tempfile.TemporaryDirectory() as cache, contextlib.redirect_stderr(progress), without_cache():
        os.environ |= {"RASA_CACHE_DIRECTORY": cache, "RASA_MAX_CACHE_SIZE": "0"}
        os.chdir(PROJECT_ROOT)  # Rasa imports our components by name from here
        result = rasa_train(
            domain="domain.yml",
            config="config.yml",
            training_files="data",
            output=str(models),
            force_training=True,
            fixed_model_name=f"gesprek-{trained_from[:12]}",
        )
    if result.code != 0 or not result.model:
        sys.stderr.write(progress.getvalue())
        raise TrainingFailed("Rasa ended without a model; its messages above say why")
    model = Path(result.model)
    record = {"file": model.name, "sha256": checksum(model), "trained_from": trained_from}
    (models / _RECORD).write_text(json.dumps(record))
    for other in models.glob("*.tar.gz"):
        if other.name != model.name:
            other.unlink()
    return model


def keep_to_ourselves() -> None:
    """Take telemetry and crash reports out of Rasa: turned off, it still gives this machine a number in its home."""
    import rasa.telemetry

    rasa.telemetry.initialize_telemetry = _off
    rasa.telemetry.initialize_error_reporting = _off


def _off(*args: object, **kwargs: object) -> bool:
    return False


@contextlib.contextmanager
def without_cache() -> Iterator[None]:
    """Keep Rasa from hashing every feature of every utterance for a cache we don't use: more than half of the time."""
    from rasa.engine.training.hooks import TrainingHook

    kept = TrainingHook.on_before_node, TrainingHook.on_after_node
    TrainingHook.on_before_node = lambda *args, **kwargs: {}
    TrainingHook.on_after_node = lambda *args, **kwargs: None
    try:
        yield
    finally:
        TrainingHook.on_before_node, TrainingHook.on_after_node = kept


def _sources(root: Path) -> Iterator[Path]:
    for pattern in _SOURCES:
        yield from root.glob(pattern)
