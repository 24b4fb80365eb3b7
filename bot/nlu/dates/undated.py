"""Moments people name that no calendar knows: "na mijn vakantie", "om vier uur", "als de cursus klaar is".

"Later", "straks" and "vanavond" name none: whoever says so has to be asked just the same.
"""

from __future__ import annotations

import re

_THE = r"(?:mijn|m'n|mn|de|het|'t|t|onze|ons|die|deze|dit|dat|een|'n|my|the)"
_NO_EVENT = r"(?!(?:dat|wat|hoe|of|hier|nu|jou|je|u|mij|te|twee|drie|\d+)\b)"
_HOURS = r"\d{1,2}(?:[:.]\d\d)?|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
_UNDATED = re.compile(
    r"\b(?:"
    + "|".join(
        (
            rf"(?:na|after) (?:{_THE} )?{_NO_EVENT}[^\W\d]\w*",
            rf"(?:als|wanneer|zodra) {_THE} [\w ]{{2,30}}? (?:voorbij|klaar|om|over|af) (?:is|ben|zijn)",
            rf"(?:over|binnen) (?:(?:een|'n|één|half|{_HOURS}) )*(?:uur|uurtje|kwartier|kwartiertje)",
            r"over (?:\w+ ){1,2}minu\w+(?= (?:weer )?(?:terug|verder|door))",  # else that is when something else begins
            rf"om (?:half ?)?(?:{_HOURS}|een(?= uur))(?: uur)?",
            rf"(?:tot|rond|tegen) (?:half ?(?:{_HOURS})|(?:{_HOURS}) uur)",
            r"later (?:deze|van de|in de) (?:week|maand)|van de week",
            r"op de \w+(?:de|ste) dag",
            r"(?:op )?een (?:andere (?:dag|keer|week)|ander moment)|another time|de (?:dag|week|avond) ervoor",
            r"\w+ (?:dagen|weken?|maanden?) (?:daarna|erna|ervoor)",
            r"(?:in|bij) (?:mijn|m'n|mn|de) (?:volgende )?(?:vakantie|pauze|verlof)",
        )
    )
    + r")\b",
    re.IGNORECASE,
)


def find_undated(text: str) -> str | None:
    """Return the words for a moment without a date, as said, or None."""
    match = _UNDATED.search(text)
    return match.group() if match else None
