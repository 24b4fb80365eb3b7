"""What is always possible, at any question: back, skip, repeat, pause, stop, start over, show, delete."""

from __future__ import annotations

from bot.conversation import answers, choices, flow, summary
from bot.conversation.dimensions import find_dimensie, plain
from bot.conversation.questions import KLAAR
from bot.conversation.turn import Turn


def back(turn: Turn) -> None:
    """Go back to the question before, and show the answer it had."""
    g = turn.gesprek
    if g.between:
        flow.back_to_question(turn)
        return
    key = flow.previous(g)
    if key is None:
        turn.begin("terug.begin")
        flow.ask(turn)
        return
    g.asked, g.resting, g.misses = key, None, 0
    if summary.has(turn, key):
        turn.say("terug.was", regel=summary.line_text(turn, key))
    flow.ask(turn)


def skip(turn: Turn) -> None:
    """Pass over the open question."""
    g = turn.gesprek
    if g.open.key == "doen" and not g.hesitated and not g.handled("doen"):
        flow.hesitate(turn)
    elif g.open.key in ("route", KLAAR):
        flow.ask_again(turn)
    elif g.between:
        answers.no(turn)
    else:
        flow.skip(turn)


def repeat(turn: Turn) -> None:
    """Ask the open question again, as it was."""
    turn.gesprek.resting = None
    flow.ask(turn, opening=turn.gesprek.open.key == "samenvatting")


def pause(turn: Turn) -> None:
    """Leave it for now; everything stays where it is."""
    _rest(turn, "pauze", "pauze")


def stop(turn: Turn) -> None:
    """Stop at once, without a word to hold on to the person."""
    _rest(turn, "stop", "stop")


def goodbye(turn: Turn) -> None:
    """Say goodbye back."""
    _rest(turn, "pauze", "afscheid")


def resume(turn: Turn) -> None:
    """Take up the conversation where it was."""
    if turn.gesprek.open.key == KLAAR:
        turn.say("klaar.meer", buttons=choices.closing(turn))
    else:
        flow.resume(turn)


def start_over(turn: Turn) -> None:
    """Ask whether everything may be begun anew; it asks first, since it throws answers away."""
    g = turn.gesprek
    if not g.answers and not g.skipped:
        flow.restart(turn)
        return
    g.between, g.resting = "opnieuw", None
    flow.ask(turn)


def delete(turn: Turn) -> None:
    """Ask whether everything may be deleted: it can't be undone."""
    g = turn.gesprek
    g.between, g.resting = "wissen", None
    flow.ask(turn)


def begin(turn: Turn) -> None:
    """Begin the conversation or the spinnenweb."""
    g = turn.gesprek
    wants_all = {"spinnenweb", "rustig", "alle", "zes"} & set(plain(turn.text).split())
    if g.route is None and not wants_all:
        dimensie = turn.entity("dimensie") or find_dimensie(turn.text)
        chosen = choices.says(turn, "route")
        if chosen or dimensie:
            turn.entities = {**turn.entities, "keuze": [chosen] if chosen else []}
            answers.answer(turn)
            return
        turn.begin("begin.kies")
        flow.ask(turn)
    elif g.route is None or (wants_all and g.open.key != KLAAR):
        flow.start_rustig(g)
        flow.advance(turn)
    else:
        resume(turn)


def choose_dimensie(turn: Turn) -> None:
    """Talk about one dimension: now, or as the answer where a dimension is asked for."""
    g = turn.gesprek
    dimensie = turn.entity("dimensie") or find_dimensie(turn.text)
    if g.open.key in ("dimensie", "focus") or (dimensie is None and g.open.key == "route"):
        answers.answer(turn)
    elif dimensie is None:
        turn.say("dimensie.welke", buttons=choices.dimensie_buttons(flow.DIMENSIES))
    else:
        g.between = None
        flow.start_dimensie(g, dimensie)
        if g.handled(f"goed.{dimensie}"):
            g.asked = f"goed.{dimensie}"
            turn.say(f"dimensie.{dimensie}")
            flow.ask(turn)
        else:
            flow.advance(turn)


def to_plan(turn: Turn) -> None:
    """Go to the action wheel now; what was said about the dimensions stays."""
    g = turn.gesprek
    if g.open.key == "route" or not g.to_plan:
        flow.start_plan(g)
        flow.advance(turn)
    else:
        flow.ask_again(turn)


def show_summary(turn: Turn) -> None:
    """Show the summary so far, and come back to the open question."""
    g = turn.gesprek
    if g.open.key == "samenvatting":
        flow.ask(turn, opening=True)
        return
    summary.show(turn, image=flow.drawing(g))
    _return(turn)


def show_spinnenweb(turn: Turn) -> None:
    """Show the drawing so far, and come back to the open question."""
    g = turn.gesprek
    if g.scores:
        turn.say("spinnenweb.nu", image=flow.drawing(g))
    else:
        turn.say("spinnenweb.leeg")
    _return(turn)


def buddy(turn: Turn) -> None:
    """Give the text for a maatje, as soon as there is a plan to tell about."""
    g = turn.gesprek
    if g.open.key == "maatje":
        answers.yes(turn)
        return
    if "doen" in g.answers:
        flow.say_buddy_text(turn)
    else:
        turn.say("maatje.later")
    _return(turn)


def _return(turn: Turn) -> None:
    if turn.gesprek.open.key != KLAAR:
        flow.ask_again(turn)


def _rest(turn: Turn, kind: str, key: str) -> None:
    g = turn.gesprek
    g.between = None
    g.resting = kind
    turn.say(key, buttons=choices.resume(turn) if g.open.key != KLAAR else ())
