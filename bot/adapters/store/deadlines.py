"""What the team should do by when, what moderators gave their word for, and who is on duty."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, bindparam, case, func, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.care import conversations
from bot.adapters.store.tables.levels import deadlines, duties, promises
from bot.core.conversations import TalkState
from bot.core.ids import UserRef
from bot.core.levels import Deadline, Duty, Goal, Matter, Promise, PromiseState
from bot.runtime.timekeeping import Load

kept, talks = deadlines.c, conversations.c
_FIND = select(deadlines).where(
    kept.community == bindparam("community"),
    kept.matter == bindparam("matter"),
    kept.number == bindparam("number"),
    kept.goal == bindparam("goal"),
)


class DeadlineTable:
    """Deadlines, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def find(self, community: str, matter: Matter, number: int, goal: Goal) -> Deadline | None:
        this = {"community": community, "matter": matter.value, "number": number, "goal": goal.value}
        row = (await self._engines.read(lambda c: c.execute(_FIND, this))).one_or_none()
        return None if row is None else _deadline(row)

    async def late(self, community: str, now: datetime, most: int = 1000) -> tuple[Deadline, ...]:
        """Give what should have happened by now and did not, the longest overdue first."""
        over = (kept.community == community, kept.ended_at.is_(None), kept.due <= now)
        order = (kept.due, kept.matter, kept.number, kept.goal)
        statement = select(deadlines).where(*over).order_by(*order).limit(most)
        return tuple(map(_deadline, (await self._engines.read(lambda c: c.execute(statement))).all()))


class PromiseTable:
    """Promises, read."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def find(self, community: str, conversation: int) -> Promise | None:
        this = (promises.c.community == community, promises.c.number == conversation)
        row = (await self._engines.read(lambda c: c.execute(select(promises).where(*this)))).one_or_none()
        if row is None:
            return None
        by, state = UserRef.parse(row.by), PromiseState(row.state)
        return Promise(row.number, by, row.by_name, row.at, row.until, state)


class DutyTable:
    """Who is on duty when, and who has how much to do."""

    def __init__(self, engines: Engines) -> None:
        self._engines = engines

    async def all(self, community: str) -> Mapping[UserRef, Duty]:
        """Give whoever said something of her hours."""
        statement = select(duties).where(duties.c.community == community)
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        found = (Duty(UserRef.parse(row.user), row.off, _clock(row.start), _clock(row.end)) for row in rows)
        return {duty.user: duty for duty in found}

    async def loads(self, community: str) -> Mapping[UserRef, Load]:
        """Give whoever takes care of a conversation, or did."""
        is_open = case((talks.state != TalkState.RESOLVED.value, 1), else_=0)
        statement = (
            select(talks.owner, func.sum(is_open).label("open"), func.max(talks.at).label("last"))
            .where(talks.community == community, talks.owner.is_not(None))
            .group_by(talks.owner)
        )
        rows = (await self._engines.read(lambda c: c.execute(statement))).all()
        return {UserRef.parse(row.owner): Load(int(row.open), row.last) for row in rows}


async def write_deadline(pen: Pen, row: Deadline) -> None:
    await pen.put(
        deadlines,
        matter=row.matter.value,
        number=row.number,
        goal=row.goal.value,
        since=row.since,
        due=row.due,
        category=row.category,
        stage=row.stage,
        wakes_at=row.wakes_at,
        ended_at=row.ended_at,
    )


async def write_promise(pen: Pen, row: Promise) -> None:
    values = {"by": str(row.by), "by_name": row.by_name, "at": row.at, "until": row.until, "state": row.state.value}
    await pen.put(promises, number=row.conversation, **values)


async def write_duty(pen: Pen, row: Duty) -> None:
    await pen.put(duties, user=str(row.user), off=row.off, start=_written(row.start), end=_written(row.end))


def _deadline(row: Row[Any]) -> Deadline:
    matter, goal = Matter(row.matter), Goal(row.goal)
    ends = (row.wakes_at, row.ended_at)
    return Deadline(matter, row.number, goal, row.since, row.due, row.category, row.stage, *ends)


def _clock(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)


def _written(clock: time | None) -> str | None:
    return None if clock is None else clock.isoformat("minutes")
