"""Giveaways, and the lists from which was drawn."""

import sqlalchemy as sa
from alembic import op

revision = "r0018"
down_revision = "r0022"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "giveaways",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("giveaway", sa.Text(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("version", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_giveaways"),
    )
    op.create_index("ix_giveaways_community_state", "giveaways", ["community", "state"])
    op.create_table(
        "giveaway_lists",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("giveaway", _BIG, nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "giveaway", name="pk_giveaway_lists"),
    )
