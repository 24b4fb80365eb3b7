"""The engine: state and message in, messages and the new state out. It keeps nothing in between."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from bot.conversation import choices
from bot.conversation.asides import RETURNING
from bot.conversation.questions import Kind, Stage, question
from bot.conversation.state import SLOT, Gesprek
from bot.conversation.turn import Turn
from bot.engine import beside, gate
from bot.engine.errors import EngineUnavailable, ModelUnusable, TurnFailed
from bot.engine.lanes import Lanes
from bot.knowledge import knowledge
from bot.nlu.remembering import remembering

State = dict[str, Any]
_WARM_UP_SECONDS = 120.0
_OWN_ANSWER = "eigen"  # in the id of a button that was added to those of the last answer
_SHIELD = "\u200b"  # in front of a leading "/", which would be a command to Rasa


@dataclass(frozen=True)
class Said:
    """One bubble: text, buttons as (title, choice id), a drawing as (svg, alt), the sentence's key, and a sheet."""

    text: str
    buttons: tuple[tuple[str, str], ...] = ()
    image: tuple[str, str] | None = None
    key: str = ""
    sheet: dict[str, Any] | None = None


@dataclass(frozen=True)
class Answer:
    """What a turn gives back. `stage` and what is `beside` the conversation are those of the chat API."""

    messages: tuple[Said, ...]
    state: State
    key: str | None
    kind: Kind
    stage: Stage
    forgotten: bool = False
    beside: dict[str, Any] = field(default_factory=dict)


class Engine:
    """Rasa with a trained model; several turns may be under way at once."""

    def __init__(self, turn_timeout: float = 5.0) -> None:
        """Make an engine that answers cries for help; `load` makes it answer everything.

        Args:
            turn_timeout: seconds after which a turn is given up.
        """
        self.turn_timeout = turn_timeout
        self._agent: Any = None
        self._store: Any = None
        self._lanes: Lanes | None = None

    def load(self, model: Path) -> None:
        """Load a model file, as `gesprek train` made it.

        Raises:
            ModelUnusable: whatever is wrong with it.
        """
        from rasa.core.lock_store import InMemoryLockStore

        from bot.engine.inprocess import InProcessEndpoint, TurnAgent, TurnStore

        self._store = TurnStore(None)
        agent = TurnAgent(
            tracker_store=self._store, lock_store=InMemoryLockStore(), action_endpoint=InProcessEndpoint("actions")
        )
        try:
            agent.load_model(model)
        except Exception as error:
            raise ModelUnusable(f"{model.name} can't be loaded ({type(error).__name__})") from error
        self._agent, self._lanes = agent, Lanes()

    async def warm_up(self) -> None:
        """Load what is loaded at first use, so the first person does not wait for it."""
        knowledge().theme_for("even wachten", None)
        knowledge().offers_for("even wachten", [])
        begun = await self._run(None, None, seconds=_WARM_UP_SECONDS)
        await self._run(begun.state, None, "hallo", seconds=_WARM_UP_SECONDS)

    @property
    def ready(self) -> bool:
        """Tell whether a turn can be taken: a model is loaded, and there is a way through."""
        return self._lanes is not None and self._lanes.open

    async def start(self) -> Answer:
        """Begin a conversation."""
        return await self._run(None, None)

    async def resume(self, state: State) -> Answer:
        """Say where we were, to who comes back."""
        answer = await self._run(state, _means("hervatten", {"keuze": RETURNING}))
        return replace(answer, beside=beside.drawing(Gesprek.from_dict(answer.state)))

    async def say(self, state: State, text: str) -> Answer:
        """Take what somebody typed. A cry for help is answered before anything else, without the rest of the engine."""
        with remembering():
            if help := gate.help_now(text):
                return helped(state, text, help)
            return await self._run(state, None, text)

    async def choose(self, state: State, choice: str) -> Answer:
        """Take the press of a button of the last answer; an older one asks the open question again."""
        button = Gesprek.from_dict(state).buttons.get(choice)
        if button is None:
            return await self._run(state, _means("herhalen", {}))
        return await self._run(state, _means(button["intent"], button["entities"]), button["title"])

    async def mean(self, state: State, intent: str) -> Answer:
        """Take an order that somebody chose from a menu."""
        return await self._run(state, _means(intent, {}))

    async def edit(self, state: State, line: str, text: str) -> Answer:
        """Take a new wording of the line of the summary with this key; without words the line is left out."""
        if help := gate.help_now(text):
            return helped(state, text, help, line)
        answer = await self._run(state, _means("wijzig_antwoord", {"regel": line, "tekst": text}), text)
        return replace(answer, beside={**answer.beside, **beside.rewritten(Gesprek.from_dict(answer.state))})

    async def parse(self, text: str) -> dict[str, Any]:
        """Return what the bot makes of a text outside any conversation."""
        from rasa.core.channels.channel import UserMessage

        parsed = await self._processor().parse_message(UserMessage(_plain_text(text)))
        return dict(parsed)

    async def _run(
        self, state: State | None, meaning: dict[str, Any] | None, text: str = "", seconds: float | None = None
    ) -> Answer:
        if self._lanes is None or not self._lanes.open:
            raise EngineUnavailable("no model is loaded, or too many turns hang")
        answer: Answer = await self._lanes.run(lambda: self._turn(state, meaning, text), seconds or self.turn_timeout)
        return answer

    async def _turn(self, state: State | None, meaning: dict[str, Any] | None, text: str) -> Answer:
        """Run one turn; the tracker exists only meanwhile."""
        from bot.engine.inprocess import TurnChannel

        sender, channel = uuid.uuid4().hex, TurnChannel()
        try:
            with remembering():
                await self._talk(sender, channel, state, meaning, text)
        finally:
            tracker = self._store.drop(sender)
        if channel.failed or tracker is None or not channel.said:
            raise TurnFailed("the turn gave no answer")
        answer = _answer(tracker.get_slot(SLOT) or {}, channel.said)
        return replace(answer, beside=beside.redrawn(Gesprek.from_dict(state), Gesprek.from_dict(answer.state)))

    async def _talk(
        self, sender: str, channel: Any, state: State | None, meaning: dict[str, Any] | None, text: str
    ) -> None:
        from rasa.core.channels.channel import UserMessage

        processor = self._processor()
        if state is None:
            tracker = await processor.fetch_tracker_and_update_session(sender, channel, {"channel": channel.name()})
            await self._store.save(tracker)
            return
        tracker = _tracker(sender, state, processor.domain)
        await self._store.save(tracker)
        if meaning is None:
            meaning = await processor.parse_message(UserMessage(_plain_text(text)), tracker)
        message = UserMessage(text, channel, sender, parse_data={**meaning, "text": text}, input_channel=channel.name())
        await processor.handle_message(message)

    def _processor(self) -> Any:
        if self._agent is None:
            raise EngineUnavailable("no model is loaded")
        return self._agent.processor


