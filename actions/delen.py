"""Sharing with a coach: not there yet, and said so."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides


class ActionDelenMetCoach(GesprekAction):
    """Say that nothing can be shared yet."""

    handle = staticmethod(asides.no_sharing_yet)


class ActionDelenIntrekken(GesprekAction):
    """Say that nothing was shared."""

    handle = staticmethod(asides.nothing_shared)


class ActionVraagCoach(GesprekAction):
    """Say that no coach is involved."""

    handle = staticmethod(asides.no_coach_yet)
