"""Taking in answers: each kind of question has its own way, and every answer is kept literally."""

from __future__ import annotations

import re

from bot.conversation import choices, choosing, consent, corrections, flow, scoring, shared
from bot.conversation.dimensions import plain
from bot.conversation.questions import DELEN, KLAAR, Kind, Question
from bot.conversation.short_answers import nothing, only_no
from bot.conversation.turn import Turn

# A score at the end of another answer: "ik slaap goed, een 8".
_SCORE_BESIDE = re.compile(
    r"(?:\b(?:een|'n|cijfer|geef)\s+(?:\w+e\s+)?|,\s*)(?:\d{1,2}(?:[.,]5)?|zes|zeven|acht|negen|tien|vijf|vier)\W*$"
)


def answer(turn: Turn) -> None:
    """Take what was said as the answer to the open question."""
    q = turn.gesprek.open
    if q.key == KLAAR:
        turn.say("klaar.meer", buttons=choices.closing(turn))
    elif q.stem == DELEN:
        consent.answer(turn)
    elif q.kind is Kind.TEXT:
        _take_text(turn, q)
    elif q.kind is Kind.SCORE:
        score(turn)
    elif q.kind is Kind.CONFIRM:
        _take_yes_or_no(turn)
    else:
        choosing.take(turn, q)


def score(turn: Turn) -> None:
    """Take a score; where no score is asked, a number is an answer like any other."""
    q = turn.gesprek.open
    if q.kind is Kind.SCORE and q.dimensie:
        scoring.take(turn, q, q.dimensie)
    elif q.kind is Kind.TEXT and q.dimensie and scoring.take_beside(turn, q.dimensie, turn.text):
        flow.ask(turn)
    else:
        answer(turn)


def yes(turn: Turn) -> None:
    """Take a yes: to a yes/no question as such, elsewhere as what it can mean there."""
    g, q = turn.gesprek, turn.gesprek.open
    if g.resting:
        flow.resume(turn)
    elif q.stem == DELEN:
        consent.yes(turn)
    elif q.stem == "praten" and q.dimensie:
        _mark(turn, q.dimensie, wanted=True)
    elif q.key == "plan":
        g.skip("plan")
        turn.begin("erken.plan")
        flow.advance(turn)
    elif q.key == "maatje":
        g.skip("maatje")
        flow.say_buddy_text(turn)
        flow.advance(turn)
    elif q.key == "opnieuw":
        flow.restart(turn)
    elif q.key == "wissen":
        if shared.forget(turn):
            flow.forget(turn)
    elif q.key == "samenvatting":
        choosing.keep_summary(turn)
    elif q.key == KLAAR:
        turn.say("klaar.meer", buttons=choices.closing(turn))
    elif q.key == "route":
        turn.begin("begin.kies")
        flow.ask(turn)
    elif q.key == "aanbod":
        choosing.agree_to_offers(turn)
    elif g.misses:
        flow.skip(turn)
    else:
        g.misses += 1
        turn.say("ja.vertel")
        flow.ask(turn)


def no(turn: Turn) -> None:
    """Take a no; it is always a good answer."""
    g, q = turn.gesprek, turn.gesprek.open
    if g.resting:
        turn.say("rust.goed")
    elif q.stem == DELEN:
        consent.no(turn)
    elif q.stem == "praten" and q.dimensie:
        _mark(turn, q.dimensie, wanted=False)
    elif q.key == "plan":
        corrections.offer_lines(turn)
    elif g.between == "wijzig" and g.asked in ("plan", "samenvatting"):
        g.skip(g.asked)  # it was asked whether that is right, and so it is
        turn.begin("niet_gedaan")
        flow.advance(turn)
    elif g.between:
        turn.begin("niet_gedaan")
        flow.back_to_question(turn)
    elif q.key == "route":
        turn.begin("weet_niet.route")
        flow.ask(turn)
    elif q.key == "aanbod":
        choosing.take_offer(turn, choices.NONE_OF_THESE)
    elif q.key in ("maatje", "dimensie", "focus"):
        g.skip(q.key)
        turn.begin("goed_nee")
        flow.advance(turn)
    elif q.key == "samenvatting":
        corrections.offer_lines(turn)
    elif q.kind is Kind.TEXT and turn.text:
        _take_text(turn, q)
    elif q.key == KLAAR:
        turn.say("klaar")
    else:
        flow.skip(turn)


