"""Finding one's way: back, on, again, later, and changing what was said."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides, commands, corrections


class ActionTerug(GesprekAction):
    """Go back one question."""

    handle = staticmethod(commands.back)


class ActionOverslaan(GesprekAction):
    """Pass over the question."""

    handle = staticmethod(commands.skip)


class ActionHerhalen(GesprekAction):
    """Ask again."""

    handle = staticmethod(commands.repeat)


class ActionHulp(GesprekAction):
    """Say what is possible."""

    handle = staticmethod(asides.help)


class ActionPauzeren(GesprekAction):
    """Leave it for now."""

    handle = staticmethod(commands.pause)


class ActionHervatten(GesprekAction):
    """Go on where we were."""

    handle = staticmethod(asides.resume)


class ActionOpnieuw(GesprekAction):
    """Begin anew, after asking."""

    handle = staticmethod(commands.start_over)


class ActionStoppen(GesprekAction):
    """Stop at once."""

    handle = staticmethod(commands.stop)


class ActionWijzigAntwoord(GesprekAction):
    """Change an earlier answer."""

    handle = staticmethod(corrections.change)
