"""Who asked to be forgotten, and what somebody said, found by who said it."""

import sqlalchemy as sa
from alembic import op

revision = "r0016"
down_revision = "r0011"


def upgrade() -> None:
    """Add the table and the index."""
    op.create_table(
        "erasures",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community", "user", name="pk_erasures"),
    )
    op.create_index("ix_conversation_entries_community_by", "conversation_entries", ["community", "by"])
