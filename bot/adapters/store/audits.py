"""What the staff did, in the order in which it was done."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, insert, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.cases import audits
from bot.core.ids import Platform, UserRef
from bot.core.record import Audit
from bot.runtime.fairness import AuditEntry

_BATCH = 500


class AuditTable:
    """The audit, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def page(self, community: str, most: int, before: int | None = None) -> tuple[AuditEntry, ...]:
        """Give the newest entries, the newest first."""
        statement = select(audits).where(audits.c.community == community).order_by(audits.c.id.desc()).limit(most)
        if before is not None:
            statement = statement.where(audits.c.id < before)
        return tuple(map(_entry, await self._read(statement)))

    async def staff(self, community: str, platform: Platform, since: datetime) -> frozenset[UserRef]:
        """Give everybody who has acted since then."""
        lately = (audits.c.community == community, audits.c.at >= since, audits.c.by.startswith(f"{platform}:"))
        statement = select(audits.c.by).where(*lately).distinct()
        return frozenset(map(UserRef.parse, (await self._engines.read(lambda c: c.scalars(statement))).all()))

    async def since(self, community: str, at: datetime) -> AsyncIterator[AuditEntry]:
        """Give every entry from then on, the oldest first, a batch at a time."""
        last = -1
        while True:
            after = (audits.c.community == community, audits.c.at >= at, audits.c.id > last)
            statement = select(audits).where(*after).order_by(audits.c.id).limit(_BATCH)
            rows = await self._read(statement)
            for row in rows:
                last = row.id
                yield _entry(row)
            if len(rows) < _BATCH:
                return

    async def _read(self, statement: Select[Any]) -> Sequence[Row[Any]]:
        rows: Sequence[Row[Any]] = (await self._engines.read(lambda c: c.execute(statement))).all()
        return rows


async def write_audit(pen: Pen, row: Audit) -> None:
    values = {"by": str(row.by), "by_name": row.by_name, "act": row.act, "detail": row.detail, "at": row.at}
    await pen.connection.execute(insert(audits), {"community": pen.community, **values})


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(row.id, UserRef.parse(row.by), row.by_name, row.act, row.detail, row.at)
