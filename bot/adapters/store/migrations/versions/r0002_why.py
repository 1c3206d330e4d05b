"""Why cases were filed, what was overturned, and chat recorded for trying out rules."""

import sqlalchemy as sa
from alembic import op

revision = "r0002"
down_revision = "r0001"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add three tables."""
    op.create_table(
        "explanations",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", BIG, nullable=False, autoincrement=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("has_words", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_explanations"),
    )
    op.create_table(
        "overturned",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", BIG, nullable=False, autoincrement=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_overturned"),
    )
    op.create_table(
        "recorded",
        sa.Column("id", BIG, nullable=False),
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("posted", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_recorded"),
    )
    op.create_index("ix_recorded_community_at", "recorded", ["community", "at"])