def calm(state: State, *texts: str) -> Answer:
    """Say something outside the conversation: its state, and the question that is open, stay as they are."""
    return _answer(state, [{"text": text} for text in texts])


def helped(state: State, text: str, help: gate.Help, line: str | None = None) -> Answer:
    """Answer a cry for help; where it is only suspected, a button makes the words an answer after all, or the line."""
    gesprek = Gesprek.from_dict(state)
    turn = Turn(gesprek, knowledge(), text)
    buttons = choices.own_answer(turn, line, fewest=1) if help.suspected else ()
    if not buttons:
        return calm(state, *help.bubbles)
    ids = {f"{gesprek.turn}.{_OWN_ANSWER}.{n}": button for n, button in enumerate(buttons)}
    gesprek.buttons |= {id: button.as_dict() for id, button in ids.items()}
    answer = calm(gesprek.as_dict(), *help.bubbles)
    last = replace(answer.messages[-1], buttons=tuple((button.title, id) for id, button in ids.items()))
    return replace(answer, messages=(*answer.messages[:-1], last))


def _tracker(sender: str, state: State, domain: Any) -> Any:
    from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet
    from rasa.shared.core.trackers import DialogueStateTracker

    events = [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        SlotSet(SLOT, state),
        ActionExecuted("action_listen"),
    ]
    return DialogueStateTracker.from_events(sender, events, domain.slots, domain=domain)


def _plain_text(text: str) -> str:
    """Return what Rasa can read: no command, and no half of a character, on which spaCy breaks."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return f"{_SHIELD}{text}" if text.lstrip().startswith("/") else text


def _means(intent: str, entities: dict[str, str]) -> dict[str, Any]:
    found = [{"entity": name, "value": value, "start": 0, "end": 0} for name, value in entities.items()]
    return {"intent": {"name": intent, "confidence": 1.0}, "entities": found, "intent_ranking": []}


def _answer(state: State, said: list[dict[str, Any]]) -> Answer:
    g = Gesprek.from_dict(state)
    ids = iter(g.buttons)  # in the order in which the buttons were said
    key, kind = g.expects
    return Answer(
        messages=tuple(_said(message, ids) for message in said),
        state=state,
        key=key,
        kind=kind,
        stage=stage_of(g),
        forgotten=g.forgotten,
    )


def stage_of(g: Gesprek) -> Stage:
    """Return the stage; a question in between belongs to the stage it came up in."""
    return g.open.stage or question(g.asked).stage or Stage.WELKOM


def _said(message: dict[str, Any], ids: Iterator[str]) -> Said:
    custom = message.get("custom") or {}
    image = custom.get("image")
    buttons = tuple((button["title"], id) for button, id in zip(message.get("buttons") or [], ids))
    return Said(
        message.get("text") or "",
        buttons,
        (image["svg"], image["alt"]) if image else None,
        custom.get("key") or "",
        custom.get("sheet"),
    )
