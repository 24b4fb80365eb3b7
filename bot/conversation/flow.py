"""From question to question: going on, coming back, and how each question is asked."""

from __future__ import annotations

from typing import TypedDict

from bot.conversation import choices, consent_questions, people, phrases, plan, spinnenweb, summary, way
from bot.conversation.dimensions import NAMEN
from bot.conversation.questions import DELEN, KLAAR, Question, Stage, question
from bot.conversation.short_answers import nothing
from bot.conversation.state import Gesprek
from bot.conversation.turn import Image, Turn

_MISSES_BEFORE_BUTTONS = 2
_LONGEST_MIRRORED = 120  # characters
_NEARLY_DONE = 3  # questions
# A question that says "that", and what it means.
_REFERS_TO = {"nu": "focus", "belangrijk": "focus", "blij": "willen", "nodig": "willen"}


class _Values(TypedDict):
    """What the wording of a question may hold."""

    dimensie: str
    marks: str
    regel: str


def advance(turn: Turn) -> None:
    """Go to the next open question and ask it."""
    g = turn.gesprek
    g.go_to(way.following(g))
    if g.asked == "samenvatting":
        plan.find_offers(turn)
        g.go_to(way.following(g))
    if consent_questions.can_be_offered(turn):
        g.go_to(DELEN)
    ask(turn, opening=True)


def visit(turn: Turn, dimensie: str) -> None:
    """Talk about `dimensie` now; what was said about it before is shown, and stays unless it is changed."""
    g = turn.gesprek
    way.start_dimensie(g, dimensie)
    if g.handled(f"goed.{dimensie}"):
        turn.say(f"dimensie.{dimensie}")
        ask_once_more(turn, f"goed.{dimensie}")
    else:
        advance(turn)


def ask(turn: Turn, *, opening: bool = False) -> None:
    """Ask the open question; `opening` says it comes up for the first time, so what introduces it is said too.

    Asked again, a long question is asked in few words (`.weer`): the rest stands just above it.
    """
    q = turn.gesprek.open
    if q.key == KLAAR:
        turn.say("klaar" if opening else "klaar.meer", buttons=choices.closing(turn))
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
    elif q.stem == DELEN:
        consent_questions.ask(turn)
    elif q.deepening:
        _deepen(turn, q)
    else:
        key = _text_key(turn, q)
        again = f"{key}.weer"
        shortly = not opening and again in turn.knowledge.texts
        turn.say(again if shortly else key, buttons=choices.buttons(turn), **_values(turn, q))


def ask_again(turn: Turn) -> None:
    """Come back to the open question after something in between; somebody who rests is left in peace."""
    if turn.gesprek.resting:
        turn.say("rust.hier", buttons=choices.commands(turn, "hervatten"))
        return
    if turn.said:
        turn.begin("weer_verder")
    ask(turn)


def ask_once_more(turn: Turn, key: str) -> None:
    """Ask a question of before once more, with the answer it had."""
    turn.gesprek.go_to(key)
    if key in summary.keys(turn.gesprek):
        turn.say("terug.was", regel=summary.line_text(turn, key))
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


def leave_open(turn: Turn) -> None:
    """Pass over a question that somebody has no answer to."""
    turn.gesprek.skip(turn.gesprek.open.key)
    turn.begin("erken.weet_niet")
    advance(turn)


def not_understood(turn: Turn) -> None:
    """Ask once more; the second time offer buttons, so nobody gets stuck."""
    g = turn.gesprek
    g.misses += 1
    if g.misses > _MISSES_BEFORE_BUTTONS and g.open.stem in ("praten", "maatje"):
        leave_open(turn)  # nobody has to get stuck at an extra
        return
    turn.begin("niet_begrepen" if g.misses < _MISSES_BEFORE_BUTTONS else "niet_begrepen.knoppen")
    ask(turn)


