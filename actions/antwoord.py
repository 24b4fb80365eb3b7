"""Answers to the open question, of every kind."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import answers, asides


class ActionAntwoord(GesprekAction):
    """Take in what somebody tells."""

    handle = staticmethod(answers.answer)


class ActionBevestigen(GesprekAction):
    """Take a yes."""

    handle = staticmethod(answers.yes)


class ActionOntkennen(GesprekAction):
    """Take a no."""

    handle = staticmethod(answers.no)


class ActionWeetNiet(GesprekAction):
    """Take "I don't know"."""

    handle = staticmethod(answers.does_not_know)


class ActionGeefScore(GesprekAction):
    """Take a score."""

    handle = staticmethod(answers.score)


class ActionNietBegrepen(GesprekAction):
    """Ask again, calmly."""

    handle = staticmethod(asides.fallback)
