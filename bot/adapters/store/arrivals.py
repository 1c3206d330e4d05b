"""Who came in while the bot was here: not every messenger says later when that was."""

from collections.abc import Collection

from sqlalchemy import select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.members import arrivals, invitations
from bot.core.ids import SpaceRef, UserRef
from bot.core.record import Arrival, Invited

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

    async def invited(self, community: str, by: Collection[UserRef], most: int) -> tuple[UserRef, ...]:
        """Give whom these accounts have brought in, the latest first."""
        ours = invitations.c.community == community, invitations.c.by.in_(map(str, by))
        theirs = select(invitations.c.user).where(*ours).order_by(invitations.c.at.desc()).limit(most)
        found = (await self._engines.read(lambda c: c.scalars(theirs))).all()
        return tuple(UserRef.parse(user) for user in dict.fromkeys(found))


async def write_invited(pen: Pen, row: Invited) -> None:
    await pen.put(invitations, space=str(row.space), user=str(row.user), by=str(row.by), at=row.at)


async def write_arrival(pen: Pen, row: Arrival) -> None:
    await pen.put(arrivals, space=str(row.space), user=str(row.user), at=row.at, said=row.said)
