"""Keep a key for each conversation."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table, on SQLite without row numbers: they would keep the order of arrival."""
    op.create_table(
        "conversation_key",
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sa.Column("created_on", sa.Date(), nullable=False),
        sa.Column("last_used_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_conversation_key"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    """Drop the table. Every conversation is lost with its key."""
    op.drop_table("conversation_key")
