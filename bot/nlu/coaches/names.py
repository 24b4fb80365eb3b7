"""First names and surnames as they are known in Dutch, from the lists that come with `deduce`.

Only the lists are read: the package itself takes seconds and a hundred megabytes to load.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

# Names in the lists that are far more often something else where people write to a bot.
_ORDINARY = frozenset(
    {
        "ai", "an", "bin", "brand", "buddy", "can", "dann", "dees", "diesel", "done", "erin", "gene", "hai", "hande",
        "hee", "heer", "job", "just", "kar", "kas", "ken", "kent", "kiek", "koop", "lei", "lieve", "love", "maatje",
        "mense", "my", "ouwe", "ping", "said", "seven", "sie", "sien", "skip", "take", "ty", "vin", "watte", "wille",
    }
)  # fmt: skip
# Names in the lists that no capital makes one here: a sentence may begin anywhere.
_NEVER = frozenset({"aan", "augustus", "de", "hoi", "jouw", "men"})
_SHORTEST = 3


def is_first_name(word: str) -> bool:
    """Tell whether `word`, in any case, is a first name and hardly anything else."""
    return word.lower() in _first_names()


def is_surname(word: str) -> bool:
    """Tell whether `word`, in any case, is a surname, with or without "van", "de" and the like before it."""
    return word.lower() in _surnames()


def may_be_first_name(word: str) -> bool:
    """Tell whether `word` is a first name, though perhaps an everyday word too: "Ben", "Lieve", "Said"."""
    return word.lower() in _all_first_names() and word.lower() not in _NEVER


def may_be_surname(word: str, after_between: bool = False) -> bool:
    """Tell whether `word` is a surname, though perhaps an everyday word too: "Bos", and after "de" also "Wit"."""
    return word.lower() in (_listed("names/lst_interfix_surname/items.txt") if after_between else _all_surnames())


def is_ordinary(word: str) -> bool:
    """Tell whether `word`, in any case, is one of the words everybody uses."""
    return word.lower() in _ordinary_words()


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    names = _all_first_names() - _ordinary_words() - _ORDINARY
    return frozenset(name for name in names if len(name) >= _SHORTEST)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    return _all_surnames() - _ordinary_words()


@lru_cache(maxsize=1)
def _all_first_names() -> frozenset[str]:
    return _listed("names/lst_first_name/items.txt") - _listed("names/lst_first_name/exceptions.txt")


@lru_cache(maxsize=1)
def _all_surnames() -> frozenset[str]:
    names = _listed("names/lst_surname/items.txt") | _listed("names/lst_interfix_surname/items.txt")
    return names - _listed("names/lst_surname/exceptions.txt")


@lru_cache(maxsize=1)
def _ordinary_words() -> frozenset[str]:
    common = _listed("whitelist/lst_common_word/items.txt") - _listed("whitelist/lst_common_word/exceptions.txt")
    return common | _listed("whitelist/lst_stop_word/items.txt")


@lru_cache
def _listed(path: str) -> frozenset[str]:
    spec = find_spec("deduce")
    places = spec.submodule_search_locations if spec else None
    assert places, "deduce is among the dependencies"
    file = Path(places[0]) / "data" / "lookup" / "src" / path
    return frozenset(line.strip().lower() for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
