"""The summary: the person's words in order, each line of which can be changed or dropped; the text for a maatje."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.conversation import plan
from bot.conversation.dimensions import NAMEN
from bot.conversation.numbers import format_score
from bot.conversation.questions import WHEEL, question
from bot.conversation.short_answers import beside_a_score, only_not_knowing
from bot.conversation.state import Gesprek
from bot.conversation.turn import Button, Image, Turn

_ABOUT_DIMENSIE = ("score.{}", "goed.{}", "goed.{}+", "anders.{}", "anders.{}+", "praten.{}")
_ABOUT_PLAN = ("focus", *WHEEL[: WHEEL.index("doen")], "drempel", "doen+", *WHEEL[WHEEL.index("doen") :])
_MOST_BUTTONS = 8
_FEWEST_MORE = 3  # words


@dataclass(frozen=True)
class Line:
    """One line of the summary: the question it answers, the heading it stands under, its label, and the words."""

    key: str
    heading: str
    label: str
    text: str


def keys(g: Gesprek) -> list[str]:
    """Return the keys of the answers the summary holds, in the order of the conversation."""
    about = [shape.format(dimensie) for dimensie in g.dimensies for shape in _ABOUT_DIMENSIE]
    return [key for key in (*about, "opvalt", *_ABOUT_PLAN, "reflectie") if _text(g, key)]


def lines(turn: Turn) -> list[Line]:
    """Return the lines of the summary."""
    g = turn.gesprek
    return [Line(key, _heading(turn, key), turn.wording(label(key)), _text(g, key)) for key in keys(g)]


def compose(turn: Turn) -> str:
    """Write the summary as text: headings, numbered lines, and the plan as an if-then sentence."""
    rows: list[str] = []
    heading = ""
    for number, line in enumerate(lines(turn), start=1):
        if line.heading != heading:
            rows += ["", line.heading]
            heading = line.heading
        rows.append(f"{number}. {line.label}: {line.text}")
    if "doen" in turn.gesprek.answers:
        rows += ["", turn.wording("kop.als_dan"), plan.sentence(turn)]
    return "\n".join(rows).strip()


def sheet(turn: Turn) -> dict[str, Any]:
    """Return the same as `compose` in parts, for a client where each line can be changed in place."""
    about = [{"key": line.key, "heading": line.heading, "label": line.label, "text": line.text} for line in lines(turn)]
    has_plan = "doen" in turn.gesprek.answers
    return {
        "kind": "samenvatting",
        "lines": about,
        **({"plan": {"heading": turn.wording("kop.als_dan"), "text": plan.sentence(turn)}} if has_plan else {}),
    }


def show(turn: Turn, image: Image | None = None) -> None:
    """Show the summary, with the drawing when there is something to draw."""
    text = compose(turn)
    if text:
        image = image if turn.gesprek.scores else None
        turn.say("samenvatting.tekst", image=image, sheet=sheet(turn), samenvatting=text)
    else:
        turn.say("samenvatting.leeg")


def ask_which(turn: Turn) -> None:
    """Ask which line to change: a button for each of the last ones, and every line by its number.

    Somebody whose plan was just read back is shown the lines of the plan.
    """
    g = turn.gesprek
    about = [key for key in keys(g) if g.asked != "plan" or key in WHEEL]
    buttons = [Button(_title(turn, key), "wijzig_antwoord", {"regel": key}) for key in about[-_MOST_BUTTONS:]]
    key = "vraag.wijzig.plan" if g.asked == "plan" else "vraag.wijzig"  # the plan is read back without numbers
    turn.say(key, buttons=(*buttons, Button(turn.wording("knop.niets_wijzigen"), "ontkennen")))


def line_text(turn: Turn, key: str) -> str:
    """Return one line as it stands in the summary: its label and the person's words."""
    return f"{turn.wording(label(key))}: {_text(turn.gesprek, key)}"


def buddy_text(turn: Turn) -> str:
    """Return a short text about the plan that the person can send a maatje themselves."""
    return turn.wording("maatje.tekst", plan=plan.sentence(turn))


def _heading(turn: Turn, key: str) -> str:
    dimensie = question(key).dimensie
    if dimensie:
        return NAMEN[dimensie]
    return turn.wording({"opvalt": "kop.spinnenweb", "reflectie": "kop.reflectie"}.get(key, "kop.plan"))


def _title(turn: Turn, key: str) -> str:
    dimensie, named = question(key).dimensie, turn.wording(label(key))
    return f"{NAMEN[dimensie]}: {named.lower()}" if dimensie else named


def label(key: str) -> str:
    """Return the key of the sentence that names what a line of the summary is."""
    q = question(key)
    return "label.verdieping" if q.deepening else f"label.{q.stem}"


def _text(g: Gesprek, key: str) -> str:
    """Return what the summary says for a key: the person's words, but a score as a number and a mark as "ja".

    Whoever said more than that keeps what they said beside it.
    """
    q, said = question(key), g.answers.get(key, "")
    if q.stem == "score" and q.dimensie:
        score = g.scores.get(q.dimensie)
        more = [said] if _tells_more(said) else []
        return " – ".join([*([] if score is None else [format_score(score)]), *more])
    if q.stem == "praten":
        return "" if q.dimensie not in g.marks else said if _tells_more(said) else "ja"
    return said


def _tells_more(text: str) -> bool:
    """Tell whether words hold more than a score, a yes or an "I don't know"."""
    return len(beside_a_score(text)) >= _FEWEST_MORE and not only_not_knowing(text)
