"""Recorded chat, and what moderators' verdicts taught."""

from sqlalchemy import Column, Index, LargeBinary, Table

from bot.adapters.store.tables.columns import BIG, flag, key, metadata, moment, number, words

recorded = Table(
    "recorded",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    moment("at"),
    words("posted"),
    Index(None, "community", "at"),
)


lessons = Table(
    "lessons",
    metadata,
    key("community"),
    key("model"),
    key("about"),
    words("variant"),
    number("scheme"),
    flag("label"),
    moment("at"),
    Column("features", LargeBinary, nullable=False),
    Column("beside", LargeBinary, nullable=False),
    Index(None, "community", "model", "at"),
)
