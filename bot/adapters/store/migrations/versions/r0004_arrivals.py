"""Who came in while the bot was here, and how much they have said since."""

import sqlalchemy as sa
from alembic import op

revision = "r0004"
down_revision = "r0003"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "arrivals",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("said", BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "space", "user", name="pk_arrivals"),
    )
    op.create_index("ix_arrivals_community_at", "arrivals", ["community", "at"])
