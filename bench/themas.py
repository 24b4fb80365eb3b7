"""How well a deepening question, or an offer, fits what people say: `python -m bench.themas`.

The remarks and wishes of `tests/nlu/data` are put to the content as it stands. For the ones it may be tuned on, every
threshold is shown with what it gives and costs; for the others only what the thresholds in use give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.conversation.knowledge import Knowledge
from bot.knowledge import knowledge
from bot.nlu.matching import OFFER_THRESHOLD, THEME_THRESHOLD, Matcher

DATA = Path(__file__).parents[1] / "tests" / "nlu" / "data"
NOTHING = "geen"  # in the lists: no theme or offer fits
_STEP, _STEPS_EACH_WAY = 0.02, 5


@dataclass(frozen=True)
class Line:
    """What somebody says, and which themes or offers would be fair; none for `geen`."""

    said: str
    fair: frozenset[str]


@dataclass(frozen=True)
class Found:
    """What came out first for one line, and how near it was; no name where nothing was looked for."""

    line: Line
    name: str
    nearness: float


@dataclass(frozen=True)
class Shares:
    """Shares between 0 and 1.

    Attributes:
        fitting: of the lines that something fits, those that got something that fits.
        wrong: of the same lines, those that got something else.
        needless: of the lines that nothing fits, those that got something all the same.
    """

    fitting: float
    wrong: float
    needless: float


def lines(name: str) -> list[Line]:
    """Read a list of `tests/nlu/data`: `theme, theme: remark`, or `geen: remark`; # begins a comment."""
    return list(_lines((DATA / name).read_text(encoding="utf-8")))


def _lines(text: str) -> Iterator[Line]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            fair, _, said = line.partition(": ")
            yield Line(said, frozenset(fair.split(", ")) - {NOTHING})


def find_themes(matcher: Matcher, said: Sequence[Line]) -> list[Found]:
    """Return the clearest theme for each line."""
    return _first(matcher.themes_by_clearness, said)


def find_offers(matcher: Matcher, said: Sequence[Line]) -> list[Found]:
    """Return the best offer for each line."""
    return _first(matcher.offers_by_score, said)


def _first(search: Callable[[str], list[tuple[str, float]]], said: Sequence[Line]) -> list[Found]:
    return [Found(line, *next(iter(search(line.said)), ("", float("-inf")))) for line in said]


def shares(found: Sequence[Found], threshold: float) -> Shares:
    """Count what a threshold gives and costs."""
    wanting = [f for f in found if f.line.fair]
    given = [f for f in wanting if f.nearness >= threshold]
    right = sum(f.name in f.line.fair for f in given)
    without = [f for f in found if not f.line.fair]
    needless = sum(f.nearness >= threshold for f in without)
    return Shares(right / len(wanting), (len(given) - right) / len(wanting), needless / len(without))


def matcher_of(known: Knowledge) -> Matcher:
    """Return a matcher over this content, learnt anew."""
    return Matcher(known.themes, known.offers)


def main() -> None:
    """Print the sweep and the measurement."""
    matcher = matcher_of(knowledge())
    for kind, find, in_use in (("themas", find_themes, THEME_THRESHOLD), ("wensen", find_offers, OFFER_THRESHOLD)):
        tuned, held_out = lines(f"{kind}.txt"), lines(f"{kind}_achtergehouden.txt")
        print(f"\n{kind}.txt, {len(tuned)} lines, of which {sum(not line.fair for line in tuned)} that nothing fits")
        found = find(matcher, tuned)
        for step in range(-_STEPS_EACH_WAY, _STEPS_EACH_WAY + 1):
            _print_row(in_use + step * _STEP, found, "  <- in use" if step == 0 else "")
        print(
            f"{kind}_achtergehouden.txt, {len(held_out)} lines, of which {sum(not h.fair for h in held_out)} likewise"
        )
        _print_row(in_use, find(matcher, held_out), "")


def _print_row(threshold: float, found: Sequence[Found], note: str) -> None:
    s = shares(found, threshold)
    told = f"fitting {s.fitting:4.0%}, wrong {s.wrong:5.1%}, needless {s.needless:5.1%}"
    print(f"  threshold {threshold:5.2f}: {told}{note}")


if __name__ == "__main__":
    main()
