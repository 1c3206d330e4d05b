"""Contests, and what people bring to them."""

import sqlalchemy as sa
from alembic import op

revision = "r0026"
down_revision = "r0020"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "contests",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("contest", sa.Text(), nullable=False),
        sa.Column("version", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_contests"),
    )
    op.create_index("ix_contests_community_state", "contests", ["community", "state"])
    op.create_table(
        "submissions",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("contest", _BIG, nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("version", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "contest", "number", name="pk_submissions"),
    )
