"""Others in a text: what to offer to mask before it is shared. The person decides, so rather too many than too few."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.conversation.knowledge import Other
from bot.nlu.coaches.names import is_first_name, is_surname, may_be_surname
from bot.redaction import lookups
from bot.settings import load_settings

if TYPE_CHECKING:
    from deduce import Deduce

FOLDER = "deduce"  # in the folder of what can be built again
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_VERB = re.compile(r"\w+(?<!s)en")  # "wandelen" is a surname too, after "met jan" it hardly ever is
_TITLES = frozenset({"mevrouw", "meneer", "mevr", "mw", "dhr", "dr", "heer", "dokter", "oom", "tante", "opa", "oma"})
_BETWEEN = frozenset({"van", "de", "der", "den", "ten", "ter", "te", "el", "al"})
# Written with a capital or not, these are nobody.
_NEVER = frozenset(
    {
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "januari", "februari", "maart",
        "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "ik", "mijn", "wij",
        "nee", "ja", "hoi", "kerst", "pasen", "lente", "zomer", "herfst", "winter", "engels", "nederlands", "god",
        "collega", "mevrouw", "meneer", "hr", "positieve gezondheid", "nederland", "netflix", "corona",
    }
)  # fmt: skip
# Said in passing, in Flanders too, and nobody either, though lists of names and places have them.
_SAID_IN_PASSING = frozenset(
    {
        "zenne", "zulle", "amai", "allee", "allez", "awel", "he", "hé", "goh", "och", "ach", "tja", "oei", "bah", "bon",
        "super", "top", "gast", "schat", "maat", "joh", "zeg", "nou", "voila", "enfin", "jeetje", "tjonge",
    }
)  # fmt: skip
_KINDS = {"persoon": "naam", "patient": "naam"}


def find_others(text: str) -> tuple[Other, ...]:
    """Return what in `text` may be another person, a place, an institution or a number of somebody; each once."""
    found = sorted(_deduce().deidentify(_with_capitals(text)).annotations, key=lambda one: one.start_char)
    others = (Other(text[one.start_char : one.end_char].strip(), _KINDS.get(one.tag, one.tag)) for one in found)
    return tuple(dict.fromkeys(other for other in others if _is_somebody(other)))


def warm_up() -> None:
    """Load what finding needs: seconds the first time, and nothing after that."""
    find_others("Ria")


@lru_cache(maxsize=1)
def _deduce() -> Deduce:
    folder = load_settings().cache_dir / FOLDER
    if not lookups.lookups_ready(folder):
        lookups.build_lookups(folder)
    return lookups.load(folder)


def _is_somebody(other: Other) -> bool:
    words = other.words.casefold().strip(" .-")
    return len(words) > 1 and words not in _NEVER | _SAID_IN_PASSING


def _with_capitals(text: str) -> str:
    """Give names their capitals, as half of the people leave them out; the text stays as long as it was."""
    written, named, titled = list(text), False, False
    for word in _WORD.finditer(text):
        plain = word.group().lower()
        surname = (named and is_surname(plain)) or (titled and may_be_surname(plain))
        name = is_first_name(plain) or (surname and not _VERB.fullmatch(plain))
        if name and not word.group().istitle():
            written[word.start() : word.end()] = word.group()[0].upper() + word.group()[1:].lower()
        named = is_first_name(plain) or (named and plain in _BETWEEN)  # one surname goes with a first name
        titled = plain in _TITLES or (titled and plain in _BETWEEN)
    return "".join(written)
