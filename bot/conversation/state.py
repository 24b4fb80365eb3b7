"""What is known of one conversation: compact, bounded, and only what the person said or chose."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field, fields
from typing import Any

from bot.conversation.questions import KLAAR, Kind, Question, question

SLOT = "gesprek"  # the slot in which Rasa keeps it


@dataclass
class Gesprek:
    """One conversation. Every text in it is literally what the person typed.

    Attributes:
        route: `kort`, `rustig` or `plan`; None until chosen.
        dimensies: the dimensions to visit, in order.
        to_plan: the person went on to the plan before all dimensions were visited.
        asked: the key of the question that is open in the method's own order.
        between: the key of a question asked in between (`opnieuw`, `wissen`, `wijzig`, `regel`), or None.
        about: the key of the answer that question in between is about.
        answers: literal answers by question key.
        scores: 0–10 in halves by dimension; None means "weet niet".
        skipped: keys of questions handled without an answer.
        marks: dimensions the person wants to talk about.
        focus: the dimension the plan is about, when the person named one.
        themes: the theme of the deepening question by its key.
        hesitated: the person hesitated at the first step, so the thresholds are offered.
        offers: ids of the offers shown; `chosen_offer` the one picked.
        resting: `pauze` or `stop` when the person left, else None.
        misses: how often in a row the open question got something that was not understood.
        turn: number of turns so far; picks among wordings.
        buttons: what each button of the last answer means, by its id.
        forgotten: the person had everything deleted: whoever keeps the key must shred it.
        geheim: the secret of this conversation, 64 hex digits, by which it finds what it shared; nobody else has it.
        delen: the consent under way, or the answer to a coach: keys and choices, never the words shared.
        gedeeld: by id what was shared: with whom, until when, and how much of what became of it was told.
    """

    route: str | None = None
    dimensies: list[str] = field(default_factory=list)
    to_plan: bool = False
    asked: str = "route"
    between: str | None = None
    about: str | None = None
    answers: dict[str, str] = field(default_factory=dict)
    scores: dict[str, float | None] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)
    focus: str | None = None
    themes: dict[str, str] = field(default_factory=dict)
    hesitated: bool = False
    offers: list[str] = field(default_factory=list)
    chosen_offer: str | None = None
    resting: str | None = None
    misses: int = 0
    turn: int = 0
    buttons: dict[str, dict[str, Any]] = field(default_factory=dict)
    forgotten: bool = False
    geheim: str = ""
    delen: dict[str, Any] = field(default_factory=dict)
    gedeeld: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def open(self) -> Question:
        """The question that is open now."""
        return question(self.between or self.asked)

    @property
    def expects(self) -> tuple[str | None, Kind]:
        """Key and kind of the answer expected next; nothing is expected of somebody who rests or is done."""
        if self.resting or self.open.key == KLAAR:
            return None, Kind.NONE
        return self.open.key, self.open.kind

    def go_to(self, key: str) -> None:
        """Make this question the open one: nothing stands in between, and nobody rests any more."""
        self.asked = key
        self.between = self.about = self.resting = None
        self.misses = 0

    def put_between(self, key: str, about: str | None = None) -> None:
        """Ask a question in between; the one that was open stays, and comes back afterwards."""
        self.go_to(self.asked)
        self.between, self.about = key, about

    def handled(self, key: str) -> bool:
        """Tell whether the question with this key was answered or skipped."""
        return key in self.answers or key in self.skipped

    def record(self, key: str, text: str) -> None:
        """Keep an answer literally; a later one takes the place of an earlier one."""
        self.answers[key] = text
        if key in self.skipped:
            self.skipped.remove(key)

    def skip(self, key: str) -> None:
        """Handle a question without an answer; an answer given before stays."""
        if not self.handled(key):
            self.skipped.append(key)

    def drop(self, key: str) -> None:
        """Leave an earlier answer out, with the score or mark that belongs to it."""
        self.answers.pop(key, None)
        dropped = question(key)
        if dropped.dimensie and dropped.stem == "score":
            self.scores.pop(dropped.dimensie, None)
        if dropped.dimensie in self.marks and dropped.stem == "praten":
            self.marks.remove(dropped.dimensie)
        if key == "focus":
            self.focus = None
        self.skip(key)

    def clear(self, *, forgotten: bool = False) -> None:
        """Begin anew, with nothing of before but the number of turns; what was shared stays to be taken back."""
        new = Gesprek(turn=self.turn, forgotten=forgotten)
        if not forgotten:
            new.geheim, new.gedeeld = self.geheim, self.gedeeld
        vars(self).update(vars(new))

    def as_dict(self) -> dict[str, Any]:
        """Return the state as JSON, without what still has its default: that keeps it small."""
        return {name: value for name, value in vars(self).items() if value != _AT_THE_START[name]}

    @classmethod
    def from_dict(cls, state: dict[str, Any] | None) -> Gesprek:
        """Read a state back, without sharing anything with it; names of another version are passed over."""
        known = {f.name for f in fields(cls)}
        return cls(**{name: deepcopy(value) for name, value in (state or {}).items() if name in known})


_AT_THE_START = vars(Gesprek())
