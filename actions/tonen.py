"""Showing: the drawing, the summary, the text for a maatje, the offers."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides, commands


class ActionToonSpinnenweb(GesprekAction):
    """Show the drawing."""

    handle = staticmethod(commands.show_spinnenweb)


class ActionToonSamenvatting(GesprekAction):
    """Show the summary."""

    handle = staticmethod(commands.show_summary)


class ActionMaatje(GesprekAction):
    """Give a text to send a maatje."""

    handle = staticmethod(commands.buddy)


class ActionVraagAanbod(GesprekAction):
    """Say what the organisation offers."""

    handle = staticmethod(asides.offers)
