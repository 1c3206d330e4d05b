"""Contests, and what people bring to them; votes and points stand among the entries of gatherings."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.adapters.store.wordless import nothing
from bot.core.privacy import Ends, Keeps

contests = Table(
    "contests",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("state"),
    words("contest"),
    number("version"),
    Index(None, "community", "state"),
)


submissions = Table(
    "submissions",
    metadata,
    key("community"),
    Column("contest", BIG, primary_key=True, autoincrement=False),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("account"),
    words("name"),
    moment("at"),
    words("text"),
    words("link"),
    words("file"),
    words("message"),
    words("state"),
    words("why"),
    number("version"),
)
"""Gone 90 days after the contest."""


KEPT = (
    Kept(contests, "gatherings", Keeps(Ends.ASKED), packed=("contest",), plain=("state",)),
    Kept(
        submissions,
        "contests",
        Keeps(Ends.DONE),
        people=(Person("account", "name", words={"text": nothing, "link": nothing}, gone=True),),
        packed=("file", "message"),
        plain=("state", "why"),
    ),
)
