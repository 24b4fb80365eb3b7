"""What is always possible, at any question: back, skip, repeat, pause, stop, start over, show, delete."""

from __future__ import annotations

from bot.conversation import answers, choices, consent, flow, summary, way
from bot.conversation.dimensions import find_dimensie, plain
from bot.conversation.questions import DELEN, KLAAR
from bot.conversation.turn import Turn


def back(turn: Turn) -> None:
    """Go back to the question before, and show the answer it had. What was answered after it stays."""
    g = turn.gesprek
    key = way.previous(g)
    if g.between and g.open.stem == DELEN:
        consent.back(turn)
    elif g.between:
        flow.back_to_question(turn)
    elif key:
        flow.ask_once_more(turn, key)
    else:
        if g.route is None:
            turn.begin("terug.begin")
        g.route = None
        g.go_to("route")
        flow.ask(turn, opening=True)


def skip(turn: Turn) -> None:
    """Pass over the open question."""
    g = turn.gesprek
    if g.open.key in ("route", KLAAR):
        flow.ask_again(turn)
    elif g.between:
        answers.no(turn)
    else:
        flow.skip(turn)


def repeat(turn: Turn) -> None:
    """Ask the open question again, as it was."""
    g = turn.gesprek
    g.resting = None
    flow.ask(turn, opening=g.open.key in ("route", "samenvatting"))


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
    g.put_between("opnieuw")
    flow.ask(turn)


def delete(turn: Turn) -> None:
    """Ask whether everything may be deleted: it can't be undone."""
    turn.gesprek.put_between("wissen")
    flow.ask(turn)


def begin(turn: Turn) -> None:
    """Begin the conversation or the spinnenweb."""
    g = turn.gesprek
    if {"spinnenweb", "rustig", "alle", "zes"} & set(plain(turn.text).split()):
        way.start_rustig(g)
        flow.advance(turn)
    elif g.route is not None:
        resume(turn)
    else:
        g.go_to("route")
        if choices.says(turn, "route") or turn.entity("dimensie") or find_dimensie(turn.text):
            answers.answer(turn)
        else:
            turn.begin("begin.kies")
            flow.ask(turn)


def choose_dimensie(turn: Turn) -> None:
    """Talk about one dimension: now, or as the answer where a dimension is asked for."""
    g = turn.gesprek
    dimensie = turn.entity("dimensie") or find_dimensie(turn.text)
    if g.open.key in ("dimensie", "focus"):
        answers.answer(turn)
    elif dimensie:
        flow.visit(turn, dimensie)
    else:
        g.put_between("dimensie")
        flow.ask(turn)


def to_plan(turn: Turn) -> None:
    """Go to the action wheel now; what was said about the dimensions stays."""
    way.start_plan(turn.gesprek)
    flow.advance(turn)


def show_summary(turn: Turn) -> None:
    """Show the summary so far, and come back to the open question."""
    g = turn.gesprek
    if g.open.key == "samenvatting" and not g.resting:
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
    if turn.gesprek.open.key == KLAAR:
        turn.said[-1].buttons += choices.closing(turn)
    else:
        flow.ask_again(turn)


def _rest(turn: Turn, kind: str, key: str) -> None:
    g = turn.gesprek
    g.go_to(g.asked)
    g.resting = kind
    turn.say(key, buttons=choices.commands(turn, "hervatten") if g.open.key != KLAAR else ())
