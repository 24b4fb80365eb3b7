"""The tables. Whatever is added here is listed in the export and in docs/privacy.md."""

from __future__ import annotations

from sqlalchemy import Column, Date, LargeBinary, MetaData, String
from sqlalchemy.orm import declarative_base

NAMING_CONVENTION = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Base = declarative_base(metadata=MetaData(naming_convention=NAMING_CONVENTION))


class ConversationKey(Base):
    """The key of one conversation, without which its capsule is noise.

    Days without a time, and no row number that keeps the order of arrival (`WITHOUT ROWID`): nothing here can be
    laid beside a login or a proxy log to tell whose conversation it is.
    """

    __tablename__ = "conversation_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    conversation_id = Column(String(32), primary_key=True)
    key = Column(LargeBinary(32), nullable=False)
    created_on = Column(Date, nullable=False)
    last_used_on = Column(Date, nullable=False)
