"""The record of sanctions, why they were given, and what staff did."""

from sqlalchemy import Column, Index, Table, UniqueConstraint

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words

cases = Table(
    "cases",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("space"),
    words("user"),
    words("user_name"),
    words("sanction"),
    moment("at"),
    Column("by", Words),
    words("by_name"),
    number("strikes"),
    words("guideline"),
    words("rule"),
    words("reason"),
    words("evidence"),
    Column("until", Moment),
    Column("place", Words),
    Column("undoes", BIG),
    words("config"),
    flag("has_words"),
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
    words("community"),
    number("number"),
    words("kind"),
    words("text"),
    words("before"),
    words("by"),
    words("by_name"),
    moment("at"),
    Index(None, "community", "number"),
)


claims = Table(
    "claims",
    metadata,
    key("community"),
    key("name"),
    number("number"),
    moment("until"),
)


explanations = Table(
    "explanations",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("why"),
    moment("at"),
    flag("has_words"),
)


overturned = Table(
    "overturned",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("rule"),
    moment("at"),
)


held = Table(
    "held",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("space"),
    words("by"),
    words("by_name"),
    words("act"),
    moment("at"),
    words("order"),
    words("state"),
    Column("second", Words),
    words("second_name"),
    number("version"),
)


audits = Table(
    "audits",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("by"),
    words("act"),
    words("detail"),
    moment("at"),
    Column("by_name", Words, nullable=False, server_default=""),
    Index(None, "community", "at"),
)
