"""The first schema: everything."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "r0001"
down_revision = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create every table."""
    _make_record()
    _make_outbox()
    _make_clockwork()
    _make_people()
    _make_keepsakes()


def _make_record() -> None:
    op.create_table(
        "cases",
        _words("community"),
        _number("number"),
        _words("space"),
        _words("user"),
        _words("user_name"),
        _words("sanction"),
        _moment("at"),
        _words("by", nullable=True),
        _words("by_name"),
        _number("strikes"),
        _words("guideline"),
        _words("rule"),
        _words("reason"),
        _words("evidence"),
        _moment("until", nullable=True),
        _words("place", nullable=True),
        _number("undoes", nullable=True),
        _words("config"),
        _flag("has_words"),
        sa.PrimaryKeyConstraint("community", "number", name="pk_cases"),
        sa.UniqueConstraint("community", "undoes", name="uq_cases_community_undoes"),
    )
    op.create_index("ix_cases_community_user_number", "cases", ["community", "user", "number"])
    op.create_table(
        "complaints",
        _words("community"),
        _number("number"),
        _words("reporter"),
        _words("reporter_name"),
        _moment("at"),
        _words("text"),
        _words("space", nullable=True),
        _words("about", nullable=True),
        _words("about_name"),
        _words("evidence"),
        _flag("for_managers"),
        _words("state"),
        _words("owner", nullable=True),
        _words("owner_name"),
        _number("case_number", nullable=True),
        _words("others"),
        _number("version"),
        _flag("has_words"),
        sa.PrimaryKeyConstraint("community", "number", name="pk_complaints"),
    )
    op.create_table(
        "complaint_messages",
        _words("community"),
        _words("message"),
        _number("number"),
        sa.ForeignKeyConstraint(
            ["community", "number"],
            ["complaints.community", "complaints.number"],
            name="fk_complaint_messages_complaints",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("community", "message", "number", name="pk_complaint_messages"),
    )


def _make_outbox() -> None:
    op.create_table(
        "events",
        _words("community"),
        _words("key"),
        _moment("seen_at"),
        sa.PrimaryKeyConstraint("community", "key", name="pk_events"),
    )
    op.create_index("ix_events_community_seen_at", "events", ["community", "seen_at"])
    op.create_table(
        "intents",
        sa.Column("id", BIG, nullable=False),
        _words("community"),
        _words("group_id"),
        _number("seq"),
        _words("step"),
        _number("case_number", nullable=True),
        _number("complaint_number", nullable=True),
        _words("state"),
        _number("tries"),
        _words("receipt", nullable=True),
        _moment("created_at"),
        _flag("has_words"),
        sa.PrimaryKeyConstraint("id", name="pk_intents"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_intents_community_case_number", "intents", ["community", "case_number"])
    op.create_index("ix_intents_community_complaint_number", "intents", ["community", "complaint_number"])
    op.create_index("ix_intents_group_id_seq", "intents", ["group_id", "seq"])
    op.create_index("ix_intents_state", "intents", ["state"])
    op.create_table(
        "counters",
        _words("community"),
        _words("kind"),
        _number("last"),
        sa.PrimaryKeyConstraint("community", "kind", name="pk_counters"),
    )


def _make_clockwork() -> None:
    op.create_table(
        "presses",
        _words("id"),
        _words("community"),
        _words("press"),
        _number("rank"),
        _moment("expires_at"),
        _words("space", nullable=True),
        _words("only", nullable=True),
        _flag("once"),
        _moment("used_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_presses"),
    )
    op.create_index("ix_presses_community_expires_at", "presses", ["community", "expires_at"])
    op.create_table(
        "timers",
        _words("community"),
        _words("kind"),
        _words("subject"),
        _moment("due_at"),
        _number("generation"),
        _words("args"),
        sa.PrimaryKeyConstraint("community", "kind", "subject", name="pk_timers"),
    )
    op.create_index("ix_timers_due_at", "timers", ["due_at"])


def _make_people() -> None:
    op.create_table(
        "acceptances",
        _words("community"),
        _words("space"),
        _words("user"),
        _words("asked"),
        _words("agreed"),
        _moment("at"),
        sa.PrimaryKeyConstraint("community", "space", "user", name="pk_acceptances"),
    )
    op.create_table(
        "languages",
        _words("community"),
        _words("user"),
        _words("language"),
        sa.PrimaryKeyConstraint("community", "user", name="pk_languages"),
    )
    op.create_table(
        "bindings",
        _words("space"),
        _words("community"),
        _words("by"),
        _moment("at"),
        sa.PrimaryKeyConstraint("space", name="pk_bindings"),
    )
    op.create_table(
        "audits",
        sa.Column("id", BIG, nullable=False),
        _words("community"),
        _words("by"),
        _words("act"),
        _words("detail"),
        _moment("at"),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
    )
    op.create_index("ix_audits_community_at", "audits", ["community", "at"])


def _make_keepsakes() -> None:
    op.create_table(
        "notes",
        _words("community"),
        _words("cog"),
        _words("name"),
        _words("value"),
        sa.PrimaryKeyConstraint("community", "cog", "name", name="pk_notes"),
    )
    op.create_table(
        "shelf",
        _words("community"),
        _words("adapter"),
        _words("name"),
        _words("value"),
        sa.PrimaryKeyConstraint("community", "adapter", "name", name="pk_shelf"),
    )


def _words(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, BIG, nullable=nullable, autoincrement=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)
