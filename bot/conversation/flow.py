"""The way from overview to plan: which question comes next, and how it is asked.

The order is derived from the state each time, so going back, jumping to a dimension or changing an answer needs no
bookkeeping: the next question is the first in the order that is not handled yet.
"""

from __future__ import annotations

from typing import TypedDict

from bot.conversation import choices, plan, spinnenweb, summary
from bot.conversation.dimensions import DIMENSIES, NAMEN
from bot.conversation.questions import ABOUT_DIMENSIE, KLAAR, SHORT_WHEEL, WHEEL, Question
from bot.conversation.state import Gesprek
from bot.conversation.turn import Image, Turn


class _Values(TypedDict):
    """What the wording of a question may hold."""

    dimensie: str
    marks: str
    regel: str


def order(g: Gesprek) -> list[str]:
    """Return the keys of all questions on this person's way, in order."""
    if g.route is None:
        return ["route"]
    keys = ["dimensie"] if g.route == "kort" else []
    for dimensie in g.dimensies:
        keys += [key for key in _about(g, dimensie) if g.handled(key) or not g.to_plan]
    if g.handled("opvalt") or (g.route == "rustig" and g.scores and not g.to_plan):
        keys.append("opvalt")
    return [*keys, *_wheel(g), *_closing(g)]


def _about(g: Gesprek, dimensie: str) -> list[str]:
    keys: list[str] = []
    for stem in ABOUT_DIMENSIE:
        key = f"{stem}.{dimensie}"
        keys += [key, f"{key}+"] if f"{key}+" in g.themes else [key]
    return keys[:-1] if g.route == "kort" else keys


def _begun(g: Gesprek, dimensie: str) -> bool:
    return any(g.handled(key) for key in _about(g, dimensie))


def _wheel(g: Gesprek) -> list[str]:
    keys = [*SHORT_WHEEL] if g.route == "kort" else ["focus", *WHEEL]
    if "nodig" not in g.answers:
        keys.remove("nodig_van")
    if g.hesitated:
        at = keys.index("doen")
        keys[at:at] = ["drempel", "doen+"] if "doen+" in g.themes else ["drempel"]
    if "doen" in g.answers:
        keys.append("plan")
    return [*keys, "aanbod"] if g.offers else keys


def _closing(g: Gesprek) -> list[str]:
    """Leave out what there is nothing to say about: a summary of nothing, a maatje for no plan."""
    keys = ["samenvatting"] if g.answers else []
    return [*keys, "maatje", "reflectie"] if "doen" in g.answers else [*keys, "reflectie"]


def advance(turn: Turn) -> None:
    """Go to the next open question and ask it."""
    g = turn.gesprek
    g.go_to(_next(g))
    if g.asked == "samenvatting":
        plan.find_offers(turn)
        g.go_to(_next(g))
    ask(turn, opening=True)


def _next(g: Gesprek) -> str:
    return next((key for key in order(g) if not g.handled(key)), KLAAR)


def previous(g: Gesprek) -> str | None:
    """Return the key of the question before the open one, or None at the start."""
    keys = order(g)
    before = keys[: keys.index(g.asked)] if g.asked in keys else keys
    return next((key for key in reversed(before) if g.handled(key) and key not in ("plan", "samenvatting")), None)


def visit(turn: Turn, dimensie: str) -> None:
    """Talk about `dimensie` now; what was said about it before is shown, and stays unless it is changed."""
    g = turn.gesprek
    start_dimensie(g, dimensie)
    if g.handled(f"goed.{dimensie}"):
        turn.say(f"dimensie.{dimensie}")
        ask_once_more(turn, f"goed.{dimensie}")
    else:
        advance(turn)


def start_dimensie(g: Gesprek, dimensie: str) -> None:
    """Make `dimensie` the next one to talk about, wherever the conversation is; what was begun elsewhere comes after it.

    Whoever went on to the plan left the other dimensions for what they are, so those stay closed.
    """
    g.route = g.route or "kort"
    others = [d for d in g.dimensies if d != dimensie and (g.route == "rustig" or _begun(g, d))]
    if g.to_plan:
        g.to_plan = False
        others = [d for d in others if _begun(g, d)]
        for key in (key for d in others for key in _about(g, d)):
            g.skip(key)
    done = [d for d in others if all(g.handled(key) for key in _about(g, d))]
    g.dimensies = [*done, dimensie, *(d for d in others if d not in done)]
    again = {f"{stem}.{dimensie}" for stem in ABOUT_DIMENSIE}
    g.skipped = [key for key in g.skipped if key not in again]
    g.skip("dimensie")


def start_kort(g: Gesprek) -> None:
    """Set out for one dimension; what was answered before stays."""
    g.route = "kort"
    g.to_plan = False
    g.dimensies = [d for d in g.dimensies if _begun(g, d)]
    if not g.dimensies and "dimensie" in g.skipped:
        g.skipped.remove("dimensie")


def start_rustig(g: Gesprek) -> None:
    """Set out along all six dimensions; what was answered before stays."""
    g.route = "rustig"
    g.to_plan = False
    g.dimensies = [*g.dimensies, *(d for d in DIMENSIES if d not in g.dimensies)]


def start_plan(g: Gesprek) -> None:
    """Go straight to the action wheel."""
    g.route = g.route or "plan"
    g.to_plan = True
    g.skip("dimensie")


