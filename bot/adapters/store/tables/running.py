"""What keeps the bot going: what was heard, what is to be done, buttons, timers, small values."""

from datetime import timedelta

from sqlalchemy import Column, Index, Table, or_, true

from bot.adapters.store.tables.care import complaints, conversations
from bot.adapters.store.tables.cases import cases
from bot.adapters.store.tables.columns import BIG, Moment, Words, flag, key, metadata, moment, number, words
from bot.adapters.store.tables.declared import Kept, Part, Person
from bot.adapters.store.wordless import bare_step
from bot.core.privacy import Ends, Keeps

events = Table("events", metadata, key("community"), key("key"), moment("seen_at"), Index(None, "community", "seen_at"))


intents = Table(
    "intents",
    metadata,
    Column("id", BIG, primary_key=True),
    words("community"),
    words("group_id"),
    number("seq"),
    words("step"),
    Column("case_number", BIG),
    Column("complaint_number", BIG),
    Column("conversation_number", BIG),
    Column("entry_seq", BIG),
    words("state"),
    number("tries"),
    Column("receipt", Words),
    moment("created_at"),
    flag("has_words"),
    Index(None, "group_id", "seq"),
    Index(None, "community", "case_number"),
    Index(None, "community", "complaint_number"),
    Index(None, "state"),
    # Never the id of a forgotten row again: the nonce of every send is made from it.
    sqlite_autoincrement=True,
)


presses = Table(
    "presses",
    metadata,
    key("id"),
    words("community"),
    words("press"),
    number("rank"),
    moment("expires_at"),
    Column("space", Words),
    Column("only", Words),
    flag("once"),
    Column("used_at", Moment),
    Index(None, "community", "expires_at"),
)


timers = Table(
    "timers",
    metadata,
    key("community"),
    key("kind"),
    key("subject"),
    moment("due_at"),
    number("generation"),
    words("args"),
    Index(None, "due_at"),
)


counters = Table(
    "counters",
    metadata,
    key("community"),
    key("kind"),
    number("last"),
)


notes = Table("notes", metadata, key("community"), key("cog"), key("name"), words("value"))


shelf = Table("shelf", metadata, key("community"), key("adapter"), key("name"), words("value"))


bindings = Table("bindings", metadata, key("space"), words("community"), words("by"), moment("at"))


KEEP_KEYS = Keeps(Ends.AGED, span=timedelta(days=8))
"""No platform delivers an event again after that: Telegram keeps updates for a day, Discord interactions for less."""
_DONE_TO_HER = or_(*(intents.c.step.startswith(f'{{"$":"{kind}"') for kind in ("Punish", "Pardon", "Whisper")))
_FREE = intents.c.case_number.is_(None) & intents.c.complaint_number.is_(None)
_UNFINISHED = intents.c.state.in_(("new", "sending"))
_LASTING = ("lift", "gate-out", "vanish")

KEPT = (
    # Keys of what was heard: of a message, a press, a number that Telegram counts up.
    Kept(events, "running", KEEP_KEYS, packed=("key",), aged_by="seen_at"),
    Kept(
        intents,
        "running",
        KEEP_KEYS,
        parts=(
            Part(cases, (("case_number", "number"),), {"step": bare_step}, shown=_DONE_TO_HER, hides=("group_id",)),
            Part(complaints, (("complaint_number", "number"),), {"step": bare_step}, exported=False),
            Part(conversations, (("conversation_number", "number"),), {"step": bare_step}, exported=False),
        ),
        packed=("step", "receipt"),
        plain=("group_id", "state"),
        passing=_FREE,
        stays=_UNFINISHED,
        aged_by="created_at",
        over=_FREE & ~_UNFINISHED,
    ),
    Kept(
        presses,
        "running",
        Keeps(Ends.DONE),
        people=(Person("only", gone=True),),
        packed=("press",),
        plain=("id", "space"),
        passing=true(),
    ),
    # What ends a mute, or takes a line away again, must still happen.
    Kept(
        timers,
        "running",
        Keeps(Ends.DONE),
        packed=("subject", "args"),
        mine={"subject": (), "args": ()},
        plain=("kind",),
        passing=true(),
        stays=timers.c.kind.in_(_LASTING),
    ),
    Kept(counters, "running", Keeps(Ends.DONE), plain=("kind",)),
    # Who waits at the gate goes on waiting.
    Kept(
        notes,
        "running",
        Keeps(Ends.DONE),
        packed=("name", "value"),
        plain=("cog",),
        mine={"name": ()},
        stays=notes.c.name.startswith("waits:"),
    ),
    # A form that is open is open for an hour at most.
    Kept(
        shelf,
        "running",
        Keeps(Ends.DONE),
        packed=("name", "value"),
        plain=("adapter",),
        stays=~shelf.c.name.startswith("name."),
    ),
    Kept(bindings, "places", Keeps(Ends.DONE), people=(Person("by"),), plain=("space",)),
)
