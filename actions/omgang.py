"""Small talk: greeting, thanks, annoyance, and what this bot is not for."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides, commands


class ActionBegroeten(GesprekAction):
    """Greet back."""

    handle = staticmethod(asides.greeting)


class ActionAfscheid(GesprekAction):
    """Say goodbye back."""

    handle = staticmethod(commands.goodbye)


class ActionBedanken(GesprekAction):
    """Answer thanks."""

    handle = staticmethod(asides.thanks)


class ActionCompliment(GesprekAction):
    """Answer praise."""

    handle = staticmethod(asides.compliment)


class ActionFrustratie(GesprekAction):
    """Own up to not understanding, and leave every way open."""

    handle = staticmethod(asides.frustration)


class ActionBuitenBereik(GesprekAction):
    """Say what this bot is not for."""

    handle = staticmethod(asides.out_of_scope)
