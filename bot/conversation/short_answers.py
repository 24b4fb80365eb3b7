"""Short answers that mean the same whoever gives them: yes, no, nothing, I don't know."""

from __future__ import annotations

import re
import unicodedata

from bot.conversation.dimensions import plain
from bot.conversation.numbers import parse_score


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Said before a yes or a no, and not part of it.
_BEFORE = re.compile(r"^(?:(?:nou|tja|ach|och|oh|o|goh|bah|uh+|eh+|hm+|dan|ok|oke|okee|goed)\s+)+")
_YES = re.compile(
    r"(?:j+a+h?|jawel|jep|jup|joa|yes|jazeker|zeker weten|graag|waarom niet|(?:ik ga )?akkoord|"
    r"(?:dat is )?vanzelfsprekend|"
    r"(?:na)?tuurlijk(?! (?:niet|nie)\b))\b"
)
_AGREEING = re.compile(
    rf"(?:(?:{_YES.pattern}|ok|oke|okee|prima|goed|zeker|natuurlijk|tuurlijk|klopt)\s*)"
    r"(?:(?:ja|graag|hoor|zeker|best|wel|dat|da|mag|doe|maar|is|goed|prima|ok|oke|leuk|natuurlijk|klopt|dan|"
    r"zekers)\s*)*"
)
_NO = re.compile(r"(?:n+e+e+|nee[nj]\w?|nope|neuh|nah|no|bijlange niet)\b")
_ONLY_NO = re.compile(
    rf"(?:{_NO.pattern}|liever niet|nu niet)(?: (?:hoor|zulle|dank (?:je|u)(?: wel)?|bedankt|eigenlijk niet|"
    rf"liever niet|nu niet|niet echt))*"
)
_DECLINED = re.compile(
    r"\b(?:(?:niet|nie) nodig|hoe(?:f|ft|ve) (?:\w+ ){0,2}?(?:niet|nie)|liever (?:niet|nie)|(?:niet|nie) nu|"
    r"nu (?:even )?(?:niet|nie)|"
    r"geen (?:behoefte|zin)|doe maar (?:niet|nie)|ja nee|denk (?:het |ik )*(?:eigenlijk )?(?:niet|nie)\b|"
    r"denk van niet|toch maar niet|(?:na)?tuurlijk (?:niet|nie)|(?:niet|nie) akkoord|"
    r"(?:dat|da|t) is (?:\w+ )?prive)\b"
)
# Said first and taken back in the same breath: "nou nee … nou ja doe toch maar wel", "ja, of nee, toch maar niet".
_IN_BETWEEN = (
    r"(?: (?:ja|nee|neen|nou|of|wacht|even|eens|o|oh|och|ach|allez?|allee|eh|uh|hm+|tja|maar|weet je|eigenlijk|graag|"
    r"hoor|dank (?:je|u)(?: wel)?|liever niet|nu niet|goed|ok|oke|doe maar))*"
)
_BEHIND = r"(?: (?:hoor|graag|zulle|eigenlijk|dan|goed|ok|oke|dank (?:je|u)(?: wel)?|bedankt|laat maar))*"
_AFTER_ALL = r"(?:(?:doe|mag|wil ik|ik wil|ik doe|laat)(?: (?:het|dat|t))? )?"
_NO_TAKEN_BACK = re.compile(
    rf"(?:{_NO.pattern}|liever niet){_IN_BETWEEN} {_AFTER_ALL}"
    rf"(?:toch (?:maar )?(?:wel|ja)|maar wel|wacht ja|vooruit(?: dan)?(?: maar)?|nou ja (?:doe|mag) (?:\w+ )?maar|"
    rf"bij nader inzien (?:toch )?(?:wel|ja)){_BEHIND}"
)
_YES_TAKEN_BACK = re.compile(
    rf"{_YES.pattern}{_IN_BETWEEN} {_AFTER_ALL}"
    rf"(?:toch (?:maar |liever )?(?:niet|nie|nee[nj]?)|maar niet|wacht nee[nj]?|of nee|nou nee|"
    rf"bij nader inzien (?:toch )?(?:niet|nee)){_BEHIND}"
)
_NOT_KNOWING = re.compile(
    r"\b(?:we+te?n?|weeni\w*|kwee\w*|idee|benul|zeggen|nagedacht|nadenken|bedenken|twijfel\w*|snap\w*|moeilijk\w*|"
    r"lastig\w*|pf+|hm+|tja|idk|dunno)\b"
)
_BESIDE_NOT_KNOWING = _words(
    "ik k t dat da het is niet nie ni nit echt eigenlijk zo precies nu even nog goed goe goh pff tja ja nee nou eh "
    "uh hm hoor denk misschien "
    "met wie wanneer waarmee welke geen flauw heb daar er hier over om van zou zal kan wel ook moet op dit moment "
    "vraag antwoord wat hoe waar of "
    "gewoon sorry te heel erg "
    "best een beetje maar nooit u je mij me in voor vind ben"
)
_CLEAR_YES = re.compile(
    r"(?:(?:nou|ok|oke|okee|goed|prima) )?(?:j+a+|jawel|jazeker|zeker(?: weten)?|yes|yep|graag|(?:ik ga )?akkoord|"
    r"ik geef toestemming|(?:deel|stuur|verstuur) (?:het|dit|maar|dit maar|het maar))"
    r"(?: (?:ja|hoor|graag|zeker|goed|prima|akkoord|dat|dit|het|is|klopt|mag|ik|wil|wel|weten|deel|delen|stuur|sturen|"
    r"verstuur|versturen|met|naar|aan|de|coach|dank|je|absoluut|helemaal|natuurlijk|tuurlijk|"
    r"(?:doe|deel|stuur|verstuur)(?: het| dit)? maar))*"
)
_ASKS_BACK = re.compile(r"^j+a+ (?:is (?:dat|dit|het)|wil je|mag ik)\b|\bweten\b")  # without a question mark
_GLAD = re.compile("[👍👌✅☑🙏🙂😊😀😃😄❤💚💪🎉]")
_THUMB_UP, _THUMB_DOWN = re.compile("[👍👌✅☑🙏]"), re.compile("[👎❌🚫]")
_MAYBE = re.compile(
    r"(?:(?:misschien|eventueel|ooit|later|soms|wie weet|kan zijn|zou kunnen|een andere keer|nog niet|wel eens|"
    r"ooit)\s*)+"
)
_HESITATES = re.compile(
    r"(?:(?:dat|ik|dit|het|eigenlijk|nou|pff)\s)*(?:durf|kan|kun|weet)\b(?: \w+){0,3} (?:niet|nie|niks|niets|"
    r"geen)\b(?: \w+){0,3}$"
)
# "te verdrietig voor", "daar ben ik veel te moe voor", "ik voel me te onzeker om iets te vragen".
_TOO = r"(?:(?:veel|nog|gewoon|nu|echt|eigenlijk|even) )*te (?!voet\b|paard\b|fiets\b)\w+"
_TOO_MUCH = re.compile(
    r"(?:(?:pf+|tja|nou|sorry|nee|ja|daar|er|hier|dat|k|ik|me|mij) )*"
    rf"(?:(?:(?:ben|voel)(?: (?:ik|me|mij|er|daar|nu))* )?{_TOO} (?:(?:er|daar|hier|dat) ?)?voor|"
    rf"(?:ben|voel)(?: (?:ik|me|mij|er|daar|nu))* {_TOO}|veel {_TOO}|"
    rf"(?:(?:ben|voel)(?: (?:ik|me|mij|er|daar|nu))* )?{_TOO} om(?: (?!dus\b|maar\b|daarom\b)\w+){{1,5}})"
    r"(?: (?:nu|hoor|vandaag|op dit moment|denk ik|eigenlijk))*"
)
_NOTHING = re.compile(
    r"(?:ik heb )?(?:(?:daar|er|hier|dat) )?(?:verder )?(?:niets|niks) (?:(?:voor|bij|verder|"
    r"van) )?nodig(?: hoor)?|(?:dat )?(?:is )?(?:nvt|n v t|niet van toepassing)|"
    r"(?:(?:nou|tja|eh|uh|nee|voor nu|eigenlijk)\s+)*(?:niets|niks|nix|niemand|geen|gene|geen een|geeneen|nee|neen|"
    r"neuh|nope)"
    r"(?:\s+(?:hoor|eigenlijk|nodig|speciaal|speciaals|bijzonders|echt|verder|anders|meer|denk ik|dank (?:je|"
    r"u)(?: wel)?|bedankt|van dat|"
    r"van die|idee van|nu|op dit moment|zulle))*"
)
# What people say around a number or a yes, without telling anything by it.
_IN_PASSING = _words(
    "ik mij me mijzelf mezelf geef gaf krijgt daar hier er voor een het dat die is was denk zou zeggen doe maar "
    "maak zet verander wijzig van naar "
    "in toch wel zo ongeveer ofzo misschien liever dan nu op dit moment cijfer score punt dikke ruime krappe "
    "kleine min plus net bijna rond "
    "tussen de en of half graag ja nee hoor goed best vind ook nog even om met iemand over willen wil praten "
    "spreken teken eens zeker"
)
_ENOUGH_TO_TELL = 2  # words beside "I don't know"


