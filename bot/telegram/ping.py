"""A message nobody asked for at that moment: that a coach has answered, and not a word of what."""

from __future__ import annotations

import logging

from anyio.to_thread import run_sync
from telegram import Bot
from telegram.error import Forbidden, TelegramError

from bot import logs
from bot.conversation.sharing import SharingAway
from bot.sharing.service import Sharing
from bot.telegram.addresses import Addresses
from bot.telegram.sending import LONGEST_WAIT, insist
from bot.vault.sealing import SealBroken

logger = logging.getLogger(__name__)


async def tell_all(bot: Bot, sharing: Sharing, addresses: Addresses, text: str) -> None:
    """Tell everybody who shared and has an unread answer, each at most once a day, by one process."""
    try:
        for share_id, sealed in await run_sync(sharing.to_tell):
            if await run_sync(sharing.claim_telling, share_id) and not await _tell(bot, addresses, sealed, text):
                await run_sync(sharing.not_told, share_id)
    except SharingAway:
        logger.warning("nobody could be told of an answer: what is shared is out of reach")


async def _tell(bot: Bot, addresses: Addresses, sealed: bytes, text: str) -> bool:
    """Tell one person; False when it may work later. Who blocked the bot doesn't want to be told."""
    try:
        chat = addresses.open(sealed)
        await insist(lambda: bot.send_message(chat, text), LONGEST_WAIT)
    except (SealBroken, Forbidden):
        return True
    except TelegramError as error:
        logger.info("a message could not be sent", extra=logs.fault(error))
        return False
    return True