def ask(turn: Turn, *, opening: bool = False) -> None:
    """Ask the open question; `opening` says it comes up for the first time, so what introduces it is said too."""
    q = turn.gesprek.open
    if q.key == KLAAR:
        turn.say("klaar", buttons=choices.closing(turn))
        return
    if opening:
        _introduce(turn, q)
    if q.key == "samenvatting" and opening:
        summary.show(turn, image=drawing(turn.gesprek))
    if q.key == "wijzig":
        summary.ask_which(turn)
    elif q.key == "plan":
        plan.read_back(turn)
    elif q.key == "aanbod":
        plan.show_offers(turn)
    elif q.deepening:
        _deepen(turn, q)
    else:
        turn.say(_text_key(turn.gesprek, q), buttons=choices.buttons(turn), **_values(turn, q))


def ask_again(turn: Turn) -> None:
    """Come back to the open question after something in between; somebody who rests is left in peace."""
    if turn.gesprek.resting:
        turn.say("rust.hier", buttons=choices.resume(turn))
        return
    if turn.said:
        turn.begin("weer_verder")
    ask(turn)


def ask_once_more(turn: Turn, key: str) -> None:
    """Ask a question of before once more, with the answer it had."""
    turn.gesprek.go_to(key)
    if summary.has(turn, key):
        turn.say("antwoord.was", regel=summary.line_text(turn, key))
    ask(turn)


def back_to_question(turn: Turn) -> None:
    """Leave a question in between and come back to the one that was open."""
    turn.gesprek.go_to(turn.gesprek.asked)
    ask(turn)


def carry_on(turn: Turn, key: str) -> None:
    """Go on after the answer with this key was changed: to the next question if it was the open one."""
    g = turn.gesprek
    g.go_to(g.asked)
    if g.asked == key:
        advance(turn)
    elif g.asked == KLAAR:
        turn.say("klaar.gewijzigd")
    else:
        ask(turn, opening=g.asked == "samenvatting")


def skip(turn: Turn) -> None:
    """Pass over the open question; an answer given before stays."""
    g = turn.gesprek
    kept = g.open.key in g.answers
    g.skip(g.open.key)
    turn.begin("blijft_staan" if kept else "overgeslagen")
    advance(turn)


def hesitate(turn: Turn) -> None:
    """Offer the thresholds once to who hesitates at the first step; after that, leave it open."""
    if turn.gesprek.hesitated:
        skip(turn)
        return
    turn.gesprek.hesitated = True
    turn.begin("weet_niet.doen")
    advance(turn)


def explain(turn: Turn, q: Question) -> None:
    """Say what a question means, and ask it again."""
    turn.say("uitleg.verdieping" if q.deepening else f"uitleg.{q.stem}", **_values(turn, q))
    ask(turn)


def resume(turn: Turn) -> None:
    """Take up the conversation again."""
    turn.gesprek.resting = None
    turn.begin("weer_verder")
    ask(turn)


def restart(turn: Turn) -> None:
    """Begin anew, with nothing of before."""
    turn.gesprek.__dict__.update(Gesprek(turn=turn.gesprek.turn).__dict__)
    turn.begin("opnieuw.gedaan")
    ask(turn)


def forget(turn: Turn) -> None:
    """Delete everything: the state is emptied here, and who holds the key shreds it."""
    turn.gesprek.__dict__.update(Gesprek(turn=turn.gesprek.turn, forgotten=True).__dict__)
    turn.say("gewist")
    ask(turn)


def say_buddy_text(turn: Turn) -> None:
    """Give the text for a maatje, in a bubble of its own so that it can be copied."""
    turn.say("maatje.uitleg")
    turn.say("letterlijk", tekst=summary.buddy_text(turn))


def _text_key(g: Gesprek, q: Question) -> str:
    if q.stem in ("goed", "anders"):
        return f"vraag.{q.key}"
    if q.stem == "doen" and g.hesitated:
        return "vraag.doen.klein"
    if q.stem == "focus" and not g.marks:
        return "vraag.focus.open"
    return f"vraag.{q.stem}"


def drawing(g: Gesprek) -> Image:
    """Draw the spinnenweb as it is now."""
    return Image(svg=spinnenweb.draw(g.scores, g.marks), alt=spinnenweb.describe(g.scores, g.marks))


def _introduce(turn: Turn, q: Question) -> None:
    g = turn.gesprek
    if q.stem == "goed" and q.dimensie and not q.deepening and not g.handled(q.key):
        if not g.scores and not any(key.startswith("goed.") for key in (*g.answers, *g.skipped)):
            turn.say(f"begin.{'kort' if g.route == 'kort' else 'spinnenweb'}")
        turn.say(f"dimensie.{q.dimensie}")
    elif q.key == "opvalt" and g.scores:
        turn.say("spinnenweb.klaar", image=drawing(g))
    elif q.key == ("willen" if g.route == "kort" else "focus") and not g.handled(q.key):
        turn.say("begin.actiewiel")


def _deepen(turn: Turn, q: Question) -> None:
    theme = turn.knowledge.themes.get(turn.gesprek.themes.get(q.key, ""))
    buttons = choices.buttons(turn)
    if q.stem == "doen":
        turn.say(f"drempel.{turn.gesprek.themes.get(q.key, 'willen')}", buttons=buttons)
    elif theme:
        turn.say("vraag.verdieping", buttons=buttons, vraag=theme.question)
    else:  # the theme was taken out of the content since it was asked
        turn.say("vraag.verdieping.algemeen", buttons=buttons)


def _values(turn: Turn, q: Question) -> _Values:
    g = turn.gesprek
    return {
        "dimensie": NAMEN[q.dimensie] if q.dimensie else "",
        "marks": choices.listing([NAMEN[d] for d in g.marks]),
        "regel": summary.line_text(turn, g.about) if g.about else "",
    }
