"""One call of the chat API: open the capsule, let the engine think, seal the new one."""

from __future__ import annotations

import logging
import time
from typing import Any

from starlette.concurrency import run_in_threadpool

from bot.conversation.export import export
from bot.conversation.knowledge import Texts
from bot.conversation.state import Gesprek
from bot.engine import gate
from bot.engine.engine import Answer, Engine, State, calm
from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge
from bot.vault.vault import Vault
from bot.web.errors import CAPSULE_INVALID, ApiError
from bot.web.request import ChatRequest

logger = logging.getLogger(__name__)


class Chat:
    """The conversation service behind the API: stateless but for the keys in the vault."""

    def __init__(self, engine: Engine, vault: Vault, texts: Texts) -> None:
        self._engine = engine
        self._vault = vault
        self._texts = texts

    async def turn(self, asked: ChatRequest) -> dict[str, Any]:
        """Take one turn.

        Raises:
            ApiError: 409 when the capsule can't be opened, 503 when the engine fails; the old capsule stays good.
        """
        began = time.perf_counter()
        conversation, state = self._open(asked)
        answer = await self._answer(asked, state)
        sealed = self._seal(asked.capsule, conversation, answer)
        logger.info("turn %s %.1f ms", answer.stage.value, (time.perf_counter() - began) * 1000)
        return sealed

    async def forget(self, capsule: str) -> None:
        """Shred the key of a conversation; what is gone already is no error."""
        try:
            await run_in_threadpool(self._vault.shred, capsule)
        except CapsuleInvalid:
            raise ApiError(409, CAPSULE_INVALID) from None

    def export(self, capsule: str) -> dict[str, Any]:
        """Return everything held of a conversation: in its capsule, and on the server."""
        try:
            opened = self._vault.open(capsule)
            return export(Gesprek.from_dict(opened.state), self._vault.held(opened.conversation_id))
        except CapsuleInvalid:
            raise ApiError(409, CAPSULE_INVALID) from None

    def _open(self, asked: ChatRequest) -> tuple[str | None, State | None]:
        if asked.capsule is None:
            return None, None
        try:
            opened = self._vault.open(asked.capsule)
        except CapsuleInvalid:
            if asked.text and gate.help_now(asked.text):  # a cry for help is answered, whatever came with it
                return None, None
            raise ApiError(409, CAPSULE_INVALID) from None
        return opened.conversation_id, opened.state

    async def _answer(self, asked: ChatRequest, state: State | None) -> Answer:
        try:
            if asked.text and state is None and (bubbles := gate.help_now(asked.text)):
                return calm({}, *bubbles)
            if asked.choice is None and asked.text is None:
                return await (self._engine.start() if state is None else self._engine.resume(state))
            before = state if state is not None else (await self._engine.start()).state
            if asked.choice is not None:
                return await self._engine.choose(before, asked.choice)
            if not asked.text:
                return calm(before, self._texts.get("fout.leeg"))
            return await self._engine.say(before, asked.text)
        except Exception as error:  # whatever it is, the person gets a calm answer and keeps the old capsule
            logger.error("turn failed: %s", type(error).__name__)
            raise ApiError(503, "try_again") from None

    def _seal(self, before: str | None, conversation: str | None, answer: Answer) -> dict[str, Any]:
        state = answer.state
        if answer.forgotten:
            if before is not None:
                self._vault.shred(before)
            conversation, state = None, {name: value for name, value in state.items() if name != "forgotten"}
        try:
            capsule = self._vault.seal(conversation or self._vault.start(), state)
        except CapsuleTooLarge:
            return self._too_large(before)
        except CapsuleInvalid:
            raise ApiError(409, CAPSULE_INVALID) from None
        return as_json(capsule, answer)

    def _too_large(self, before: str | None) -> dict[str, Any]:
        """Answer that this doesn't fit; the conversation stays as it was."""
        assert before is not None  # a new conversation always fits
        return as_json(before, calm(self._vault.open(before).state, self._texts.get("fout.te_veel")))


def as_json(capsule: str, answer: Answer) -> dict[str, Any]:
    """Return an answer in the form the API promises."""
    return {
        "capsule": capsule,
        "messages": [
            {
                "text": said.text,
                "buttons": [{"title": title, "choice": choice} for title, choice in said.buttons],
                "image": {"svg": said.image[0], "alt": said.image[1]} if said.image else None,
            }
            for said in answer.messages
        ],
        "expects": {"key": answer.key, "kind": answer.kind.value},
        "stage": answer.stage.value,
        **({"forgotten": True} if answer.forgotten else {}),
    }
