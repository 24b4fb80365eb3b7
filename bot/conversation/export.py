"""Everything held of one conversation, literally, for the person it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation import plan
from bot.conversation.dimensions import DIMENSIES
from bot.conversation.state import Gesprek


def export(g: Gesprek, stored_on_server: dict[str, str], shares: Sequence[dict[str, Any]] = ()) -> dict[str, Any]:
    """Return what the conversation holds, and what the server keeps: about the conversation, and of what was shared."""
    return {
        "scores": {dimensie: g.scores.get(dimensie) for dimensie in DIMENSIES},
        "answers": dict(g.answers),
        "marks": list(g.marks),
        "plan": plan.as_dict(g),
        "skipped": list(g.skipped),
        "route": g.route,
        "chosen_offer": g.chosen_offer,
        "deepening_themes": dict(g.themes),
        "shares": list(shares),
        "told_about_shares": {share_id: dict(told) for share_id, told in g.gedeeld.items()},
        "stored_on_server": stored_on_server,
    }
