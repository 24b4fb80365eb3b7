"""What was measured, as a table for people."""

from __future__ import annotations

from collections import Counter
from statistics import mean, median
from typing import Any

from bench.nlu.pipeline import Pipeline

_HEAD = (
    "| pipeline | spaCy | accuracy | macro F1 | unseen authors | calibration error | training s | ms | MB | folds |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


def table(pipelines: list[Pipeline], rows: list[dict[str, Any]]) -> str:
    """Return the table in Markdown, and of each pipeline the five intents it knows worst.

    Accuracy and F1 are means over folds, seconds of training and milliseconds an utterance medians.
    """
    lines, worst = [_HEAD], ["", "The five intents each pipeline knows worst (F1):", ""]
    for pipeline in pipelines:
        mine = [row for row in rows if (row["title"], row["spacy"]) == (pipeline.title, pipeline.spacy)]
        if pipeline.missing:
            lines.append(f"| {pipeline.title} | {pipeline.spacy} | needs {', '.join(pipeline.missing)} |")
        elif mine:
            lines.append(_line(pipeline, mine))
            worst.append(f"- {pipeline.title}, {pipeline.spacy}: {_worst(mine)}")
    return "\n".join(lines + (worst if len(worst) > 3 else []))


def _line(pipeline: Pipeline, rows: list[dict[str, Any]]) -> str:
    folds = [row for row in rows if row["fold"] != "unseen"]
    unseen = [f"{row['accuracy']:.3f}" for row in rows if row["fold"] == "unseen"]
    cells = [
        pipeline.title,
        pipeline.spacy,
        _mean(folds, "accuracy"),
        _mean(folds, "macro_f1"),
        unseen[-1] if unseen else "–",
        _mean(folds, "calibration"),
        f"{median(row['seconds'] for row in rows):.0f}",
        f"{median(row['ms'] for row in rows):.1f}",
        f"{median(row['megabytes'] for row in rows):.0f}",
        str(len({row["fold"] for row in folds})),
    ]
    return f"| {' | '.join(cells)} |"


def _mean(rows: list[dict[str, Any]], name: str) -> str:
    return f"{mean(row[name] for row in rows):.3f}" if rows else "–"


def _worst(rows: list[dict[str, Any]], most: int = 5) -> str:
    totals: Counter[str] = Counter()
    for row in rows:
        for intent, f1 in row["f1"].items():
            totals[intent] += f1 / len(rows)
    return ", ".join(f"{intent} {f1:.2f}" for intent, f1 in totals.most_common()[: -most - 1 : -1])
