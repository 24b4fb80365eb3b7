"""What somebody can share, part by part, and the letter that a choice of parts makes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.conversation import plan, spinnenweb, summary
from bot.conversation.dimensions import NAMEN
from bot.conversation.knowledge import Other
from bot.conversation.letter import Letter, NotShared, Part
from bot.conversation.questions import question
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn

WORDS, DRAWING, PLAN = "woorden", "tekening", "plan"
_OWN_LINE = frozenset({"score", "praten"})  # of a dimension; its other lines are its words
# That somebody marked something, or hesitated, is told by sharing it only.
_NOT_EVEN_THAT = frozenset({"praten", "drempel", "doen+", "reflectie", "opvalt"})


@dataclass(frozen=True, repr=False)
class Item:
    """Something to share or not: its key, heading and label, and the lines of the summary it holds."""

    key: str
    heading: str
    label: str
    lines: tuple[summary.Line, ...]

    @property
    def text(self) -> str:
        return " / ".join(line.text for line in self.lines)


def offered(turn: Turn) -> list[Item]:
    """Return what there is to share, in the order of the conversation."""
    g = turn.gesprek
    items: dict[str, Item] = {}
    for line in summary.lines(turn):
        key = _item_of(line.key)
        so_far = items[key].lines if key in items else ()
        named = turn.wording("onderdeel.woorden" if key.startswith(f"{WORDS}.") else summary.label(line.key))
        items[key] = Item(key, line.heading, named, (*so_far, line))
    before = [item for item in items.values() if "." in item.key]
    after = [item for item in items.values() if "." not in item.key]
    if any(score is not None for score in g.scores.values()):
        before.append(_item(turn, DRAWING, "kop.spinnenweb", turn.wording("onderdeel.tekening.uitleg")))
    if "doen" in g.answers:
        after.append(_item(turn, PLAN, "kop.als_dan", plan.sentence(turn).replace("\n", " ")))
    return [*before, *after]


def proposal(g: Gesprek, items: Iterable[Item]) -> list[str]:
    """Return what may be sensible to share: the plan, and what somebody wants to talk about. In *kort*: nothing."""
    if g.route == "kort":
        return []
    about = {f"{stem}.{dimensie}" for dimensie in plan.dimensies(g) if dimensie in g.marks or dimensie == g.focus
             for stem in (WORDS, "praten")}  # fmt: skip
    return [item.key for item in items if item.key in about | {PLAN}]


def others(turn: Turn, chosen: Collection[str]) -> list[Other]:
    """Return the others who are named in what was chosen, each once."""
    found = [
        other
        for item in offered(turn)
        if item.key in chosen and item.key != DRAWING
        for line in item.lines
        for other in turn.knowledge.others_in(line.text)
    ]
    return list(dict.fromkeys(found))


def compose(turn: Turn, chosen: Collection[str], masks: Mapping[str, str], coach: str, name: str, until: str) -> Letter:
    """Write the letter of these parts, with each of the words in `masks` covered by what it is ("[naam]")."""
    items = offered(turn)
    shared = [item for item in items if item.key in chosen]
    written = [
        Part(line.key, _mine(turn, line.heading), turn.wording(summary.label(line.key)), cover(line.text, masks))
        for item in shared
        if item.key not in (DRAWING, PLAN)
        for line in item.lines
    ]
    sentence = cover(plan.sentence(turn), masks) if PLAN in chosen else None
    scores, marks = _drawn(turn.gesprek, chosen)
    drawn = DRAWING in chosen
    left_out = [item for item in items if item not in shared and item.key.partition(".")[0] not in _NOT_EVEN_THAT]
    not_shared = tuple(NotShared(item.heading, item.label) for item in left_out)
    left_out_named = _by_heading((one.heading, one.label) for one in not_shared)
    rows = [
        turn.wording("brief.aan", coach=coach),
        turn.wording("brief.van", naam=name) if name else turn.wording("brief.zonder_naam"),
        turn.wording("brief.tot", tot=until),
        *_under_headings(written),
        *(["", turn.wording("kop.als_dan"), sentence] if sentence else []),
        *(["", turn.wording("brief.tekening")] if drawn else []),
        *(["", turn.wording("brief.niet_gedeeld", onderdelen=left_out_named)] if not_shared else []),
    ]
    missing = turn.wording("brief.cijfer_niet_gedeeld")
    return Letter(
        name=name,
        parts=tuple(written),
        svg=spinnenweb.draw(scores, marks, missing) if drawn else None,
        alt=spinnenweb.describe(scores, marks, missing) if drawn else "",
        plan=sentence,
        not_shared=not_shared,
        text="\n".join(rows).strip(),
    )


def without_empty_drawing(g: Gesprek, chosen: Sequence[str]) -> list[str]:
    """Leave out a drawing that would show no score: of a drawing, only the scores that are shared can be seen."""
    return [key for key in chosen if key != DRAWING or _drawn(g, chosen)[0]]


def cover(text: str, masks: Mapping[str, str]) -> str:
    """Put what it is in the place of each of these words, longest first, however they are written."""
    if not masks:
        return text
    kinds = {words.casefold(): kind for words, kind in masks.items()}
    longest_first = sorted(masks, key=len, reverse=True)
    pattern = "|".join(re.escape(words) for words in longest_first)
    return re.sub(
        rf"(?<!\w)(?:{pattern})(?!\w)", lambda m: f"[{kinds.get(m[0].casefold(), '…')}]", text, flags=re.IGNORECASE
    )


def describe(item: Item) -> str:
    """Name a part on its own: "Cijfer (Meedoen)"."""
    return f"{item.label} ({item.heading})" if question_about_dimensie(item.key) else item.label


def listing(turn: Turn, keys: Iterable[str]) -> str:
    """Name parts by their keys, also where the conversation no longer holds them."""
    return _by_heading((_heading_of(turn, key), _label_of(turn, key)) for key in keys)


def question_about_dimensie(key: str) -> bool:
    """Tell whether a part is about one dimension."""
    return "." in key


def _heading_of(turn: Turn, key: str) -> str:
    if "." in key:
        return NAMEN[key.partition(".")[2]]
    own = {DRAWING: "kop.spinnenweb", PLAN: "kop.plan", "opvalt": "kop.spinnenweb", "reflectie": "kop.reflectie"}
    return turn.wording(own.get(key, "kop.plan"))


def _label_of(turn: Turn, key: str) -> str:
    own = f"onderdeel.{key.partition('.')[0]}"
    return turn.wording(own if own in turn.knowledge.texts else summary.label(key))


def _item(turn: Turn, key: str, heading: str, text: str) -> Item:
    title = turn.wording(f"onderdeel.{key}")
    line = summary.Line(key, turn.wording(heading), title, text)
    return Item(key, line.heading, title, (line,))


def _item_of(key: str) -> str:
    q = question(key)
    if q.dimensie is None or (q.stem in _OWN_LINE and not q.deepening):
        return key
    return f"{WORDS}.{q.dimensie}"


def _mine(turn: Turn, heading: str) -> str:
    """Write a heading as it reads in a letter from the person: "Je plan" is "Mijn plan" there."""
    own = {turn.wording(f"kop.{name}"): f"brief.kop.{name}" for name in ("plan", "spinnenweb")}
    return turn.wording(own[heading]) if heading in own else heading


def _drawn(g: Gesprek, chosen: Collection[str]) -> tuple[dict[str, float | None], list[str]]:
    """Return the scores and marks of a drawing that shows no more than was chosen."""
    scores = {dimensie: score for dimensie, score in g.scores.items() if f"score.{dimensie}" in chosen}
    return scores, [dimensie for dimensie in g.marks if f"praten.{dimensie}" in chosen]


def _under_headings(written: Iterable[Part]) -> list[str]:
    rows: list[str] = []
    heading = ""
    for part in written:
        if part.heading != heading:
            rows += ["", part.heading]
            heading = part.heading
        rows.append(f"{part.label}: {part.text}")
    return rows


def _by_heading(named: Iterable[tuple[str, str]]) -> str:
    by_heading: dict[str, list[str]] = {}
    for heading, label in named:
        by_heading.setdefault(heading, []).append(label[:1].lower() + label[1:])
    return "; ".join(f"{heading}: {', '.join(labels)}" for heading, labels in by_heading.items())