def yes_or_no(text: str) -> bool | None:
    """Return whether words begin with a yes, or with a no or a refusal anywhere; None when they do neither.

    Of a yes and a no that takes it back, or the other way round, the last counts.
    """
    words = _BEFORE.sub("", plain(text))
    if _NO_TAKEN_BACK.fullmatch(words):
        return True
    if _YES_TAKEN_BACK.fullmatch(words):
        return False
    if _NO.match(words) or _DECLINED.search(words) or _THUMB_DOWN.match(text.strip()):
        return False
    if _THUMB_UP.match(text.strip()):
        return True
    return True if _YES.match(words) else None


def clear_yes(text: str, name: str = "") -> bool:
    """Tell whether words are a yes to this and to nothing else: no question back, and no face that says no.

    `name` may stand in it: "ja, deel met Marieke".
    """
    said = plain(text)
    words = " ".join(word for word in said.split() if word not in plain(name).split())
    asks = "?" in text or _ASKS_BACK.search(said.replace("zeker weten", ""))
    faces = any(unicodedata.category(character) == "So" for character in _GLAD.sub("", text))
    return bool(_CLEAR_YES.fullmatch(words)) and not asks and not faces


def maybe(text: str) -> bool:
    """Tell whether words leave it at perhaps."""
    return bool(_MAYBE.fullmatch(plain(text)))


