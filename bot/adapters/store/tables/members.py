"""What is kept about members."""

from sqlalchemy import Index, Table

from bot.adapters.store.tables.columns import key, metadata, moment, number, words

acceptances = Table(
    "acceptances",
    metadata,
    key("community"),
    key("space"),
    key("user"),
    words("asked"),
    words("agreed"),
    moment("at"),
)


arrivals = Table(
    "arrivals",
    metadata,
    key("community"),
    key("space"),
    key("user"),
    moment("at"),
    number("said"),
    Index(None, "community", "at"),
)


languages = Table("languages", metadata, key("community"), key("user"), words("language"))
