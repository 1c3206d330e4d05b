"""The content calendar, and where its posts went."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept
from bot.core.privacy import Ends, Keeps

posts = Table(
    "posts",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("state"),
    words("source"),
    Column("at", Moment),
    flag("recurs"),
    words("title"),
    words("rule"),
    words("start"),
    words("post"),
    number("version"),
    Index(None, "community", "at"),
    Index(None, "community", "recurs"),
    Index(None, "community", "source"),
    Index(None, "community", "state", "number"),
)


post_copies = Table(
    "post_copies",
    metadata,
    key("community"),
    Column("post", BIG, primary_key=True, autoincrement=False),
    key("place"),
    moment("run"),
    words("state"),
    Column("message", Words),
    words("why"),
)


KEPT = (
    Kept(posts, "posts", Keeps(Ends.ASKED), packed=("post",), plain=("state", "source", "title", "rule", "start")),
    Kept(post_copies, "posts", Keeps(Ends.DONE), packed=("message", "place"), plain=("state", "why")),
)
