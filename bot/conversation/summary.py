"""The summary: the person's words in order, every line of which can be changed or dropped; and the text for a maatje."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation import choices, plan
from bot.conversation.dimensions import NAMEN
from bot.conversation.numbers import format_score
from bot.conversation.questions import WHEEL, question
from bot.conversation.state import Gesprek
from bot.conversation.turn import Image, Turn

_ABOUT_DIMENSIE = ("score.{}", "goed.{}", "goed.{}+", "anders.{}", "anders.{}+", "praten.{}")


@dataclass(frozen=True)
class Line:
    """One line of the summary: the question it answers, the heading it stands under, and the words."""

    key: str
    heading: str
    text: str


def lines(turn: Turn) -> list[Line]:
    """Return the lines of the summary, in the order of the conversation."""
    g = turn.gesprek
    found: list[Line] = []
    for dimensie in g.dimensies:
        keys = [shape.format(dimensie) for shape in _ABOUT_DIMENSIE]
        found += [Line(key, NAMEN[dimensie], _text(g, key)) for key in keys if _text(g, key)]
    found += [Line("opvalt", turn.wording("kop.spinnenweb"), g.answers["opvalt"])] if "opvalt" in g.answers else []
    wheel = [key for step in ("focus", *WHEEL) for key in (step, f"{step}+") if _text(g, key)]
    found += [Line(key, turn.wording("kop.plan"), _text(g, key)) for key in wheel]
    if "reflectie" in g.answers:
        found.append(Line("reflectie", turn.wording("kop.reflectie"), g.answers["reflectie"]))
    return found


def compose(turn: Turn) -> str:
    """Write the summary as text: headings, numbered lines, and the plan as an if-then sentence."""
    rows: list[str] = []
    heading = ""
    for number, line in enumerate(lines(turn), start=1):
        if line.heading != heading:
            rows += ["", line.heading]
            heading = line.heading
        rows.append(f"{number}. {turn.wording(_label(line.key))}: {line.text}")
    if "doen" in turn.gesprek.answers:
        rows += ["", turn.wording("kop.als_dan"), plan.sentence(turn)]
    return "\n".join(rows).strip()


def show(turn: Turn, image: Image | None = None) -> None:
    """Show the summary; when it is the open question, the choices that belong to it come along."""
    g = turn.gesprek
    text = compose(turn)
    if not text:
        turn.say("samenvatting.leeg", buttons=choices.buttons(turn) if g.open.key == "samenvatting" else ())
    elif g.open.key == "samenvatting":
        turn.say("samenvatting.tekst", image=image if g.scores else None, samenvatting=text)
        turn.say("vraag.samenvatting", buttons=choices.buttons(turn))
    else:
        turn.say("samenvatting.tekst", image=image if g.scores else None, samenvatting=text)


def has(turn: Turn, key: str) -> bool:
    """Tell whether the summary has a line for this key."""
    return any(line.key == key for line in lines(turn))


def line_text(turn: Turn, key: str) -> str:
    """Return one line as it stands in the summary: its label and the person's words."""
    return f"{turn.wording(_label(key))}: {_text(turn.gesprek, key)}"


def buddy_text(turn: Turn) -> str:
    """Return a short text about the plan that the person can send a maatje themselves."""
    return turn.wording("maatje.tekst", plan=plan.sentence(turn))


def _label(key: str) -> str:
    q = question(key)
    return "label.verdieping" if q.deepening else f"label.{q.stem}"


def _text(g: Gesprek, key: str) -> str:
    """Return what the summary says for a key: the person's words, but a score as a number and a mark as "ja"."""
    q = question(key)
    if q.stem == "score" and q.dimensie:
        score = g.scores.get(q.dimensie)
        return "" if score is None else format_score(score)
    if q.stem == "praten":
        return "ja" if q.dimensie in g.marks else ""
    return g.answers.get(key, "")
