"""Conversations, what was said in them, and which message shows what: the durable map between the two sides."""

from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Select, case, func, select, update

from bot.adapters.store.cases import next_number
from bot.adapters.store.engine import Engines
from bot.adapters.store.links import accounts_of, known_as
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.care import conversation_entries, conversation_messages, conversations
from bot.core.attachments import Enclosure
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.receipts import Done, Receipt
from bot.runtime.codec import Codec
from bot.runtime.queue import Conflict, State

talks, said, shown = conversations.c, conversation_entries.c, conversation_messages.c
_URGENT_FIRST = case({one.value: -rank for rank, one in enumerate(Priority)}, value=talks.priority)

_THREAD = -1
"""In place of an entry's number: whose thread it is."""


class ConversationTable:
    """Conversations, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """Give a number no conversation of this community has had."""
        return await next_number(self._engines, self._codec, community, "conversation")

    async def find(self, community: str, number: int) -> Conversation | None:
        return await self._first(talks.community == community, talks.number == number)

    async def of(self, community: str, user: UserRef) -> Conversation | None:
        """Give the newest conversation with a person that goes on by itself."""
        accounts = await known_as(self._engines, community, user)
        mine = (talks.community == community, talks.person.in_(accounts), func.coalesce(talks.merged_into, 0) == 0)
        return await self._first(*mine)

    async def same_person(self, community: str, one: UserRef, other: UserRef) -> bool:
        """Whether two accounts are the same or were linked."""
        return str(other) in await accounts_of(self._engines, community, one)

    async def unresolved(self, community: str, most: int = 20) -> tuple[Conversation, ...]:
        """Give what is not resolved, the most urgent first, then who has waited longest."""
        going_on = (talks.community == community, talks.state != TalkState.RESOLVED.value)
        order = (_URGENT_FIRST, talks.waiting_since.is_(None), talks.waiting_since, talks.number)
        statement = select(conversations).where(*going_on).order_by(*order).limit(most)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(_conversation(row, self._codec) for row in rows)

    async def owned_by(self, community: str, user: UserRef) -> tuple[Conversation, ...]:
        """Give what an account takes care of and is not resolved."""
        hers = (talks.community == community, talks.owner == str(user), talks.state != TalkState.RESOLVED.value)
        statement = select(conversations).where(*hers).order_by(talks.number)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(_conversation(row, self._codec) for row in rows)

    async def unshown(self, community: str) -> tuple[int, ...]:
        """Give the conversations with something of the member's that no step was made for."""
        same = (said.community == talks.community) & (said.number == talks.number)
        new = (said.fate == Fate.NEW.value, said.kind == TalkKind.MEMBER.value)
        statement = select(talks.number).distinct().join_from(conversation_entries, conversations, same)
        mine = (said.community == community, talks.state != TalkState.PENDING.value)
        found = await self._engines.read(lambda c: c.scalars(statement.where(*mine, *new).order_by(talks.number)))
        return tuple(found.all())

    async def entries(self, community: str, number: int, most: int = 1000) -> tuple[TalkEntry, ...]:
        """Give the newest of what was said, in order; first what was said in those merged into it."""
        parts = select(talks.number).where(talks.community == community, talks.merged_into == number)
        mine = (said.community == community, (said.number == number) | said.number.in_(parts))
        statement = (
            select(conversation_entries)
            .where(*mine)
            .order_by(said.at.desc(), said.number.desc(), said.seq.desc())
            .limit(most)
        )
        return tuple(reversed(await self._entries(statement)))

    async def entry(self, community: str, number: int, seq: int) -> TalkEntry | None:
        this = (said.community == community, said.number == number, said.seq == seq)
        return next(iter(await self._entries(select(conversation_entries).where(*this))), None)

    async def waiting(self, community: str, number: int, kind: TalkKind) -> tuple[TalkEntry, ...]:
        """Give what is new and has to be carried to the other side."""
        new = (said.number == number, said.fate == Fate.NEW.value, said.kind == kind.value)
        statement = select(conversation_entries).where(said.community == community, *new).order_by(said.seq)
        return await self._entries(statement)

    async def said_in(self, community: str, message: MessageRef) -> TalkEntry | None:
        """Give the entry that this very message became."""
        this = (said.community == community, said.message == address(message))
        statement = (
            select(conversation_entries).where(*this).order_by((said.number + 0).desc(), said.seq.desc()).limit(1)
        )
        return next(iter(await self._entries(statement)), None)

    async def at(self, community: str, place: Place) -> int | None:
        """Give the conversation that this thread shows."""
        if place.thread is None:
            return None
        return await self._number(community, thread_address(place))

    async def shown_in(self, community: str, message: MessageRef) -> int | None:
        """Give the conversation that this message of the bot's belongs to."""
        return await self._number(community, address(message))

    async def shown(self, community: str, number: int) -> tuple[MessageRef, ...]:
        """Give the messages that show it to the team, oldest first."""
        these = (shown.community == community, shown.number == number, ~shown.direct, shown.seq != _THREAD)
        statement = select(shown.ref).where(*these).order_by(shown.id)
        packed = (await self._engines.read(lambda c: c.scalars(statement))).all()
        return tuple(self._codec.unpack_as(ref, MessageRef) for ref in packed)

    async def home(self, community: str, number: int) -> MessageRef | None:
        """Give the message with which it begins at the team's, where it was shown last."""
        return await self._message(shown.community == community, shown.number == number, shown.seq == 0)

    async def mirror(self, community: str, number: int, seq: int) -> MessageRef | None:
        """Give the message that shows an entry to the team; in private chats stand the member's own."""
        this = (shown.community == community, shown.number == number, shown.seq == seq, ~shown.direct)
        return await self._message(*this)

    async def _first(self, *wanted: ColumnElement[bool]) -> Conversation | None:
        # Not simply by number: SQLite would walk through everybody's, in order, for the few of one person.
        statement = select(conversations).where(*wanted).order_by((talks.number + 0).desc()).limit(1)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _conversation(row, self._codec)

    async def _entries(self, statement: Select[Any]) -> tuple[TalkEntry, ...]:
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(_entry(row, self._codec) for row in rows)

    async def _number(self, community: str, where: str) -> int | None:
        statement = select(shown.number).where(shown.community == community, shown.address == where)
        return cast("int | None", await self._engines.read(lambda c: c.scalar(statement)))

    async def _message(self, *wanted: ColumnElement[bool]) -> MessageRef | None:
        statement = select(shown.ref).where(*wanted).order_by(shown.id.desc()).limit(1)
        packed = cast("str | None", await self._engines.read(lambda c: c.scalar(statement)))
        return None if packed is None else self._codec.unpack_as(packed, MessageRef)


async def write_conversation(pen: Pen, talk: Conversation) -> None:
    """Begin one (version 0), or write over the version that was read; Conflict when it is another now."""
    values = _values(pen.codec, talk)
    if talk.version == 0:
        written = await pen.once(conversations, number=talk.number, **values)
    else:
        this = (talks.community == pen.community, talks.number == talk.number, talks.version == talk.version)
        statement = update(conversations).where(*this).values(values)
        written = (await pen.connection.execute(statement)).rowcount == 1
    if not written:
        raise Conflict(f"conversation {talk.number} of {pen.community} is no longer at version {talk.version}")


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
        await pen.once(conversation_messages, address=thread_address(message.place), seq=_THREAD, **values)


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
    }


def _conversation(row: Row[Any], codec: Codec) -> Conversation:
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
    )


def _entry(row: Row[Any], codec: Codec) -> TalkEntry:
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
