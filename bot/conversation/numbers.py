"""Scores 0–10 as people write them in Dutch: "een zesje", "7½", "zes en een half", "tussen de 6 en 7"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

LOWEST, HIGHEST = 0.0, 10.0
_MOST_LETTERS = 2_000  # of a text that are read
_NEAR = 40  # letters before a number that can say what it is

# How each number is written: in Dutch, as it sounds, with letters that changed places, in English.
_SPELLINGS: tuple[tuple[float, str], ...] = (
    (0, "null?(?:e(?=tje))?|zero"),
    (1, "een|één|one"),
    (2, "twee|twe|two"),
    (3, "drie|drei|dri|three"),
    (4, "vier|four"),
    (5, "[vf](?:ij|y|ei|ie)[vf]|five"),
    (6, "[zs]ess?|six"),
    (7, "[zs]eu?[vf](?:e?n|e)|zeevn|zeevne|zveen"),
    (8, "a(?:cht|gh?t|cth|hct)|ach(?=je)|eight"),
    (9, "n(?:ee?|eu)ge?n|nege|nine"),
    (10, "tien|tein"),
    (1.5, "anderhal(?:f|ve)"),
    (11, "elf"),
    (12, "twaalf"),
    (15, "(?:der|veer|vijf|zes|zeven|acht|negen)tien"),
    (20, "(?:[a-zé]{3,5}[eë]n)?(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig"),
    (100, "(?:[a-z]{3,8})?honderd(?!uit)[a-zë]*|duizend"),
)  # from eleven on it only matters that it is off the scale
_SMALL_ENDING = r"(?:t?jes?|jte|s?ke|sie|en)?"
_NUMBER_WORD = "(?:" + "|".join(f"(?:{spelling})" for _, spelling in _SPELLINGS) + ")" + _SMALL_ENDING
_WORDS = tuple((value, re.compile(f"(?:{spelling}){_SMALL_ENDING}")) for value, spelling in _SPELLINGS)
_AND = r"(?:en|ën|\+|plus)\s*(?:(?:een|'?nen?|'?n)\s*)?"  # "ne", "nen": een, in Flanders
_PART_AFTER = (
    rf"(?:\s*(?:(?P<half>½|{_AND}(?:½|hal(?:f|ve|uf)|halfje)|enhalf|ënhalf)|(?P<quarter>¼|{_AND}kwart)|"
    rf"(?P<three_quarters>¾|(?:en\s*)?(?:drie\s?kwart|¾))|(?:komma|punt)\s+(?P<tenths>\d|{_NUMBER_WORD})))"
)
_TOKEN = re.compile(
    rf"(?<!\w)(?P<minus>-\s?|min\s)?(?:(?P<digits>\d{{1,4}}(?:[.,]\d{{1,8}})?)(?:t?je)?|(?P<word>{_NUMBER_WORD}))"
    rf"{_PART_AFTER}?(?!\w)"
)
_WIDE = str.maketrans({"’": "'", "‘": "'", "，": ",", "．": ".", "／": "/", "－": "-", "＋": "+", "–": "-", "—": "-"})
_PERCENT = re.compile(r"^\s*(\d{1,3})\s*(?:%|procent)\s*$")
_BARE_HALF = re.compile(r"^\s*(?:een\s+)?(?:½|hal(?:f|fje|ve))\s*$")
_ARTICLE_EEN = re.compile(rf"\b(?:een|zo'n|'n|n|'?nen)\s+(?=(?:\w+e\s+)?(?:\d|{_NUMBER_WORD})\b)")
_SCALE = re.compile(
    r"\b24/7\b|\b(?:(?:op\s+)?(?:een\s+|de\s+)?schaal\s+(?:van\s+\w+\s+)?|van\s+(?:de\s+)?(?:0|1|nul|een|één)\s+)"
    r"(?:tot|t/m|-)\s*(?:en\s+met\s+)?(?:de\s+)?(?:10|tien)\b"
)
_OUT_OF_TEN = re.compile(r"(?:/|\bop|\bvan|\buit)\s*(?:de\s+)?(?:10|tien)\b")

# Numbers of something else: of time, of things and people, on the clock, of a question.
_COUNTED = re.compile(
    r"\s*(?:dag|daag|uur|uren|urtje|minu|wek(?:en)?\b|week|we+ke|maand|jaar|jaren|kwartaal|keer|maal\b|x\b|kind|kids|"
    r"nacht|dienst|mens|euro|€|kilo|kg\b|km\b|collega|persoon|personen|graden|klant|bewoner|pati[eë]nt|cli[eë]nt|"
    r"leerling|vragen\b|cijfers\b|stappen|rondes|koppen|koppies|glazen|boterham|te\s+(?:hoog|laag|veel|weinig)|:\d|%|procent|"
    r"(?:van|in|uit)\s+(?:mijn|me|m'n|het|de)\s+(?:plan|lijst|samenvatting)|"
    r"min\s+(?:per\b|\w*(?:lopen|wandelen|fietsen|rusten?|bewegen|lezen)\b))"
)
_NUMBERED = re.compile(r"(?:\b(?:vraag|antwoord|stap|regel|kamer|locatie|hal|lijn)|(?:^|\s)om|€|\d:)\s*$")
_STUCK_BEFORE, _STUCK_BEHIND = frozenset("{$#@%\\^"), frozenset("}$#@\\^°")  # "{0}", "#3": code, never a score

# What follows "want" says why, unless it turns to another number: "een 4, want ik lag van twee tot vijf wakker".
_REASON = re.compile(
    r"\b(?:want|omdat|doordat|because)\b(?!.*\b(?:bedoel\w*|moet|moest|wil|wou|eigenlijk|liever|toch|maar|nu|nou|dus)\b).*",
    re.DOTALL,
)
_TAKEN_BACK = re.compile(
    r"\s+(?:terug\b|was\s+te\s+\w|(?:gegeven|gezegd|ingevuld)\b[^\d]*\b(?:wijzig|verander|corrigeer|herstel)\b)"
)

# Where several numbers stand, words tell which one is meant: "niet 6 maar 7", "die 8 was te hoog, een 6".
_NOT_THIS = re.compile(
    r"(?<!net )(?<!bijna )\b(?:niet|geen|nie|gene|gin|not|ipv|i\.p\.v\.|in\s?plaats\s+van)\s+"
    r"(?:(?:een|de|die|dat|mijn)\s+)*$"
)
_ONE_THAT = re.compile(r"eentje\s+(?:met|die|dat|van|waar)\b")  # "eentje met een griffel, een tien"
_RATHER_THAN = re.compile(r"\bdan\s+(?:een|de|die|dat|mijn)\s+$")
_THE_ONE_BEFORE = re.compile(
    r"\b(?:de|die|dat|mijn|cijfer)\s+$|"
    r"\b(?:vroeger|voorheen|vorig\w*|gisteren|toen|was (?:het|dat|'t|t)|had ik|ik had|gaf ik|ik gaf|zou \w+ zeggen)\b"
    r"(?:(?!\b(?:en|maar|naar|nu|nou)\b)[^.,;:\d])*$"
)
_EITHER = re.compile(r"\W*(?:of\b(?! nee).*|(?:(?:en|à|a|tot|misschien)\b\W*)+(?:de\s+)?|[^\w\s]\s*)", re.DOTALL)
_TURN = re.compile(
    r"\b(?:maak|ma+k|make|doe|zet|schrijf|word[te]?n?|naar|bedoel\w*|moet|moest|dus|liever|eigenlijk|eerder|zeg|say|"
    r"(?:dat|dit|het) is|te (?:laag|hoog|streng|mild|veel)|nee|gewoon|zelf|vandaag|inmiddels|momenteel|"
    r"op dit moment|herzien|maar ik)\b|(?:\bmaar|[.,;])\s*(?:nu|nou)\b|"
    r"\b(?:door|(?<!of )toch(?: (?:nog|wel|maar))*)\s+$"
)


@dataclass(frozen=True)
class Score:
    """What a text says about a score: one value, several to choose from, or one outside 0–10.

    `value` is a multiple of 0.5 from 0 to 10. `choices` holds two or more such values ("6 of 7", "7,3").
    """

    value: float | None = None
    choices: tuple[float, ...] = ()
    out_of_range: bool = False


@dataclass(frozen=True)
class _Number:
    """A number in a text, and where it stands."""

    value: float
    start: int
    end: int


def parse_score(text: str) -> Score | None:
    """Read a score from `text`, or return None when it holds none.

    A plus, a minus or a word such as "dikke" leaves the number as it is: the spinnenweb is a way to talk.
    """
    text = text[:_MOST_LETTERS].lower().translate(_WIDE).replace("1/2", "½")
    percent = _PERCENT.match(text)
    if percent:
        return _one(int(percent.group(1)) / 10)
    if _BARE_HALF.match(text):
        return Score(value=0.5)
    text = _SCALE.sub(" ", _ARTICLE_EEN.sub("", text))
    without_ten = _OUT_OF_TEN.sub(" ", text)
    text = without_ten if _numbers(without_ten) else text  # "op een 10" is a ten after all
    meant = _meant(_REASON.sub(" ", text)) or _meant(text)
    values = list(dict.fromkeys(number.value for number in meant))
    if not values:
        return None
    return _one(values[0]) if len(values) == 1 else _several(values)


def format_score(value: float) -> str:
    """Write a score the Dutch way: 7 as "7", 7.5 as "7,5"."""
    return f"{value:g}".replace(".", ",")


def _numbers(text: str) -> list[_Number]:
    found: list[_Number] = []
    for match in _TOKEN.finditer(text):
        counted = _COUNTED.match(text, match.end()) or _NUMBERED.search(_before(text, match.start()))
        if counted or _is_stuck(text, match) or _is_article(text, match) or _TAKEN_BACK.match(text, match.end()):
            continue
        value = _value(match)
        found.append(_Number(-value if match["minus"] and not found else value, match.start(), match.end()))
    return found


def _value(match: re.Match[str]) -> float:
    whole = _of_word(match["word"]) if match["word"] else float(match["digits"].replace(",", "."))
    if tenths := match["tenths"]:
        return whole + (float(tenths) if tenths.isdecimal() else _of_word(tenths)) / 10
    parts = (("half", 0.5), ("quarter", 0.25), ("three_quarters", 0.75))
    return whole + sum(size for name, size in parts if match[name])


def _of_word(word: str) -> float:
    return next(float(value) for value, spelling in _WORDS if spelling.fullmatch(word))


def _is_stuck(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start()][-1:], text[match.end() :][:1]
    return before in _STUCK_BEFORE or behind in _STUCK_BEHIND


def _is_article(text: str, match: re.Match[str]) -> bool:
    """Tell whether "een" is the article: it is a number only where it stands alone ("een", "doe maar een één")."""
    alone = not text[match.end() :].strip(" .!?")
    return match["word"] == "een" and not alone and match.end() == match.end("word")


def _meant(text: str) -> list[_Number]:
    """Return the numbers of `text` but those that were said not to be it, or to be it no longer."""
    left = [n for n in _numbers(text) if not _NOT_THIS.search(_before(text, n.start))]
    if len(left) < 2:
        return left
    left = [n for n in left if not _ONE_THAT.match(text, n.start)] or left
    left = [n for n in left if not _RATHER_THAN.search(_before(text, n.start))] or left
    gaps = [text[one.end : other.start] for one, other in pairwise(left)]
    if gaps and not _EITHER.fullmatch(gaps[-1]):
        if _TURN.search(gaps[-1]):
            return left[-1:]
        return [n for n in left if not _THE_ONE_BEFORE.search(_before(text, n.start))] or left
    return left


def _before(text: str, start: int) -> str:
    return text[max(0, start - _NEAR) : start]


def _one(value: float) -> Score:
    if not LOWEST <= value <= HIGHEST:
        return Score(out_of_range=True)
    if value * 2 == int(value * 2):
        return Score(value=value)
    lower = int(value * 2) / 2
    return Score(choices=(lower, lower + 0.5))


def _several(values: list[float]) -> Score:
    inside = sorted({v for v in values if LOWEST <= v <= HIGHEST and v * 2 == int(v * 2)})
    if len(inside) < 2:
        return _one(inside[0]) if inside else Score(out_of_range=True)
    if len(inside) == 2 and inside[1] - inside[0] == 1:
        inside.insert(1, inside[0] + 0.5)
    return Score(choices=tuple(inside[:5]))
