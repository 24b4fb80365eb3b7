"""One turn in a chat: what somebody did, and what is remembered and said after it."""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from anyio.to_thread import run_sync
from telegram.error import TelegramError

from bot.conversation import choices, summary
from bot.conversation.export import export
from bot.conversation.knowledge import Knowledge
from bot.conversation.questions import Kind as Asked
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from bot.documents.summary import pdf
from bot.engine.engine import Answer, Engine, Said
from bot.engine.errors import EngineUnavailable, TurnFailed
from bot.sharing import provider
from bot.sharing.reach import reachable
from bot.telegram import commands, keyboards
from bot.telegram.capsule_files import NAME, CapsuleFiles, fits, may_be_one
from bot.telegram.rendering import Bubble, File, Part, Renderer
from bot.telegram.state import Session
from bot.telegram.texts import Wording
from bot.telegram.updates import Incoming, Kind
from bot.vault.errors import CapsuleInvalid, Reason
from bot.web.request import TEXT_MAX_CHARACTERS

logger = logging.getLogger(__name__)

SUMMARY_PDF, SUMMARY_TEXT, EVERYTHING = "samenvatting.pdf", "samenvatting.txt", "mijn-gegevens.json"
# What is answered also to who has no conversation, or not any more.
_AT_THE_DOOR = frozenset({"hulp", "vraag_privacy", "vraag_bot", "verwijder_gegevens", "exporteer_gegevens", "stoppen"})
_SHARED = "delen.gedeeld"  # said once something was shared: the file that comes with it can take that back, also later
_PREVIEW = "delen.voorbeeld"  # said before it: whoever is cut off between the yes and its receipt has a file already
_NO_CAPSULE = frozenset({Reason.MALFORMED, Reason.TOO_LARGE})
Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(repr=False)
class Reply:
    """What comes of a turn.

    Attributes:
        session: what is remembered; None leaves things as they are.
        moved: the conversation went on, so that older buttons have had their time.
        note: what is shown for a moment to who pressed a button; `chosen` the title of that button.
        keypad: other buttons for the message that was pressed.
    """

    session: Session | None
    parts: list[Part] = field(default_factory=list)
    moved: bool = False
    note: str = ""
    chosen: str = ""
    keypad: Bubble | None = None


