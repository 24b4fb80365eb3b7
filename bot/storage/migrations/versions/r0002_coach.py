"""Keep coaches, their recovery codes, and what they did with shares."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "coach",
        sa.Column("coach_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(400), nullable=False),
        sa.Column("outside_line", sa.Boolean(name="outside_line"), nullable=False),
        sa.Column("invitation_hash", sa.LargeBinary(32)),
        sa.Column("invited_on", sa.Date()),
        sa.Column("public_key", sa.LargeBinary(32)),
        sa.Column("key_epoch", sa.Integer(), nullable=False),
        sa.Column("sealed_key", sa.LargeBinary()),
        sa.Column("sealed_totp", sa.LargeBinary()),
        sa.Column("salt", sa.LargeBinary(16)),
        sa.Column("kdf_operations", sa.Integer()),
        sa.Column("kdf_memory_bytes", sa.BigInteger()),
        sa.Column("last_totp_step", sa.BigInteger(), nullable=False),
        sa.Column("failed_tries", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.Column("oidc_subject", sa.String(400)),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("removed_on", sa.Date()),
        sa.PrimaryKeyConstraint("coach_id", name="pk_coach"),
        sa.UniqueConstraint("invitation_hash", name="uq_coach_invitation_hash"),
        sa.UniqueConstraint("oidc_subject", name="uq_coach_oidc_subject"),
    )
    op.create_table(
        "coach_recovery_code",
        sa.Column("code_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("coach_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_coach_recovery_code"),
        sa.ForeignKeyConstraint(
            ["coach_id"], ["coach.coach_id"], name="fk_coach_recovery_code_coach_id_coach", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "coach_audit",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("coach_id", sa.String(32), nullable=False),
        sa.Column("share_id", sa.String(32)),
        sa.Column("what", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("audit_id", name="pk_coach_audit"),
    )


def downgrade() -> None:
    """Drop the tables. What was shared can never be opened again."""
    op.drop_table("coach_audit")
    op.drop_table("coach_recovery_code")
    op.drop_table("coach")
