"""One call of the chat API: open the capsule, let the engine think, seal the new one."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import anyio
from anyio.to_thread import run_sync

from bot import logs
from bot.conversation.export import export
from bot.conversation.knowledge import Texts
from bot.conversation.sharing import NOBODY, Sharing
from bot.conversation.state import Gesprek
from bot.documents.summary import pdf
from bot.engine import gate
from bot.engine.engine import Answer, Engine, State, calm, helped
from bot.installation import today
from bot.knowledge import knowledge
from bot.nlu.remembering import remembering
from bot.vault.errors import CapsuleInvalid, CapsuleTooLarge, Reason
from bot.vault.vault import Vault
from bot.web.errors import CAPSULE_INVALID, ApiError
from bot.web.request import ChatRequest

logger = logging.getLogger(__name__)
HELP_SECONDS = 1.0  # how long somebody in need waits for a database
KEYS_SECONDS = 0.5  # what finding the key may take, on top of the time for the turn
KEYS_AT_ONCE = 16
PAPER_SECONDS = 20.0  # what a summary on paper may take; an ordinary one takes a third of a second
PAPERS_AT_ONCE = 2  # they compute, and turns come first


class Chat:
    """The conversation service behind the API: stateless but for the keys in the vault."""

    def __init__(self, engine: Engine, vault: Vault, texts: Texts, sharing: Sharing = NOBODY) -> None:
        self._engine = engine
        self._sharing = sharing
        self._vault = vault
        self._texts = texts
        self._keys = anyio.CapacityLimiter(KEYS_AT_ONCE)
        self._papers = anyio.CapacityLimiter(PAPERS_AT_ONCE)

    async def turn(self, asked: ChatRequest) -> dict[str, Any]:
        """Take one turn. A cry for help is always answered, whatever else is out of order.

        Raises:
            ApiError: 409 when the capsule can't be opened, 503 when the turn fails or takes too long; the old capsule
                stays good.
        """
        with remembering():
            return await self._turn(asked)

    async def _turn(self, asked: ChatRequest) -> dict[str, Any]:
        began = time.perf_counter()
        help = gate.help_now(asked.text or "")
        try:
            with anyio.fail_after(HELP_SECONDS if help else self._engine.turn_timeout + KEYS_SECONDS):
                answer, sealed = await (self._help(asked, help) if help else self._take(asked))
        except ApiError:
            raise
        except Exception as error:  # whatever it is, the person gets a calm answer and keeps the old capsule
            logger.error("turn failed", extra={"ms": _since(began), **logs.fault(error)})
            if help:  # nothing may stand between a person and these
                return as_json(asked.capsule, calm({}, *help.bubbles))
            raise ApiError(503, "try_again") from None
        logger.info("turn", extra={"ms": _since(began), "stage": answer.stage})  # a cry for help looks like any other
        return sealed

    async def forget(self, capsule: str) -> None:
        """Delete what a conversation shared, and shred its key; what is gone already is no error.

        The shares go first: without the key nobody could find them any more.
        """
        try:
            await self._in_thread(self._forget_shares, capsule)
            await self._in_thread(self._vault.shred, capsule)
        except CapsuleInvalid:
            raise ApiError(409, CAPSULE_INVALID) from None

    async def export(self, capsule: str) -> dict[str, Any]:
        """Return everything held of a conversation: in its capsule, and on the server."""
        try:
            opened = await self._in_thread(self._vault.open, capsule)
            held = await self._in_thread(self._vault.held, opened.conversation_id)
            gesprek = Gesprek.from_dict(opened.state)
            shares = await self._in_thread(self._sharing.held, gesprek.geheim) if gesprek.geheim else []
        except CapsuleInvalid:
            raise ApiError(409, CAPSULE_INVALID) from None
        return export(gesprek, held, shares)

    async def summary(self, capsule: str) -> bytes:
        """Write the summary of a conversation as a PDF; it is made in memory and kept nowhere.

        Raises:
            ApiError: 409 when the capsule can't be opened, 503 when it takes too long.
        """
        try:
            opened = await self._in_thread(self._vault.open, capsule)
        except CapsuleInvalid:
            raise ApiError(409, CAPSULE_INVALID) from None
        said = Gesprek.from_dict(opened.state)
        try:
            with anyio.fail_after(PAPER_SECONDS):
                return await run_sync(pdf, said, knowledge(), today(), abandon_on_cancel=True, limiter=self._papers)
        except TimeoutError:
            raise ApiError(503, "try_again") from None

    def tidy(self) -> None:
        """Destroy what is past its date: shares, then keys and secrets. How many is nobody's business."""
        try:
            self._sharing.expire()
        finally:
            self._vault.expire()
        logger.info("tidied up")

    def _forget_shares(self, capsule: str) -> None:
        """Delete what was shared by the secret in the capsule, which all capsules of a conversation have."""
        try:
            state = self._vault.open(capsule, however_old=True).state
        except CapsuleInvalid as refused:
            if refused.reason is Reason.UNKNOWN_KEY:
                return  # its key was shredded, and its shares were deleted before that
            raise
        if secret := Gesprek.from_dict(state).geheim:
            self._sharing.forget(secret)

    async def _help(self, asked: ChatRequest, help: gate.Help) -> tuple[Answer, dict[str, Any]]:
        """Answer a cry for help; the conversation stays as it is, or is a new one where it can't be opened."""
        try:
            conversation, state = await self._open(asked.capsule)
        except CapsuleInvalid:
            conversation, state = None, None
        answer = helped(state or {}, asked.text or "", help, asked.line)
        return answer, await self._in_thread(self._seal, asked.capsule, conversation, answer)

    async def _take(self, asked: ChatRequest) -> tuple[Answer, dict[str, Any]]:
        try:
            conversation, state = await self._open(asked.capsule)
            answer = await self._answer(asked, state)
            return answer, await self._in_thread(self._seal, asked.capsule, conversation, answer)
        except CapsuleInvalid as refused:
            logger.info("capsule refused", extra={"reason": refused.reason})
            raise ApiError(409, CAPSULE_INVALID) from None

    async def _open(self, capsule: str | None) -> tuple[str | None, State | None]:
        if capsule is None:
            return None, None
        opened = await self._in_thread(self._vault.open, capsule)
        return opened.conversation_id, opened.state

    async def _answer(self, asked: ChatRequest, state: State | None) -> Answer:
        if not state:  # new, or so far no more than a cry for help
            return await self._begin(asked)
        if asked.choice is None and asked.text is None:
            return await self._engine.resume(state)
        return await self._reply(asked, state)

    async def _begin(self, asked: ChatRequest) -> Answer:
        """Say first what this is, also to who speaks first; their answer then has the question in it."""
        begun = await self._engine.start()
        if asked.choice is None and asked.text is None:
            return begun
        answer = await self._reply(asked, begun.state)
        return replace(answer, messages=(*begun.messages[:-1], *answer.messages))

    async def _reply(self, asked: ChatRequest, state: State) -> Answer:
        if asked.choice is not None:
            return await self._engine.choose(state, asked.choice)
        if asked.line is not None:
            return await self._engine.edit(state, asked.line, asked.text or "")
        if not asked.text:
            return calm(state, self._texts.get("fout.leeg"))
        return await self._engine.say(state, asked.text)

    async def _in_thread(self, call: Callable[..., Any], *args: Any) -> Any:
        """Call what waits for a database; who asked may stop waiting, and nobody else has to."""
        return await run_sync(call, *args, abandon_on_cancel=True, limiter=self._keys)

    def _seal(self, before: str | None, conversation: str | None, answer: Answer) -> dict[str, Any]:
        if answer.forgotten:
            return self._begin_anew(before, answer)
        try:
            capsule = self._vault.seal(conversation or self._vault.start(), answer.state)
        except CapsuleTooLarge:
            return self._too_large(before)
        return as_json(capsule, answer)

    def _begin_anew(self, before: str | None, answer: Answer) -> dict[str, Any]:
        """Make the new conversation before the old one goes: whatever fails, the person has one that opens."""
        state = {name: value for name, value in answer.state.items() if name != "forgotten"}
        capsule = self._vault.seal(self._vault.start(), state)
        if before is not None:
            self._vault.shred(before)
        return as_json(capsule, answer)

    def _too_large(self, before: str | None) -> dict[str, Any]:
        """Answer that this doesn't fit; the conversation stays as it was."""
        assert before is not None  # a new conversation always fits
        return as_json(before, calm(self._vault.open(before).state, self._texts.get("fout.te_veel")))


def _since(began: float) -> float:
    return round((time.perf_counter() - began) * 1000, 1)


def as_json(capsule: str | None, answer: Answer) -> dict[str, Any]:
    """Return an answer in the form the API promises; without a capsule only where no conversation could be begun."""
    return {
        "capsule": capsule,
        "messages": [
            {
                "text": said.text,
                "buttons": [{"title": title, "choice": choice} for title, choice in said.buttons],
                "image": {"svg": said.image[0], "alt": said.image[1]} if said.image else None,
                **({"sheet": said.sheet} if said.sheet else {}),
            }
            for said in answer.messages
        ],
        "expects": {"key": answer.key, "kind": answer.kind.value},
        "stage": answer.stage.value,
        **answer.beside,
        **({"forgotten": True} if answer.forgotten else {}),
    }
