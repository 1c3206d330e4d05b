"""Polls: what was asked, and how far each is."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen, next_number
from bot.adapters.store.tables.gatherings import polls
from bot.core.polls import Poll, PollState
from bot.runtime.codec import Codec

_RUNNING = (PollState.PLANNED.value, PollState.OPEN.value)


class PollTable:
    """Polls, read; they have numbers of their own."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def next_number(self, community: str) -> int:
        """A number no poll of this community has had."""
        return await next_number(self._engines, self._codec, community, "poll")

    async def find(self, community: str, number: int) -> Poll | None:
        this = select(polls).where(polls.c.community == community, polls.c.number == number)
        row = (await self._engines.read(lambda c: c.execute(this))).first()
        return None if row is None else self._poll(row)

    async def running(self, community: str) -> tuple[Poll, ...]:
        """Planned and open ones, in order."""
        mine = select(polls).where(polls.c.community == community, polls.c.state.in_(_RUNNING))
        rows = (await self._engines.read(lambda c: c.execute(mine.order_by(polls.c.number)))).all()
        return tuple(map(self._poll, rows))

    async def latest(self, community: str, most: int) -> tuple[Poll, ...]:
        """The newest, whatever became of them, the newest first."""
        mine = select(polls).where(polls.c.community == community).order_by(polls.c.number.desc()).limit(most)
        return tuple(map(self._poll, (await self._engines.read(lambda c: c.execute(mine))).all()))

    def _poll(self, row: Row[Any]) -> Poll:
        kept = self._codec.unpack_as(row.poll, Poll)
        return replace(kept, state=PollState(row.state), salt=row.salt, version=row.version)


async def write_poll(pen: Pen, row: Poll) -> None:
    """Keep a new poll (version 1), or the next version of a known one; Conflict when somebody was first."""
    values = {
        "state": row.state.value,
        "closes_at": row.closes_at,
        "poll": pen.codec.pack(replace(row, salt="")),
        "salt": row.salt,
        "version": row.version,
    }
    await pen.keep(polls, {"number": row.number}, row.version - 1, values, row.subject)
