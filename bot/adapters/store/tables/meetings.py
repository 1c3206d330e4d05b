"""Events that people come to, what they ask before, and the clocks they live by."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.core.privacy import Ends, Keeps

meetings = Table(
    "meetings",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("state"),
    moment("starts_at"),
    words("meeting"),
    number("version"),
    Index(None, "community", "state", "starts_at"),
)


host_questions = Table(
    "host_questions",
    metadata,
    key("community"),
    Column("meeting", BIG, primary_key=True, autoincrement=False),
    Column("seq", BIG, primary_key=True, autoincrement=False),
    words("account"),
    words("name"),
    words("question"),
    moment("at"),
)
"""Gone 90 days after the event."""


own_zones = Table("own_zones", metadata, key("community"), key("user"), words("zone"))


KEPT = (
    Kept(meetings, "gatherings", Keeps(Ends.ASKED), packed=("meeting",), plain=("state",)),
    Kept(
        host_questions,
        "gatherings",
        Keeps(Ends.DONE),
        people=(Person("account", "name", gone=True),),
        plain=("question",),
    ),
    Kept(own_zones, "languages", Keeps(Ends.ASKED), people=(Person("user", gone=True),), plain=("zone",)),
)
