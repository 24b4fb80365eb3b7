"""Explanations: the question, the bot, privacy, the method."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides


class ActionVraagUitleg(GesprekAction):
    """Explain the open question."""

    handle = staticmethod(asides.explain_question)


class ActionVraagBot(GesprekAction):
    """Say that this is a chatbot."""

    handle = staticmethod(asides.about_bot)


class ActionVraagPrivacy(GesprekAction):
    """Say who can read what."""

    handle = staticmethod(asides.privacy)


class ActionVraagPositieveGezondheid(GesprekAction):
    """Explain the method."""

    handle = staticmethod(asides.explain_method)