class Conversation:
    """The engine, as a chat sees it. It keeps nothing itself."""

    def __init__(
        self, engine: Engine, knowledge: Knowledge, files: CapsuleFiles, wording: Wording, renderer: Renderer,
        today: Callable[[], date],
    ) -> None:  # fmt: skip
        self._engine = engine
        self._knowledge = knowledge
        self._files = files
        self._wording = wording
        self._renderer = renderer
        self._today = today

    async def reply(self, said: Incoming, session: Session | None, fetch: Fetch) -> Reply:
        """Answer; `fetch` gets a file from the chat. A turn that fails leaves the conversation as it was."""
        with reachable(self._files.address(said.chat)):
            return await self._reply(said, session, fetch)

    async def _reply(self, said: Incoming, session: Session | None, fetch: Fetch) -> Reply:
        try:
            if said.file is not None:
                return await self._file(said, said.file.size, session, await self._fetched(said, fetch))
            if session is None:
                return await self._begin(said)
            return await self._go_on(said, session)
        except (EngineUnavailable, TurnFailed, TelegramError) as failed:
            logger.error("turn failed", extra={"error": type(failed)})
            return Reply(session, self._renderer.bubbles(self._knowledge.texts.get("fout.even_niet")))

    async def again(self, said: Incoming, session: Session) -> Reply:
        """Say once more where we were, to who may have missed it."""
        return await self._answered(said, session, await self._engine.resume(session.state))

    async def _go_on(self, said: Incoming, session: Session) -> Reply:
        if said.kind is Kind.PRESS:
            return await self._press(said, session)
        if said.kind is Kind.COMMAND:
            return await self._command(said, session)
        if said.kind is Kind.TEXT:
            return await self._text(said, session)
        return self._aside(session, f"bij.{said.kind.value}")

    # Beginning

    async def _begin(self, said: Incoming, *between: str) -> Reply:
        """Say what this is, answer what can be answered, and say honestly that anything of before is forgotten."""
        begun = await self._engine.start()
        answer = await self._at_the_door(said, begun)
        if answer is None:
            first = said.kind is Kind.COMMAND and said.text == commands.START and not between
            told = () if first else (*between, self._wording.get("vergeten"))
            answer = replace(begun, messages=(*begun.messages[:-1], *map(Said, told), begun.messages[-1]))
        else:
            answer = replace(answer, messages=(*begun.messages[:-1], *answer.messages))
        reply = await self._answered(said, Session(begun.state), answer)
        reply.note = self._wording.get("knop_vergeten") if said.kind is Kind.PRESS else ""
        return reply

    async def _at_the_door(self, said: Incoming, begun: Answer) -> Answer | None:
        if said.kind is Kind.COMMAND and commands.MEANS.get(said.text) in _AT_THE_DOOR:
            return await self._engine.mean(begun.state, commands.MEANS[said.text])
        if said.kind is not Kind.TEXT or len(said.text) > TEXT_MAX_CHARACTERS:
            return None
        command = choices.exactly(said.text, self._knowledge.options["opdrachten"])
        at_the_door = command.id in _AT_THE_DOOR if command else choices.exactly(
            said.text, self._knowledge.options["route"]
        )  # fmt: skip
        return await self._engine.say(begun.state, said.text) if at_the_door else None

    # What somebody says

    async def _text(self, said: Incoming, session: Session) -> Reply:
        if not said.text:
            return Reply(session, self._renderer.bubbles(self._knowledge.texts.get("fout.leeg")))
        if len(said.text) > TEXT_MAX_CHARACTERS:
            return Reply(session, self._renderer.bubbles(self._knowledge.texts.get("fout.tekst_te_lang")))
        own = choices.exactly(said.text, self._knowledge.options["telegram"])
        if own:
            return await self._give(said, session, own.id)
        return await self._answered(said, session, await self._engine.say(session.state, said.text))

    async def _command(self, said: Incoming, session: Session) -> Reply:
        if said.text == commands.START:
            return await self.again(said, session)
        if said.text == commands.SAVE:
            return await self._give(said, session, said.text)
        if said.text in commands.MEANS:
            answer = await self._engine.mean(session.state, commands.MEANS[said.text])
        elif choices.exactly(said.text, self._knowledge.options["opdrachten"]):
            answer = await self._engine.say(session.state, said.text)  # a word of ours with a slash before it
        else:
            return self._aside(session, "bij.opdracht")
        return await self._answered(said, session, answer)

    async def _press(self, said: Incoming, session: Session) -> Reply:
        name, _, id = said.data.partition(":")
        gesprek = Gesprek.from_dict(session.state)
        if name == session.name:
            if id in (option.id for option in self._knowledge.options["telegram"]):
                return await self._give(said, session, id)
            scoring = gesprek.open.kind is Asked.SCORE
            if scoring and id in (keyboards.HALVES, keyboards.WHOLES):
                return Reply(session, keypad=self._keypad(session, gesprek, id))
            if scoring and (half := keyboards.half_chosen(id, gesprek.turn)):
                answer = await self._engine.say(session.state, half)
                return replace(await self._answered(said, session, answer), chosen=half)
            if button := gesprek.buttons.get(id):
                answer = await self._engine.choose(session.state, id)
                return replace(await self._answered(said, session, answer), chosen=button["title"])
        return Reply(session, note=self._wording.get("oude_knop"), keypad=Bubble(""))

    def _keypad(self, session: Session, gesprek: Gesprek, face: str) -> Bubble:
        if face == keyboards.HALVES:
            return Bubble("", keyboards.halves(session.name, gesprek.turn, self._wording.get("knop.helen")))
        buttons = [(button["title"], id) for id, button in gesprek.buttons.items()]
        scores = buttons[[title for title, _ in buttons].index("0") :]
        return Bubble("", keyboards.keyboard(session.name, scores, self._wording.get("knop.halven")))

    # Files

    async def _fetched(self, said: Incoming, fetch: Fetch) -> bytes:
        assert said.file is not None
        return await fetch(said.file.id) if may_be_one(said.file.size) else b""

    async def _file(self, said: Incoming, size: int | None, session: Session | None, content: bytes) -> Reply:
        """Go on with the conversation in a file; the one there was is given back as a file too."""
        try:
            state = await run_sync(self._files.open, said.chat, content)
        except CapsuleInvalid as refused:
            logger.info("capsule refused", extra={"reason": refused.reason})
            name = "bij.bestand" if refused.reason in _NO_CAPSULE else "niet_te_openen"
            return self._aside(session, name) if session else await self._begin(said, self._wording.get(name))
        parts: list[Part] = []
        if session and Gesprek.from_dict(session.state).answers:
            parts = [await self._capsule(said, session, "vervangen")]
        reply = await self.again(said, Session(state))
        return replace(reply, parts=[*parts, *reply.parts])

    async def _give(self, said: Incoming, session: Session, id: str) -> Reply:
        """Give the conversation or its summary as a file."""
        if id == commands.SAVE:
            return Reply(session, [await self._capsule(said, session, "bewaard")])
        turn = Turn(Gesprek.from_dict(session.state), self._knowledge)
        text = summary.compose(turn)
        if not text:
            return Reply(session, self._renderer.bubbles(self._knowledge.texts.get("samenvatting.leeg")))
        if id == "tekst":
            return Reply(session, [File(SUMMARY_TEXT, text.encode(), self._wording.get("tekst"))])
        paper = await run_sync(pdf, turn.gesprek, self._knowledge, self._today())
        return Reply(session, [File(SUMMARY_PDF, paper, self._wording.get("pdf"))])

    async def _capsule(self, said: Incoming, session: Session, caption: str) -> File:
        return File(NAME, await run_sync(self._files.save, said.chat, session.state), self._wording.get(caption))

    # Answering

    async def _answered(self, said: Incoming, session: Session, answer: Answer) -> Reply:
        if answer.forgotten:
            await run_sync(self._files.shred, said.chat)
            session = Session({name: value for name, value in answer.state.items() if name != "forgotten"})
        elif not await run_sync(fits, answer.state):
            return Reply(session, self._renderer.bubbles(self._knowledge.texts.get("fout.te_veel")))
        session.state = answer.state if not answer.forgotten else session.state
        parts = await run_sync(self._renderer.parts, answer, session.name)
        if any(bubble.key == "gegevens.export" for bubble in answer.messages):
            parts.insert(0, await run_sync(self._everything, said.chat, session))
        if any(bubble.key == _PREVIEW for bubble in answer.messages):
            parts.insert(-1, await self._capsule(said, session, "voorbeeld_bestand"))  # before the question
        if any(bubble.key == _SHARED for bubble in answer.messages):
            parts.append(await self._capsule(said, session, "gedeeld_bestand"))
        return Reply(session, parts, moved=True)

    def _everything(self, chat: int, session: Session) -> File:
        gesprek = Gesprek.from_dict(session.state)
        shares = provider.sharing().held(gesprek.geheim) if gesprek.geheim else []
        held: dict[str, Any] = export(gesprek, self._files.held(chat), shares)
        written = json.dumps(held, ensure_ascii=False, indent=2).encode("utf-8", "replace")
        return File(EVERYTHING, written, self._wording.get("gegevens"))

    def _aside(self, session: Session | None, name: str) -> Reply:
        """Say something beside the conversation: the question that is open stays open."""
        return Reply(session, self._renderer.bubbles(self._wording.get(name)))
