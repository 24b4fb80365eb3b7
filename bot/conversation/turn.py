"""One turn: what the person said, and what the bot says back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.knowledge import Knowledge
from bot.conversation.sharing import NOBODY, Sharing
from bot.conversation.state import Gesprek


@dataclass(frozen=True)
class Button:
    """A button: its title, and the intent and entities that pressing it means."""

    title: str
    intent: str
    entities: Mapping[str, str] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        return {"title": self.title, "intent": self.intent, "entities": dict(self.entities)}


@dataclass(frozen=True)
class Image:
    """A drawing as SVG, with the text that says the same."""

    svg: str
    alt: str


@dataclass
class Message:
    """One bubble. `key` names the sentence, so tests need not know its wording.

    `sheet` says the same as the text in parts, for a client that can show more than a bubble: see docs/api.md.
    """

    key: str
    text: str
    buttons: tuple[Button, ...] = ()
    image: Image | None = None
    sheet: Mapping[str, Any] | None = None


@dataclass
class Turn:
    """What a handler works on: it reads `text` and `entities`, changes `gesprek`, and says things."""

    gesprek: Gesprek
    knowledge: Knowledge
    text: str = ""
    entities: Mapping[str, list[str]] = field(default_factory=dict)
    said: list[Message] = field(default_factory=list)
    lead: str = ""
    sharing: Sharing = NOBODY

    def entity(self, name: str) -> str | None:
        """Return the first value of an entity, or None."""
        values = self.entities.get(name) or []
        return values[0] if values else None

    def wording(self, key: str, /, **values: str) -> str:
        """Return a sentence without saying it."""
        return self.knowledge.texts.get(key, self.gesprek.turn, **values)

    def say(
        self,
        key: str,
        /,
        *,
        buttons: tuple[Button, ...] = (),
        image: Image | None = None,
        sheet: Mapping[str, Any] | None = None,
        **values: str,
    ) -> None:
        """Say a sentence as a bubble of its own, behind the lead-in if there is one."""
        text = self.wording(key, **values)
        between = "\n\n" if "\n" in text else " "  # a list does not begin behind a sentence
        self.said.append(Message(key, f"{self.lead}{between}{text}".strip(), buttons, image, sheet))
        self.lead = ""

    def begin(self, key: str, /, **values: str) -> None:
        """Put a few words in front of what is said next, in the same bubble."""
        self.lead = f"{self.lead} {self.wording(key, **values)}".strip()
