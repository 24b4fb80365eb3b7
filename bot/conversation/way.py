"""The way from overview to plan: which questions somebody gets, and in which order.

The order is derived from the state each time, so going back, jumping to a dimension or changing an answer needs no
bookkeeping: the next question is the first in the order that is not handled yet.
"""

from __future__ import annotations

from bot.conversation.dimensions import DIMENSIES
from bot.conversation.questions import ABOUT_DIMENSIE, DELEN, KLAAR, SHORT_WHEEL, WHEEL
from bot.conversation.short_answers import nothing
from bot.conversation.state import Gesprek
from bot.conversation.summary import keys as in_summary

_ABOUT_STEP = WHEEL[WHEEL.index("doen") + 1 :]


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


def following(g: Gesprek) -> str:
    """Return the key of the first question that is not handled yet."""
    return next((key for key in order(g) if not g.handled(key)), KLAAR)


def previous(g: Gesprek) -> str | None:
    """Return the key of the question before the open one, or None at the start."""
    keys = order(g)
    before = keys[: keys.index(g.asked)] if g.asked in keys else keys
    return next((key for key in reversed(before) if g.handled(key) and key not in ("plan", "samenvatting")), None)


def left(g: Gesprek) -> int:
    """Return about how many questions are still to come, the open one too; what an answer may add is not foreseen."""
    keys = [key for key in order(g) if not g.handled(key)]
    after_a_step = ["plan", "maatje"] if "doen" in keys else []
    about_one = ABOUT_DIMENSIE[:-1] if "dimensie" in keys else ()
    return len(keys) + len(after_a_step) + len(about_one)


def start_dimensie(g: Gesprek, dimensie: str) -> None:
    """Make `dimensie` the next one to talk about; what was begun elsewhere comes after it.

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
    if nothing(g.answers.get("nodig", "niets")):
        keys.remove("nodig_van")
    if "doen" in g.skipped:  # no step, so nothing to ask about it
        keys = [key for key in keys if key not in _ABOUT_STEP or key in g.answers]
    if g.hesitated:
        at = keys.index("doen")
        keys[at:at] = ["drempel", "doen+"] if "doen+" in g.themes else ["drempel"]
    if "doen" in g.answers:
        keys.append("plan")
    return [*keys, "aanbod"] if g.offers else keys


def _closing(g: Gesprek) -> list[str]:
    """Leave out what there is nothing to say about: a summary of nothing, a maatje for no plan."""
    keys = ["samenvatting"] if any(key != "reflectie" for key in in_summary(g)) else []
    if g.handled(DELEN) or g.asked == DELEN:  # it is offered only where there is somebody to share with
        keys.append(DELEN)
    return [*keys, "maatje", "reflectie"] if "doen" in g.answers else [*keys, "reflectie"]
