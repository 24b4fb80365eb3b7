"""Taking in a choice: by its button, or in words of one's own."""

from __future__ import annotations

import re

from bot.conversation import choices, corrections, flow, plan, way
from bot.conversation.dimensions import NAMEN, find_dimensie, plain
from bot.conversation.knowledge import Option
from bot.conversation.questions import Question
from bot.conversation.short_answers import nothing
from bot.conversation.turn import Turn

_FEWEST_LETTERS = 4  # of a word that says something
_ABOUT_ONESELF = re.compile(r"\b(?:ik|mijn|mij|me|mn|m n|wij|we|ons|onze)\b")


def take(turn: Turn, q: Question) -> None:
    """Take what was pressed or typed where there is something to choose."""
    g = turn.gesprek
    chosen = turn.entity("keuze") or (choices.says(turn, q.stem) if q.stem in turn.knowledge.options else None)
    if q.key == "route":
        _take_route(turn, chosen)
    elif q.key in ("nodig_van", "drempel", "focus") and not turn.entities and not plain(turn.text):
        turn.begin("woorden_graag")
        flow.ask(turn)
    elif q.key in ("dimensie", "focus"):
        _take_subject(turn, q)
    elif q.key in ("nodig_van", "drempel"):
        g.record(q.key, turn.text)
        if q.key == "drempel":
            g.themes["doen+"] = chosen or "anders"
        turn.begin("erken.actiewiel")
        flow.advance(turn)
    elif q.key == "aanbod":
        take_offer(turn, chosen)
    elif q.key == "samenvatting":
        _take_summary(turn, chosen)
    elif not (corrections.choose_line(turn) if q.key == "wijzig" else corrections.treat_line(turn, chosen)):
        flow.not_understood(turn)


def take_offer(turn: Turn, chosen: str | None) -> None:
    """Take one of the offers that were shown, or none of them."""
    g = turn.gesprek
    offers = plan.offers(turn)
    none = Option(choices.NONE_OF_THESE, turn.wording("knop.geen_van_deze"))
    said = choices.match(turn.text, [*(Option(o.id, o.title, _title_words(o.title)) for o in offers), none])
    chosen = chosen or (said.id if said else none.id if nothing(turn.text) else None)
    offer = next((o for o in offers if o.id == chosen), None)
    if offer is None and chosen != none.id:
        flow.not_understood(turn)
        return
    g.skip("aanbod")
    g.chosen_offer = chosen if offer else None
    if offer:
        turn.say("aanbod.gekozen", titel=offer.title, contact=offer.contact)
    else:
        turn.begin("goed_nee")
    flow.advance(turn)


def agree_to_offers(turn: Turn) -> None:
    """Take a yes to the offers: of several, it has to be said which."""
    shown = plan.offers(turn)
    if len(shown) == 1:
        take_offer(turn, shown[0].id)
    else:
        turn.say("aanbod.welke", buttons=plan.offer_buttons(turn))


def keep_summary(turn: Turn) -> None:
    """Leave the summary as it is, and go on."""
    turn.gesprek.skip("samenvatting")
    turn.begin("erken.samenvatting")
    flow.advance(turn)


def _take_route(turn: Turn, chosen: str | None) -> None:
    g = turn.gesprek
    dimensie = (
        turn.entity("dimensie") or find_dimensie(turn.text) or (None if chosen else choices.says(turn, "dimensie"))
    )
    if dimensie and chosen in (None, "kort"):
        way.start_dimensie(g, dimensie)
    elif chosen == "rustig":
        way.start_rustig(g)
        if dimensie:
            way.start_dimensie(g, dimensie)
    elif chosen == "plan":
        way.start_plan(g)
    elif chosen == "kort":
        way.start_kort(g)
    else:
        _not_chosen(turn)
        return
    flow.advance(turn)


def _take_subject(turn: Turn, q: Question) -> None:
    """Take the dimension in *kort*, or the focus: that may be a dimension or a subject in the person's own words."""
    g = turn.gesprek
    dimensie = turn.entity("dimensie") or find_dimensie(turn.text)
    if q.key == "focus":
        g.focus = dimensie
        g.record("focus", turn.text or NAMEN.get(dimensie or "", ""))
        flow.advance(turn)
    elif dimensie := dimensie or choices.says(turn, "dimensie"):
        flow.visit(turn, dimensie)
    else:
        _not_chosen(turn)


def _not_chosen(turn: Turn) -> None:
    """Thank who begins to tell instead of choosing: "that I did not understand" is no answer to grief."""
    if turn.gesprek.misses or not _ABOUT_ONESELF.search(plain(turn.text)):
        flow.not_understood(turn)
        return
    turn.gesprek.misses += 1
    turn.begin("verteld")
    flow.ask(turn)


def _take_summary(turn: Turn, chosen: str | None) -> None:
    if corrections.pick_line(turn):
        return
    if chosen == "klopt":
        keep_summary(turn)
    elif corrections.drop_named(turn):
        return
    elif chosen == "wijzigen":
        corrections.offer_lines(turn)
    else:
        flow.not_understood(turn)


def _title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title by which somebody may choose it: "taal" for "Taal op je werk"."""
    return tuple(word for word in plain(title).split() if len(word) >= _FEWEST_LETTERS)
