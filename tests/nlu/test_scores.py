"""A net against going back: no score on people the model never heard falls more than a point below the recorded one."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest

import bench.scores
from bench.nlu.utterances import training, unseen
from bench.scores import ALLOWED, RECORDED, Scores, fallen, parsed, scores


async def test_no_score_has_fallen(engine: Any) -> None:
    said = unseen()
    assert fallen(scores(said, await parsed(engine, said))) == [], "see `make report-nlu`"


def test_a_score_that_falls_is_named(tmp_path: Path) -> None:
    recorded = Scores(**json.loads(RECORDED.read_text()))
    assert fallen(recorded) == []
    for field in fields(Scores):
        lower = replace(recorded, **{field.name: getattr(recorded, field.name) - ALLOWED - 0.001})
        assert [line.split()[0] for line in fallen(lower)] == [field.name]


def test_what_is_recorded_reaches_what_was_promised() -> None:
    recorded = json.loads(RECORDED.read_text())
    assert set(recorded) == set(asdict(Scores(0, 0, 0, 0, 0)))
    assert recorded["intents_right"] >= 0.85


def test_the_unseen_are_unseen_and_of_every_intent() -> None:
    said = unseen()
    assert {one.intent for one in said} == {one.intent for one in training()}
    known = {one.text.casefold().strip(" .!?") for one in training()}
    long = [one.text for one in said if len(one.text.split()) > 4]
    assert [text for text in long if text.casefold().strip(" .!?") in known] == []
    assert len(said) >= 1_200


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\ud800",
        "/stoppen",
        "a" * 4_000,
        "ik wil " * 570,
        "?!" * 2_000,
        "🙂" * 1_000,
        "\u200b",
        "١٢٣",
        "[x](score)",
    ],
)
async def test_no_text_makes_understanding_fail(engine: Any, text: str) -> None:
    assert (await engine.parse(text))["intent"]["name"] is not None or not text.strip()


def test_the_report_prints_no_log_lines_with_what_people_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Logging is set up before anything is understood: as it comes, Rasa prints every text at debug level."""
    levels: list[str] = []
    monkeypatch.setattr(bench.scores, "configure", levels.append)
    monkeypatch.setattr(bench.scores, "newest_model", lambda models: None)
    monkeypatch.setattr("sys.argv", ["report"])
    with pytest.raises(SystemExit, match="no trained model"):
        bench.scores.main()
    assert levels == ["ERROR"]
