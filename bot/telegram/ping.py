"""A message nobody asked for at that moment: that there is something to read, and not a word of what."""

from __future__ import annotations

import logging

from telegram import Bot
from telegram.error import TelegramError

from bot import logs
from bot.conversation.knowledge import Texts
from bot.settings import Settings
from bot.telegram.addresses import Addresses
from bot.telegram.client import client
from bot.telegram.sending import LONGEST_WAIT, insist
from bot.vault.sealing import SealBroken

logger = logging.getLogger(__name__)


async def ping(bot: Bot, chat: int, texts: Texts) -> bool:
    """Tell that a coach has answered; False when it could not be told, because the bot is blocked for instance."""
    try:
        await insist(lambda: bot.send_message(chat, texts.get("telegram.coach")), LONGEST_WAIT)
    except TelegramError as error:
        logger.info("a message could not be sent", extra=logs.fault(error))
        return False
    return True


async def ping_sealed(settings: Settings, addresses: Addresses, sealed: bytes, texts: Texts) -> bool:
    """Do the same from any process, with the address as it was sealed."""
    try:
        chat = addresses.open(sealed)
    except SealBroken:
        return False
    async with client(settings) as bot:
        return await ping(bot, chat, texts)
