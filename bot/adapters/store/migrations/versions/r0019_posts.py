"""The content calendar, and where its posts went."""

import sqlalchemy as sa
from alembic import op

revision = "r0019"
down_revision = "r0015"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "posts",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _BIG, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True)),
        sa.Column("recurs", sa.Boolean(create_constraint=False), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("start", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("version", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_posts"),
    )
    op.create_index("ix_posts_community_at", "posts", ["community", "at"])
    op.create_index("ix_posts_community_recurs", "posts", ["community", "recurs"])
    op.create_index("ix_posts_community_source", "posts", ["community", "source"])
    op.create_index("ix_posts_community_state_number", "posts", ["community", "state", "number"])
    op.create_table(
        "post_copies",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("post", _BIG, nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("run", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("message", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "post", "place", name="pk_post_copies"),
    )
