"""Which spaces belong to which community."""

from collections.abc import Mapping

from sqlalchemy import select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.running import bindings
from bot.core.ids import SpaceRef
from bot.core.record import Binding

_BOUND = select(bindings.c.space, bindings.c.community)


class SpaceTable:
    """Which space belongs to which community."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def bound(self) -> Mapping[SpaceRef, str]:
        rows = (await self._engines.read(lambda c: c.execute(_BOUND))).all()
        return {SpaceRef.parse(row.space): row.community for row in rows}


async def write_binding(pen: Pen, row: Binding) -> None:
    await pen.put(bindings, space=str(row.space), by=str(row.by), at=row.at)
