"""Appeals, and which accounts are one person."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, Words, flag, key, metadata, moment, number, words

appeals = Table(
    "appeals",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    number("case_number"),
    words("user"),
    words("user_name"),
    moment("at"),
    moment("due_at"),
    words("text"),
    words("state"),
    Column("owner", Words),
    words("owner_name"),
    words("answer"),
    Column("outcome", BIG),
    flag("escalated"),
    number("version"),
    flag("has_words"),
    Index(None, "community", "case_number"),
)


links = Table(
    "links",
    metadata,
    key("community"),
    key("user"),
    words("person"),
    moment("at"),
    Index(None, "community", "person"),
)


link_codes = Table(
    "link_codes",
    metadata,
    key("community"),
    key("id"),
    words("user"),
    words("user_name"),
    moment("expires_at"),
)


link_tries = Table(
    "link_tries",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("user"),
    moment("at"),
    Index(None, "community", "user", "at"),
)
