"""Appeals, and which accounts are one person."""

from datetime import timedelta

from sqlalchemy import Column, Index, Table

from bot.adapters.store.tables.cases import cases
from bot.adapters.store.tables.columns import BIG, Words, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Part, Person
from bot.adapters.store.wordless import nothing
from bot.core.appeals import AppealState
from bot.core.privacy import Ends, Keeps

appeals = Table(
    "appeals",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    number("case_number"),
    words("user"),
    words("user_name"),
    moment("at"),
    moment("due_at"),
    words("text"),
    words("state"),
    Column("owner", Words),
    words("owner_name"),
    words("answer"),
    Column("outcome", BIG),
    flag("escalated"),
    number("version"),
    flag("has_words"),
    Index(None, "community", "case_number"),
)


links = Table(
    "links",
    metadata,
    key("community"),
    key("user"),
    words("person"),
    moment("at"),
    Index(None, "community", "person"),
)


link_codes = Table(
    "link_codes",
    metadata,
    key("community"),
    key("id"),
    words("user"),
    words("user_name"),
    moment("expires_at"),
)


link_tries = Table(
    "link_tries",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("user"),
    moment("at"),
    Index(None, "community", "user", "at"),
)


OVER = tuple(state.value for state in AppealState if state not in {AppealState.FILED, AppealState.TAKEN})
_OVER = appeals.c.state.in_(OVER)

KEPT = (
    Kept(
        appeals,
        "appeals",
        Keeps(Ends.AGED, "keep_complaints"),
        people=(
            Person(
                "user",
                "user_name",
                words={"text": nothing, "answer": nothing},
                until=~_OVER,
                hides=("owner", "owner_name"),
            ),
            Person("owner", "owner_name", clears=True, exported=False),
        ),
        parts=(Part(cases, on=(("case_number", "number"),), exported=False),),
        plain=("state",),
        aged_by="at",
        over=_OVER,
    ),
    Kept(links, "links", Keeps(Ends.ASKED), people=(Person("user", gone=True),), plain=("person",)),
    Kept(
        link_codes,
        "links",
        Keeps(Ends.AGED, span=timedelta(days=1)),
        people=(Person("user", "user_name", gone=True, hides=("id",)),),
        plain=("id",),
        aged_by="expires_at",
    ),
    Kept(
        link_tries,
        "links",
        Keeps(Ends.AGED, span=timedelta(days=1)),
        people=(Person("user", gone=True),),
        aged_by="at",
    ),
)
