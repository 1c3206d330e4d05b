"""Cases: written by decisions, read by whoever judges, answers or takes back."""

import logging
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Executable, Row, func, select, update

from bot.adapters.store.case_entries import entry_of
from bot.adapters.store.case_search import TAKEN_BACK, acting, beginning, claiming, searching, tallying
from bot.adapters.store.engine import Engines
from bot.adapters.store.links import alias_of, known_as
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.cases import case_entries, cases
from bot.adapters.store.tables.running import intents
from bot.core.actions import Sanction
from bot.core.cases import Case, CaseEntry, CaseEvidence, Evidence, Search
from bot.core.decisions import Later, Reply, Step
from bot.core.ids import Place, SpaceRef, UserRef
from bot.core.receipts import Receipt
from bot.runtime.codec import Codec
from bot.runtime.queue import Conflict
from bot.runtime.stores import Counts, Did

log = logging.getLogger(__name__)

_NOTHING: Mapping[str, object] = {}


class CaseTable:
    """The record, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """Give a number no case of this community has had."""
        return await next_number(self._engines, self._codec, community, "case")

    async def next_numbers(self, community: str, many: int) -> range:
        """Give so many numbers at once."""
        last = await self._engines.write(lambda c: Pen(c, self._codec, community).next("case", many))
        return range(last - many + 1, last + 1)

    async def find(self, community: str, number: int) -> Case | None:
        return await self._one(select(cases).where(cases.c.community == community, cases.c.number == number))

    async def last(self, community: str) -> Case | None:
        return await self._one(searching(community, Search(), 1))

    async def of(self, community: str, user: UserRef, most: int = 20) -> tuple[Case, ...]:
        """Give a person's cases over all her accounts, newest first."""
        return await self.search(community, Search(user), most)

    async def search(self, community: str, wanted: Search, most: int) -> tuple[Case, ...]:
        """Give the cases that fit, newest first; a person is all her accounts."""
        accounts = () if wanted.user is None else await known_as(self._engines, community, wanted.user)
        if wanted.since is not None and wanted.floor is None:
            first = await self._first(community, wanted.since)
            if first is None:
                return ()
            wanted = replace(wanted, floor=first)
        if wanted.until is not None:
            over = await self._first(community, wanted.until)
            wanted = replace(wanted, before=min(filter(None, (over, wanted.before)), default=None))
        found = await self._read(searching(community, wanted, most, accounts))
        return found[::-1] if wanted.after is not None else found

    async def acts(
        self, community: str, space: SpaceRef, user: UserRef, of: Collection[Sanction], most: int = 4
    ) -> tuple[Case, ...]:
        """Give the newest acts of these kinds that stand."""
        return await self._read(*acting(community, space, user, of, most))

    async def tally(self, community: str, user: UserRef, since: datetime | None = None) -> Counts:
        """Count what befell a person, by kind, over all her accounts."""
        asked = tallying(community, user, alias_of(self._engines, user), since)
        rows = (await self._engines.read(lambda c: c.execute(*asked))).all()
        return Counts({Sanction(row.sanction): row.many for row in rows}, sum(row.strikes for row in rows))

    async def claimed(self, community: str, name: str, now: datetime) -> Case | None:
        """Give the case that holds this claim still."""
        return await self._one(*claiming(community, name, now))

    async def entries(self, community: str, number: int) -> tuple[CaseEntry, ...]:
        """Give what was added to a case, oldest first."""
        this = (case_entries.c.community == community, case_entries.c.number == number)
        statement = select(case_entries).where(*this).order_by(case_entries.c.id)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(entry_of(row) for row in rows)

    async def strikes(self, community: str, user: UserRef, since: datetime | None, guideline: str = "") -> int:
        """Count strikes from ``since`` on, without cases that were taken back; only for a guideline if one is named."""
        accounts = await known_as(self._engines, community, user)
        statement = select(func.coalesce(func.sum(cases.c.strikes), 0)).where(
            cases.c.community == community, cases.c.user.in_(accounts), ~TAKEN_BACK
        )
        if since is not None:
            statement = statement.where(cases.c.at >= since)
        if guideline:
            statement = statement.where(cases.c.guideline == guideline)
        return int(await self._engines.read(lambda c: c.scalar(statement)) or 0)

    async def undone_by(self, community: str, number: int) -> int | None:
        statement = select(cases.c.number).where(cases.c.community == community, cases.c.undoes == number)
        return await self._engines.read(lambda c: c.scalar(statement))

    async def receipts(self, community: str, number: int) -> tuple[Did, ...]:
        """Give what was done about a case, in order; not the answers and the steps that composed others."""
        statement = (
            select(intents.c.id, intents.c.step, intents.c.receipt)
            .where(intents.c.community == community, intents.c.case_number == number)
            .order_by(intents.c.id)
        )
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return tuple(did for row in rows if (did := self._did(row.id, row.step, row.receipt)) is not None)

    def _did(self, intent: int, packed: str, packed_receipt: str | None) -> Did | None:
        try:
            step = self._codec.unpack(packed)
        except ValueError:
            log.exception("intent %s cannot be read; it is left out of its case", intent)
            return None
        if isinstance(step, Reply | Later):
            return None
        receipt = None if packed_receipt is None else self._codec.unpack(packed_receipt)
        return Did(cast("Step", step), cast("Receipt | None", receipt))

    async def _first(self, community: str, since: datetime) -> int | None:
        began = beginning(community, since)
        return await self._engines.read(lambda c: c.scalar(began))

    async def _one(self, statement: Executable, given: Mapping[str, object] = _NOTHING) -> Case | None:
        row = (await self._engines.read(lambda c: c.execute(statement, given))).first()
        return None if row is None else _case(row, self._codec)

    async def _read(self, statement: Executable, given: Mapping[str, object] = _NOTHING) -> tuple[Case, ...]:
        rows = (await self._engines.read(lambda c: c.execute(statement, given))).all()
        return tuple(_case(row, self._codec) for row in rows)


