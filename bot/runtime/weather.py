"""What is remembered of each community's weather, and how it is remembered again after a restart."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.privacy import forgotten
from bot.core.record import Note, Row
from bot.domain.storm import desk
from bot.domain.storm.heat import Heat
from bot.domain.storm.incident import Arrival, Incident
from bot.domain.storm.kept import read_incident
from bot.domain.storm.plan import UNPLANNED, Plan
from bot.domain.storm.watch import Watch
from bot.runtime.context import Scene
from bot.runtime.stores import Arrivals, Notes


class Crisis(Protocol):
    """Where the level of a community's crisis is set; every scene carries it."""

    def set_crisis(self, key: str, level: int) -> None:
        """From now on it is this level, from 0 (as ever) to 3."""
        ...


class Weather:
    """One watch for each community."""

    def __init__(self, notes: Notes, arrivals: Arrivals, crisis: Crisis) -> None:
        self._notes = notes
        self._arrivals = arrivals
        self._crisis = crisis
        self._watches: dict[str, Watch] = {}

    async def watch(self, scene: Scene) -> Watch:
        """The community's watch; after a restart what its notes and its newcomers say."""
        plan = scene.community.storm or UNPLANNED
        key = scene.community.key
        watch = self._watches.get(key)
        if watch is None:
            watch = await self._read(key, plan, scene.now)
            watch = self._watches.setdefault(key, watch)
            self._tell(key, watch)
        if watch.plan is not plan:
            watch.replan(plan)
        return watch

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over what was just written."""
        watch = self._watches.get(community)
        if watch is None:
            return
        for row in rows:
            if isinstance(row, Note) and row.cog == desk.COG:
                desk.take_over(watch, row.name, row.value)
        watch.forget_people(forgotten(rows))
        self._tell(community, watch)

    async def _read(self, key: str, plan: Plan, now: datetime) -> Watch:
        watch = Watch(plan, Heat(plan))
        for name in (desk.CURRENT, desk.LAST):
            desk.take_over(watch, name, await self._notes.note(key, desk.COG, name))
        last = watch.incident or await self._last(key, watch.last)
        for space in () if last is None else last.spaces:
            name = desk.before_name(space)
            desk.take_over(watch, name, await self._notes.note(key, desk.COG, name))
        sifted = await self._notes.note(key, desk.COG, desk.SIFTED)
        known = [Arrival(one.at, one.space, one.user, one.user.native) for one in await self._arrivals.of(key)]
        watch.remember(known, last, now, None if sifted is None else datetime.fromisoformat(sifted))
        return watch

    async def _last(self, key: str, number: int) -> Incident | None:
        """The storm before this life of the bot: what it shut may still have to be opened."""
        kept = await self._notes.note(key, desk.COG, desk.archive(number))
        return None if kept is None else read_incident(kept)

    def _tell(self, community: str, watch: Watch) -> None:
        self._crisis.set_crisis(community, watch.level)