def hesitates(text: str) -> bool:
    """Tell whether somebody says in a few words that they can't, don't dare, don't know, or are too tired for it."""
    words = plain(text)
    return bool(_HESITATES.match(words) or _TOO_MUCH.fullmatch(words))


def only_yes(text: str) -> bool:
    """Tell whether words are a bare yes."""
    return bool(_YES.fullmatch(_BEFORE.sub("", plain(text)).removesuffix(" hoor")))


def only_agrees(text: str) -> bool:
    """Tell whether words agree and tell nothing else: "ja graag", "prima hoor"."""
    return bool(_AGREEING.fullmatch(plain(text)))


def only_no(text: str) -> bool:
    """Tell whether words are a bare no, a polite one too."""
    return bool(_ONLY_NO.fullmatch(_BEFORE.sub("", plain(text))))


def only_not_knowing(text: str) -> bool:
    """Tell whether words say "I don't know" and no more: with a few others beside it, something was told after all."""
    words = plain(text)
    beside = [w for w in words.split() if w not in _BESIDE_NOT_KNOWING and not _NOT_KNOWING.fullmatch(w)]
    return not words or (bool(_NOT_KNOWING.search(words)) and len(beside) < _ENOUGH_TO_TELL)


def beside_a_score(text: str) -> list[str]:
    """Return the words that tell something beside a score or a yes."""
    return [w for w in plain(text).split() if w not in _IN_PASSING and parse_score(w) is None]


def nothing(text: str) -> bool:
    """Tell whether words say "nothing", "nobody" or "none" and no more."""
    return bool(_NOTHING.fullmatch(plain(text)))
