"""A person's data: a copy, or everything gone."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides, commands


class ActionExporteerGegevens(GesprekAction):
    """Say how to get a copy of everything."""

    handle = staticmethod(asides.export)


class ActionVerwijderGegevens(GesprekAction):
    """Delete everything, after asking."""

    handle = staticmethod(commands.delete)
