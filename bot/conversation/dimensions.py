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
        "lichaamsfuncties", "lichaamsfunctie", "lichaam", "lichamelijk", "lichamelijke", "lijf", "fysiek", "fysieke",
        "gezondheid van mijn lijf", "conditie", "fitheid", "body",
    ),
    "mentaal_welbevinden": (
        "mentaal welbevinden", "mentaal", "mentale", "mental", "mental health", "welbevinden", "psychisch",
        "psychische", "geestelijk", "geestelijke", "geestelijke gezondheid", "mijn geest", "mijn hoofd", "mijn kop",
        "koppie",
        "bovenkamer", "gevoel", "gemoed", "hoe ik me voel",
    ),
    "zingeving": (
        "zingeving", "zin geving", "zin geven", "zingevend", "betekenis", "zinvol", "waar ik het voor doe",
        "de zin van", "zin van het leven", "zin in het leven", "drijfveren",
    ),
    "kwaliteit_van_leven": (
        "kwaliteit van leven", "kwaliteit van mijn leven", "levenskwaliteit", "kwaliteit leven", "kwaliteit", "kvl",
        "quality of life", "genieten",
        "geldzaken", "geld", "financien", "centen", "wonen", "hoe ik leef", "levensgeluk",
        "levensvreugde", "plezier in het leven",
    ),
    "meedoen": (
        "meedoen", "mee doen", "meedoe", "erbij horen", "er bij horen", "contacten", "sociaal", "sociale",
        "sociale contacten", "vrienden", "collegas", "omgang met anderen",
    ),
    "dagelijks_functioneren": (
        "dagelijks functioneren", "dagelijkse functioneren", "functioneren", "dagelijks leven", "dagelijkse dingen",
        "dagelijks", "dagelijkse", "alledaagse", "dag tot dag", "daily life", "huishouden", "huishoudelijke",
        "huishoudelijk", "werk en huis", "werk en thuis",
    ),
}  # fmt: skip

# Descriptions with room for other words.
_OMSCHRIJVINGEN: dict[str, re.Pattern[str]] = {
    "mentaal_welbevinden": re.compile(
        r"\btussen (?:mijn|de|je) oren\b|\bhoe ik (?:me|mij) (?:van ?binnen )?voel\b|"
        r"\b(?:hoe (?:ik|je)|goed|lekker) in (?:mijn|me|mn|je) vel\b"
    ),
    "zingeving": re.compile(r"\bwaar (?:ik|je|we) (?:het|t) (?:\w+ )?voor doe(?:t|n)?\b|\bleven (?:\w+ )?zin geeft\b"),
    "meedoen": re.compile(r"\b(?:de|met|over|die) mensen om (?:me|mij|je|mij n|ons) heen\b"),
    "dagelijks_functioneren": re.compile(
        r"\b(?:mijn|me|mn|de|je) dag (?:rond ?(?:te )?krijg|door ?(?:te )?kom)(?:en|t)?\b|"
        r"\bleven van (?:elke|alle) ?dag\b"
    ),
}
# Everyday words: they name a dimension only where hardly anything else is said ("hoofd eerst", "de 6 voor geluk").
_ALLEDAAGS: dict[str, tuple[str, ...]] = {
    "lichaamsfuncties": ("gezondheid", "lf"),
    "mentaal_welbevinden": ("hoofd", "kop", "geest", "psyche", "binnenkant", "mw"),
    "zingeving": ("zin", "nut", "waar doe ik het voor"),
    "kwaliteit_van_leven": ("geluk", "plezier"),
    "meedoen": ("contact", "contact met mensen", "contact met anderen", "contact met andere mensen", "relaties"),
    "dagelijks_functioneren": ("alledag", "gewone dag", "daily", "df"),
}
_AROUND = frozenset(
    re.findall(
        r"\w+",
        """
        aan aanpassen als alsjeblieft alstublieft ander anders begin beginnen bespreken best bij cijfer daar
        dan dat de denk deze die dikke dimensie dit doe doen door dus een eens eentje eerst eerste
        en er even gaan graag haal hebben het hoger hoop iets ik in is ja kan kant kies kiezen
        kunnen laat lager laten liefst liever lijkt maak maar mag me mee met mij mijn mn moet moeten
        naar nee nemen niks nieuw nieuwe nog nou now nu ok oke om onderwerp ons onze ook op over pak pakken
        praat praten punt score spaak spreken start starten stuk stukje t te the thema toch tot u van
        vandaag verder voor wat we wel wij wijzig wijzigen wil willen wilt word wou zal ze zet zijn zou
        """,
    )
)
# What stands beside the one that is meant: "betekenis van meedoen", "liever dit dan dat", "niet dit maar dat".
_NOT_MEANT = re.compile(
    r"\bbetekenis van(?= (?:mentaal|kwaliteit|meedoen|zingeving|lichaam|dagelijks))|(?<=\bliever )(.*)\bdan .*|"
    r"\bniet (?:\w+ ){1,4}maar\b|\bmee ?doen met (?:dit|dat|deze|jou|jullie)\b|\bmeer doen\b|"
    r"(?:(?<=lichamelijk )|(?<=geestelijk )|(?<=mentaal )|(?<=psychisch )|(?<=sociaal ))functioneren\b|"
    r"\bwel zin(?! geving)\b"
)
_REASON = re.compile(r"(?<!^)\b(?:want|omdat|because)\b.*")
# Looked for misspelt, beside the six names themselves; words that differ a letter from others are left out ("metaal").
_MISSPELT_TOO: dict[str, str] = {
    "lichaam": "lichaamsfuncties", "lichamelijk": "lichaamsfuncties", "psychisch": "mentaal_welbevinden",
    "welbevinden": "mentaal_welbevinden", "levenskwaliteit": "kwaliteit_van_leven", "geldzaken": "kwaliteit_van_leven",
    "functioneren": "dagelijks_functioneren",
}  # fmt: skip
_APOSTROPHE = re.compile("['’‘ʼ´`]")  # phones write ’ where keyboards write '
_SHORTEST, _MOST_LETTERS_OFF = 6, 4  # letters of what may be a misspelt name, and how much longer or shorter it is
_SPELLING_CUTOFF = 0.84  # difflib ratio: lets "zingeveing" and "medoen" through, keeps "lichaam"/"tevreden" apart


