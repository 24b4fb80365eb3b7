"""How much the crisis gate hears and how often it is wrong, at every border: `make bench-crisis`.

The lines are by authors who wrote none of data/crisis. On the first set the border was chosen; the others were only
measured. Prints a table, and draws docs/beelden/crisis-drempel.svg.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray

from bench.nlu.utterances import unseen
from bot.nlu import crisis
from bot.nlu.crisis import patterns
from bot.nlu.crisis.training import lines
from bot.settings import PROJECT_ROOT

DATA = PROJECT_ROOT / "tests" / "nlu" / "data"
PLOT = PROJECT_ROOT / "docs" / "beelden" / "crisis-drempel.svg"
SETS = {"chosen on": "afstellen", "unseen": "achtergehouden"}
_BORDERS = crisis.SUSPECTED + np.arange(-0.8, 1.01, 0.1)


@dataclass(frozen=True)
class Heard:
    """Of some lines: how much each sounds like a cry, whether a pattern matches, whether one calls it harmless."""

    scores: NDArray[np.float64]
    known: NDArray[np.bool_]
    harmless: NDArray[np.bool_]

    def share(self, border: float) -> float:
        """Return the share that the gate would answer, were the classifier's border here."""
        certain = self.known & (self.scores >= crisis.UNLIKELY)
        suspected = self.scores >= np.where(
            self.harmless, border - crisis.SUSPECTED + crisis.MANNER_OF_SPEAKING, border
        )
        return float((certain | suspected).mean())


def heard(texts: Sequence[str]) -> Heard:
    """Listen to some lines."""
    scores = [crisis.sounds_like(text) for text in texts]
    assert all(score is not None for score in scores), "the classifier is not there: run `make crisis`"
    readings = [patterns.Reading(text) for text in texts]
    return Heard(
        np.array(scores, dtype=float),
        np.array([reading.kind is not None for reading in readings]),
        np.array([reading.harmless for reading in readings]),
    )


def measured() -> dict[str, tuple[Heard, Heard]]:
    """Return, by set, what is heard in cries for help and in near misses."""
    return {
        name: (heard(lines(DATA / f"crisis_{file}.txt")), heard(lines(DATA / f"geen_crisis_{file}.txt")))
        for name, file in SETS.items()
    }


def ordinary() -> Heard:
    """Return what is heard in what people ordinarily type, by authors unseen as well."""
    return heard([said.text for said in unseen() if said.intent != "crisis"])


def answers() -> Heard:
    """Return what is heard in an unseen author's answers to questions: many long and dictated, about heavy things."""
    return heard(lines(DATA / "antwoorden_achtergehouden.txt"))


def hidden() -> Heard:
    """Return what is heard in an unseen author's cries that stand in a long story, or that only a situation tells."""
    return heard(lines(DATA / "crisis_verborgen_achtergehouden.txt"))


def draw(sets: dict[str, tuple[Heard, Heard]], usual: Heard, answered: Heard, path: Path = PLOT) -> None:
    """Draw recall and false alarms against the border of the classifier."""
    mpl.use("svg")
    import matplotlib.pyplot as plt

    mpl.rcParams["svg.hashsalt"] = "crisis"  # the same picture for the same figures
    figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
    for style, (name, (cries, near)) in zip(("--", "-"), sets.items()):
        said = {"chosen on": "waarop gekozen is", "unseen": "ongezien"}[name]
        axes.plot(_BORDERS, [cries.share(b) for b in _BORDERS], f"C0{style}", label=f"gehoord: noodkreten ({said})")
        axes.plot(_BORDERS, [near.share(b) for b in _BORDERS], f"C1{style}", label=f"vals alarm: lijkt erop ({said})")
    axes.plot(_BORDERS, [usual.share(b) for b in _BORDERS], "C2-", label="vals alarm: gewone berichten")
    axes.plot(
        _BORDERS, [answered.share(b) for b in _BORDERS], "C3-", label="vals alarm: antwoorden, ook lange en zware"
    )
    axes.axvline(crisis.SUSPECTED, color="0.5", linewidth=1)
    axes.set(xlabel="grens van de classificator (grijze lijn: gekozen)", ylabel="deel van de regels", ylim=(0, 1))
    axes.legend(loc=(0.02, 0.48), fontsize="small")
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def table(sets: dict[str, tuple[Heard, Heard]], usual: Heard, answered: Heard) -> str:
    """Return recall and false alarms at each border, in Markdown."""
    rows = [
        "| border | "
        + " | ".join(f"{name}: recall | false alarms" for name in sets)
        + " | ordinary messages | answers |"
    ]
    rows.append("| --- |" + " --- |" * (2 * len(sets) + 2))
    for border in _BORDERS[::2]:
        cells = [f"{share:.1%}" for pair in sets.values() for share in (pair[0].share(border), pair[1].share(border))]
        chosen = " (chosen)" if abs(border - crisis.SUSPECTED) < 0.01 else ""
        cells += [f"{usual.share(border):.1%}", f"{answered.share(border):.1%}"]
        rows.append(f"| {border:+.2f}{chosen} | {' | '.join(cells)} |")
    return "\n".join(rows)


def milliseconds(texts: Sequence[str]) -> float:
    """Return what the gate takes for one line, median."""
    spent = []
    for text in texts:
        start = time.perf_counter()
        crisis.detect(text)
        spent.append((time.perf_counter() - start) * 1000)
    return median(spent)


if __name__ == "__main__":
    found, usual, answered = measured(), ordinary(), answers()
    print(table(found, usual, answered))
    only = {name: [f"{one.known.mean():.1%}" for one in pair] for name, pair in found.items()}
    print(f"\npatterns alone (recall, false alarms): {only}")
    print(f"hidden in a long story, or told by a situation: {hidden().share(crisis.SUSPECTED):.1%} heard")
    print(f"milliseconds a line, median: {milliseconds(lines(DATA / 'geen_crisis_achtergehouden.txt')):.2f}")
    draw(found, usual, answered)
    print(f"drawn: {PLOT.relative_to(PROJECT_ROOT)}")
