"""What the method knows beside the conversation: texts, choices, themes, offers. `bot.content` fills it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.conversation.dimensions import plain


@dataclass(frozen=True)
class Option:
    """One way to answer a choice: its id, the title of its button, and what people type when they mean it."""

    id: str
    title: str
    words: tuple[str, ...] = ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Title, id and words as `plain` writes them, to compare with what somebody typed."""
        return tuple(plain(name) for name in (self.title, self.id, *self.words))


@dataclass(frozen=True)
class Theme:
    """A subject people bring up, with the one question that deepens it.

    Attributes:
        examples: sentences people say about it.
        words: words and short phrases that mostly mean this subject.
    """

    id: str
    question: str
    examples: tuple[str, ...]
    dimensies: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """Something the organisation offers, as HR describes it."""

    id: str
    title: str
    text: str
    contact: str
    dimensies: tuple[str, ...]
    examples: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Other:
    """What may point at somebody else in a text: the words as they stand there, and what they are ("naam", "adres")."""

    words: str
    kind: str


@dataclass(frozen=True)
class Organisation:
    """What the organisation tells about itself: names and contacts shown to people."""

    name: str
    bot_name: str
    confidant: str
    occupational_physician: str


class Texts:
    """Every sentence the bot says, by key, each with one or more wordings."""

    def __init__(self, wordings: Mapping[str, Sequence[str]]) -> None:
        self._wordings = wordings

    def __contains__(self, key: str) -> bool:
        return key in self._wordings

    def version(self, *beginnings: str) -> str:
        """Name the wordings of the sentences whose keys begin so, in 12 hex digits: another word, another version."""
        said = sorted((key, *wordings) for key, wordings in self._wordings.items() if key.startswith(beginnings))
        return hashlib.blake2b(repr(said).encode(), digest_size=6).hexdigest()

    def get(self, key: str, turn: int = 0, /, **values: str) -> str:
        """Return a wording of `key` with its values filled in literally; `turn` picks which, so they alternate.

        Raises:
            KeyError: there is no such sentence, or a value is missing.
        """
        wordings = self._wordings[key]
        return wordings[turn % len(wordings)].format_map(values)


def no_theme(text: str, dimensie: str | None) -> Theme | None:
    """Find no theme: for who has no encoder at hand."""
    return None


def no_offers(text: str, dimensies: Sequence[str]) -> list[Offer]:
    """Find no offers: for who has no encoder at hand."""
    return []


def no_others(text: str) -> tuple[Other, ...]:
    """Find nobody else in a text: for who has no lists of names at hand."""
    return ()


@dataclass(frozen=True)
class Knowledge:
    """All of it together, with what takes more than a look into a file as functions.

    Attributes:
        crisis: the bubbles of the crisis message, by kind.
        theme_for: (text, dimension) to the theme that fits what was said, or None.
        offers_for: (text, dimensions) to at most three offers that fit, best first.
        others_in: text to what in it may point at somebody else.
    """

    texts: Texts
    options: Mapping[str, tuple[Option, ...]]
    organisation: Organisation
    themes: Mapping[str, Theme] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    crisis: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme_for: Callable[[str, str | None], Theme | None] = no_theme
    offers_for: Callable[[str, Sequence[str]], list[Offer]] = no_offers
    others_in: Callable[[str], tuple[Other, ...]] = no_others
