"""Teach the crisis classifier: `make crisis`, after a change of data/crisis or of its features."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np
import yaml
from scipy.sparse import csr_matrix, hstack
from sklearn.svm import LinearSVC

from bot.nlu.crisis.classifier import FILE, WEIGHTS, WIDTH, Learnt, counts, features
from bot.nlu.sentences import encode
from bot.settings import PROJECT_ROOT

CORPORA = PROJECT_ROOT / "data" / "crisis"
UTTERANCES = PROJECT_ROOT / "data" / "nlu"
_CRIES, _NEAR_MISSES = "crisis.txt", "geen_crisis.txt"
_ANNOTATION = re.compile(r"\[([^\]]+)\](?:\([^)]+\)|\{[^}]+\})")
_KEPT = 60_000  # n-grams that say most; the others change no verdict


def lines(path: Path) -> list[str]:
    """Return the utterances of a corpus, one a line."""
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def digest(corpora: Path = CORPORA) -> str:
    """Return what tells one state of the corpora from another."""
    return hashlib.sha256(b"".join((corpora / name).read_bytes() for name in (_CRIES, _NEAR_MISSES))).hexdigest()


def ordinary(crisis: bool, folder: Path = UTTERANCES) -> list[str]:
    """Return what people ordinarily type, from the intents' examples: those of the intent crisis, or all others."""
    said = []
    for path in sorted(folder.glob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if (block["intent"] == "crisis") is crisis:
                said += [_ANNOTATION.sub(r"\1", line[2:]).strip() for line in block["examples"].splitlines()]
    return said


def learn(corpora: Path = CORPORA) -> Learnt:
    """Learn from cries for help, from near misses, and from what people ordinarily type."""
    cries = lines(corpora / _CRIES) + ordinary(crisis=True)
    others = lines(corpora / _NEAR_MISSES) + ordinary(crisis=False)
    texts = cries + others
    found = counts(texts)
    appears_in = np.array([np.bincount(rows.indices, minlength=WIDTH) for rows in found])
    idf = (np.log((1 + len(texts)) / (1 + appears_in)) + 1).astype(np.float16).astype(np.float32)  # as it is kept
    svm = LinearSVC(C=1.0, class_weight="balanced", random_state=1)
    svm.fit(
        hstack([*features(found, idf), csr_matrix(encode(texts) * WEIGHTS[2])], format="csr"),
        [1] * len(cries) + [0] * len(others),
    )
    weights, meaning = np.split(svm.coef_[0].astype(np.float32), [2 * WIDTH])
    weights[np.argsort(-np.abs(weights * idf.ravel()))[_KEPT:]] = 0
    return Learnt(idf, weights.reshape(idf.shape), meaning, float(svm.intercept_[0]), digest(corpora))


def save(learnt: Learnt, path: Path = FILE) -> None:
    """Keep what was learnt as plain arrays: only the n-grams that say something, in half precision."""
    at = np.flatnonzero(learnt.weights).astype(np.uint32)  # counted through words and letters
    np.savez_compressed(
        path,
        at=at,
        idf=learnt.idf.astype(np.float16),
        weights=learnt.weights.ravel()[at].astype(np.float16),
        meaning=learnt.meaning.astype(np.float16),
        bias=np.float32(learnt.bias),
        learnt_from=np.array(learnt.learnt_from),
    )


if __name__ == "__main__":
    save(learn())
