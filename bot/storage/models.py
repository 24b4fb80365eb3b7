"""The tables. Whatever is added here is listed in the export and in docs/privacy.md."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
)
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


class CoachAccount(Base):
    """A vitality coach: who they are to employees, and the keys that only their passphrase opens.

    `public_key` is empty until the invitation was accepted. `sealed_key` and `sealed_totp` are under a key that
    argon2id makes of the passphrase, so neither this table nor the server's own secrets open a summary or a login.
    """

    __tablename__ = "coach"

    coach_id = Column(String(32), primary_key=True)
    name = Column(String(120), nullable=False)
    role = Column(String(400), nullable=False)
    outside_line = Column(Boolean(name="outside_line"), nullable=False)
    invitation_hash = Column(LargeBinary(32), unique=True)
    invited_on = Column(Date)
    public_key = Column(LargeBinary(32))
    key_epoch = Column(Integer, nullable=False)
    sealed_key = Column(LargeBinary)
    sealed_totp = Column(LargeBinary)
    salt = Column(LargeBinary(16))
    kdf_operations = Column(Integer)
    kdf_memory_bytes = Column(BigInteger)
    last_totp_step = Column(BigInteger, nullable=False)
    failed_tries = Column(Integer, nullable=False)
    locked_until = Column(BigInteger, nullable=False)
    oidc_subject = Column(String(400), unique=True)
    added_on = Column(Date, nullable=False)
    removed_on = Column(Date)


class CoachRecoveryCode(Base):
    """One of the codes that take the place of the phone once, as a hash."""

    __tablename__ = "coach_recovery_code"

    code_hash = Column(LargeBinary(32), primary_key=True)
    coach_id = Column(String(32), ForeignKey("coach.coach_id", ondelete="CASCADE"), nullable=False)


class CoachAudit(Base):
    """Which coach did what with which share, by day; never what is in it."""

    __tablename__ = "coach_audit"

    audit_id = Column(Integer, primary_key=True)
    day = Column(Date, nullable=False)
    coach_id = Column(String(32), nullable=False)
    share_id = Column(String(32))
    what = Column(String(20), nullable=False)


class Share(Base):
    """What somebody shared with a coach: who, which parts, until when; the letter itself only that coach can open.

    Without `sealed` it was withdrawn, has expired, or its coach can't open it any more: the row then only says so.
    """

    __tablename__ = "share"
    __table_args__ = ({"sqlite_with_rowid": False},)

    share_id = Column(String(32), primary_key=True)
    coach_id = Column(String(32), ForeignKey("coach.coach_id"), nullable=False, index=True)
    key_epoch = Column(Integer, nullable=False)
    owner = Column(LargeBinary(32), nullable=False, index=True)
    sealed = Column(LargeBinary)
    consent_version = Column(String(16), nullable=False)
    parts = Column(String, nullable=False)
    name_kind = Column(String(8), nullable=False)
    created_on = Column(Date, nullable=False)
    until = Column(Date, nullable=False)
    status = Column(String(12), nullable=False)
    status_on = Column(Date, nullable=False)
    notify = Column(LargeBinary)
    notified_on = Column(Date)


class ShareMessage(Base):
    """What a coach answered or a person wrote back: once for who reads it, once for who wrote it."""

    __tablename__ = "share_message"
    __table_args__ = (UniqueConstraint("share_id", "number"), {"sqlite_with_rowid": False})

    message_id = Column(String(32), primary_key=True)
    share_id = Column(String(32), ForeignKey("share.share_id", ondelete="CASCADE"), nullable=False)
    number = Column(Integer, nullable=False)
    author = Column(String(7), nullable=False)
    sealed = Column(LargeBinary, nullable=False)
    copy = Column(LargeBinary, nullable=False)
    created_on = Column(Date, nullable=False)
    read_on = Column(Date)


class ShareNote(Base):
    """What a coach noted for themselves, sealed to that coach; it goes when the share goes."""

    __tablename__ = "share_note"
    __table_args__ = ({"sqlite_with_rowid": False},)

    share_id = Column(String(32), ForeignKey("share.share_id", ondelete="CASCADE"), primary_key=True)
    sealed = Column(LargeBinary, nullable=False)
