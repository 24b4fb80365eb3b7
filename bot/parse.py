"""What the bot makes of one utterance, for evaluation tools: exactly what a turn would see."""

from __future__ import annotations

from typing import Any

from bot.engine.engine import Engine
from bot.nlu import crisis


async def parse_line(engine: Engine, text: str) -> dict[str, Any]:
    """Return text, intent, confidence, entities by name, and whether it is a cry for help."""
    parsed = await engine.parse(text)
    intent = parsed["intent"]
    return {
        "text": text,
        "intent": intent["name"],
        "confidence": round(float(intent["confidence"]), 4),
        "entities": {entity["entity"]: entity["value"] for entity in parsed["entities"]},
        "crisis": crisis.detect(text) is not None,
    }
