"""Giveaways: what is drawn, how far each is, and the list from which was drawn."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, and_, delete, func, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.gatherings import entries
from bot.adapters.store.tables.giveaways import giveaway_lists, giveaways
from bot.core.giveaways import EntriesForgotten, Giveaway, GiveawayState, ListFrozen
from bot.core.ids import UserRef
from bot.runtime.codec import Codec
from bot.runtime.giveaways import Holder
from bot.runtime.queue import Conflict


class GiveawayTable:
    """Giveaways, read; they have numbers of their own."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """A number no giveaway of this community has had."""
        return await next_number(self._engines, self._codec, community, "giveaway")

    async def find(self, community: str, number: int) -> Giveaway | None:
        this = select(giveaways).where(giveaways.c.community == community, giveaways.c.number == number)
        row = (await self._engines.read(lambda c: c.execute(this))).first()
        return None if row is None else self._giveaway(row)

    async def running(self, community: str) -> tuple[Giveaway, ...]:
        """Those that take entries, in order."""
        mine = select(giveaways).where(
            giveaways.c.community == community, giveaways.c.state == GiveawayState.OPEN.value
        )
        rows = (await self._engines.read(lambda c: c.execute(mine.order_by(giveaways.c.number)))).all()
        return tuple(map(self._giveaway, rows))

    async def latest(self, community: str, most: int) -> tuple[Giveaway, ...]:
        """The newest first, whatever became of them."""
        mine = select(giveaways).where(giveaways.c.community == community).order_by(giveaways.c.number.desc())
        return tuple(map(self._giveaway, (await self._engines.read(lambda c: c.execute(mine.limit(most)))).all()))

    async def entrants(self, community: str, subject: str) -> int:
        """How many have entered."""
        many = select(func.count()).where(entries.c.community == community, entries.c.subject == subject)
        return int((await self._engines.read(lambda c: c.execute(many))).scalar_one())

    async def codes(self, community: str, subject: str) -> tuple[str, ...]:
        """The codes of all who have entered, sorted."""
        # In one text: a row for each of very many takes longer than the draw.
        listed = func.aggregate_strings(entries.c.value, " ")
        mine = select(listed).where(entries.c.community == community, entries.c.subject == subject)
        return tuple(sorted(((await self._engines.read(lambda c: c.execute(mine))).scalar() or "").split()))

    async def frozen(self, community: str, number: int) -> tuple[str, ...]:
        """The list as it stood when it closed."""
        mine = select(giveaway_lists.c.codes).where(
            giveaway_lists.c.community == community, giveaway_lists.c.giveaway == number
        )
        return tuple(((await self._engines.read(lambda c: c.execute(mine))).scalar() or "").split())

    async def holders(self, community: str, subject: str, codes: Collection[str]) -> Mapping[str, Holder]:
        """Who entered with these codes; who withdrew her data is not among them."""
        columns = (entries.c.value, entries.c.account, entries.c.name)
        theirs = select(*columns).where(
            entries.c.community == community, entries.c.subject == subject, entries.c.value.in_(codes)
        )
        rows = (await self._engines.read(lambda c: c.execute(theirs))).all()
        return {row.value: Holder(UserRef.parse(row.account), row.name) for row in rows}

    def _giveaway(self, row: Row[Any]) -> Giveaway:
        kept = self._codec.unpack_as(row.giveaway, Giveaway)
        return replace(kept, state=GiveawayState(row.state), seed=row.seed, version=row.version)


async def write_giveaway(pen: Pen, row: Giveaway) -> None:
    """Keep a new giveaway (version 1), or the next version of a known one; Conflict when somebody was first."""
    values = {
        "state": row.state.value,
        "giveaway": pen.codec.pack(replace(row, seed="")),
        "seed": row.seed,
        "version": row.version,
    }
    await pen.keep(giveaways, {"number": row.number}, row.version - 1, values, row.subject)


async def write_list(pen: Pen, row: ListFrozen) -> None:
    """Keep the list; Conflict when it is frozen already."""
    if not await pen.once(giveaway_lists, giveaway=row.giveaway, codes=" ".join(row.codes)):
        raise Conflict(f"the list of giveaway {row.giveaway} is frozen already")


async def forget_entries(pen: Pen, row: EntriesForgotten) -> None:
    ours = and_(entries.c.community == pen.community, entries.c.subject == row.subject)
    await pen.connection.execute(delete(entries).where(ours))
