"""Entries of polls and other gatherings: written one by one, counted together, sealed when they are nobody's."""

from collections.abc import AsyncIterator, Collection, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    cast,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy.sql.dml import Delete, Insert, Update

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, insert_once
from bot.adapters.store.tables.gatherings import cards, entries, sealed_entries
from bot.core.gatherings import CardsGone, CardShown, EntriesSealed, Entry, EntryMoved, Put
from bot.core.ids import MessageRef
from bot.runtime.codec import Codec
from bot.runtime.gatherings import Cast, Tally, Told
from bot.runtime.queue import Conflict

PAGE = 2000


class GatheringTable:
    """Entries and cards, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def entry(self, community: str, subject: str, who: str) -> Put | None:
        hers = {"of_community": community, "of_subject": subject, "of_who": who}
        row = (await self._engines.read(lambda c: c.execute(_PUT, hers))).first()
        return None if row is None else Put(row.value, row.weight, row.linked)

    async def tally(self, community: str, subject: str) -> Tally:
        """Count everything; what was sealed is counted as it stood then."""
        unlinked = func.sum(case((entries.c.linked, 0), else_=1))
        columns = (entries.c.value, func.count(), func.sum(entries.c.weight), unlinked)
        live = select(*columns).where(_of(entries, community, subject)).group_by(entries.c.value)
        sums = (sealed_entries.c.value, sealed_entries.c.many, sealed_entries.c.weight, sealed_entries.c.unlinked)
        both = live.union_all(select(*sums).where(_of(sealed_entries, community, subject)))
        tally = Tally()
        for value, many, weight, loose in (await self._engines.read(lambda c: c.execute(both))).all():
            tally.many[value] = tally.many.get(value, 0) + int(many)
            tally.weight[value] = tally.weight.get(value, 0) + int(weight)
            tally.unlinked += int(loose)
        return tally

    async def entries(self, community: str, subject: str) -> AsyncIterator[Told]:
        """Give every entry, a page at a time, the oldest first."""
        order = tuple_(entries.c.seq, entries.c.who)
        after = (0, "")
        while True:
            ours = select(entries).where(_of(entries, community, subject), order > after)
            rows = await self._page(ours.order_by(entries.c.seq, entries.c.who).limit(PAGE))
            for row in rows:
                yield _told(row)
            if len(rows) < PAGE:
                return
            after = (rows[-1].seq, rows[-1].who)

    async def ballots(self, community: str, subject: str) -> Sequence[Cast]:
        """Give who put in what, in no order."""
        # In one text: a row for each of very many takes longer than everything else.
        said = entries.c.account + " " + entries.c.value + " " + cast(entries.c.seq, Text)
        listed = select(func.aggregate_strings(said, "\n")).where(_of(entries, community, subject))
        text = (await self._engines.read(lambda c: c.execute(listed))).scalar() or ""
        split = (line.rsplit(" ", 2) for line in text.splitlines())
        return [(account, value, int(seq)) for account, value, seq in split]

    async def oldest(
        self, community: str, subject: str, values: Collection[str], most: int, after: int = 0
    ) -> tuple[Told, ...]:
        """Those of these values from behind ``after``, the oldest first."""
        ours = and_(_of(entries, community, subject), entries.c.value.in_(values), entries.c.seq > after)
        return tuple(map(_told, await self._page(select(entries).where(ours).order_by(entries.c.seq).limit(most))))

    async def cards(self, community: str, subject: str) -> tuple[MessageRef, ...]:
        statement = select(cards.c.message).where(_of(cards, community, subject)).order_by(cards.c.message)
        found = (await self._engines.read(lambda c: c.scalars(statement))).all()
        return tuple(self._codec.unpack_as(packed, MessageRef) for packed in found)

    async def _page(self, page: Select[tuple[Any, ...]]) -> Sequence[Row[Any]]:
        found: Sequence[Row[Any]] = (await self._engines.read(lambda c: c.execute(page))).all()
        return found


async def write_entry(pen: Pen, row: Entry) -> None:
    """Put in, change or take back; Conflict when something else stands there by now."""
    this = {"community": pen.community, "subject": row.subject, "who": row.who}
    values: dict[str, object] = {f"of_{name}": value for name, value in this.items()} | _values(row.put, row)
    statement: Insert | Update | Delete
    if row.before is not None:
        statement = _TAKEN_BACK if row.put is None else _CHANGED
        values["before"] = row.before.value
    elif row.put is not None:
        statement = entered(pen.connection.dialect.name)
        values |= this
    else:
        return
    if (await pen.connection.execute(statement, values)).rowcount != 1:
        raise Conflict(f"{row.subject}: this entry was changed meanwhile")


async def move_entry(pen: Pen, row: EntryMoved) -> None:
    """Let the newer of two entries be the one that counts."""
    ours = _of(entries, pen.community, row.subject)
    both = select(entries.c.who).where(ours, entries.c.who.in_((row.who, row.into))).order_by(entries.c.seq.desc())
    found = (await pen.connection.scalars(both)).all()
    if not found:
        return
    older = [who for who in found[1:] if who != found[0]]
    await pen.connection.execute(delete(entries).where(ours, entries.c.who.in_(older)))
    newest = update(entries).where(ours, entries.c.who == found[0])
    await pen.connection.execute(newest.values(who=row.into, linked=row.linked))


async def seal_entries(pen: Pen, row: EntriesSealed) -> None:
    """Keep how often each value was put in, and forget by whom."""
    ours = _of(entries, pen.community, row.subject)
    unlinked = func.sum(case((entries.c.linked, 0), else_=1))
    keys = (entries.c.community, entries.c.subject, entries.c.value)
    counted = select(*keys, func.count(), func.sum(entries.c.weight), unlinked).where(ours).group_by(*keys)
    columns = ["community", "subject", "value", "many", "weight", "unlinked"]
    await pen.connection.execute(insert(sealed_entries).from_select(columns, counted))
    await pen.connection.execute(delete(entries).where(ours))


async def write_card(pen: Pen, row: CardShown) -> None:
    await pen.once(cards, subject=row.subject, message=pen.codec.pack(row.message))


async def drop_cards(pen: Pen, row: CardsGone) -> None:
    await pen.connection.execute(delete(cards).where(_of(cards, pen.community, row.subject)))


def _told(row: Row[Any]) -> Told:
    return Told(row.who, Put(row.value, row.weight, row.linked), row.account, row.name, row.seq)


def _of(table: Table, community: str, subject: str) -> ColumnElement[bool]:
    return and_(table.c.community == community, table.c.subject == subject)


def _values(put: Put | None, row: Entry) -> dict[str, object]:
    if put is None:
        return {}
    account = "" if row.account is None else str(row.account)
    return {"value": put.value, "weight": put.weight, "linked": put.linked, "account": account, "name": row.name}


# Spelt once: to build them takes longer than to carry them out, and a press is hardly more than these.
_COMMUNITY, _SUBJECT = bindparam("of_community", type_=Text), bindparam("of_subject", type_=Text)
_ONE = and_(entries.c.community == _COMMUNITY, entries.c.subject == _SUBJECT, entries.c.who == bindparam("of_who"))
_PUT = select(entries.c.value, entries.c.weight, entries.c.linked).where(_ONE)
_ALL = entries.alias("others")
_NEXT = (
    select(func.coalesce(func.max(_ALL.c.seq), 0) + 1)
    .where(_ALL.c.community == _COMMUNITY, _ALL.c.subject == _SUBJECT)
    .scalar_subquery()
)
"""Behind the last: of two it is known which is newer, whatever the clock says."""
_AS_IT_WAS = and_(_ONE, entries.c.value == bindparam("before"))
_TAKEN_BACK = delete(entries).where(_AS_IT_WAS)
_CHANGED = update(entries).where(_AS_IT_WAS).values(seq=_NEXT)


@cache
def entered(dialect: str) -> Insert:
    """A new entry; nothing happens when there is one already."""
    return insert_once(dialect, entries).values(seq=_NEXT)
