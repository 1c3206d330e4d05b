"""What keeps the bot going: what was heard, what is to be done, buttons, timers, small values."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words

events = Table("events", metadata, key("community"), key("key"), moment("seen_at"), Index(None, "community", "seen_at"))


intents = Table(
    "intents",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("group_id"),
    number("seq"),
    words("step"),
    Column("case_number", BIG),
    Column("complaint_number", BIG),
    Column("conversation_number", BIG),
    Column("entry_seq", BIG),
    words("state"),
    number("tries"),
    Column("receipt", Words),
    moment("created_at"),
    flag("has_words"),
    Index(None, "group_id", "seq"),
    Index(None, "community", "case_number"),
    Index(None, "community", "complaint_number"),
    Index(None, "state"),
    # Never the id of a forgotten row again: the nonce of every send is made from it.
    sqlite_autoincrement=True,
)


presses = Table(
    "presses",
    metadata,
    key("id"),
    words("community"),
    words("press"),
    number("rank"),
    moment("expires_at"),
    Column("space", Words),
    Column("only", Words),
    flag("once"),
    Column("used_at", Moment),
    Index(None, "community", "expires_at"),
)


timers = Table(
    "timers",
    metadata,
    key("community"),
    key("kind"),
    key("subject"),
    moment("due_at"),
    number("generation"),
    words("args"),
    Index(None, "due_at"),
)


counters = Table(
    "counters",
    metadata,
    key("community"),
    key("kind"),
    number("last"),
)


notes = Table("notes", metadata, key("community"), key("cog"), key("name"), words("value"))


shelf = Table("shelf", metadata, key("community"), key("adapter"), key("name"), words("value"))


bindings = Table("bindings", metadata, key("space"), words("community"), words("by"), moment("at"))