async def write_case(pen: Pen, case: Case) -> None:
    """File a case; Conflict when its number is taken or the case it undoes was undone by another."""
    filed = await pen.once(
        cases,
        number=case.number,
        space=str(case.space),
        user=str(case.user),
        user_name=case.user_name,
        sanction=case.sanction.value,
        at=case.at,
        by=None if case.by is None else str(case.by),
        by_name=case.by_name,
        strikes=case.strikes,
        guideline=case.guideline,
        rule=case.rule,
        reason=case.reason,
        evidence=pen.codec.pack(case.evidence),
        until=case.until,
        place=None if case.place is None else pen.codec.pack(case.place),
        undoes=case.undoes,
        config=case.config,
        has_words=bool(case.evidence),
    )
    if not filed:
        raise Conflict(f"case {case.number} of {pen.community}, or another that undoes {case.undoes}, is there already")


async def write_evidence(pen: Pen, more: CaseEvidence) -> None:
    """Add to what a case was filed with; Conflict when there is no such case."""
    this = (cases.c.community == pen.community, cases.c.number == more.number)
    packed = await pen.connection.scalar(select(cases.c.evidence).where(*this).with_for_update())
    if packed is None:
        raise Conflict(f"there is no case {more.number} of {pen.community}")
    evidence = (*evidence_in(pen.codec, packed), more.evidence)
    changed = update(cases).where(*this).values(evidence=pen.codec.pack(evidence), has_words=True)
    await pen.connection.execute(changed)


def evidence_in(codec: Codec, packed: str) -> tuple[Evidence, ...]:
    return cast("tuple[Evidence, ...]", codec.unpack_as(packed, tuple))


def _case(row: Row[Any], codec: Codec) -> Case:
    return Case(
        number=row.number,
        space=SpaceRef.parse(row.space),
        user=UserRef.parse(row.user),
        user_name=row.user_name,
        sanction=Sanction(row.sanction),
        at=row.at,
        by=None if row.by is None else UserRef.parse(row.by),
        by_name=row.by_name,
        strikes=row.strikes,
        guideline=row.guideline,
        rule=row.rule,
        reason=row.reason,
        evidence=evidence_in(codec, row.evidence),
        until=row.until,
        place=None if row.place is None else codec.unpack_as(row.place, Place),
        undoes=row.undoes,
        config=row.config,
    )
