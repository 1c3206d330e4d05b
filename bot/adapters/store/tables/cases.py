"""The record of sanctions, why they were given, and what staff did."""

from sqlalchemy import Column, Index, Table, UniqueConstraint, and_, exists, or_

from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import NOW, Kept, Part, Person
from bot.adapters.store.wordless import bare_evidence, bare_why, nothing
from bot.core.actions import Sanction
from bot.core.consents import HeldState
from bot.core.privacy import Ends, Keeps

cases = Table(
    "cases",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("space"),
    words("user"),
    words("user_name"),
    words("sanction"),
    moment("at"),
    Column("by", Words),
    words("by_name"),
    number("strikes"),
    words("guideline"),
    words("rule"),
    words("reason"),
    words("evidence"),
    Column("until", Moment),
    Column("place", Words),
    Column("undoes", BIG),
    words("config"),
    flag("has_words"),
    Index(None, "community", "user", "number"),
    # All that is asked to count what befell somebody, so that her cases themselves need not be looked at.
    Index(None, "community", "user", "sanction", "number", "at", "strikes", "undoes"),
    Index(None, "community", "by", "at"),
    Index(None, "community", "by", "number"),
    Index(None, "community", "guideline", "number"),
    Index(None, "community", "at"),
    UniqueConstraint("community", "undoes"),
)


case_entries = Table(
    "case_entries",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    number("number"),
    words("kind"),
    words("text"),
    words("before"),
    words("by"),
    words("by_name"),
    moment("at"),
    Index(None, "community", "number"),
)


claims = Table(
    "claims",
    metadata,
    key("community"),
    key("name"),
    number("number"),
    moment("until"),
)


explanations = Table(
    "explanations",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("why"),
    moment("at"),
    flag("has_words"),
)


overturned = Table(
    "overturned",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("rule"),
    moment("at"),
)


held = Table(
    "held",
    metadata,
    key("community"),
    Column("number", BIG, primary_key=True, autoincrement=False),
    words("space"),
    words("by"),
    words("by_name"),
    words("act"),
    moment("at"),
    words("order"),
    words("state"),
    Column("second", Words),
    words("second_name"),
    number("version"),
)


audits = Table(
    "audits",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("by"),
    words("act"),
    words("detail"),
    moment("at"),
    Column("by_name", Words, nullable=False, server_default=""),
    Index(None, "community", "at"),
)


_later = cases.alias("later")
_ENDING = {
    Sanction.MUTE: (Sanction.MUTE, Sanction.UNMUTE),
    Sanction.BAN: (Sanction.BAN, Sanction.SOFTBAN, Sanction.UNBAN),
}
_REPLACED = exists().where(
    _later.c.community == cases.c.community,
    _later.c.user == cases.c.user,
    _later.c.space == cases.c.space,
    _later.c.number > cases.c.number,
    or_(
        *(
            and_(cases.c.sanction == act.value, _later.c.sanction.in_([one.value for one in ends]))
            for act, ends in _ENDING.items()
        )
    ),
)
RUNNING = and_(
    cases.c.sanction.in_([act.value for act in _ENDING]), or_(cases.c.until.is_(None), cases.c.until > NOW), ~_REPLACED
)
"""A mute or ban that holds: what lifts it, and what lets a moderator lift it, is the account in its case."""
_AGED = Keeps(Ends.AGED, "keep_cases")

KEPT = (
    Kept(
        cases,
        "cases",
        _AGED,
        people=(
            Person(
                "user",
                "user_name",
                words={"reason": nothing, "evidence": bare_evidence},
                until=RUNNING,
                hides=("by", "by_name", "config"),
            ),
            Person("by", "by_name", hides=("user", "user_name", "reason", "evidence", "config")),
        ),
        plain=("space", "sanction", "guideline", "rule", "place", "config"),
        aged_by="at",
        over=~RUNNING,
    ),
    Kept(
        case_entries,
        "cases",
        _AGED,
        people=(Person("by", "by_name"),),
        parts=(Part(cases, words={"text": nothing, "before": nothing}, exported=False),),
        plain=("kind",),
    ),
    Kept(claims, "cases", Keeps(Ends.DONE), parts=(Part(cases, exported=False),), packed=("name",)),
    Kept(
        explanations,
        "cases",
        Keeps(Ends.WORDLESS, "keep_evidence"),
        parts=(Part(cases, words={"why": bare_why}, exported=False),),
    ),
    Kept(overturned, "cases", _AGED, parts=(Part(cases, exported=False),), plain=("rule",)),
    Kept(
        held,
        "audits",
        Keeps(Ends.AGED, "keep_audits"),
        people=(
            Person("by", "by_name", hides=("order", "second", "second_name")),
            Person("second", "second_name", hides=("order", "by", "by_name")),
        ),
        packed=("order",),
        plain=("space", "act", "state"),
        stays=held.c.state == HeldState.WAITING.value,
        aged_by="at",
        over=held.c.state != HeldState.WAITING.value,
    ),
    Kept(
        audits,
        "audits",
        Keeps(Ends.AGED, "keep_audits"),
        people=(Person("by", "by_name"),),
        packed=("detail",),
        plain=("act",),
        aged_by="at",
    ),
)