def does_not_know(turn: Turn) -> None:
    """Take "I don't know": a fair answer, met with the scale, the thresholds or a gentle second try."""
    g, q = turn.gesprek, turn.gesprek.open
    if g.resting or q.key == KLAAR:
        turn.say("rust.goed")
    elif q.stem == DELEN:
        consent.does_not_know(turn)
    elif q.kind is Kind.SCORE and q.dimensie:
        scoring.take_unknown(turn, q, q.dimensie)
    elif q.key == "doen":
        flow.hesitate(turn)
    elif q.stem in ("praten", "reflectie"):
        flow.leave_open(turn)
    elif q.key in ("plan", "samenvatting"):
        yes(turn)  # nothing was wrong with it
    elif q.key == "route":
        turn.begin("weet_niet.route")
        flow.ask(turn)
    elif q.kind in (Kind.TEXT, Kind.CHOICE) and q.stem not in ("wijzig", "regel", "samenvatting"):
        _gently_again(turn, q)
    else:
        no(turn)


def _take_text(turn: Turn, q: Question) -> None:
    g = turn.gesprek
    text = turn.entity("tekst") or turn.text
    if not plain(text):
        turn.begin("woorden_graag")
        flow.ask(turn)
        return
    first_time = not g.handled(q.key)
    if nothing(text) and q.key == "doen":
        flow.hesitate(turn)
        return
    if only_no(text) or (q.deepening and nothing(text)):
        g.skip(q.key)
        turn.begin("goed_nee")
    else:
        g.record(q.key, text)
        _acknowledge(turn, q, text, first_time=first_time)
    flow.advance(turn)


def _acknowledge(turn: Turn, q: Question, text: str, *, first_time: bool) -> None:
    """Put in front of the next question what fits in joy and grief alike; what is only changed needs nothing."""
    if q.key == "reflectie":
        turn.begin("erken.reflectie")
    elif q.stem == "goed" and q.dimensie and (beside := _SCORE_BESIDE.search(text.casefold())):
        scoring.take_beside(turn, q.dimensie, beside.group())
    elif nothing(text):
        turn.begin("erken.niets")
    elif first_time and _deepening_follows(turn, q, text):
        turn.begin("erken.verdieping")
    elif first_time:
        turn.begin("erken.actiewiel" if q.dimensie is None else "erken.antwoord")


def _deepening_follows(turn: Turn, q: Question, text: str) -> bool:
    """Put at most one deepening question behind a dimension's answers, on a theme not asked about before."""
    g = turn.gesprek
    if q.deepening or q.dimensie is None or any(key.partition(".")[2] == f"{q.dimensie}+" for key in g.themes):
        return False
    theme = turn.knowledge.theme_for(text, q.dimensie)
    if theme is None or theme.id in g.themes.values():
        return False
    g.themes[f"{q.key}+"] = theme.id
    return True


def _take_yes_or_no(turn: Turn) -> None:
    said = choices.says(turn, "ja_nee")
    if said == "ja":
        yes(turn)
    elif said == "nee":
        no(turn)
    else:
        flow.not_understood(turn)


def _mark(turn: Turn, dimensie: str, *, wanted: bool) -> None:
    g = turn.gesprek
    if dimensie in g.marks:
        g.marks.remove(dimensie)
    if wanted:
        g.marks.append(dimensie)
    g.record(f"praten.{dimensie}", turn.text)
    turn.begin("erken.praten.ja" if wanted else "erken.praten.nee")
    flow.advance(turn)


def _gently_again(turn: Turn, q: Question) -> None:
    g = turn.gesprek
    if g.misses:
        flow.skip(turn)
        return
    g.misses += 1
    turn.begin("weet_niet")
    flow.explain(turn, q)
