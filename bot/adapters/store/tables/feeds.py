"""How far feeds were read, and what stood in them: nobody's data, but for who wants news of it in private."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import Moment, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.core.privacy import Ends, Keeps
from bot.domain.calendar.feed import REMEMBERED

feeds = Table(
    "feeds",
    metadata,
    key("community"),
    key("name"),
    words("url"),
    moment("due"),
    words("etag"),
    words("modified"),
    Column("read_at", Moment),
    number("failures"),
)


feed_seen = Table(
    "feed_seen",
    metadata,
    key("community"),
    key("mark"),
    words("feed"),
    moment("at"),
    Index(None, "community", "at"),
)


digest_wishes = Table(
    "digest_wishes",
    metadata,
    key("community"),
    key("user"),
    words("interests"),
    words("terms"),
    moment("at"),
    number("failures"),
)


KEPT = (
    Kept(feeds, "feeds", Keeps(Ends.DONE), plain=("name", "url", "etag", "modified")),
    Kept(feed_seen, "feeds", Keeps(Ends.AGED, span=REMEMBERED), plain=("mark", "feed"), aged_by="at"),
    Kept(
        digest_wishes,
        "digests",
        Keeps(Ends.ASKED),
        people=(Person("user", gone=True),),
        plain=("interests", "terms"),
    ),
)
