"""Actions as pure calls: a tracker and a dispatcher in, events and messages out. No Rasa server is there."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.base import OWN_CHANNEL, GesprekAction
from bot.conversation.state import SLOT, Gesprek

State = dict[str, Any]
AT_ROUTE: State = {"turn": 1, "geheim": "cd" * 32}
AT_TEXT: State = {
    "geheim": "cd" * 32,
    "turn": 4,
    "route": "kort",
    "dimensies": ["meedoen"],
    "skipped": ["dimensie"],
    "asked": "goed.meedoen",
}
AT_SCORE: State = {**AT_TEXT, "asked": "score.meedoen", "answers": {"goed.meedoen": "mijn ploeg"}}
AT_PLAN: State = {
    "geheim": "cd" * 32,
    "turn": 12,
    "route": "kort",
    "dimensies": ["meedoen"],
    "to_plan": True,
    "asked": "plan",
    "scores": {"meedoen": 7.5},
    "answers": {
        "goed.meedoen": "mijn ploeg",
        "score.meedoen": "7,5",
        "anders.meedoen": "vaker samen eten",
        "willen": "meer tijd met mijn ploeg",
        "doen": "een keer koken",
        "wanneer": "vrijdag",
    },
    "skipped": ["dimensie", "nodig", "wie"],
}
DONE: State = {
    **AT_PLAN,
    "asked": "klaar",
    "skipped": [*AT_PLAN["skipped"], "plan", "aanbod", "samenvatting", "maatje", "reflectie"],
}
RESTING: State = {**AT_TEXT, "resting": "pauze"}


@dataclass(frozen=True)
class Outcome:
    """What one action did."""

    events: list[dict[str, Any]]
    messages: list[dict[str, Any]]

    @property
    def gesprek(self) -> Gesprek:
        """The conversation as the action left it in its slot."""
        (state,) = [event["value"] for event in self.events if event["event"] == "slot"]
        json.dumps(state)  # Rasa keeps it as JSON
        return Gesprek.from_dict(state)

    @property
    def keys(self) -> list[str]:
        """The sentences said, by their keys."""
        return [message["custom"]["key"] for message in self.messages]

    @property
    def buttons(self) -> list[dict[str, Any]]:
        """The buttons of all messages, in order."""
        return [button for message in self.messages for button in message["buttons"]]


Run = Callable[..., Any]


@pytest.fixture
def run() -> Run:
    """Run an action on a state: `await run(ActionTerug(), AT_TEXT, "terug")`."""

    async def run_action(
        action: GesprekAction,
        state: State | None,
        text: str = "",
        entities: Mapping[str, str] | None = None,
        channel: str = OWN_CHANNEL,
    ) -> Outcome:
        found = [{"entity": name, "value": value} for name, value in (entities or {}).items()]
        message = {"text": text, "intent": {"name": action.name().removeprefix("action_")}, "entities": found}
        user = {"event": "user", "input_channel": channel, **message}
        tracker = Tracker("iemand", {SLOT: state}, message, [user], False, None, {}, "action_listen")
        dispatcher = CollectingDispatcher()
        events = await action.run(dispatcher, tracker, {})
        return Outcome(events, dispatcher.messages)

    return run_action
