"""The client of the Bot API."""

from __future__ import annotations

from telegram import Bot
from telegram.request import HTTPXRequest

from bot.settings import Settings

CONNECTIONS = 64
_SECONDS = 20.0


def client(settings: Settings) -> Bot:
    """Make a client for the bot of the settings, which has a token."""
    return Bot(
        token(settings),
        base_url=f"{settings.telegram_api}/bot",
        base_file_url=f"{settings.telegram_api}/file/bot",
        request=HTTPXRequest(CONNECTIONS, _SECONDS, _SECONDS, _SECONDS, _SECONDS),
    )


def token(settings: Settings) -> str:
    """Return the token: not for a log, a message or an address that is kept."""
    assert settings.telegram_token is not None
    return settings.telegram_token.get_secret_value()
