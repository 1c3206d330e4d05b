"""Things due: a row per kind and subject, each with a generation that never comes again."""

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, bindparam, delete, func, select

from bot.adapters.store.engine import Engines
from bot.adapters.store.pen import Pen
from bot.adapters.store.tables.running import timers
from bot.core.record import Timer, TimerOff
from bot.runtime.codec import Codec
from bot.runtime.queue import DueTimer

log = logging.getLogger(__name__)

_DROP = delete(timers).where(
    timers.c.community == bindparam("community"),
    timers.c.kind == bindparam("kind"),
    timers.c.subject == bindparam("subject"),
)
_DUE = (
    select(timers)
    .where(timers.c.due_at <= bindparam("now"))
    .order_by(timers.c.due_at, timers.c.community, timers.c.kind, timers.c.subject)
    .limit(bindparam("most"))
)
_FIRED = _DROP.where(timers.c.generation == bindparam("generation"))


class TimerTable:
    """What is due, and when the next is."""

    def __init__(self, engines: Engines, codec: Codec) -> None:
        self._engines = engines
        self._codec = codec

    async def due(self, now: datetime, most: int = 200) -> tuple[DueTimer, ...]:
        """Give what is due, the earliest first."""
        rows = (await self._engines.read(lambda c: c.execute(_DUE, {"now": now, "most": most}))).all()
        return tuple([timer for row in rows if (timer := await self._timer(row)) is not None])

    async def next_due(self) -> datetime | None:
        statement = select(func.min(timers.c.due_at))
        return await self._engines.read(lambda c: c.scalar(statement))

    async def fired(self, timer: DueTimer) -> None:
        """Forget it, unless a newer generation took its place."""
        await self._forget(timer.community, timer.kind, timer.subject, timer.generation)

    async def _timer(self, row: Row[Any]) -> DueTimer | None:
        try:
            args = cast("Mapping[str, object]", self._codec.unpack_as(row.args, dict))
        except ValueError:
            # Its cog is gone. Left in the table it would stand before all others for ever.
            log.exception("timer %s of %s cannot be read and is forgotten", row.kind, row.subject)
            await self._forget(row.community, row.kind, row.subject, row.generation)
            return None
        return DueTimer(row.community, row.kind, row.subject, row.due_at, row.generation, args)

    async def _forget(self, community: str, kind: str, subject: str, generation: int) -> None:
        this = {"community": community, "kind": kind, "subject": subject, "generation": generation}
        await self._engines.write(lambda c: c.execute(_FIRED, this))


async def write_timer(pen: Pen, timer: Timer) -> None:
    """Set a timer in the place of an older one.

    Its generation is counted for the whole community: a timer that is set again after it fired must not get the
    event key of the first.
    """
    await pen.put(
        timers,
        kind=timer.kind,
        subject=timer.subject,
        due_at=timer.due,
        generation=await pen.next("timer"),
        args=pen.codec.pack(dict(timer.args)),
    )


async def drop_timer(pen: Pen, off: TimerOff) -> None:
    this = {"community": pen.community, "kind": off.kind, "subject": off.subject}
    await pen.connection.execute(_DROP, this)
