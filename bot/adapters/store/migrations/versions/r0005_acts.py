"""What people add to cases, who was first, and indexes to search the record by."""

import sqlalchemy as sa
from alembic import op

revision = "r0005"
down_revision = "r0010"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Add two tables and three indexes."""
    op.create_table(
        "case_entries",
        sa.Column("id", BIG, nullable=False),
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("number", BIG, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_case_entries"),
    )
    op.create_index("ix_case_entries_community_number", "case_entries", ["community", "number"])
    op.create_table(
        "claims",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("number", BIG, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community", "name", name="pk_claims"),
    )
    op.create_index("ix_cases_community_by_number", "cases", ["community", "by", "number"])
    op.create_index("ix_cases_community_guideline_number", "cases", ["community", "guideline", "number"])
    op.create_index("ix_cases_community_at", "cases", ["community", "at"])
