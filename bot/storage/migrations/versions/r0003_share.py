"""Keep what people share with a coach, sealed to that coach."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, on SQLite without row numbers: they would keep the order of arrival."""
    op.create_table(
        "share",
        sa.Column("share_id", sa.String(32), nullable=False),
        sa.Column("coach_id", sa.String(32), nullable=False),
        sa.Column("key_epoch", sa.Integer(), nullable=False),
        sa.Column("owner", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary()),
        sa.Column("consent_version", sa.String(16), nullable=False),
        sa.Column("parts", sa.String(), nullable=False),
        sa.Column("name_kind", sa.String(8), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("status", sa.String(12), nullable=False),
        sa.Column("status_on", sa.Date(), nullable=False),
        sa.Column("notify", sa.LargeBinary()),
        sa.Column("notified_on", sa.Date()),
        sa.PrimaryKeyConstraint("share_id", name="pk_share"),
        sa.ForeignKeyConstraint(["coach_id"], ["coach.coach_id"], name="fk_share_coach_id_coach"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_share_coach_id", "share", ["coach_id"])
    op.create_index("ix_share_owner", "share", ["owner"])
    op.create_table(
        "share_message",
        sa.Column("message_id", sa.String(32), nullable=False),
        sa.Column("share_id", sa.String(32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("author", sa.String(7), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("copy", sa.LargeBinary(), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("read_on", sa.Date()),
        sa.PrimaryKeyConstraint("message_id", name="pk_share_message"),
        sa.UniqueConstraint("share_id", "number", name="uq_share_message_share_id"),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.share_id"], name="fk_share_message_share_id_share", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "share_note",
        sa.Column("share_id", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("share_id", name="pk_share_note"),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.share_id"], name="fk_share_note_share_id_share", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Drop the tables, with everything that was shared."""
    op.drop_table("share_note")
    op.drop_table("share_message")
    op.drop_table("share")
