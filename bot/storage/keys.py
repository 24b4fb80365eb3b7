"""Keep, find and destroy the keys of conversations."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, insert, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.exc import SQLAlchemyError

from bot import logs
from bot.storage.database import begin_impatiently, erase_traces
from bot.storage.models import ConversationKey

logger = logging.getLogger(__name__)


@dataclass(frozen=True, repr=False)
class StoredKey:
    """All that is kept about one conversation: id (32 hex digits), key (32 bytes), two days."""

    conversation_id: str
    key: bytes
    created_on: date
    last_used_on: date


class ConversationKeys:
    """The keys in the database of an engine; safe to use from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(self, conversation_id: str, key: bytes, today: date) -> None:
        """Keep the key of a new conversation.

        Raises:
            sqlalchemy.exc.IntegrityError: when the conversation has a key already.
        """
        row = {"conversation_id": conversation_id, "key": key, "created_on": today, "last_used_on": today}
        with self._engine.begin() as connection:
            connection.execute(insert(ConversationKey).values(row))

    def get(self, conversation_id: str) -> StoredKey | None:
        """Find the key of a conversation; None when it never was or is gone."""
        statement = select(
            ConversationKey.conversation_id,
            ConversationKey.key,
            ConversationKey.created_on,
            ConversationKey.last_used_on,
        ).where(ConversationKey.conversation_id == conversation_id)
        with self._engine.connect() as connection:
            row = connection.execute(statement).first()
        return None if row is None else StoredKey(*row)

    def touch(self, conversation_id: str, today: date) -> bool:
        """Note that a conversation was used today; True when that changed something, at most once a day.

        Not worth a turn: where the disk is full or somebody else is writing it is left, and the next turn tries again.
        """
        statement = (
            update(ConversationKey)
            .where(ConversationKey.conversation_id == conversation_id, ConversationKey.last_used_on < today)
            .values(last_used_on=today)
        )
        try:
            with begin_impatiently(self._engine) as connection:
                return bool(connection.execute(statement).rowcount)
        except SQLAlchemyError as error:
            logger.warning("the day of use could not be noted", extra=logs.fault(error))
            return False

    def newest_use(self) -> date | None:
        """Return the last day on which any conversation was used; None when there is none."""
        statement = select(ConversationKey.last_used_on).order_by(ConversationKey.last_used_on.desc()).limit(1)
        with self._engine.connect() as connection:
            newest: date | None = connection.execute(statement).scalar_one_or_none()
        return newest

    def delete(self, conversation_id: str) -> bool:
        """Destroy a key, down to its bytes in the files; False when there was none."""
        with self._engine.begin() as connection:
            found = bool(
                connection.execute(
                    delete(ConversationKey).where(ConversationKey.conversation_id == conversation_id)
                ).rowcount
            )
        if found:
            erase_traces(self._engine)
        return found

    def delete_older_than(self, day: date) -> int:
        """Destroy the keys last used before `day`; the number of them. Finishes earlier deletes too."""
        with self._engine.begin() as connection:
            deleted: int = connection.execute(
                delete(ConversationKey).where(ConversationKey.last_used_on < day)
            ).rowcount
        erase_traces(self._engine)
        return deleted
