"""Conversations with the team, what was said in them, and which message shows what."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "r0010"
down_revision = "r0004"

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, BIG, nullable=False, autoincrement=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def upgrade() -> None:
    """Add three tables, and two columns that say which conversation a step belongs to."""
    op.add_column("intents", sa.Column("conversation_number", BIG))
    op.add_column("intents", sa.Column("entry_seq", BIG))
    op.create_table(
        "conversations",
        _words("community"),
        _number("number"),
        _words("person"),
        _words("person_name"),
        _moment("at"),
        _moment("touched_at"),
        _words("place"),
        _words("category"),
        _words("department"),
        _words("state"),
        _words("priority"),
        _words("labels"),
        _words("owner", nullable=True),
        _words("owner_name"),
        _words("language"),
        _number("entries"),
        _moment("waiting_since", nullable=True),
        _moment("answered_at", nullable=True),
        _moment("until", nullable=True),
        _moment("closes_at", nullable=True),
        sa.Column("merged_into", BIG),
        _flag("blocked"),
        _number("version"),
        _flag("has_words"),
        sa.PrimaryKeyConstraint("community", "number", name="pk_conversations"),
    )
    for columns in (["community", "person", "number"], ["community", "state", "number"], ["community", "merged_into"]):
        op.create_index(f"ix_conversations_{'_'.join(columns)}", "conversations", columns)
    op.create_table(
        "conversation_entries",
        _words("community"),
        _number("number"),
        _number("seq"),
        _words("kind"),
        _moment("at"),
        _words("text"),
        _words("by", nullable=True),
        _words("by_name"),
        _words("what"),
        _words("fate"),
        _words("message", nullable=True),
        _words("ref", nullable=True),
        _words("carries"),
        sa.PrimaryKeyConstraint("community", "number", "seq", name="pk_conversation_entries"),
    )
    for columns in (["community", "message"], ["community", "fate"]):
        op.create_index(f"ix_conversation_entries_{'_'.join(columns)}", "conversation_entries", columns)
    op.create_table(
        "conversation_messages",
        sa.Column("id", BIG, nullable=False),
        _words("community"),
        _words("address"),
        _number("number"),
        _number("seq"),
        _words("ref"),
        _flag("direct"),
        sa.PrimaryKeyConstraint("id", name="pk_conversation_messages"),
        sa.UniqueConstraint("community", "address", name="uq_conversation_messages_community_address"),
    )
    columns = ["community", "number", "seq"]
    op.create_index("ix_conversation_messages_community_number_seq", "conversation_messages", columns)
