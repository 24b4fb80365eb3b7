"""The words dates are made of, as people type them: each word of a text in one spelling, with where it stood."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip

_UNITS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
)  # fmt: skip
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ORDINALS = ("eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende")


def _numbers() -> dict[str, str]:
    """Return each number word up to 99 with its digits; of an ordinal with an "o" after them ("achttiende": "18o")."""
    cardinals = dict(zip((*_UNITS, *_TEENS), range(1, 20)))
    cardinals |= {ten: 10 * n for n, ten in enumerate(_TENS, 2)}
    for n, ten in enumerate(_TENS, 2):
        cardinals |= {f"{unit}{link}{ten}": 10 * n + u for u, unit in enumerate(_UNITS, 1) for link in ("en", "ën")}
    ordinals = {f"{word}{'de' if n < 20 else 'ste'}": n for word, n in cardinals.items() if n > 9}
    ordinals |= dict(zip(_ORDINALS, range(1, 10)))
    return {w: str(n) for w, n in cardinals.items() if n > 1} | {w: f"{n}o" for w, n in ordinals.items()}


def _each(spellings: str, meant: str) -> dict[str, str]:
    return dict.fromkeys(spellings.split(), meant)


# A word as it is typed, and the one that is meant: shortened, as it sounds, small ("weekje"), Flemish, English.
_MEANT: dict[str, str] = {
    **_numbers(),
    **_each("een n 'n één ene one 1", "1"),
    **_each("twe two", "2"), **_each("dri three", "3"), **_each("four", "4"), **_each("five", "5"), **_each("six", "6"),
    **_each("dagen dage dgn daagjes dagje dagjes days", "dag"),
    **_each("weken weke wek wekn weekn weeken weekje weekjes weekske weekskes wk wkn weeks", "week"),
    **_each("maanden maande maandje maandjes maandn mnd mnden moand moande moanden month months", "maand"),
    **_each("jaren jr joar jaartje jaartjes year years", "jaar"),
    **_each("kwartalen kwartaaltje", "kwartaal"),
    **_each("halve halfje", "half"), **_each("halfjaar halfjaartje", "half jaar"), **_each("anderhalve", "anderhalf"),
    **_each("volgend volgende vlgnd vlgnde next", "volgend"),
    **_each("komend komende aanstaand aanstaande aankomend aankomende eerstvolgende a.s. a.s as kommende", "komend"),
    **_each("vorige afgelopen voorbije verleden last", "vorig"),
    **_each("laatste", "laatst"), **_each("dit", "deze"), **_each("elk iedere ieder alle every", "elke"),
    **_each("einde", "eind"), **_each("medio midden halverwege", "half"),
    **_each("morge morgn mrgn tomorrow", "morgen"), **_each("binne", "binnen"), **_each("ovr", "over"),
    **_each("after", "na"),
    **_each("weekeinde weekeind wkend weekends", "weekend"), **_each("het 't t", "het"),
    **_each("kerstmis kerstdagen kerstdag", "kerst"), **_each("paasdagen paas", "pasen"), **_each("lente", "voorjaar"),
    **_each("herfst", "najaar"), **_each("jan", "januari"), **_each("feb febr", "februari"), **_each("mrt", "maart"),
    **_each("apr", "april"), **_each("jun", "juni"), **_each("jul july", "juli"), **_each("aug", "augustus"),
    **_each("sep sept", "september"), **_each("okt oct", "oktober"), **_each("nov", "november"),
    **_each("dec", "december"),
    **_each("monday", "maandag"), **_each("tuesday", "dinsdag"), **_each("wednesday", "woensdag"),
    **_each("thursday", "donderdag"), **_each("friday", "vrijdag"), **_each("saturday", "zaterdag"),
    **_each("sunday", "zondag"),
}  # fmt: skip
# Long enough to be known when misspelt, and not a letter away from everyday words (as "morgen" is from "mogen").
_GUESSABLE = (
    *WEEKDAYS, *(month for month in MONTHS if len(month) > 5), "overmorgen", "volgende", "komende", "weekend",
    "kwartaal", "voorjaar", "najaar",
)  # fmt: skip
_GUESSED_FROM = 0.85  # difflib ratio: lets "maandg", "folgende" and "januarie" through
_SHORTEST = 6
_SOUNDS_LIKE = str.maketrans("fsc", "vzk")
_PART_OF_DAY = re.compile(r"(morgen|\w+dag)(?:s?(?:och?tend|voormiddag|namiddag|middag|avond|nacht)|vroeg|morgen)$")
_ORDINAL = re.compile(r"(\d{1,2})(?:e|de|ste)$")
# Cheap: a text without any of these names no date and no length of time.
_OF_TIME = re.compile(
    r"\d|da?g|days?\b|mor?g|tomorrow|w[ek]{1,3}|m[ao]a?nd|mnd|month|jaar|joar|jr|year|kwart|jan|feb|maart|mrt|apr|mei|jun|jul|"
    r"aug|sept|okt|oct|nov|dec|zomer|winter|herfst|lente|pasen|paas|kerst|pinkst|hemelv|sinterk|nieuw|[a-z](?:[nre]d|st)e\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\ba\.s\.?|\d+(?:(?:e|de|ste)\b)?|['’]?[^\W\d_]+|[-/.]")
_MOST_LETTERS = 2_000  # of a text that are read: nobody says when in more


@dataclass(frozen=True)
class Line:
    """A text with each of its words as it was meant, one space between them."""

    text: str
    original: str
    spans: tuple[tuple[int, int, int, int], ...]  # of each word: start and end in `text`, start and end in `original`

    def said(self, start: int, end: int) -> str:
        """Return the words of the original that stand from `start` to `end` of `text`."""
        inside = [span for span in self.spans if span[0] < end and span[1] > start]
        return self.original[inside[0][2] : inside[-1][3]]


def may_name_a_time(text: str) -> bool:
    """Tell whether there is anything in `text` that a date or a length of time could be read from."""
    return bool(_OF_TIME.search(text))


def line(text: str) -> Line:
    """Return `text` with its words in one spelling: "ovr twe weke" as "over 2 week"."""
    text = text[:_MOST_LETTERS]
    words, spans, at = [], [], 0
    for match in _WORD.finditer(text):
        word = _meant(match.group().lower().replace("’", "'"))
        words.append(word)
        spans.append((at, at + len(word), match.start(), match.end()))
        at += len(word) + 1
    return Line(" ".join(words), text, tuple(spans))


def _meant(word: str) -> str:
    if word in _MEANT:
        return _MEANT[word]
    if ordinal := _ORDINAL.match(word):
        return f"{int(ordinal[1])}e"
    if word in WEEKDAYS or word in MONTHS:
        return word
    if (part := _PART_OF_DAY.match(word)) and (day := _meant(part[1])) in (*WEEKDAYS, "morgen"):
        return day
    return _MEANT.get(guessed := _guess(word), guessed)


def _guess(word: str) -> str:
    """Return the word that is meant by a misspelt one, or the word itself."""
    if len(word) < _SHORTEST:
        return word
    first = word.translate(_SOUNDS_LIKE)[0]
    near = [w for w in _GUESSABLE if w.translate(_SOUNDS_LIKE)[0] == first and abs(len(w) - len(word)) <= 2]
    return next(iter(difflib.get_close_matches(word, near, 1, _GUESSED_FROM)), word)
