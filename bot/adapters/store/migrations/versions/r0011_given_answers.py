"""Which answers the bot gave by itself, and what became of them."""

import sqlalchemy as sa
from alembic import op

revision = "r0011"
down_revision = "r0005"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "given_answers",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "id", name="pk_given_answers"),
    )
    op.create_index("ix_given_answers_community_user_at", "given_answers", ["community", "user", "at"])
    op.create_index("ix_given_answers_community_at", "given_answers", ["community", "at"])
