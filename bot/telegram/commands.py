"""The commands in Telegram's menu: what each of them means to the conversation."""

from __future__ import annotations

from telegram import BotCommand

from bot.conversation.knowledge import Texts
from bot.telegram.updates import HELP_NOW

START, SAVE = "start", "bewaar"
MEANS = {
    "help": "hulp",
    "verder": "hervatten",
    "terug": "terug",
    "overslaan": "overslaan",
    "uitleg": "vraag_uitleg",
    "herhaal": "herhalen",
    "pauze": "pauzeren",
    "stop": "stoppen",
    "samenvatting": "toon_samenvatting",
    "spinnenweb": "toon_spinnenweb",
    "delen": "delen_met_coach",
    "gedeeld": "delen_intrekken",
    "privacy": "vraag_privacy",
    "gegevens": "exporteer_gegevens",
    "opnieuw": "opnieuw",
    "wis": "verwijder_gegevens",
}
_ORDER = (START, HELP_NOW, "help", "verder", "terug", "overslaan", "uitleg", "herhaal", "pauze", "stop", SAVE)
NAMES = (*_ORDER, *(name for name in MEANS if name not in _ORDER))


def menu(texts: Texts) -> list[BotCommand]:
    """Return what Telegram shows in its menu."""
    return [BotCommand(name, texts.get(f"telegram.opdracht.{name}")) for name in NAMES]
