"""The summary on paper: what somebody said, in their words, with the drawing and the plan, to keep or to print."""

from __future__ import annotations

from datetime import date

from bot.content.purpose import PURPOSE
from bot.conversation import plan, spinnenweb, summary
from bot.conversation.knowledge import Knowledge
from bot.conversation.periods import written
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from bot.documents.colours import QUIET
from bot.documents.fonts import MISSING, writable
from bot.documents.paper import SMALL, Paper

_LABELS = 53.0  # mm
_DRAWING = (96.0, 103.2)  # mm, in the proportion of the drawing


def pdf(gesprek: Gesprek, knowledge: Knowledge, on: date) -> bytes:
    """Write the summary of a conversation as a PDF of A4 pages, dated `on`.

    Any text can be in the answers; what no letter is there for becomes a □, and a line says so. Any thread may call it.
    """
    turn = Turn(gesprek, knowledge)
    bot, organisation = knowledge.organisation.bot_name, knowledge.organisation.name
    paper = Paper(turn.wording("document.titel"), on, turn.wording("document.voet"), turn.wording("document.bladzijde"))
    paper.heading(turn.wording("document.titel"), 1)
    paper.paragraph(turn.wording("document.datum", datum=written(on)))
    paper.ln(1.5)
    paper.paragraph(turn.wording("document.gemaakt", bot=bot, organisatie=organisation, doel=PURPOSE), SMALL, QUIET)
    _write(paper, turn)
    return paper.finish()


def _write(paper: Paper, turn: Turn) -> None:
    g, web = turn.gesprek, turn.wording("kop.spinnenweb")
    found: dict[str, list[summary.Line]] = (
        {web: []} if g.scores else {}
    )  # what strikes somebody stands under the drawing
    for line in summary.lines(turn):
        found.setdefault(line.heading, []).append(line)
    if not found:
        paper.ln(4)
        paper.paragraph(turn.wording("samenvatting.leeg"))
    for heading, lines in found.items():
        paper.heading(heading, 2)
        if heading == web and g.scores:
            paper.drawing(spinnenweb.draw(g.scores, g.marks), spinnenweb.describe(g.scores, g.marks), *_DRAWING)
        for line in lines:
            paper.entry(line.label, line.text, _LABELS)
    if "doen" in g.answers:
        paper.heading(turn.wording("kop.als_dan"), 2)
        paper.paragraph(plan.sentence(turn), bar=True)
    if any(_lacks(line.text) for lines in found.values() for line in lines):
        paper.ln(6)
        paper.paragraph(turn.wording("document.teken", teken=MISSING), SMALL, QUIET)


def _lacks(text: str) -> bool:
    """Tell whether a text has characters that no letter is there for."""
    return writable(text).count(MISSING) > text.count(MISSING)
