"""The utterances a comparison learns from and is judged on, in folds that are the same for every pipeline."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import yaml
from sklearn.model_selection import StratifiedKFold

from bot.settings import PROJECT_ROOT
from scripts.near_duplicates import utterances

FOLDS, SEED = 5, 1
UNSEEN = PROJECT_ROOT / "tests" / "nlu" / "data" / "intents_achtergehouden.tsv"


class Said(NamedTuple):
    """One utterance and the intent it has."""

    text: str
    intent: str


class Fold(NamedTuple):
    """What is learnt from and what is asked."""

    name: str
    train: list[Said]
    test: list[Said]


def training() -> list[Said]:
    """Return the utterances of data/nlu."""
    return [Said(utterance.text, utterance.intent) for utterance in utterances()]


def unseen(path: Path = UNSEEN) -> list[Said]:
    """Return utterances by authors who have not written a line of data/nlu: `intent<TAB>utterance` a line."""
    rows = (line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [Said(text, intent) for intent, _, text in rows]


def sample(said: list[Said], share: float, seed: int = SEED) -> list[Said]:
    """Return a share (0–1) of the utterances of each intent, in their order."""
    picked = np.random.RandomState(seed).permutation(len(said))
    by_intent: dict[str, list[int]] = {}
    for at in picked:
        by_intent.setdefault(said[at].intent, []).append(int(at))
    kept = {at for all_of_it in by_intent.values() for at in all_of_it[: max(round(share * len(all_of_it)), FOLDS)]}
    return [one for at, one in enumerate(said) if at in kept]


def folds(most: int = FOLDS, share: float = 1.0) -> Iterator[Fold]:
    """Yield the first `most` of five stratified folds, and then all of it against the unseen authors.

    Args:
        share: of data/nlu that takes part; the slow pipelines can only be compared on less than all of it.
    """
    said = sample(training(), share)
    split = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(said, [one.intent for one in said])
    for number, (train, test) in zip(range(most), split):
        yield Fold(f"fold {number + 1}", [said[i] for i in train], [said[i] for i in test])
    yield Fold("unseen", said, unseen())


def with_typos(said: list[Said], seed: int = SEED) -> list[Said]:
    """Return the utterances and of each a copy with one slip of the fingers in every twenty characters."""
    rng = random.Random(seed)
    return said + [Said(_slip(one.text, rng), one.intent) for one in said]


def _slip(text: str, rng: random.Random) -> str:
    letters = list(text.lower())
    for _ in range(max(1, len(letters) // 20)):
        if len(letters) < 4:
            break
        at = rng.randrange(len(letters) - 1)
        slip = rng.choice(("leave out", "swap", "double"))
        if slip == "leave out":
            del letters[at]
        elif slip == "swap":
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
        else:
            letters.insert(at, letters[at])
    return "".join(letters)


def write(said: list[Said], path: Path) -> None:
    """Write utterances as Rasa's NLU data; entities are not compared and left out."""
    by_intent: dict[str, list[str]] = {}
    for one in said:
        text = one.text.translate(str.maketrans("[](){}", "      "))
        by_intent.setdefault(one.intent, []).append(f"- {' '.join(text.split())}\n")
    data = [{"intent": intent, "examples": "".join(lines)} for intent, lines in by_intent.items()]
    path.write_text(yaml.safe_dump({"version": "3.1", "nlu": data}, allow_unicode=True, width=10_000))
