"""Deadlines, promises and hours of the team, and how content members were."""

from datetime import timedelta

from sqlalchemy import Column, Index, Integer, Table

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.adapters.store.wordless import nothing
from bot.core.privacy import Ends, Keeps
from bot.core.ratings import Publishing

KEEP_DEADLINES = timedelta(days=400)
"""No person stands in them: a year of them tells whether it gets better."""
KEEP_PROMISES = timedelta(days=90)
KEEP_RATINGS = timedelta(days=400)
"""A year, month by month; a review that may be shown stays until that is withdrawn."""

deadlines = Table(
    "deadlines",
    metadata,
    key("community"),
    key("matter"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    key("goal"),
    moment("since"),
    moment("due"),
    words("category"),
    number("stage"),
    Column("wakes_at", Moment),
    Column("ended_at", Moment),
    Index(None, "community", "ended_at", "due"),
)


promises = Table(
    "promises",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("by"),
    words("by_name"),
    moment("at"),
    moment("until"),
    words("state"),
)


duties = Table(
    "duties",
    metadata,
    key("community"),
    key("user"),
    flag("off"),
    Column("start", Words),
    Column("end", Words),
)


ratings = Table(
    "ratings",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    number("conversation"),
    words("person"),
    moment("asked_at"),
    words("category"),
    Column("score", Integer),
    Column("rated_at", Moment),
    words("comment"),
    words("leave"),
    Index(None, "community", "person", "asked_at"),
    Index(None, "community", "asked_at"),
)


KEPT = (
    Kept(
        deadlines,
        "conversations",
        Keeps(Ends.AGED, span=KEEP_DEADLINES),
        plain=("matter", "goal", "category"),
        aged_by="ended_at",
    ),
    Kept(
        promises,
        "conversations",
        Keeps(Ends.AGED, span=KEEP_PROMISES),
        people=(Person("by", "by_name"),),
        plain=("state",),
        aged_by="until",
    ),
    Kept(duties, "conversations", Keeps(Ends.ASKED), people=(Person("user", gone=True),), plain=("start", "end")),
    Kept(
        ratings,
        "conversations",
        Keeps(Ends.AGED, span=KEEP_RATINGS),
        people=(Person("person", words={"comment": nothing}, gone=True),),
        plain=("category", "leave"),
        aged_by="asked_at",
        over=ratings.c.leave != Publishing.GIVEN.value,
    ),
)
