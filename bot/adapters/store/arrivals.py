"""Who came in while the bot was here: not every messenger says later when that was."""

from sqlalchemy import select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.members import arrivals
from bot.core.ids import SpaceRef, UserRef
from bot.core.record import Arrival

MOST = 20_000
"""As many as are held in memory."""


class ArrivalTable:
    """What is kept of newcomers, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def of(self, community: str) -> tuple[Arrival, ...]:
        """Give the latest newcomers, the earliest of them first."""
        latest = select(arrivals).where(arrivals.c.community == community).order_by(arrivals.c.at.desc()).limit(MOST)
        rows = (await self._engines.read(lambda c: c.execute(latest))).all()
        return tuple(
            Arrival(SpaceRef.parse(row.space), UserRef.parse(row.user), row.at, row.said) for row in reversed(rows)
        )


async def write_arrival(pen: Pen, row: Arrival) -> None:
    await pen.put(arrivals, space=str(row.space), user=str(row.user), at=row.at, said=row.said)
