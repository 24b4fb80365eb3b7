"""Which coach somebody means: by name ("Marieke de Vries", "mevrouw van Dam") or described ("de coach van oost").

"De coach" and "een coach" tell nothing, and are none. Names are found without a language model: by capitals, by the
lists of names, and by the words around them, since half of the people type without capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.nlu.coaches.names import is_first_name, is_ordinary, is_surname, may_be_first_name, may_be_surname

_MOST_LETTERS = 2_000  # of a text that are read
_BETWEEN = r"(?:van|de|der|den|ten|ter|te|'t|von|el|al|vd)"
_TITLE = (
    r"(?:(?P<coach>(?:mijn |m'n |mn )?\w*coach)|mevrouw|meneer|mevr\.?|mw\.?|dhr\.?|de heer|dr\.?|dokter|"
    r"madame?|mister|mrs?\.?)"
)
_WORD = r"[^\W\d_][\w'’-]*"
_ONLY_IN_NAMES = frozenset({"der", "den", "ten", "ter"})
_TITLED = re.compile(rf"\b(?P<title>{_TITLE}) (?P<name>(?:{_BETWEEN} ){{0,2}}{_WORD})", re.IGNORECASE)
_WORDS = re.compile(_WORD)
_COACH_AFTER = re.compile(r" (?:de|onze|mijn) \w*coach\b", re.IGNORECASE)

_DESCRIBED = re.compile(
    r"\b(?P<which>(?:(?P<own>mijn|m'n|mn|onze|ons|dezelfde|deze)|(?P<a>een|'n|n|geen|zo'n)|(?:de|die|dat|den|dien)) )?"
    r"(?P<kind>(?<=\s)(?!(?:de|die|deze|onze) )\w{2,}e )?(?P<compound>\w{3,})?coach\b"
    r"(?P<more> (?:van (?:(?:locatie|de|het|den|ons|onze|mijn|'t|t|vorige?) )?(?!(?:mij|me|jou|hier|buiten|hem)\b)"
    r"(?:\w+e (?=\w*dienst|\w*team))?\w+(?:(?:(?<= locatie)|(?<= team)) \w+)?|uit \w+|als vorige keer|"
    r"die (?:\w+ ){1,5}?(?:spreekt|spreken|begeleidt|begeleidde|heeft \w+|had)))?",
    re.IGNORECASE,
)
_NO_ADJECTIVE = frozenset(
    {"iedere", "elke", "andere", "welke", "verkeerde", "echte", "geschikte", "goede", "zulke", "alle", "enige", "the"}
)

# Words before and after which a name stands, and words that begin a sentence or follow "naar" but are no name.
_TO = frozenset({"naar", "met", "aan", "bij"})
_CUES = _TO | {
    "van",
    "voor",
    "dat",
    "mag",
    "mach",
    "laat",
    "kan",
    "is",
    "blokkeer",
    "geef",
    "toegang",
    "als",
    "to",
    "with",
}
_ALLOWED = re.compile(r"\s+(?:mag|mach|hoeft|krijgt|niet meer|nie meer|graag)\b", re.IGNORECASE)
_LAST = re.compile(r"\s*(?:$|[,.!?]|(?:graag|aub|pls|sturen|delen|mailen|doorsturen|opsturen|toe)\b)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+(?:zodat|want|omdat|dan|maar|en)\b", re.IGNORECASE)
_ACCESS = re.compile(r"\s+(?:inzage|toegang)\b", re.IGNORECASE)
_ARTICLES = frozenset({"de", "een", "'n", "the"})
_LANGUAGE = re.compile(r"\w{3,}(?:isch|[ai]ans|eens|iens|nees|gees)$", re.IGNORECASE)  # "Russisch", "Oekraïens"
_NO_NAME = frozenset(
    {
        "alle", "allee", "alleen", "alles", "arabisch", "begeleider", "berber", "berbers", "buiten", "chef", "coach",
        "coaches", "coatch", "collega", "dat", "deze", "die", "dit", "duits", "elkaar", "engels", "frans", "haar",
        "hem", "hen", "hr", "huisarts", "hun", "iedereen", "iemand", "jou", "kantoor", "keuze", "kootsj", "koots",
        "leiding", "mail", "manager", "me", "mens", "mij", "moeder", "niemand", "niets", "ouders", "partner",
        "personeelszaken", "plan", "pools", "samen", "samenvatting", "spaans", "spinnenweb", "stuur", "teams",
        "telegram", "thuis", "turks", "u", "vader", "vrouw", "web", "werk", "whatsapp", "wie",
    }
)  # fmt: skip


def find_coach(text: str, known: Iterable[str] = (), asking: bool = False) -> str | None:
    """Return the coach that is meant, in the words of `text`, or None when no one coach is.

    `known` are the names of the coaches there are. Who is `asking` about coaches means none by "een coach die ...".
    """
    text = text[:_MOST_LETTERS]
    for name in known:
        if match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            return match.group()
    return _named(text, asking) or _described(text, asking)


def _named(text: str, asking: bool) -> str | None:
    shown = any(c.islower() for c in text) and any(c.isupper() for c in text[1:])  # capitals tell something
    for match in _TITLED.finditer(text):
        if _is_titled_name(match, text, shown):
            return text[match.start() : _end_of_name(text, match.end("name"))]
    words = list(_WORDS.finditer(text))
    for at, word in enumerate(words):
        before = words[at - 1].group().lower() if at else ""
        if _stands_as_name(text, word, before, asking):
            end = _end_of_name(text, word.end())
            described = _COACH_AFTER.match(text, end)
            return text[word.start() : described.end() if described else end]
    return None


def _begins(text: str, word: re.Match[str]) -> bool:
    head = text[: word.start()].rstrip()
    return not head.strip(" .!?\n\"'") or head[-1] in ".!?"


def _stands_as_name(text: str, word: re.Match[str], before: str, asking: bool) -> bool:
    said = word.group()
    capital = said[0].isupper() and not said.isupper()
    if said.lower() in _NO_NAME or (said.islower() and before in _ARTICLES):
        return False
    if capital and before and text[: word.start()].endswith(f"{before} ") and may_be_first_name(said):
        return True  # "die Ben": a capital in the middle of a sentence
    if is_ordinary(said):
        return False
    if is_first_name(said) or (may_be_first_name(said) and _is_where_a_name_is(text, word, before)):
        return True
    if _LANGUAGE.match(said):
        return False
    if capital and (_ALLOWED.match(text, word.end()) if _begins(text, word) else before in _CUES):
        return True
    if asking or not said.islower():
        return False
    if before == "geef":
        return bool(_ACCESS.match(text, word.end())) and not said.endswith("e")
    return before in _TO and bool(_LAST.match(text, word.end())) and not said.endswith(("en", "ing"))


def _is_where_a_name_is(text: str, word: re.Match[str], before: str) -> bool:
    """Tell whether it is the whole of "naar ...", or the first word of "... mag het zien"."""
    if before in _TO | {"voor"}:
        return bool(_LAST.match(text, word.end()) or _GOES_ON.match(text, word.end()))
    return _begins(text, word) and bool(_ALLOWED.match(text, word.end()))


def _is_titled_name(match: re.Match[str], text: str, shown: bool) -> bool:
    """Tell whether a name goes with the title before it: "mevrouw de wit", "dr. Vos", and no "coach Frans"."""
    *between, word = match["name"].split()
    if word.lower() in _NO_NAME or _LANGUAGE.match(word):
        return False
    capital = shown and word[0].isupper()
    if match["coach"]:
        return not is_ordinary(word) and (is_first_name(word) or capital)
    if capital or is_first_name(word) or is_surname(word) or (between and may_be_surname(word, after_between=True)):
        return True
    return may_be_surname(word) and bool(_LAST.match(text, match.end()) or _ALLOWED.match(text, match.end()))


def _end_of_name(text: str, end: int) -> int:
    """Return where a name that began before `end` ends: a surname goes with it."""
    after = re.compile(rf"\s+(?P<between>(?:{_BETWEEN}\s+){{0,3}})(?P<surname>{_WORD})", re.IGNORECASE).match(text, end)
    if after is None:
        return end
    surname = after["surname"]
    capital = surname[0].isupper() and not surname.isupper()
    between = after["between"].lower().split()
    typed_small = bool(between and between[-1] in _ONLY_IN_NAMES) or (
        is_surname(surname) and bool(between or _LAST.match(text, after.end()))
    )
    return after.end() if (capital or typed_small) and surname.lower() not in _NO_NAME else end


def _described(text: str, asking: bool) -> str | None:
    for match in _DESCRIBED.finditer(text):
        kind = (match["kind"] or "").strip().lower()
        telling = match["own"] or match["more"] or match["compound"] or (kind and kind not in _NO_ADJECTIVE)
        if telling and not (asking and (match["a"] or not match["which"])):
            return match.group()
    return None
