"""Whether words name somebody: who has said with whom is not asked as if nobody had been named."""

from __future__ import annotations

import re

from bot.conversation.turn import Turn

# Somebody by what they are to the person: "mijn zus", "ff vragen aan mn teamleider", "samen met de ploeg".
_SOMEBODY = re.compile(
    r"\b(?:hem|hen|samen met|collega'?s?|team(?:leid(?:er|ster))?|ploeg|leidinggevende|manager|baas|bazin|chef|planner|"
    r"maatje|buddy|(?:mijn|m'n|mn|me|onze|ons) (?:\w+ )?(?:man|vrouw|partner|vriend\w*|zus\w*|broer\w*|moeder|vader|"
    r"ouders|zoon|dochter|kinderen|gezin|buur\w*))\b"
)


def named_in(turn: Turn, text: str) -> bool:
    """Tell whether a text names somebody, by name or by what they are to the person."""
    return bool(_SOMEBODY.search(text.casefold()) or any(o.kind == "naam" for o in turn.knowledge.others_in(text)))
