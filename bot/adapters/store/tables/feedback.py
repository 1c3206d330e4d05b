"""The feedback board: entries, and the votes of accounts."""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Table

from bot.adapters.store.tables.columns import BIG, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Person
from bot.adapters.store.wordless import nothing
from bot.core.privacy import Ends, Keeps

feedback = Table(
    "feedback",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("kind"),
    words("author"),
    words("author_name"),
    moment("at"),
    words("title"),
    words("text"),
    moment("moved_at"),
    words("state"),
    words("note"),
    words("told"),
    words("was"),
    Column("merged_into", BIG),
    number("version"),
    Index(None, "community", "author", "at"),
    Index(None, "community", "merged_into"),
)


feedback_votes = Table(
    "feedback_votes",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    key("user"),
    moment("at"),
    ForeignKeyConstraint(["community", "number"], ["feedback.community", "feedback.number"], ondelete="CASCADE"),
    Index(None, "community", "user"),
)


KEPT = (
    # Without its words nothing of it stands on the board; how it was counted and moved stays, under nobody's name.
    Kept(
        feedback,
        "feedback",
        Keeps(Ends.ASKED),
        people=(Person("author", "author_name", words={"title": nothing, "text": nothing}),),
        plain=("kind", "state", "told", "was", "note"),
    ),
    Kept(feedback_votes, "feedback", Keeps(Ends.ASKED), people=(Person("user", gone=True),)),
)
