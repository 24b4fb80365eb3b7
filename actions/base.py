"""What every action does: read the conversation from its slot, let the method act, say what it says, write it back."""

from __future__ import annotations

import json
import re
import secrets
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from bot.conversation import consent
from bot.conversation.sharing import SECRET_BYTES
from bot.conversation.state import SLOT, Gesprek
from bot.conversation.turn import Button, Message, Turn
from bot.knowledge import knowledge
from bot.sharing.provider import sharing

OWN_CHANNEL = "gesprek"  # the embedded engine; other channels (`rasa shell`) get plain text only


class GesprekAction(Action, ABC):
    """An action named after its class: `ActionVraagPrivacy` is `action_vraag_privacy`."""

    def name(self) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", type(self).__name__).lower()

    @staticmethod
    @abstractmethod
    def handle(turn: Turn) -> None:
        """Do what the person asked, in terms of the method."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> list[dict[str, Any]]:
        """Run one turn of the conversation; the new state replaces the old one in its slot."""
        turn = _open(tracker)
        self.handle(turn)
        consent.settle(turn)
        _number_buttons(turn)
        _ensure_secret(turn.gesprek)
        for message in turn.said:
            _utter(dispatcher, message, own_channel=_own_channel(tracker))
        return [SlotSet(SLOT, turn.gesprek.as_dict())]


def _open(tracker: Tracker) -> Turn:
    gesprek = Gesprek.from_dict(tracker.get_slot(SLOT))
    _ensure_secret(gesprek)
    gesprek.turn += 1
    latest = tracker.latest_message or {}
    entities: dict[str, list[str]] = {}
    for entity in latest.get("entities") or []:
        entities.setdefault(entity["entity"], []).append(str(entity["value"]))
    return Turn(gesprek, knowledge(), latest.get("text") or "", entities, sharing=sharing())


def _ensure_secret(gesprek: Gesprek) -> None:
    """Give a conversation its secret at the start, so that its oldest capsule finds what its newest one shared."""
    gesprek.geheim = gesprek.geheim or secrets.token_hex(SECRET_BYTES)


def _own_channel(tracker: Tracker) -> bool:
    """Tell whether this goes to the embedded engine; before anybody said anything that stands with the session."""
    begun = tracker.get_slot("session_started_metadata") or {}
    return OWN_CHANNEL in (tracker.get_latest_input_channel(), begun.get("channel"))


def _number_buttons(turn: Turn) -> None:
    """Keep what each button means with the conversation, so a client only ever sends back an opaque id."""
    buttons = [button for message in turn.said for button in message.buttons]
    turn.gesprek.buttons = {f"{turn.gesprek.turn}.{n}": button.as_dict() for n, button in enumerate(buttons)}


def _utter(dispatcher: CollectingDispatcher, message: Message, *, own_channel: bool) -> None:
    buttons = [{"title": button.title, "payload": _payload(button)} for button in message.buttons]
    if own_channel:
        image = {"svg": message.image.svg, "alt": message.image.alt} if message.image else None
        custom = {"key": message.key, "image": image, "sheet": message.sheet}
        dispatcher.utter_message(text=message.text, buttons=buttons, json_message=custom)
    else:
        text = f"{message.text}\n{message.image.alt}" if message.image else message.text
        dispatcher.utter_message(text=text, buttons=buttons)


def _payload(button: Button) -> str:
    entities = json.dumps(dict(button.entities), ensure_ascii=False) if button.entities else ""
    return f"/{button.intent}{entities}"
