"""Rasa's dialogue engine without its surroundings: actions run in this process, trackers live for one turn."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from rasa.core.actions.action import Action, RemoteAction
from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from actions.base import OWN_CHANNEL
from bot import logs

logger = logging.getLogger(__name__)


class InProcessEndpoint(EndpointConfig):
    """Runs our actions through rasa-sdk's executor instead of over HTTP."""

    def __init__(self, package: str) -> None:
        super().__init__(enable_selective_domain=True)  # no action needs the whole domain sent along
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(self, *args: Any, json: dict[str, Any] | None = None, **kwargs: Any) -> Any:
        return await self._executor.run(json or {})


class InProcessAction(RemoteAction):
    """An action of our own: its answer needs no JSON schema check, and its failure ends the turn.

    The check took two thirds of a turn; Rasa's way with a failing action is silence.
    """

    def _validate_action_result(self, result: dict[str, Any]) -> bool:
        return True

    async def run(self, output_channel: OutputChannel, *args: Any, **kwargs: Any) -> Any:
        try:
            return await super().run(output_channel, *args, **kwargs)
        except Exception as error:
            logger.error("action failed", extra={"action": self.name(), **logs.fault(error)})
            if isinstance(output_channel, TurnChannel):
                output_channel.failed = True
            return []


class TurnProcessor(MessageProcessor):
    """Rasa's processor, with our actions run in this process."""

    def _get_action(self, action_name: str) -> Action | None:
        return self._in_process(super()._get_action(action_name))

    def predict_next_with_tracker_if_should(self, tracker: DialogueStateTracker) -> tuple[Action, PolicyPrediction]:
        action, prediction = super().predict_next_with_tracker_if_should(tracker)
        return self._in_process(action), prediction

    def _in_process(self, action: Action) -> Action:
        return InProcessAction(action.name(), self.action_endpoint) if type(action) is RemoteAction else action


class TurnStore(TrackerStore):
    """Trackers for the length of one turn, in memory, never copied, never written anywhere."""

    def __init__(self, domain: Domain | None) -> None:
        super().__init__(domain)
        self._live: dict[str, DialogueStateTracker] = {}

    async def save(self, tracker: DialogueStateTracker) -> None:
        self._live[tracker.sender_id] = tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        return self._live.get(sender_id)

    async def keys(self) -> Iterable[str]:
        return list(self._live)

    def drop(self, sender_id: str) -> DialogueStateTracker | None:
        """Take a tracker out at the end of its turn."""
        return self._live.pop(sender_id, None)


class TurnChannel(OutputChannel):
    """Collects what the bot says in one turn, bubble by bubble as the actions said it."""

    def __init__(self) -> None:
        self.said: list[dict[str, Any]] = []
        self.failed = False

    @classmethod
    def name(cls) -> str:
        return OWN_CHANNEL

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self.said.append(message)


class TurnAgent(Agent):
    """Rasa's agent, with our processor in it."""

    def load_model(self, model_path: Any, fingerprint: str | None = None) -> None:
        self.processor = TurnProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
            http_interpreter=self.http_interpreter,
        )
        self.domain = self.processor.domain
        self._set_fingerprint(fingerprint)
        self.tracker_store.domain = self.domain
