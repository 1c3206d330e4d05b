"""Conversations, what was said in them, and which message shows what, read: the durable map between the two sides."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, bindparam, case, func, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.links import accounts_of, known_as
from bot.adapters.store.pen import next_number
from bot.adapters.store.spoken import THREAD, address, conversation_in, entry_in, thread_address
from bot.adapters.store.tables.care import conversation_entries, conversation_messages, conversations
from bot.core.conversations import Conversation, Fate, Priority, TalkEntry, TalkKind, TalkState
from bot.core.ids import MessageRef, Place, UserRef
from bot.runtime.codec import Codec

talks, said, shown = conversations.c, conversation_entries.c, conversation_messages.c
_URGENT_FIRST = case({one.value: -rank for rank, one in enumerate(Priority)}, value=talks.priority)

_FIND = select(conversations).where(talks.community == bindparam("community"), talks.number == bindparam("number"))
_SAME = (said.community == talks.community) & (said.number == talks.number)
_NEW = (
    select(talks.number)
    .distinct()
    .join_from(conversation_entries, conversations, _SAME)
    .where(
        said.community == bindparam("community"),
        talks.state.not_in((TalkState.PENDING.value, TalkState.RESOLVED.value)),
        said.fate == Fate.NEW.value,
        said.kind == TalkKind.MEMBER.value,
    )
)
_CARD = select(shown.id).where(shown.community == bindparam("community"), shown.number == talks.number, shown.seq == 0)
_HIDDEN = select(talks.number).where(
    talks.community == bindparam("community"),
    talks.report.is_not(None),
    talks.state == TalkState.OPEN.value,
    ~_CARD.exists(),
)
_UNSHOWN = _NEW.union(_HIDDEN)
_HOME = (
    select(shown.ref)
    .where(shown.community == bindparam("community"), shown.number == bindparam("number"), shown.seq == 0)
    .order_by(shown.id.desc())
    .limit(1)
)


class ConversationTable:
    """Conversations, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """Give a number no conversation of this community has had."""
        return await next_number(self._engines, self._codec, community, "conversation")

    async def find(self, community: str, number: int) -> Conversation | None:
        this = {"community": community, "number": number}
        row = (await self._engines.read(lambda c: c.execute(_FIND, this))).first()
        return None if row is None else conversation_in(row, self._codec)

    async def of(self, community: str, user: UserRef) -> Conversation | None:
        """Give the newest conversation with a person that goes on by itself; first one in which she is blocked."""
        accounts = await known_as(self._engines, community, user)
        mine = (talks.community == community, talks.person.in_(accounts), func.coalesce(talks.merged_into, 0) == 0)
        # Nobody has spoken to her in a report that is still unanswered: what she writes is not meant for it.
        spoken = talks.report.is_(None) | talks.answered_at.is_not(None) | talks.blocked
        return await self._first(*mine, spoken)

    async def same_person(self, community: str, one: UserRef, other: UserRef) -> bool:
        """Whether two accounts are the same or were linked."""
        return str(other) in await accounts_of(self._engines, community, one)

    async def unresolved(
        self, community: str, most: int = 20, skip: int = 0, manager: UserRef | None = None
    ) -> tuple[Conversation, ...]:
        """Give what is not resolved and has come to people, the most urgent first, then who has waited longest."""
        order = (_URGENT_FIRST, talks.waiting_since.is_(None), talks.waiting_since, talks.number)
        statement = select(conversations).where(*_peoples(community, manager)).order_by(*order).limit(most).offset(skip)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(conversation_in(row, self._codec) for row in rows)

    async def count_unresolved(self, community: str, manager: UserRef | None = None) -> int:
        """Count them."""
        statement = select(func.count()).select_from(conversations).where(*_peoples(community, manager))
        return int(await self._engines.read(lambda c: c.scalar(statement)) or 0)

    async def owned_by(self, community: str, user: UserRef) -> tuple[Conversation, ...]:
        """Give what an account takes care of and is not resolved."""
        hers = (talks.community == community, talks.owner == str(user), talks.state != TalkState.RESOLVED.value)
        statement = select(conversations).where(*hers).order_by(talks.number)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(conversation_in(row, self._codec) for row in rows)

    async def unshown(self, community: str) -> tuple[int, ...]:
        """Give those with something of the member's that no step was made for, and reports without a card."""
        found = await self._engines.read(lambda c: c.scalars(_UNSHOWN, {"community": community}))
        return tuple(sorted(found.all()))

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

    async def is_unsent(self, community: str, number: int) -> bool:
        """Tell whether an answer is held, or has no step yet that carries it."""
        early = said.fate.in_((Fate.HELD.value, Fate.NEW.value))
        this = (said.community == community, said.number == number, said.kind == TalkKind.TEAM.value, early)
        statement = select(said.seq).where(*this).limit(1)
        return await self._engines.read(lambda c: c.scalar(statement)) is not None

    async def heard_after(self, community: str, number: int, seq: int) -> datetime | None:
        """Give the moment of the member's next words that were not for the record alone."""
        hers = (said.kind == TalkKind.MEMBER.value, said.fate != Fate.KEPT.value)
        this = (said.community == community, said.number == number, said.seq > seq, *hers)
        statement = select(said.at).where(*this).order_by(said.seq).limit(1)
        return cast("datetime | None", await self._engines.read(lambda c: c.scalar(statement)))

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
        these = (shown.community == community, shown.number == number, ~shown.direct, shown.seq != THREAD)
        statement = select(shown.ref).where(*these).order_by(shown.id)
        packed = (await self._engines.read(lambda c: c.scalars(statement))).all()
        return tuple(self._codec.unpack_as(ref, MessageRef) for ref in packed)

    async def home(self, community: str, number: int) -> MessageRef | None:
        """Give the message with which it begins at the team's, where it was shown last."""
        this = {"community": community, "number": number}
        packed = cast("str | None", await self._engines.read(lambda c: c.scalar(_HOME, this)))
        return None if packed is None else self._codec.unpack_as(packed, MessageRef)

    async def mirror(self, community: str, number: int, seq: int) -> MessageRef | None:
        """Give the message that shows an entry to the team; in private chats stand the member's own."""
        this = (shown.community == community, shown.number == number, shown.seq == seq, ~shown.direct)
        return await self._message(*this)

    async def _first(self, *wanted: ColumnElement[bool]) -> Conversation | None:
        # Not simply by number: SQLite would walk through everybody's, in order, for the few of one person.
        newest = (talks.number + 0).desc()
        statement = select(conversations).where(*wanted).order_by(talks.blocked.desc(), newest).limit(1)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else conversation_in(row, self._codec)

    async def _entries(self, statement: Select[Any]) -> tuple[TalkEntry, ...]:
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(entry_in(row, self._codec) for row in rows)

    async def _number(self, community: str, where: str) -> int | None:
        statement = select(shown.number).where(shown.community == community, shown.address == where)
        return cast("int | None", await self._engines.read(lambda c: c.scalar(statement)))

    async def _message(self, *wanted: ColumnElement[bool]) -> MessageRef | None:
        statement = select(shown.ref).where(*wanted).order_by(shown.id.desc()).limit(1)
        packed = cast("str | None", await self._engines.read(lambda c: c.scalar(statement)))
        return None if packed is None else self._codec.unpack_as(packed, MessageRef)


def _peoples(community: str, manager: UserRef | None) -> tuple[ColumnElement[bool], ...]:
    about = talks.kept_from.is_(None)
    return (
        talks.community == community,
        talks.state != TalkState.RESOLVED.value,
        # What the bot answered by itself waits for nobody.
        (talks.state != TalkState.PENDING.value) | talks.answered_at.is_not(None),
        about if manager is None else about | (talks.kept_from != str(manager)),
    )
