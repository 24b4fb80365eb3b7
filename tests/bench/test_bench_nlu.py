"""The comparison of pipelines: the same utterances for all, honest figures, a table a person can read."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from rasa.shared.nlu.training_data.loading import load_data

from bench.nlu.measure import expected_calibration_error
from bench.nlu.pipeline import BLANK, SPACY, STAND_IN, pipelines
from bench.nlu.table import table
from bench.nlu.utterances import FOLDS, Said, folds, sample, training, with_typos, write


def test_folds_are_the_same_every_time_and_share_no_utterance() -> None:
    first, again = list(folds(1, share=0.1)), list(folds(1, share=0.1))
    assert first == again
    fold, against_unseen = first
    assert not set(fold.train) & set(fold.test)
    assert against_unseen.train == sorted(fold.train + fold.test, key=against_unseen.train.index)


def test_a_sample_keeps_every_intent() -> None:
    counts = Counter(one.intent for one in training())
    kept = Counter(one.intent for one in sample(training(), 0.1))
    assert set(kept) == set(counts)
    assert all(kept[intent] == max(round(0.1 * n), FOLDS) for intent, n in counts.items())


def test_typos_are_added_beside_what_was_said() -> None:
    said = [Said("ik wil even pauze nemen", "pauzeren"), Said("ja", "bevestigen")]
    noisy = with_typos(said)
    assert noisy[:2] == said
    assert noisy[2].intent == "pauzeren"
    assert noisy[2].text != said[0].text
    assert noisy[3] == said[1]  # too short to slip in


def test_rasa_reads_what_is_written(tmp_path: Path) -> None:
    said = [Said("een [7] graag", "geef_score"), Said("ja: doe maar", "bevestigen"), Said("- nee", "ontkennen")]
    write(said, tmp_path / "nlu.yml")
    examples = load_data(str(tmp_path / "nlu.yml")).intent_examples
    assert {(e.get("text"), e.get("intent")) for e in examples} == {
        ("een 7 graag", "geef_score"),
        ("ja: doe maar", "bevestigen"),
        ("- nee", "ontkennen"),
    }


def test_each_pipeline_stands_on_each_spacy_and_ours_is_what_config_says() -> None:
    found = pipelines()
    titles = {pipeline.title for pipeline in found}
    assert len(found) == len(titles) * len(SPACY)
    for wanted in ("letters, logistic regression", "letters + USE, logistic", "letters + E5, logistic", "DIET"):
        assert any(wanted in title for title in titles)
    ours = [pipeline for pipeline in found if pipeline.title.startswith("as shipped (config")]
    names = [component["name"] for component in ours[0].components]
    assert names[-1] == "bot.nlu.intents.LinearIntentClassifier"
    assert ours[0].spacy == BLANK
    assert ours[-1].spacy == STAND_IN
    assert {"name": "SpacyNLP", "model": STAND_IN} in ours[-1].components


def test_calibration_is_the_gap_between_confidence_and_being_right() -> None:
    right = np.array([1.0, 1.0, 1.0, 0.0])
    assert expected_calibration_error(right, np.full(4, 0.75)) == pytest.approx(0)
    assert expected_calibration_error(right, np.full(4, 1.0)) == pytest.approx(0.25)


def test_the_table_gives_means_over_folds_and_the_unseen_apart() -> None:
    ours = next(pipeline for pipeline in pipelines() if pipeline.spacy == BLANK)
    row = {"title": ours.title, "spacy": BLANK, "calibration": 0.02, "seconds": 60, "ms": 5, "megabytes": 4}
    rows = [
        {**row, "fold": "fold 1", "accuracy": 0.8, "macro_f1": 0.7, "f1": {"antwoord": 0.5, "terug": 0.9}},
        {**row, "fold": "fold 2", "accuracy": 0.9, "macro_f1": 0.9, "f1": {"antwoord": 0.7, "terug": 0.9}},
        {**row, "fold": "unseen", "accuracy": 0.95, "macro_f1": 0.94, "f1": {"antwoord": 0.9, "terug": 0.9}},
    ]
    printed = table([ours], rows)
    assert f"| {ours.title} | blank | 0.850 | 0.800 | 0.950 | 0.020 | 60 | 5.0 | 4 | 2 |" in printed
    assert "antwoord 0.70, terug 0.90" in printed
