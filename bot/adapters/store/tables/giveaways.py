"""Giveaways, and the lists of entries from which was drawn; who entered stands among the entries of gatherings."""

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.columns import BIG, key, metadata, number, words
from bot.adapters.store.tables.declared import Kept
from bot.core.privacy import Ends, Keeps

giveaways = Table(
    "giveaways",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("state"),
    words("giveaway"),
    words("seed"),
    number("version"),
    Index(None, "community", "state"),
)


giveaway_lists = Table(
    "giveaway_lists",
    metadata,
    key("community"),
    Column("giveaway", BIG, primary_key=True, autoincrement=False),
    words("codes"),
)


KEPT = (
    Kept(giveaways, "gatherings", Keeps(Ends.ASKED), packed=("giveaway",), plain=("state", "seed")),
    # Random codes that name nobody; the proof of a draw would not hold without them.
    Kept(giveaway_lists, "gatherings", Keeps(Ends.ASKED), plain=("codes",)),
)