def plain(text: str) -> str:
    """Return `text` in lower case, without accents and punctuation, words separated by one space."""
    folded = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text)).casefold()
    letters = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters))


_SPELT = {plain(NAMEN[d]).replace(" ", ""): d for d in DIMENSIES} | _MISSPELT_TOO
_LETTERS = {name: frozenset(name) for name in _SPELT}


def find_dimensie(text: str) -> str | None:
    """Return the one dimension named in `text`, or None when there is none, or more than one."""
    found = find_dimensies(text)
    return found[0] if len(found) == 1 else None


def find_dimensies(text: str) -> list[str]:
    """Return the dimensions named in `text`, in the order of `DIMENSIES`, misspelt names included."""
    words = _NOT_MEANT.sub(r"\1", plain(text).replace("mijne ", "mijn "))
    without_reason = _REASON.sub("", words)
    return _in(without_reason) or (_in(words) if words != without_reason else [])


def _in(words: str) -> list[str]:
    named = {d for d in DIMENSIES if _named(BENAMINGEN[d], words)}
    named |= {d for d, pattern in _OMSCHRIJVINGEN.items() if pattern.search(words)}
    found = named | _everyday(words) or _misspelt(words.split())
    return [d for d in DIMENSIES if d in found]


def _named(names: tuple[str, ...], words: str) -> list[str]:
    return [name for name in names if f" {name} " in f" {words} "]


def _everyday(words: str) -> set[str]:
    """Return the dimensions named by an everyday word, where all the other words only choose or score."""
    clear = sorted((name for d in DIMENSIES for name in _named(BENAMINGEN[d], words)), key=len, reverse=True)
    for name in clear:
        words = f" {words} ".replace(f" {name} ", " ").strip()
    found = {d: names for d in _ALLEDAAGS if (names := _named(_ALLEDAAGS[d], words))}
    spoken_for = {word for names in found.values() for name in names for word in name.split()}
    beside = [w for w in words.split() if w not in spoken_for | _AROUND and not w[0].isdecimal()]
    return set() if beside else set(found)


def _misspelt(words: list[str]) -> set[str]:
    grams = {
        *words,
        *("".join(pair) for pair in pairwise(words)),
        *("".join(three) for three in zip(words, words[1:], words[2:])),
    }
    found = set()
    for gram in grams:
        if len(gram) >= _SHORTEST and (near := [name for name in _SPELT if _may_be(name, gram)]):
            found |= {_SPELT[m] for m in difflib.get_close_matches(gram, near, 1, _SPELLING_CUTOFF)}
    return found


def _may_be(name: str, gram: str) -> bool:
    """Tell whether there is any use in comparing: too few letters in common make a match impossible."""
    if abs(len(name) - len(gram)) > _MOST_LETTERS_OFF:
        return False
    in_common = len(name) - len(_LETTERS[name].difference(gram))  # at most
    return 2 * in_common >= _SPELLING_CUTOFF * (len(name) + len(gram))
