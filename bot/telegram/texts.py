"""What the bot says here: its sentences, or those that take their place on Telegram."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.knowledge import Texts
from bot.engine.engine import Said


@dataclass(frozen=True)
class Wording:
    """The sentences, with what is filled in on this channel: minutes of silence, and days a file stays good."""

    texts: Texts
    minutes: int
    days: int

    def get(self, name: str) -> str:
        """Return a sentence of content/zinnen/telegram.yml by its name behind `telegram.`."""
        return self.texts.get(f"telegram.{name}", minuten=str(self.minutes), dagen=str(self.days))

    def has(self, name: str) -> bool:
        """Tell whether there is such a sentence."""
        return f"telegram.{name}" in self.texts

    def of(self, said: Said) -> str:
        """Return what a bubble says here."""
        return self.get(said.key) if said.key and self.has(said.key) else said.text
