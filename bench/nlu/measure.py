"""Train a pipeline the way Rasa does, ask it every utterance of a fold, and say how it did."""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.metrics import f1_score

from bench.nlu.pipeline import Pipeline
from bench.nlu.utterances import Fold, Said, with_typos, write
from bot.training import without_cache


@dataclass(frozen=True)
class Outcome:
    """How a pipeline did on one fold; `f1` holds each intent's F1, seconds are of training, ms of one utterance."""

    fold: str
    accuracy: float
    macro_f1: float
    f1: dict[str, float]
    calibration: float
    seconds: float
    ms: float
    megabytes: float


def measure(pipeline: Pipeline, fold: Fold) -> Outcome:
    """Train on a fold and ask it the rest; the model is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        train = with_typos(fold.train) if pipeline.typos else fold.train
        start = time.perf_counter()
        model = _train(pipeline, train, Path(folder))
        seconds = time.perf_counter() - start
        answers, ms = asyncio.run(_ask(model, fold.test))
        return _outcome(fold, answers, seconds, ms, model.stat().st_size / 1e6)


def _train(pipeline: Pipeline, said: list[Said], folder: Path) -> Path:
    from rasa.model_training import train_nlu

    (folder / "config.yml").write_text(yaml.safe_dump(pipeline.config()))
    write(said, folder / "nlu.yml")
    os.environ["RASA_CACHE_DIRECTORY"] = str(folder / "cache")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()), without_cache():
        model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder / "models"))
    if not model:
        raise RuntimeError(f"Rasa gave no model for {pipeline.title!r} on {pipeline.spacy}")
    return Path(model)


async def _ask(model: Path, said: list[Said]) -> tuple[list[tuple[str, float]], float]:
    """Return the intent and confidence of each utterance, and the median of milliseconds."""
    from rasa.core.agent import Agent

    agent = Agent.load(str(model))
    answers, spent = [], []
    for one in said:
        start = time.perf_counter()
        parsed = await agent.parse_message(one.text.lstrip("/"))
        spent.append((time.perf_counter() - start) * 1000)
        answers.append((str(parsed["intent"]["name"]), float(parsed["intent"]["confidence"])))
    return answers, statistics.median(spent)


def _outcome(fold: Fold, answers: list[tuple[str, float]], seconds: float, ms: float, megabytes: float) -> Outcome:
    right = [one.intent for one in fold.test]
    given = [intent for intent, _ in answers]
    intents = sorted(set(right))
    f1 = f1_score(right, given, average=None, labels=intents, zero_division=0)
    hits = np.array([a == b for a, b in zip(right, given)], dtype=float)
    return Outcome(
        fold.name,
        float(hits.mean()),
        float(np.mean(f1)),
        {intent: round(float(score), 4) for intent, score in zip(intents, f1)},
        expected_calibration_error(hits, np.array([confidence for _, confidence in answers])),
        seconds,
        ms,
        megabytes,
    )


def expected_calibration_error(hits: NDArray[np.float64], confidences: NDArray[np.float64], bins: int = 10) -> float:
    """Return how far confidences lie from the share of right answers, 0–1 (Guo et al. 2017, equal-width bins)."""
    which = np.minimum((confidences * bins).astype(int), bins - 1)
    gaps = [abs(hits[which == b].mean() - confidences[which == b].mean()) * (which == b).mean() for b in set(which)]
    return float(sum(gaps))
