"""The six dimensions of Positieve Gezondheid (iPH, Machteld Huber) and how people name them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from itertools import pairwise

DIMENSIES: tuple[str, ...] = (
    "lichaamsfuncties",
    "mentaal_welbevinden",
    "zingeving",
    "kwaliteit_van_leven",
    "meedoen",
    "dagelijks_functioneren",
)

NAMEN: dict[str, str] = {
    "lichaamsfuncties": "Lichaamsfuncties",
    "mentaal_welbevinden": "Mentaal welbevinden",
    "zingeving": "Zingeving",
    "kwaliteit_van_leven": "Kwaliteit van leven",
    "meedoen": "Meedoen",
    "dagelijks_functioneren": "Dagelijks functioneren",
}

# What people say when they mean a dimension: whole words, already plain (no accents, lower case).
BENAMINGEN: dict[str, tuple[str, ...]] = {
    "lichaamsfuncties": (
        "lichaamsfuncties",
        "lichaamsfunctie",
        "lichaam",
        "lichamelijk",
        "lichamelijke",
        "lijf",
        "fysiek",
        "fysieke",
        "gezondheid van mijn lijf",
        "conditie",
        "fitheid",
    ),
    "mentaal_welbevinden": (
        "mentaal welbevinden",
        "mentaal",
        "mentale",
        "welbevinden",
        "psychisch",
        "geestelijk",
        "mijn hoofd",
        "gevoel",
        "gemoed",
        "hoe ik me voel",
        "mijn kop",
    ),
    "zingeving": ("zingeving", "zin geving", "zingevend", "betekenis", "zinvol", "waar ik het voor doe", "de zin van"),
    "kwaliteit_van_leven": (
        "kwaliteit van leven",
        "kwaliteit van mijn leven",
        "levenskwaliteit",
        "kwaliteit leven",
        "kwaliteit",
        "genieten",
        "geldzaken",
        "geld",
        "financien",
        "wonen",
        "hoe ik leef",
        "levensgeluk",
    ),
    "meedoen": (
        "meedoen",
        "mee doen",
        "meedoe",
        "erbij horen",
        "contacten",
        "sociaal",
        "sociale",
        "sociale contacten",
        "vrienden",
        "collegas",
        "omgang met anderen",
    ),
    "dagelijks_functioneren": (
        "dagelijks functioneren",
        "dagelijkse functioneren",
        "functioneren",
        "dagelijks leven",
        "dagelijkse dingen",
        "dagelijks",
        "dagelijkse",
        "dag tot dag",
        "huishouden",
    ),
}
_APOSTROPHE = re.compile("['’‘ʼ´`]")  # phones write ’ where keyboards write '
_SPELLING_CUTOFF = 0.84  # difflib ratio: lets "zingeveing" and "medoen" through, keeps "lichaam"/"tevreden" apart


def plain(text: str) -> str:
    """Return `text` in lower case, without accents and punctuation, words separated by one space."""
    folded = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


def find_dimensie(text: str) -> str | None:
    """Return the one dimension named in `text`, or None when there is none, or more than one."""
    found = find_dimensies(text)
    return found[0] if len(found) == 1 else None


def find_dimensies(text: str) -> list[str]:
    """Return the dimensions named in `text`, in the order of `DIMENSIES`, misspelt names included."""
    padded = f" {plain(text)} "
    exact = [d for d in DIMENSIES if any(f" {name} " in padded for name in BENAMINGEN[d])]
    return exact or _misspelt(padded.split())


def _misspelt(words: list[str]) -> list[str]:
    names = {plain(NAMEN[d]).replace(" ", ""): d for d in DIMENSIES}
    grams = [
        *words,
        *("".join(pair) for pair in pairwise(words)),
        *("".join(t) for t in zip(words, words[1:], words[2:])),
    ]
    close = {
        names[m] for gram in grams if len(gram) > 5 for m in difflib.get_close_matches(gram, names, 1, _SPELLING_CUTOFF)
    }
    return [d for d in DIMENSIES if d in close]
