"""Events that people come to, what they ask before, and the clocks they live by."""

import sqlalchemy as sa
from alembic import op

revision = "r0020"
down_revision = "r0018"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "meetings",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("version", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_meetings"),
    )
    op.create_index("ix_meetings_community_state_starts_at", "meetings", ["community", "state", "starts_at"])
    op.create_table(
        "host_questions",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("meeting", _BIG, nullable=False),
        sa.Column("seq", _BIG, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community", "meeting", "seq", name="pk_host_questions"),
    )
    op.create_table(
        "own_zones",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "user", name="pk_own_zones"),
    )
