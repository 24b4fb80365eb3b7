"""Beginning: the whole, one dimension, or the plan."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecuted, SessionStarted, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.base import GesprekAction
from bot.conversation import asides, commands
from bot.conversation.state import SLOT, Gesprek


class ActionStartGesprek(GesprekAction):
    """Begin the conversation."""

    handle = staticmethod(commands.begin)


class ActionKiesDimensie(GesprekAction):
    """Talk about one dimension."""

    handle = staticmethod(commands.choose_dimensie)


class ActionStartActiewiel(GesprekAction):
    """Go to the action wheel."""

    handle = staticmethod(commands.to_plan)


class ActionSessionStart(GesprekAction):
    """Open the conversation: what this is, who reads along, how to begin."""

    handle = staticmethod(asides.welcome)

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Say the welcome, and mark the session as begun the way Rasa wants it.

        Rasa runs this twice where `/session_start` is the first message; the second time it has just been said.
        """
        state = tracker.get_slot(SLOT)
        welcomed = Gesprek.from_dict(state).turn == 1
        said = [SlotSet(SLOT, state)] if welcomed else await super().run(dispatcher, tracker, domain)
        return [SessionStarted(), *said, ActionExecuted("action_listen")]
