"""What stands beside the conversation, for a client that keeps it in sight: the drawing and the summary as they are.

Both are as the chat API gives them (docs/api.md).
"""

from __future__ import annotations

from typing import Any

from bot.conversation import flow, summary
from bot.conversation.dimensions import DIMENSIES, NAMEN
from bot.conversation.state import Gesprek
from bot.conversation.turn import Turn
from bot.knowledge import knowledge


def drawing(g: Gesprek) -> dict[str, Any]:
    """Return the drawing with its six dimensions, clockwise from the top; null while there is nothing to draw."""
    if not g.scores:
        return {"drawing": None}
    image = flow.drawing(g)
    dimensions = [{"key": dimensie, "name": NAMEN[dimensie]} for dimensie in DIMENSIES]
    return {"drawing": {"svg": image.svg, "alt": image.alt, "dimensions": dimensions}}


def redrawn(before: Gesprek, now: Gesprek) -> dict[str, Any]:
    """Return the drawing where the turn changed it, else nothing."""
    return drawing(now) if (before.scores, before.marks) != (now.scores, now.marks) else {}


def rewritten(g: Gesprek) -> dict[str, Any]:
    """Return the summary line by line."""
    return {"summary": summary.sheet(Turn(g, knowledge()))}
