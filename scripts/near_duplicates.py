#!/usr/bin/env python
"""Report near-duplicate utterances in data/nlu, across intents and within one, and count those of each intent.

Two utterances are near when their words, sorted, share most letters. Across intents that is mostly a wrong label;
within one intent it is an utterance that teaches the model nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process

ROOT = Path(__file__).resolve().parents[1]
NLU = ROOT / "data" / "nlu"
SIMILARITY = 92.0  # 0-100, of sorted words; at 90 half of the pairs are simply short
_INTENT = re.compile(r"- intent: (\w+)$")
_EXAMPLE = re.compile(r" +- (.*)$")
_ANNOTATION = re.compile(r"\[([^\]]+)\](?:\([^)]+\)|\{[^}]+\})")
_ROWS = 1_000  # utterances compared with all others at a time: bounds memory to tens of MB


@dataclass(frozen=True)
class Utterance:
    """One example: its text without annotations, as it stands in the file, and where."""

    intent: str
    text: str
    raw: str
    file: str
    line: int

    @property
    def key(self) -> str:
        """The words in lower case, sorted, without punctuation: what makes two utterances the same."""
        return " ".join(sorted(re.findall(r"\w+", self.text.casefold()))) or self.text.casefold()

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.intent}: {self.text}"


@dataclass(frozen=True)
class Pair:
    """Two utterances that look alike, and how much (0-100)."""

    similarity: float
    one: Utterance
    other: Utterance

    @property
    def across(self) -> bool:
        """Whether they stand under different intents."""
        return self.one.intent != self.other.intent

    def __str__(self) -> str:
        return f"{self.similarity:3.0f}  {self.one}\n     {self.other}"


def utterances(folder: Path = NLU) -> list[Utterance]:
    """Read every example, in the order of the files."""
    return [utterance for path in sorted(folder.glob("*.yml")) for utterance in _in_file(path)]


def near_duplicates(found: Sequence[Utterance], similarity: float = SIMILARITY) -> list[Pair]:
    """Return the pairs that are at least this similar (0-100), most similar first."""
    keys = [utterance.key for utterance in found]
    pairs = []
    for start in range(0, len(keys), _ROWS):
        scores = process.cdist(
            keys[start : start + _ROWS],
            keys[start:],
            scorer=fuzz.ratio,
            score_cutoff=similarity,
            workers=-1,
        )
        for row, column in zip(*np.nonzero(scores)):
            if row < column:
                pairs.append(Pair(float(scores[row, column]), found[start + row], found[start + column]))
    return sorted(pairs, key=lambda pair: -pair.similarity)


def main() -> None:
    """Print the pairs and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--similarity", type=float, default=SIMILARITY, help="0-100 (default: %(default)s)")
    similarity = parser.parse_args().similarity
    found = utterances()
    pairs = near_duplicates(found, similarity)
    across = [pair for pair in pairs if pair.across]
    within = [pair for pair in pairs if not pair.across]
    _say(f"Across intents: {len(across)}", *map(str, across), "", f"Within an intent: {len(within)}", *map(str, within))
    counts = Counter(utterance.intent for utterance in found)
    _say("", "Utterances an intent", *(f"{count:5}  {intent}" for intent, count in counts.most_common()))
    _say(f"{len(found):5}  in {len(counts)} intents")


def _in_file(path: Path) -> Iterator[Utterance]:
    intent = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if begins := _INTENT.match(line):
            intent = begins.group(1)
        elif intent and (example := _EXAMPLE.match(line)):
            raw = example.group(1)
            yield Utterance(intent, _ANNOTATION.sub(r"\1", raw), raw, path.name, number)


def _say(*lines: str) -> None:
    sys.stdout.write("\n".join((*lines, "")))


if __name__ == "__main__":
    main()
