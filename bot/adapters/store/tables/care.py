"""Complaints, conversations with the team, and answers the bot gave by itself."""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Table, UniqueConstraint

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words

complaints = Table(
    "complaints",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("reporter"),
    words("reporter_name"),
    moment("at"),
    words("text"),
    Column("space", Words),
    Column("about", Words),
    words("about_name"),
    words("evidence"),
    flag("for_managers"),
    words("state"),
    Column("owner", Words),
    words("owner_name"),
    Column("case_number", BIG),
    words("others"),
    number("version"),
    flag("has_words"),
)


complaint_messages = Table(
    "complaint_messages",
    metadata,
    key("community"),
    key("message"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    ForeignKeyConstraint(["community", "number"], ["complaints.community", "complaints.number"], ondelete="CASCADE"),
)


conversations = Table(
    "conversations",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("person"),
    words("person_name"),
    moment("at"),
    moment("touched_at"),
    words("place"),
    words("category"),
    words("department"),
    words("state"),
    words("priority"),
    words("labels"),
    Column("owner", Words),
    words("owner_name"),
    words("language"),
    number("entries"),
    Column("waiting_since", Moment),
    Column("answered_at", Moment),
    Column("until", Moment),
    Column("closes_at", Moment),
    Column("merged_into", BIG),
    flag("blocked"),
    number("version"),
    flag("has_words"),
    Index(None, "community", "person", "number"),
    Index(None, "community", "state", "number"),
    Index(None, "community", "merged_into"),
)


conversation_entries = Table(
    "conversation_entries",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    Column("seq", BIG, primary_key=True, autoincrement=False),
    words("kind"),
    moment("at"),
    words("text"),
    Column("by", Words),
    words("by_name"),
    words("what"),
    words("fate"),
    Column("message", Words),
    Column("ref", Words),
    words("carries"),
    Index(None, "community", "message"),
    Index(None, "community", "fate"),
)


conversation_messages = Table(
    "conversation_messages",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("address"),
    number("number"),
    number("seq"),
    words("ref"),
    flag("direct"),
    UniqueConstraint("community", "address"),
    Index(None, "community", "number", "seq"),
)


given_answers = Table(
    "given_answers",
    metadata,
    key("community"),
    key("id"),
    words("entry"),
    words("user"),
    moment("at"),
    words("outcome"),
    Index(None, "community", "user", "at"),
    Index(None, "community", "at"),
)
