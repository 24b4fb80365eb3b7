"""The crisis gate: looked at before anything else, in every state, without Rasa, a model or a database."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bot.conversation.dimensions import plain
from bot.nlu import crisis
from bot.nlu.crisis.content import GENERAL
from bot.settings import load_settings

_ASKS_FOR_HELP = frozenset({"hulp nu", "help nu", "ik heb nu hulp nodig", "nu hulp"})


class Help(NamedTuple):
    """What to say to somebody in need, and whether that is no more than a suspicion."""

    bubbles: tuple[str, ...]
    suspected: bool = False


def help_now(text: str) -> Help | None:
    """Return the help for somebody in need; nothing for everybody else."""
    found = crisis.detect(text)
    if found is not None:
        return Help(bubbles(found.value), found is crisis.Soort.vermoeden)
    return Help(bubbles(GENERAL)) if plain(text) in _ASKS_FOR_HELP else None


def bubbles(kind: str) -> tuple[str, ...]:
    """Return the bubbles for a kind of crisis; the built-in text where the content can't be read."""
    try:
        return _content().messages(kind)
    except Exception:  # nothing may stand between a person and this text
        return (crisis.LAST_RESORT,)


@lru_cache(maxsize=1)
def _content() -> crisis.CrisisContent:
    return crisis.load_content(load_settings().content_dir / "crisis.yml")
