"""Recorded chat, and what moderators' verdicts taught."""

from sqlalchemy import Column, Index, LargeBinary, Table, true

from bot.adapters.store.tables.columns import BIG, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept
from bot.core.privacy import Ends, Keeps

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


KEPT = (
    Kept(
        recorded,
        "recorded",
        Keeps(Ends.AGED, "record_for_replay"),
        packed=("posted",),
        mine={"posted": ("message", "author", "user")},
        passing=true(),
        aged_by="at",
    ),
    # Numbers and which message it was: nobody can be told from them.
    Kept(lessons, "lessons", Keeps(Ends.DONE), plain=("model", "about", "variant")),
)
