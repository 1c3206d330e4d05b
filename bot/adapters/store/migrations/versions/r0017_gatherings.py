"""Polls, what people put into them, and the messages that show them."""

import sqlalchemy as sa
from alembic import op

revision = "r0017"
down_revision = "r0016"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "entries",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("weight", _BIG, nullable=False),
        sa.Column("linked", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("seq", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "subject", "who", name="pk_entries"),
    )
    op.create_index("ix_entries_community_subject_seq", "entries", ["community", "subject", "seq"])
    op.create_table(
        "sealed_entries",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("many", _BIG, nullable=False),
        sa.Column("weight", _BIG, nullable=False),
        sa.Column("unlinked", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "subject", "value", name="pk_sealed_entries"),
    )
    op.create_table(
        "cards",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "subject", "message", name="pk_cards"),
    )
    op.create_table(
        "polls",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("poll", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("version", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_polls"),
    )
    op.create_index("ix_polls_community_state", "polls", ["community", "state"])
