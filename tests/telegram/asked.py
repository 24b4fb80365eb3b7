"""Which question the bot asks, told from what it says: a chat shows no keys."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.conversation.dimensions import DIMENSIES, NAMEN
from tests.conversation.talk import known

DEEPER = "goed.meedoen+"  # stands for any question that deepens an answer


def asked(text: str) -> str | None:
    """Return the key of the question with which a text ends; None when it asks none."""
    words = " ".join(text.split())
    return next((_with_dimensie(key, words) for key, ends in _questions() if ends.search(words)), None)


def _with_dimensie(key: str, words: str) -> str:
    if key != "praten":
        return key
    return next((f"praten.{dimensie}" for dimensie, name in NAMEN.items() if name in words), key)


@lru_cache(maxsize=1)
def _questions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    wordings = known().texts._wordings
    for name in wordings:
        if name.startswith(("vraag.", "drempel.", "score.")) and name != "vraag.verdieping":
            found += [(_key(name), _pattern(wording)) for wording in wordings[name]]
    found += [(DEEPER, _pattern(theme.question)) for theme in known().themes.values()]
    return tuple(sorted(found, key=lambda pair: -len(pair[1].pattern)))


def _key(name: str) -> str:
    if name.startswith(("drempel.", "score.")):
        return "doen+" if name.startswith("drempel.") else "score"
    stem, _, rest = name.removeprefix("vraag.").partition(".")
    return f"{stem}.{rest}" if rest in DIMENSIES else DEEPER if stem == "verdieping" else stem


def _pattern(wording: str) -> re.Pattern[str]:
    parts = [re.escape(part) for part in re.split(r"\{\w+\}", " ".join(wording.split()))]
    return re.compile(rf"(?:^|\s){'.*'.join(parts)}$")
