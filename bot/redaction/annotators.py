"""What `deduce` looks for, in its own terms: https://deduce.readthedocs.io/en/latest/tutorial.html.

The wheel of deduce 3.0.4 lacks the configuration it opens by default. This one leaves out what people may well want to
share of themselves (dates, ages), and keeps what points at somebody else.
"""

from __future__ import annotations

from typing import Any

_TOKENS = "deduce.annotator.TokenPatternAnnotator"
_CONTEXT = "deduce.annotator.ContextAnnotator"
_LISTED = "docdeid.process.MultiTokenLookupAnnotator"
_PATTERN = "docdeid.process.RegexpAnnotator"

_SURNAME = {"and": [{"like_name": True}, {"neg_lookup": "whitelist"}, {"neg_lookup": "prefix"}]}
_BEFORE_A_NAME = ["prefix", "voornaam", "achternaam", "naam", "interfix"]

_STREET = (
    r"\b((?:[A-Z][\w'-]*\s+){0,3}?[A-Z]?[\w'-]*"
    r"(?:straat|laan|weg|plein|gracht|kade|singel|dijk|dreef|hof|pad|steeg|markt|plantsoen|park|baan|wal|ring)"
    r"\s+\d{1,4}(?:\s?[a-zA-Z](?![a-zA-Z]))?)\b"
)
_STREET_ALONE = r"\b([A-Z][a-z'-]{2,}(?:straat|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen))\b"
_POSTCODE = r"(?<!\d)([1-9]\d{3}\s?[A-Z]{2})(?![A-Za-z])"
_CARE = (
    r"\b((?i:zorgcentrum|verzorgingshuis|verpleeghuis|verpleegtehuis|woonzorgcentrum|huisartsenpraktijk|praktijk|"
    r"ziekenhuis|kliniek|stichting|revalidatiecentrum|gezondheidscentrum|basisschool|school|kinderdagverblijf)"
    r"(?:\s+(?:de|het|den|'t|van|der))?(?:\s+[A-Z][\w'-]+)+)"
)
_ACADEMIC = r"\b((?:[A-Z]\w+\s?)?(?:UMC|umc|MC)(?:\s[A-Z]\w+)?)\b"
_PHONE = r"(?<!\d)((?:\+|00)\d{2}[\s-]?(?:\(0\)\s?)?\d(?:[\s.-]?\d){7,9}|0\d(?:[\s.-]?\d){7,8})(?!\d)"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_LINK = r"\b(?:https?://|www\.)[^\s<>\"]+"
_ACCOUNT = r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b"
_NUMBER = r"(?<!\d)\d{7,}(?!\d)"


def config() -> dict[str, Any]:
    """Return the configuration; `deduce` changes what it is given, so every call makes a new one."""
    return {
        "annotators": {**_names(), **_places(), **_numbers()},
        "resolve_overlap_strategy": {"attributes": ["priority", "length"], "ascending": [False, False]},
        "adjacent_annotations_slack": r"[\. \-]?[\. ]?",
        "redactor_open_char": "[",
        "redactor_close_char": "]",
    }


def _names() -> dict[str, Any]:
    return {
        "titled": _tokens("prefix+naam", [{"lookup": "prefix"}, _SURNAME], skip=["."]),
        "titled_with_between": _tokens(
            "prefix+interfix+naam", [{"lookup": "prefix"}, {"lookup": "interfix"}, {"like_name": True}], skip=["."]
        ),
        "surname_after_between": _tokens(
            "interfix+achternaam",
            [{"lookup": "interfix"}, {"and": [{"lookup": "interfix_surname"}, {"neg_lookup": "whitelist"}]}],
        ),
        "first_name": _listed("names", "voornaam", "first_name"),
        "surname": _listed("names", "achternaam", "surname"),
        "around_names": {
            "annotator_type": _CONTEXT,
            "group": "names",
            "args": {
                "iterative": True,
                "pattern": [
                    _beside("right", "{tag}+interfix+naam", [{"lookup": "interfix"}, {"like_name": True}]),
                    _beside("right", "{tag}+naam", [_SURNAME]),
                    _beside("left", "initiaal+{tag}", [{"is_initials": True}]),
                    _beside("left", "prefix+{tag}", [{"lookup": "prefix"}]),
                ],
            },
        },
    }


def _places() -> dict[str, Any]:
    return {
        "place": _listed("locations", "plaats", "placename"),
        "address": _pattern("locations", "adres", _STREET, group=1, priority=2),
        "street": _pattern("locations", "adres", _STREET_ALONE, group=1, priority=1),
        "postcode": _pattern("locations", "adres", _POSTCODE, group=1, priority=2),
        "hospital": _listed("institutions", "instelling", "hospital"),
        "academic": _pattern("institutions", "instelling", _ACADEMIC, group=1),
        "care": _pattern("institutions", "instelling", _CARE, group=1, priority=1),
    }


def _numbers() -> dict[str, Any]:
    return {
        "phone": _pattern("numbers", "telefoonnummer", _PHONE, priority=3),
        "mail": _pattern("numbers", "mailadres", _MAIL, priority=4),
        "link": _pattern("numbers", "link", _LINK, priority=4),
        "account": _pattern("numbers", "rekeningnummer", _ACCOUNT, priority=4),
        "number": _pattern("numbers", "nummer", _NUMBER, priority=2),
    }


def _tokens(tag: str, pattern: list[Any], skip: list[str] | None = None) -> dict[str, Any]:
    args = {"tag": tag, "skip": skip or [], "pattern": pattern}
    return {"annotator_type": _TOKENS, "group": "names", "args": args}


def _listed(group: str, tag: str, lookup: str) -> dict[str, Any]:
    args = {"tag": tag, "lookup_values": lookup, "overlapping": True}
    return {"annotator_type": _LISTED, "group": group, "args": args}


def _pattern(name: str, tag: str, pattern: str, *, group: int = 0, priority: int = 0) -> dict[str, Any]:
    args = {"tag": tag, "regexp_pattern": pattern, "capturing_group": group, "priority": priority}
    return {"annotator_type": _PATTERN, "group": name, "args": args}


def _beside(direction: str, tag: str, pattern: list[Any]) -> dict[str, Any]:
    return {"name": tag, "direction": direction, "pre_tag": _BEFORE_A_NAME, "tag": tag, "skip": [".", "-"],
            "pattern": pattern}  # fmt: skip
