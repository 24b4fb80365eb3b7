"""Interruptions: a question about privacy, an explanation, small talk. Then back to the open question."""

from __future__ import annotations

from bot.conversation import choices, commands, consent, doubt, flow, phrases, shared
from bot.conversation.dimensions import find_dimensies, plain
from bot.conversation.language import in_another_language
from bot.conversation.questions import DELEN, KLAAR
from bot.conversation.turn import Turn

_MOST_AT_ONCE = 2  # dimensions explained in one turn
RETURNING = "weerzien"  # the choice that comes with `hervatten` when somebody opens the page again


def greeting(turn: Turn) -> None:
    """Greet back; who comes back from a pause is led on."""
    if turn.gesprek.resting:
        flow.resume(turn)
    else:
        turn.begin("begroet")
        flow.ask_again(turn)


def thanks(turn: Turn) -> None:
    """Answer thanks."""
    _say_and_return(turn, "graag_gedaan")


def compliment(turn: Turn) -> None:
    """Answer praise, without cheer."""
    _say_and_return(turn, "dank_compliment")


def frustration(turn: Turn) -> None:
    """Own up to not understanding; every way stays open."""
    _say_and_return(turn, "frustratie")


def out_of_scope(turn: Turn) -> None:
    """Say what this bot is for, or which language it speaks."""
    _say_and_return(turn, "andere_taal" if in_another_language(turn.text) else "buiten_bereik")


def help(turn: Turn) -> None:
    """Say what is possible at any moment."""
    turn.say("hulp")  # begins with what this is for, which people ask in the same words
    _say_and_return(turn, "hulp.nu")


def about_bot(turn: Turn) -> None:
    """Say that this is a chatbot."""
    _say_and_return(turn, "bot")


def privacy(turn: Turn) -> None:
    """Say who can read what."""
    _say_and_return(turn, "privacy")


def no_reminders_yet(turn: Turn) -> None:
    """Say that no reminder can be sent."""
    _say_and_return(turn, "herinnering.nog_niet")


def no_reminders(turn: Turn) -> None:
    """Say that none will come."""
    _say_and_return(turn, "herinnering.geen")


def resume(turn: Turn) -> None:
    """Go on where we were; who opens the page again is welcomed back, and told what became of what they shared."""
    news = shared.tell_news(turn)
    if turn.entity("keuze") == RETURNING:
        returning(turn)
    else:
        commands.resume(turn)
    turn.said[-1].buttons += news


def welcome(turn: Turn) -> None:
    """Open the conversation: what this is, who reads along, and the three ways to begin."""
    turn.say("welkom.bot")
    turn.say("welkom.privacy")
    turn.say("welkom.vrij")
    flow.ask(turn, opening=True)


def returning(turn: Turn) -> None:
    """Welcome somebody back and say where we were; going on, looking back and starting anew are a button away."""
    g = turn.gesprek
    if g.open.key == "route":
        flow.ask(turn, opening=True)
        return
    if g.open.key == KLAAR:
        turn.say("klaar.weer", buttons=choices.closing(turn))
        return
    turn.say("welkom.terug")
    g.resting = None
    flow.ask(turn)
    turn.said[-1].buttons += choices.commands(turn, "toon_samenvatting", "opnieuw")


def explain_question(turn: Turn) -> None:
    """Say in other words what the open question means."""
    if turn.gesprek.open.key == KLAAR:
        turn.say("klaar.meer", buttons=choices.closing(turn))
    elif turn.gesprek.resting:
        flow.ask_again(turn)
    elif phrases.asks_how_long(turn.text):
        flow.say_how_far(turn)
    else:
        if in_another_language(turn.text):
            turn.say("andere_taal")
        flow.explain(turn, turn.gesprek.open)
        if "?" in turn.text:
            turn.said[-1].buttons += choices.own_answer(turn)


def explain_method(turn: Turn) -> None:
    """Say what a dimension, the spinnenweb, the action wheel or Positieve Gezondheid is."""
    dimensies = find_dimensies(turn.text)
    words = plain(turn.text)
    if 0 < len(dimensies) <= _MOST_AT_ONCE:
        for dimensie in dimensies:
            turn.say(f"wat_is.{dimensie}")
    elif "wiel" in words:
        turn.say("wat_is.actiewiel")
    elif "web" in words or "tekening" in words:
        turn.say("wat_is.spinnenweb")
    elif "dimensie" in words:
        turn.say("wat_is.dimensies")
    else:
        turn.say("wat_is.positieve_gezondheid")
    back_to_question(turn)


def crisis(turn: Turn) -> None:
    """Point to people who can help, where words only sound like a cry for help; who meant something else can say so.

    What is a cry for help for certain never comes here: the gate in front of the engine answers it.
    """
    for bubble in turn.knowledge.crisis["vermoeden"]:
        turn.say("letterlijk", tekst=bubble)
    turn.said[-1].buttons += choices.own_answer(turn, fewest=1)


def medical(turn: Turn) -> None:
    """Point to the GP or the occupational physician, without a word on the matter itself."""
    turn.say("zorg.medisch", bedrijfsarts=turn.knowledge.organisation.occupational_physician)
    back_to_question(turn)


def undesired_behaviour(turn: Turn) -> None:
    """Point to the vertrouwenspersoon, without a verdict."""
    turn.say("zorg.ongewenst", vertrouwenspersoon=turn.knowledge.organisation.confidant)
    back_to_question(turn)


def offers(turn: Turn) -> None:
    """Say what the organisation offers that fits what is asked; it comes after the own plan, unless asked for."""
    found = turn.knowledge.offers_for(turn.text, [])
    if found:
        turn.say("aanbod.gevraagd", aanbod="\n".join(f"- {o.title}: {o.text} {o.contact}" for o in found))
    else:
        turn.say("aanbod.niets")
    back_to_question(turn)


def export(turn: Turn) -> None:
    """Say where everything that is held can be seen and taken along."""
    _say_and_return(turn, "gegevens.export")


def fallback(turn: Turn) -> None:
    """Say calmly that it was not understood, or ask which of two things was meant."""
    if meant := doubt.buttons(turn):
        turn.say("twijfel", buttons=meant)
    elif turn.gesprek.resting or turn.gesprek.open.key == KLAAR:
        turn.say("niet_begrepen.rust", buttons=choices.closing(turn))
    elif turn.gesprek.open.stem == DELEN:
        consent.unclear(turn)
    else:
        flow.not_understood(turn)


def _say_and_return(turn: Turn, key: str) -> None:
    turn.say(key)
    back_to_question(turn)


def back_to_question(turn: Turn) -> None:
    """Come back to the open question; words that may have been meant as its answer can still become it.

    At the end, where no question is left, what is still possible comes back.
    """
    if turn.gesprek.open.key == KLAAR:
        turn.said[-1].buttons += choices.closing(turn)
        return
    flow.ask_again(turn)
    turn.said[-1].buttons += choices.own_answer(turn)
