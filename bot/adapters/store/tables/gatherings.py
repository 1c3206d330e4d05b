"""What people put into polls and other gatherings, and the public messages that show them."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.core.privacy import Ends, Keeps

entries = Table(
    "entries",
    metadata,
    key("community"),
    key("subject"),
    key("who"),
    words("value"),
    number("weight"),
    flag("linked"),
    words("account"),
    words("name"),
    number("seq"),
    Index(None, "community", "subject", "seq"),
)


sealed_entries = Table(
    "sealed_entries",
    metadata,
    key("community"),
    key("subject"),
    key("value"),
    number("many"),
    number("weight"),
    number("unlinked"),
)


cards = Table("cards", metadata, key("community"), key("subject"), key("message"))


polls = Table(
    "polls",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("state"),
    moment("closes_at"),
    words("poll"),
    words("salt"),
    number("version"),
    Index(None, "community", "state"),
)


KEPT = (
    # Sealed when it is over, or at last 90 days after: then it is nobody's.
    Kept(
        entries,
        "gatherings",
        Keeps(Ends.DONE),
        people=(Person("account", "name", gone=True), Person("who", gone=True, exported=False)),
        plain=("subject", "value"),
    ),
    Kept(sealed_entries, "gatherings", Keeps(Ends.DONE), plain=("subject", "value")),
    Kept(cards, "gatherings", Keeps(Ends.DONE), packed=("message",), plain=("subject",)),
    Kept(polls, "gatherings", Keeps(Ends.ASKED), packed=("poll",), plain=("state", "salt")),
)
