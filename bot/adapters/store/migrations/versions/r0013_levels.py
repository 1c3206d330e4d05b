"""What the team promised in time, who is on duty when, and how content members were."""

import sqlalchemy as sa
from alembic import op

revision = "r0013"
down_revision = "r0014"


def upgrade() -> None:
    """Add the tables, and a way to find what somebody takes care of."""
    _deadlines()
    _promises_and_duties()
    _ratings()
    op.create_index("ix_conversations_community_owner_state", "conversations", ["community", "owner", "state"])


def _deadlines() -> None:
    op.create_table(
        "deadlines",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("number", _big(), autoincrement=False, nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("stage", _big(), nullable=False),
        sa.Column("wakes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("community", "matter", "number", "goal", name="pk_deadlines"),
    )
    op.create_index("ix_deadlines_community_ended_at_due", "deadlines", ["community", "ended_at", "due"])


def _promises_and_duties() -> None:
    op.create_table(
        "promises",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _big(), autoincrement=False, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_promises"),
    )
    op.create_table(
        "duties",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("community", "user", name="pk_duties"),
    )


def _ratings() -> None:
    op.create_table(
        "ratings",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", _big(), autoincrement=False, nullable=False),
        sa.Column("conversation", _big(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("leave", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_ratings"),
    )
    op.create_index("ix_ratings_community_person_asked_at", "ratings", ["community", "person", "asked_at"])
    op.create_index("ix_ratings_community_asked_at", "ratings", ["community", "asked_at"])


def _big() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")
