"""Test stories: whole small conversations, held by `rasa test`; one wrong prediction fails the build."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import PROJECT_ROOT
from scripts.near_duplicates import utterances

STORIES = PROJECT_ROOT / "tests" / "stories"
TOPICS = {
    "omgang", "antwoord", "start", "navigatie", "uitleg", "tonen", "gegevens", "delen", "herinnering", "zorg",
}  # fmt: skip
WRONG = """\
version: "3.1"
stories:
- story: taken for something else
  steps:
  - user: |
      dank je wel
    intent: {intent}
  - action: {action}
"""


def rasa_test(stories: Path, model: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/rasa.py", "test", "core", "--e2e", "--fail-on-prediction-errors", "--no-plot"]
    where = ["--stories", str(stories), "--model", str(model), "--out", str(out)]
    environment = {**os.environ, "LOG_LEVEL": "WARNING"}
    return subprocess.run(
        command + where, cwd=PROJECT_ROOT, env=environment, capture_output=True, text=True, timeout=1200, check=False
    )


def test_every_conversation_goes_as_it_should(model: Path, tmp_path: Path) -> None:
    ended = rasa_test(STORIES, model, tmp_path)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize(("intent", "action"), [("afscheid", "action_afscheid"), ("bedanken", "action_afscheid")])
def test_a_wrong_prediction_fails_the_build(model: Path, tmp_path: Path, intent: str, action: str) -> None:
    story = tmp_path / "test_wrong.yml"
    story.write_text(WRONG.format(intent=intent, action=action))
    ended = rasa_test(story, model, tmp_path / "out")
    assert ended.returncode == 1
    assert "WrongPredictionException" in ended.stdout + ended.stderr


def test_topics_have_the_same_names_everywhere() -> None:
    for folder in ("data/nlu", "data/rules", "data/stories"):
        assert {path.stem for path in (PROJECT_ROOT / folder).glob("*.yml")} == TOPICS, folder
    assert {path.stem for path in (PROJECT_ROOT / "actions").glob("*.py")} - {"__init__", "base"} == TOPICS
    assert {path.name for path in STORIES.iterdir() if path.is_dir()} == TOPICS


def test_every_intent_is_said_in_at_least_three_ways() -> None:
    domain = yaml.safe_load((PROJECT_ROOT / "domain.yml").read_text())
    said = Counter(step["intent"] for step in steps() if text_of(step))
    assert {intent for intent in domain["intents"] if said[intent] < 3} == {"nlu_fallback"}
    assert "nlu_fallback" in {step["intent"] for step in steps()}


def test_no_conversation_is_copied_from_the_training_data() -> None:
    taught = {plainly(utterance.text) for utterance in utterances()}
    assert [text for step in steps() if (text := text_of(step)) and plainly(text) in taught] == []


def steps() -> Iterator[dict[str, Any]]:
    for path in STORIES.rglob("test_*.yml"):
        for story in yaml.safe_load(path.read_text())["stories"]:
            yield from (step for step in story["steps"] if "intent" in step)


def text_of(step: dict[str, Any]) -> str:
    """What is typed in a step: nothing for a button, and without its entities."""
    typed = str(step.get("user", "")).strip()
    return "" if typed.startswith("/") else re.sub(r"\[([^]]+)](?:\{.*}|\[.*])", r"\1", typed)


def plainly(text: str) -> str:
    return text.casefold().rstrip(" .!?")