def hesitate(turn: Turn) -> None:
    """Offer the thresholds once to who hesitates at the first step; after that, leave it open."""
    if turn.gesprek.hesitated:
        skip(turn)
        return
    turn.gesprek.hesitated = True
    turn.begin("weet_niet.doen")
    advance(turn)


def say_how_far(turn: Turn) -> None:
    """Say where we are and about how many questions are still to come; at the door, how long each way takes."""
    g = turn.gesprek
    stage = question(g.asked).stage
    if stage is Stage.WELKOM:
        explain(turn, g.open)
        return
    left = way.left(g)
    where = {Stage.SPINNENWEB: "voortgang.spinnenweb", Stage.ACTIEWIEL: "voortgang.actiewiel"}.get(
        stage or Stage.WELKOM
    )
    turn.say(where if where and left > _NEARLY_DONE else "voortgang.bijna", aantal=str(left))
    ask_again(turn)


def explain(turn: Turn, q: Question) -> None:
    """Say what a question means, and ask it again."""
    own = consent_questions.EXPLAINED.get(q.key, f"uitleg.{q.key}")
    general = "uitleg.verdieping" if q.deepening else f"uitleg.{q.stem}"
    turn.say(own if own in turn.knowledge.texts else general, **_values(turn, q))
    ask(turn)


def resume(turn: Turn) -> None:
    """Take up the conversation again."""
    turn.gesprek.resting = None
    turn.begin("weer_verder")
    ask(turn)


def restart(turn: Turn) -> None:
    """Begin anew, with nothing of before."""
    turn.gesprek.clear()
    turn.begin("opnieuw.gedaan")
    ask(turn, opening=True)


def forget(turn: Turn) -> None:
    """Delete everything: the state is emptied here, and who holds the key shreds it."""
    turn.gesprek.clear(forgotten=True)
    turn.say("gewist")
    ask(turn, opening=True)


def say_buddy_text(turn: Turn) -> None:
    """Give the text for a maatje, in a bubble of its own so that it can be copied."""
    turn.say("maatje.uitleg")
    turn.say("letterlijk", tekst=summary.buddy_text(turn))


def _text_key(turn: Turn, q: Question) -> str:
    g = turn.gesprek
    if q.dimensie and f"vraag.{q.key}" in turn.knowledge.texts:
        return f"vraag.{q.key}"
    if q.stem == "willen" and _wish(g):
        return "vraag.willen.daarin"
    if q.stem == "wanneer" and phrases.MOMENT.search(g.answers.get("doen", "").casefold()):
        return "vraag.wanneer.al"
    if q.stem == "wie" and not g.handled("wie") and people.named_in(turn, g.answers.get("doen", "")):
        return "vraag.wie.al"
    if q.stem in _REFERS_TO and _REFERS_TO[q.stem] not in g.answers:
        return f"vraag.{q.stem}.open"
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
        _introduce_wheel(turn)


def _introduce_wheel(turn: Turn) -> None:
    """Lead over to the plan, from what the person would like to be different where that is known."""
    g = turn.gesprek
    if wish := _wish(g):
        turn.say("begin.actiewiel.anders", antwoord=plan.literally(wish))
    else:
        turn.say("begin.plan" if not g.dimensies else "begin.actiewiel")


def _wish(g: Gesprek) -> str | None:
    """Return what should be different in the one dimension of *kort*, when it is short enough to say back."""
    if g.route != "kort" or not g.dimensies:
        return None
    wish = g.answers.get(f"anders.{g.dimensies[-1]}", "")
    return wish if wish and len(wish) <= _LONGEST_MIRRORED and not nothing(wish) else None


def _deepen(turn: Turn, q: Question) -> None:
    theme = turn.knowledge.themes.get(turn.gesprek.themes.get(q.key, ""))
    buttons = choices.buttons(turn)
    if q.stem == "doen":
        turn.say(f"drempel.{turn.gesprek.themes.get(q.key, 'anders')}", buttons=buttons)
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
