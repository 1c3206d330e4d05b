"""Decisions in, receipts back: the one place where rows, intents and event keys are written together."""

import logging
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import Row, bindparam, func, insert, select, update

from bot.adapters.store.at_once import Transaction
from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.rows import write_row
from bot.adapters.store.spoken import entry_queued, step_settled
from bot.adapters.store.tables.running import events
from bot.adapters.store.tables.running import intents as steps
from bot.core.decisions import Decision, Intent, Step
from bot.core.receipts import Done, Receipt, Refusal, Refused
from bot.core.record import Row as Written
from bot.runtime.codec import Codec
from bot.runtime.effects import is_fleeting
from bot.runtime.queue import Queued, State

log = logging.getLogger(__name__)

UNFINISHED = (State.NEW.value, State.SENDING.value)
_ADD = insert(steps).returning(steps.c.id, steps.c.seq)
"""In no order: to demand one would mean a statement for each on SQLite."""
_THIS = update(steps).where(steps.c.id == bindparam("this"))
_OPEN = _THIS.where(steps.c.state.in_(UNFINISHED))
_SENDING = _OPEN.values(state=State.SENDING.value)
_SETTLE = _THIS.values(state=bindparam("new"), receipt=bindparam("packed"), tries=bindparam("tried")).returning(
    steps.c.community, steps.c.conversation_number, steps.c.entry_seq
)
_FINISH = _OPEN.values(state=State.DONE.value, receipt=bindparam("packed"))
_LAST = select(func.max(steps.c.seq)).where(steps.c.group_id == bindparam("group"))


class LedgerTable:
    """Commits decisions, and keeps what became of their intents."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def commit(self, community: str, key: str, decision: Decision, now: datetime) -> tuple[Queued, ...] | None:
        """Write rows, intents and the event's key together; None when the key was known already."""

        async def work(connection: Transaction) -> tuple[Queued, ...] | None:
            pen = Pen(connection, self._codec, community)
            if key and not await pen.once(events, key=key, seen_at=now):
                return None
            for row in decision.rows:
                await write_row(pen, row)
            return await _queue(pen, uuid4().hex, 0, decision.intents, now)

        return await self._engines.write(work)

    async def sending(self, intent: int) -> None:
        """Note that it is about to be tried."""
        await self._engines.write(lambda c: c.execute(_SENDING, {"this": intent}))

    async def settle(self, intent: int, state: State, receipt: Receipt, tries: int) -> None:
        """Write down how it went."""
        how = {"this": intent, "new": state.value, "packed": self._codec.pack(receipt), "tried": tries}

        async def work(connection: Transaction) -> None:
            settled = (await connection.execute(_SETTLE, how)).first()
            if settled is not None and settled.conversation_number is not None:
                pen = Pen(connection, self._codec, settled.community)
                await step_settled(pen, settled.conversation_number, settled.entry_seq, state, receipt)

        await self._engines.write(work)

    async def expand(
        self, queued: Queued, intents: Sequence[Intent], now: datetime, rows: Sequence[Written] = ()
    ) -> tuple[Queued, ...]:
        """Finish a Later or a Reply by what it composed, at the end of its group; nothing when that was done."""

        async def work(connection: Transaction) -> tuple[Queued, ...]:
            done = {"this": queued.id, "packed": self._codec.pack(Done())}
            if (await connection.execute(_FINISH, done)).rowcount != 1:
                return ()
            last = await connection.scalar(_LAST, {"group": queued.group})
            pen = Pen(connection, self._codec, queued.community)
            for row in rows:
                await write_row(pen, row)
            return await _queue(pen, queued.group, (last or 0) + 1, intents, now)

        return await self._engines.write(work)

    async def unfinished(self) -> tuple[tuple[Queued, ...], ...]:
        """Give every group that is not finished, whole, oldest first."""
        open_groups = select(steps.c.group_id).where(steps.c.state.in_(UNFINISHED))
        statement = select(steps).where(steps.c.group_id.in_(open_groups)).order_by(steps.c.id)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        groups: dict[str, list[Row[Any]]] = {}
        for row in rows:
            groups.setdefault(row.group_id, []).append(row)
        read = [await self._group(name, members) for name, members in groups.items()]
        return tuple(group for group in read if group)

    async def _group(self, name: str, members: Sequence[Row[Any]]) -> tuple[Queued, ...]:
        try:
            return tuple(_queued(row, self._codec) for row in members)
        except ValueError:
            # A cog is gone, and its steps with it: not carrying on with half of a decision is the safe half.
            log.exception("intents of %s cannot be read and are given up", name)
            await self._give_up(name)
            return ()

    async def _give_up(self, group: str) -> None:
        why = self._codec.pack(Refused(Refusal.GONE, "cannot be read any more"))
        statement = update(steps).where(steps.c.group_id == group, steps.c.state.in_(UNFINISHED))
        await self._engines.write(lambda c: c.execute(statement.values(state=State.DEAD.value, receipt=why)))


async def _queue(pen: Pen, group: str, first: int, new: Sequence[Intent], now: datetime) -> tuple[Queued, ...]:
    if all(is_fleeting(intent.step) for intent in new):
        return tuple(
            Queued(0, pen.community, group, seq, intent.step, None, created_at=now)
            for seq, intent in enumerate(new, first)
        )
    values = [
        {
            "community": pen.community,
            "group_id": group,
            "seq": seq,
            "step": pen.codec.pack(intent.step),
            "case_number": intent.case,
            "complaint_number": intent.complaint,
            "conversation_number": intent.conversation,
            "entry_seq": intent.entry,
            "state": State.NEW.value,
            "tries": 0,
            "created_at": now,
            "has_words": True,
        }
        for seq, intent in enumerate(new, first)
    ]
    ids = {row.seq: row.id for row in await pen.connection.execute(_ADD, values)}
    for intent in new:
        if intent.conversation is not None and intent.entry is not None:
            await entry_queued(pen, intent.conversation, intent.entry)
    return tuple(
        Queued(
            ids[seq], pen.community, group, seq, intent.step, intent.case, created_at=now, complaint=intent.complaint
        )
        for seq, intent in enumerate(new, first)
    )


def _queued(row: Row[Any], codec: Codec) -> Queued:
    return Queued(
        id=row.id,
        community=row.community,
        group=row.group_id,
        seq=row.seq,
        step=cast("Step", codec.unpack(row.step)),
        case=row.case_number,
        complaint=row.complaint_number,
        state=State(row.state),
        tries=row.tries,
        receipt=None if row.receipt is None else cast("Receipt", codec.unpack(row.receipt)),
        created_at=row.created_at,
    )
