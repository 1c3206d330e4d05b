"""Conversations as rows: written over the version that was read, each message that shows them only once."""

from typing import Any, cast

from sqlalchemy import Row, update

from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.care import conversation_entries, conversation_messages, conversations
from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.receipts import Done, Receipt
from bot.runtime.codec import Codec
from bot.runtime.queue import State

talks, said = conversations.c, conversation_entries.c
THREAD = -1
"""In place of an entry's number: whose thread it is."""


async def write_conversation(pen: Pen, talk: Conversation) -> None:
    """Begin one (version 0), or write over the version that was read; Conflict when it is another now."""
    values, what = _values(pen.codec, talk), f"conversation {talk.number}"
    await pen.keep(conversations, {"number": talk.number}, talk.version, values, what)


async def write_talk_entry(pen: Pen, entry: TalkEntry) -> None:
    """Add what was said, or write it anew."""
    await pen.put(
        conversation_entries,
        number=entry.conversation,
        seq=entry.seq,
        kind=entry.kind.value,
        at=entry.at,
        text=entry.text,
        by=None if entry.by is None else str(entry.by),
        by_name=entry.by_name,
        what=entry.what,
        fate=entry.fate.value,
        message=None if entry.message is None else address(entry.message),
        ref=None if entry.message is None else pen.codec.pack(entry.message),
        carries=pen.codec.pack((*entry.carries, *entry.enclosures)),
    )


async def entry_queued(pen: Pen, number: int, seq: int) -> None:
    """The outbox has a step for it: no second one is made."""
    this = (said.community == pen.community, said.number == number, said.seq == seq, said.fate == Fate.NEW.value)
    await pen.connection.execute(update(conversation_entries).where(*this).values(fate=Fate.QUEUED.value))


async def step_settled(pen: Pen, number: int, seq: int | None, state: State, receipt: Receipt) -> None:
    """A step of a conversation has its receipt: note what became of the entry, and which message shows it."""
    if seq is not None:
        this = (said.community == pen.community, said.number == number, said.seq == seq)
        queued = this + (said.fate.in_((Fate.QUEUED.value, Fate.REFUSED.value)),)  # noqa: RUF005
        await pen.connection.execute(update(conversation_entries).where(*queued).values(fate=Fate(state.value).value))
    if not isinstance(receipt, Done) or receipt.message is None:
        return
    message = receipt.message
    values = {"number": number, "ref": pen.codec.pack(message), "direct": message.place.is_direct}
    await pen.once(conversation_messages, address=address(message), seq=seq or 0, **values)
    if seq is None and message.place.thread is not None:
        # Its own ref is what "where does it begin" should answer with; this row only tells whose thread it is.
        await pen.once(conversation_messages, address=thread_address(message.place), seq=THREAD, **values)


def address(message: MessageRef) -> str:
    """A message, without what platforms do not always name for the same one: the thread and the space."""
    return f"{message.place.channel}/{message.native}"


def thread_address(place: Place) -> str:
    return f"{place.channel}#{place.thread}"


def _values(codec: Codec, talk: Conversation) -> dict[str, Any]:
    return {
        "person": str(talk.person),
        "person_name": talk.person_name,
        "at": talk.at,
        "touched_at": talk.touched_at,
        "place": codec.pack(talk.place),
        "category": talk.category,
        "department": talk.department,
        "state": talk.state.value,
        "priority": talk.priority.value,
        "labels": codec.pack(talk.labels),
        "owner": None if talk.owner is None else str(talk.owner),
        "owner_name": talk.owner_name,
        "language": talk.language,
        "entries": talk.entries,
        "waiting_since": talk.waiting_since,
        "answered_at": talk.answered_at,
        "until": talk.until,
        "closes_at": talk.closes_at,
        "merged_into": talk.merged_into,
        "blocked": talk.blocked,
        "version": talk.version + 1,
        "has_words": True,
        "report": talk.report,
        "kept_from": None if talk.kept_from is None else str(talk.kept_from),
    }


def conversation_in(row: Row[Any], codec: Codec) -> Conversation:
    """Read a conversation."""
    return Conversation(
        number=row.number,
        person=UserRef.parse(row.person),
        person_name=row.person_name,
        at=row.at,
        touched_at=row.touched_at,
        place=cast("Place | None", codec.unpack(row.place)),
        category=row.category,
        department=row.department,
        state=TalkState(row.state),
        priority=Priority(row.priority),
        labels=cast("tuple[str, ...]", codec.unpack(row.labels)),
        owner=None if row.owner is None else UserRef.parse(row.owner),
        owner_name=row.owner_name,
        language=row.language,
        entries=row.entries,
        waiting_since=row.waiting_since,
        answered_at=row.answered_at,
        until=row.until,
        closes_at=row.closes_at,
        merged_into=row.merged_into,
        blocked=row.blocked,
        version=row.version,
        report=row.report,
        kept_from=None if row.kept_from is None else UserRef.parse(row.kept_from),
    )


def entry_in(row: Row[Any], codec: Codec) -> TalkEntry:
    """Read an entry, with what hung on it."""
    hung = cast("tuple[str | Enclosure, ...]", codec.unpack(row.carries))
    return TalkEntry(
        conversation=row.number,
        seq=row.seq,
        kind=TalkKind(row.kind),
        at=row.at,
        text=row.text,
        by=None if row.by is None else UserRef.parse(row.by),
        by_name=row.by_name,
        what=row.what,
        fate=Fate(row.fate),
        message=None if row.ref is None else codec.unpack_as(row.ref, MessageRef),
        carries=tuple(thing for thing in hung if isinstance(thing, str)),
        enclosures=tuple(thing for thing in hung if isinstance(thing, Enclosure)),
    )
