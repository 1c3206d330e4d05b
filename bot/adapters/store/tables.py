"""Every table, each with its community, and how moments and people's words are kept in columns.

Refs stand as ``platform:native``; what has a shape of its own (a step, a press, evidence) as the codec's JSON.
A change here needs a new revision in ``migrations/versions``; a test compares the two.
"""

import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

BIG = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows by itself only in columns that are called INTEGER."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC; SQLite has no zones, so there it is written without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} says nothing of its time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002, ANN401
        if value is None:
            return None
        at: datetime = value
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


class Words(TypeDecorator[str]):
    """What people wrote. A NUL or half a surrogate pair, which no database takes, becomes a replacement mark."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str) -> Column[str]:
    return Column(name, Words, primary_key=True)


def _words(name: str) -> Column[str]:
    return Column(name, Words, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, BIG, nullable=False)


def _moment(name: str) -> Column[datetime]:
    return Column(name, Moment, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean(create_constraint=False), nullable=False)


events = Table(
    "events", metadata, _key("community"), _key("key"), _moment("seen_at"), Index(None, "community", "seen_at")
)

intents = Table(
    "intents",
    metadata,
    Column("id", BIG, primary_key=True),
    _words("community"),
    _words("group_id"),
    _number("seq"),
    _words("step"),
    Column("case_number", BIG),
    Column("complaint_number", BIG),
    Column("conversation_number", BIG),
    Column("entry_seq", BIG),
    _words("state"),
    _number("tries"),
    Column("receipt", Words),
    _moment("created_at"),
    _flag("has_words"),
    Index(None, "group_id", "seq"),
    Index(None, "community", "case_number"),
    Index(None, "community", "complaint_number"),
    Index(None, "state"),
    # Never the id of a forgotten row again: the nonce of every send is made from it.
    sqlite_autoincrement=True,
)

cases = Table(
    "cases",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    _words("space"),
    _words("user"),
    _words("user_name"),
    _words("sanction"),
    _moment("at"),
    Column("by", Words),
    _words("by_name"),
    _number("strikes"),
    _words("guideline"),
    _words("rule"),
    _words("reason"),
    _words("evidence"),
    Column("until", Moment),
    Column("place", Words),
    Column("undoes", BIG),
    _words("config"),
    _flag("has_words"),
    Index(None, "community", "user", "number"),
    Index(None, "community", "by", "at"),
    Index(None, "community", "by", "number"),
    Index(None, "community", "guideline", "number"),
    Index(None, "community", "at"),
    UniqueConstraint("community", "undoes"),
)

case_entries = Table(
    "case_entries",
    metadata,
    Column("id", BIG, primary_key=True),
    _words("community"),
    _number("number"),
    _words("kind"),
    _words("text"),
    _words("before"),
    _words("by"),
    _words("by_name"),
    _moment("at"),
    Index(None, "community", "number"),
)

claims = Table(
    "claims",
    metadata,
    _key("community"),
    _key("name"),
    _number("number"),
    _moment("until"),
)

explanations = Table(
    "explanations",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    _words("why"),
    _moment("at"),
    _flag("has_words"),
)

overturned = Table(
    "overturned",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    _words("rule"),
    _moment("at"),
)

recorded = Table(
    "recorded",
    metadata,
    Column("id", BIG, primary_key=True),
    _words("community"),
    _moment("at"),
    _words("posted"),
    Index(None, "community", "at"),
)

complaints = Table(
    "complaints",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    _words("reporter"),
    _words("reporter_name"),
    _moment("at"),
    _words("text"),
    Column("space", Words),
    Column("about", Words),
    _words("about_name"),
    _words("evidence"),
    _flag("for_managers"),
    _words("state"),
    Column("owner", Words),
    _words("owner_name"),
    Column("case_number", BIG),
    _words("others"),
    _number("version"),
    _flag("has_words"),
)

conversations = Table(
    "conversations",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
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
    Column("owner", Words),
    _words("owner_name"),
    _words("language"),
    _number("entries"),
    Column("waiting_since", Moment),
    Column("answered_at", Moment),
    Column("until", Moment),
    Column("closes_at", Moment),
    Column("merged_into", BIG),
    _flag("blocked"),
    _number("version"),
    _flag("has_words"),
    Index(None, "community", "person", "number"),
    Index(None, "community", "state", "number"),
    Index(None, "community", "merged_into"),
)

conversation_entries = Table(
    "conversation_entries",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("seq", BIG, primary_key=True, autoincrement=False),
    _words("kind"),
    _moment("at"),
    _words("text"),
    Column("by", Words),
    _words("by_name"),
    _words("what"),
    _words("fate"),
    Column("message", Words),
    Column("ref", Words),
    _words("carries"),
    Index(None, "community", "message"),
    Index(None, "community", "fate"),
)

conversation_messages = Table(
    "conversation_messages",
    metadata,
    Column("id", BIG, primary_key=True),
    _words("community"),
    _words("address"),
    _number("number"),
    _number("seq"),
    _words("ref"),
    _flag("direct"),
    UniqueConstraint("community", "address"),
    Index(None, "community", "number", "seq"),
)

complaint_messages = Table(
    "complaint_messages",
    metadata,
    _key("community"),
    _key("message"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["community", "number"], ["complaints.community", "complaints.number"], ondelete="CASCADE"),
)

acceptances = Table(
    "acceptances",
    metadata,
    _key("community"),
    _key("space"),
    _key("user"),
    _words("asked"),
    _words("agreed"),
    _moment("at"),
)

arrivals = Table(
    "arrivals",
    metadata,
    _key("community"),
    _key("space"),
    _key("user"),
    _moment("at"),
    _number("said"),
    Index(None, "community", "at"),
)

given_answers = Table(
    "given_answers",
    metadata,
    _key("community"),
    _key("id"),
    _words("entry"),
    _words("user"),
    _moment("at"),
    _words("outcome"),
    Index(None, "community", "user", "at"),
    Index(None, "community", "at"),
)

languages = Table("languages", metadata, _key("community"), _key("user"), _words("language"))

presses = Table(
    "presses",
    metadata,
    _key("id"),
    _words("community"),
    _words("press"),
    _number("rank"),
    _moment("expires_at"),
    Column("space", Words),
    Column("only", Words),
    _flag("once"),
    Column("used_at", Moment),
    Index(None, "community", "expires_at"),
)

timers = Table(
    "timers",
    metadata,
    _key("community"),
    _key("kind"),
    _key("subject"),
    _moment("due_at"),
    _number("generation"),
    _words("args"),
    Index(None, "due_at"),
)

bindings = Table("bindings", metadata, _key("space"), _words("community"), _words("by"), _moment("at"))

audits = Table(
    "audits",
    metadata,
    Column("id", BIG, primary_key=True),
    _words("community"),
    _words("by"),
    _words("act"),
    _words("detail"),
    _moment("at"),
    Column("by_name", Words, nullable=False, server_default=""),
    Index(None, "community", "at"),
)

appeals = Table(
    "appeals",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    _number("case_number"),
    _words("user"),
    _words("user_name"),
    _moment("at"),
    _moment("due_at"),
    _words("text"),
    _words("state"),
    Column("owner", Words),
    _words("owner_name"),
    _words("answer"),
    Column("outcome", BIG),
    _flag("escalated"),
    _number("version"),
    _flag("has_words"),
    Index(None, "community", "case_number"),
)

links = Table(
    "links",
    metadata,
    _key("community"),
    _key("user"),
    _words("person"),
    _moment("at"),
    Index(None, "community", "person"),
)

link_codes = Table(
    "link_codes",
    metadata,
    _key("community"),
    _key("id"),
    _words("user"),
    _words("user_name"),
    _moment("expires_at"),
)

link_tries = Table(
    "link_tries",
    metadata,
    Column("id", BIG, primary_key=True),
    _words("community"),
    _words("user"),
    _moment("at"),
    Index(None, "community", "user", "at"),
)

held = Table(
    "held",
    metadata,
    _key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    _words("space"),
    _words("by"),
    _words("by_name"),
    _words("act"),
    _moment("at"),
    _words("order"),
    _words("state"),
    Column("second", Words),
    _words("second_name"),
    _number("version"),
)

notes = Table("notes", metadata, _key("community"), _key("cog"), _key("name"), _words("value"))

lessons = Table(
    "lessons",
    metadata,
    _key("community"),
    _key("model"),
    _key("about"),
    _words("variant"),
    _number("scheme"),
    _flag("label"),
    _moment("at"),
    Column("features", LargeBinary, nullable=False),
    Column("beside", LargeBinary, nullable=False),
    Index(None, "community", "model", "at"),
)

shelf = Table("shelf", metadata, _key("community"), _key("adapter"), _key("name"), _words("value"))

counters = Table(
    "counters",
    metadata,
    _key("community"),
    _key("kind"),
    _number("last"),
)
