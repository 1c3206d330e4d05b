"""What is written to departments: which news went where, and how far it got. What was said is not in here."""

from datetime import timedelta

from sqlalchemy import Index, Table

from bot.adapters.store.tables.columns import key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept
from bot.core.deliveries import LetterState
from bot.core.privacy import Ends, Keeps

letters = Table(
    "letters",
    metadata,
    key("community"),
    key("id"),
    number("conversation"),
    words("department"),
    words("way"),
    words("occasion"),
    number("seq"),
    moment("at"),
    words("state"),
    number("tries"),
    moment("due_at"),
    words("why"),
    Index(None, "state", "due_at"),
    Index(None, "community", "state", "at"),
)

KEPT = (
    Kept(
        letters,
        "letters",
        Keeps(Ends.AGED, span=timedelta(days=90)),
        # Why a try failed is said in words of our own, never in those of anybody else.
        plain=("id", "department", "way", "occasion", "state", "why"),
        aged_by="due_at",
        over=letters.c.state != LetterState.WAITING.value,
    ),
)
