"""Feeds, what stood in them, and who wants which news in private."""

import sqlalchemy as sa
from alembic import op

revision = "r0022"
down_revision = "r0019"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "feeds",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True)),
        sa.Column("failures", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "name", name="pk_feeds"),
    )
    op.create_table(
        "feed_seen",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community", "mark", name="pk_feed_seen"),
    )
    op.create_index("ix_feed_seen_community_at", "feed_seen", ["community", "at"])
    op.create_table(
        "digest_wishes",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("interests", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("community", "user", name="pk_digest_wishes"),
    )
