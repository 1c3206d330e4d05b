"""Acts that wait for a second person, and how much one person did lately."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, func, select

from bot.adapters.store.case_search import acted
from bot.adapters.store.engine import Engines
from bot.adapters.store.links import accounts_of
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.cases import audits, held
from bot.core.actions import Sanction
from bot.core.consents import Held, HeldState
from bot.core.ids import SpaceRef, UserRef
from bot.runtime.codec import Codec


class HeldTable:
    """Acts that wait, read."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """Give a number no waiting act of this community has had."""
        return await next_number(self._engines, self._codec, community, "held")

    async def find(self, community: str, number: int) -> Held | None:
        statement = select(held).where(held.c.community == community, held.c.number == number)
        row = (await self._engines.read(lambda c: c.execute(statement))).first()
        return None if row is None else _held(row, self._codec)

    async def acted(self, community: str, by: UserRef, acts: Collection[Sanction], since: datetime) -> int:
        """Count what a person did by hand; an act that takes another back is none."""
        asked = acted(community, by, acts, since)
        counted = await self._engines.read(lambda c: c.execute(*asked))
        return int(counted.scalar_one())

    async def audited(self, community: str, by: UserRef, act: str, since: datetime) -> int:
        """Count a person's lines in the audit."""
        accounts = await accounts_of(self._engines, community, by)
        did = (audits.c.community == community, audits.c.by.in_(accounts), audits.c.at >= since)
        statement = select(func.count()).select_from(audits).where(*did, audits.c.act == act)
        counted = await self._engines.read(lambda c: c.execute(statement))
        return int(counted.scalar_one())


async def write_held(pen: Pen, row: Held) -> None:
    """Let an act wait (version 0), or write over the version that was read; Conflict when it is another now."""
    await pen.keep(held, {"number": row.number}, row.version, _values(pen.codec, row), f"held act {row.number}")


def _values(codec: Codec, row: Held) -> dict[str, Any]:
    return {
        "space": str(row.space),
        "by": str(row.by),
        "by_name": row.by_name,
        "act": row.act,
        "at": row.at,
        "order": codec.pack(row.order),
        "state": row.state.value,
        "second": None if row.second is None else str(row.second),
        "second_name": row.second_name,
        "version": row.version + 1,
    }


def _held(row: Row[Any], codec: Codec) -> Held:
    return Held(
        number=row.number,
        space=SpaceRef.parse(row.space),
        by=UserRef.parse(row.by),
        by_name=row.by_name,
        act=row.act,
        at=row.at,
        order=cast("Mapping[str, object]", codec.unpack(row.order)),
        state=HeldState(row.state),
        second=None if row.second is None else UserRef.parse(row.second),
        second_name=row.second_name,
        version=row.version,
    )
