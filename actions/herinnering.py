"""Check-ins later: not there yet, and said so."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides


class ActionPlanHerinnering(GesprekAction):
    """Say that no reminder can be sent yet."""

    handle = staticmethod(asides.no_reminders_yet)


class ActionStopHerinnering(GesprekAction):
    """Say that none will come."""

    handle = staticmethod(asides.no_reminders)
