"""The feedback board: entries and votes."""

import sqlalchemy as sa
from alembic import op

revision = "r0015"
down_revision = "r0013"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "feedback",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _big(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "author", "author_name")),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("title", "text")),
        sa.Column("moved_at", sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("state", "note", "told", "was")),
        sa.Column("merged_into", _big(), nullable=True),
        sa.Column("version", _big(), nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_feedback"),
    )
    op.create_index("ix_feedback_community_author_at", "feedback", ["community", "author", "at"])
    op.create_index("ix_feedback_community_merged_into", "feedback", ["community", "merged_into"])
    op.create_table(
        "feedback_votes",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _big(), autoincrement=False, nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _of_entry("feedback_votes"),
        sa.PrimaryKeyConstraint("community", "number", "user", name="pk_feedback_votes"),
    )
    op.create_index("ix_feedback_votes_community_user", "feedback_votes", ["community", "user"])


def _of_entry(table: str) -> sa.ForeignKeyConstraint:
    ours, theirs = ["community", "number"], ["feedback.community", "feedback.number"]
    return sa.ForeignKeyConstraint(ours, theirs, name=f"fk_{table}_feedback", ondelete="CASCADE")


def _big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
