"""Where a human being is needed: crisis, medical questions, undesired behaviour."""

from __future__ import annotations

from actions.base import GesprekAction
from bot.conversation import asides


class ActionCrisis(GesprekAction):
    """Point to people who can help now."""

    handle = staticmethod(asides.crisis)


class ActionVraagMedisch(GesprekAction):
    """Point to the GP or the occupational physician."""

    handle = staticmethod(asides.medical)


class ActionOngewenstGedrag(GesprekAction):
    """Point to the vertrouwenspersoon."""

    handle = staticmethod(asides.undesired_behaviour)
