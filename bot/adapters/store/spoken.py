"""What moves a conversation, written: over the version that was read, and each message that shows it only once."""

from typing import Any

from sqlalchemy import update

from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.care import conversation_entries, conversation_messages, conversations
from bot.core.conversations import Conversation, Fate, TalkEntry
from bot.core.ids import MessageRef, Place
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
