"""The person's own plan: what holds them back, the if-then sentence in their words, and offers that come after it."""

from __future__ import annotations

from bot.conversation import choices
from bot.conversation.knowledge import Offer
from bot.conversation.questions import WHEEL
from bot.conversation.short_answers import nothing
from bot.conversation.state import Gesprek
from bot.conversation.turn import Button, Turn

_STEPS = ("wanneer", "doen", "wie", "wat_inzetten")  # the order in which an if-then sentence reads
_ABOUT_THE_WISH = ("willen", "nodig", "doen", "focus", "kunnen")


def sentence(turn: Turn) -> str:
    """Return the plan as an if-then sentence, each step on a line of its own, literally as the person gave it.

    An implementation intention (Gollwitzer 1999): tying a step to a moment makes it likelier to happen.
    """
    g = turn.gesprek
    said = {step: literally(g.answers[step]) for step in _STEPS if not nothing(g.answers.get(step, "niets"))}
    keys = {"doen": "plan.doen" if "wanneer" in said else "plan.doen.zonder_moment"}
    return "\n".join(turn.wording(keys.get(step, f"plan.{step}"), antwoord=text) for step, text in said.items())


def literally(text: str) -> str:
    """Return what the person said, to stand within a sentence: literally, but for a full stop at the end."""
    return text.strip().rstrip(".").rstrip()


def read_back(turn: Turn) -> None:
    """Read the plan back and ask whether it is right."""
    turn.say("vraag.plan", buttons=choices.buttons(turn), plan=sentence(turn))


def as_dict(g: Gesprek) -> dict[str, str]:
    """Return the steps of the wheel that were answered, by key."""
    return {step: g.answers[step] for step in ("focus", *WHEEL) if step in g.answers}


def find_offers(turn: Turn) -> None:
    """Look, after the person's own plan, for offers of the organisation that fit it; none is a good answer too."""
    g = turn.gesprek
    if g.offers or g.handled("aanbod"):
        return
    wishes = (*_ABOUT_THE_WISH, *(f"anders.{dimensie}" for dimensie in dimensies(g)))
    said = ". ".join(g.answers[key] for key in wishes if key in g.answers)
    g.offers = [offer.id for offer in turn.knowledge.offers_for(said, dimensies(g))] if said else []
    if not g.offers:
        g.skip("aanbod")


def dimensies(g: Gesprek) -> list[str]:
    """Return the dimensions the plan is about: the one in focus, or else the marked ones, or else those visited."""
    return [d for d in g.dimensies if g.focus == d] or g.marks or g.dimensies


def offers(turn: Turn) -> list[Offer]:
    """Return the offers found for this plan, those that are still in the content."""
    return [turn.knowledge.offers[id] for id in turn.gesprek.offers if id in turn.knowledge.offers]


def show_offers(turn: Turn) -> None:
    """Show at most three offers, with "none of these" always among the choices."""
    lines = "\n".join(f"- {offer.title}: {offer.text}" for offer in offers(turn))
    turn.say("vraag.aanbod", buttons=offer_buttons(turn), aanbod=lines)


def offer_buttons(turn: Turn) -> tuple[Button, ...]:
    """Return a button for each offer found, and one for none of them."""
    found = tuple(Button(offer.title, "antwoord", {"keuze": offer.id}) for offer in offers(turn))
    return (*found, Button(turn.wording("knop.geen_van_deze"), "antwoord", {"keuze": choices.NONE_OF_THESE}))
