"""Sharing with a coach: agreeing to it, taking it back, and who the coaches are."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import shared


class ActionDelenMetCoach(GesprekAction):
    """Begin to share, show what was shared, or write back."""

    handle = staticmethod(shared.share)


class ActionDelenIntrekken(GesprekAction):
    """Take back what was shared."""

    handle = staticmethod(shared.withdraw)


class ActionVraagCoach(GesprekAction):
    """Say who the coaches are."""

    handle = staticmethod(shared.coaches)
