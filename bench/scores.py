"""How well the trained model understands people it never heard: `make report-nlu` prints it, intent by intent.

`--record` writes the totals to tests/nlu/recorded.json; `make test` fails when one falls more than a point below.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from sklearn.metrics import classification_report

from bench.crisis import measured, ordinary
from bench.nlu.utterances import Said, unseen
from bot.engine.engine import Engine
from bot.logs import configure
from bot.nlu import crisis
from bot.settings import PROJECT_ROOT, load_settings
from bot.training import newest_model

RECORDED = PROJECT_ROOT / "tests" / "nlu" / "recorded.json"
ALLOWED = 0.01  # a point: a score may move that much when data are added


@dataclass(frozen=True)
class Scores:
    """Shares from 0 to 1, of utterances by authors who wrote none of the training data; all are better when higher."""

    intents_right: float
    intents_macro_f1: float
    crisis_heard: float
    near_misses_left_alone: float
    ordinary_left_alone: float


async def parsed(engine: Engine, said: list[Said]) -> list[str]:
    """Return the intent the model gives each utterance, outside any conversation."""
    return [str((await engine.parse(one.text))["intent"]["name"]) for one in said]


def scores(said: list[Said], given: list[str]) -> Scores:
    """Put together what was understood, and what the crisis gate hears."""
    intents = {one.intent for one in said}
    report = classification_report([one.intent for one in said], given, output_dict=True, zero_division=0)
    pairs = measured().values()
    border = crisis.SUSPECTED
    return Scores(
        intents_right=sum(one.intent == intent for one, intent in zip(said, given)) / len(said),
        intents_macro_f1=sum(report[intent]["f1-score"] for intent in intents) / len(intents),
        crisis_heard=_mean([cries.share(border) for cries, _ in pairs]),
        near_misses_left_alone=1 - _mean([near.share(border) for _, near in pairs]),
        ordinary_left_alone=1 - ordinary().share(border),
    )


def fallen(now: Scores, path: Path = RECORDED) -> list[str]:
    """Name the scores that fell more than a point below what is recorded."""
    before = json.loads(path.read_text())
    return [
        f"{name} {share:.3f}, was {before[name]:.3f}"
        for name, share in asdict(now).items()
        if share < before[name] - ALLOWED
    ]


def _mean(shares: list[float]) -> float:
    return sum(shares) / len(shares)


def main() -> None:
    """Print the report of the newest model."""
    options = argparse.ArgumentParser(prog="make report-nlu", description=__doc__)
    options.add_argument("--record", action="store_true", help="make this what `make test` compares with")
    given = options.parse_args()
    configure("ERROR")  # before Rasa is imported: as it comes, it prints every text it is given

    model = newest_model(load_settings().models_dir)
    if model is None:
        raise SystemExit("There is no trained model: run `gesprek train`.")
    engine, said = Engine(), unseen()
    engine.load(model)
    understood = asyncio.run(parsed(engine, said))
    print(classification_report([one.intent for one in said], understood, digits=3, zero_division=0))
    wrong = Counter((one.intent, intent) for one, intent in zip(said, understood) if one.intent != intent)
    print("most taken for another:", *(f"  {n}  {a} → {b}" for (a, b), n in wrong.most_common(12)), sep="\n")
    now = scores(said, understood)
    print(json.dumps(asdict(now), indent=2))
    if given.record:
        RECORDED.write_text(json.dumps({name: round(share, 4) for name, share in asdict(now).items()}, indent=2) + "\n")


if __name__ == "__main__":
    main()
