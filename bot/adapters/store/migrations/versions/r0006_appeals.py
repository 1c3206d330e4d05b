"""Appeals, accounts of one person, acts that wait for consent, and an audit that names who acted."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "r0006"
down_revision = "r0002"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, BIG, nullable=False, autoincrement=False)


def upgrade() -> None:
    """Add five tables, a column and two indexes."""
    op.create_table(
        "appeals",
        _words("community"),
        _number("number"),
        _number("case_number"),
        _words("user"),
        _words("user_name"),
        _moment("at"),
        _moment("due_at"),
        _words("text"),
        _words("state"),
        _words("owner", nullable=True),
        _words("owner_name"),
        _words("answer"),
        sa.Column("outcome", BIG),
        sa.Column("escalated", sa.Boolean(), nullable=False),
        _number("version"),
        sa.Column("has_words", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("community", "number", name="pk_appeals"),
    )
    op.create_index("ix_appeals_community_case_number", "appeals", ["community", "case_number"])
    op.create_table(
        "links",
        _words("community"),
        _words("user"),
        _words("person"),
        _moment("at"),
        sa.PrimaryKeyConstraint("community", "user", name="pk_links"),
    )
    op.create_index("ix_links_community_person", "links", ["community", "person"])
    op.create_table(
        "link_codes",
        _words("community"),
        _words("id"),
        _words("user"),
        _words("user_name"),
        _moment("expires_at"),
        sa.PrimaryKeyConstraint("community", "id", name="pk_link_codes"),
    )
    op.create_table(
        "link_tries",
        sa.Column("id", BIG, nullable=False),
        _words("community"),
        _words("user"),
        _moment("at"),
        sa.PrimaryKeyConstraint("id", name="pk_link_tries"),
    )
    op.create_index("ix_link_tries_community_user_at", "link_tries", ["community", "user", "at"])
    op.create_table(
        "held",
        _words("community"),
        _number("number"),
        _words("space"),
        _words("by"),
        _words("by_name"),
        _words("act"),
        _moment("at"),
        _words("order"),
        _words("state"),
        _words("second", nullable=True),
        _words("second_name"),
        _number("version"),
        sa.PrimaryKeyConstraint("community", "number", name="pk_held"),
    )
    op.add_column("audits", sa.Column("by_name", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_cases_community_by_at", "cases", ["community", "by", "at"])
