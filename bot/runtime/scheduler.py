"""Fire timers from the table when they are due, also those that came due while the bot was down."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.core.events import TimerFired
from bot.core.ports import Clock
from bot.runtime.queue import DueTimer, Timers

log = logging.getLogger(__name__)

LONGEST_NAP = 30.0
"""Seconds; wall time is read again at least this often, in case the clock was set."""
REST = timedelta(seconds=30)
"""How long a timer that failed stays in the table before it is tried again; others do not wait for it."""
SHORT_NAP = 1.0
"""Seconds between looks while what is due rests."""


class Scheduler:
    """Sleeps until the earliest row, is woken by newer ones, fires in order."""

    def __init__(self, timers: Timers, clock: Clock, fire: Callable[[TimerFired], Awaitable[None]]) -> None:
        self._timers = timers
        self._clock = clock
        self._fire = fire
        self._woken = asyncio.Event()
        self._resting: dict[str, datetime] = {}

    def wake(self) -> None:
        """Look again: there may be something earlier now."""
        self._woken.set()

    async def run(self) -> None:
        """Fire until cancelled."""
        while True:
            self._woken.clear()
            nap = await self._round()
            try:
                async with asyncio.timeout(nap):
                    await self._woken.wait()
            except TimeoutError:
                continue

    async def fire_due(self) -> None:
        """Fire what is due now, in order, but for what failed a moment ago."""
        now = self._clock.now()
        self._resting = {key: until for key, until in self._resting.items() if until > now}
        for timer in await self._timers.due(now):
            if _key(timer) not in self._resting:
                await self._one(timer)

    async def _round(self) -> float:
        """Fire, and say how many seconds there are to sleep; a store that is away must not end the bot's clock."""
        try:
            await self.fire_due()
            return await self._nap()
        except Exception:
            log.exception("the timers cannot be read; trying again")
            return SHORT_NAP

    async def _one(self, timer: DueTimer) -> None:
        key = _key(timer)
        event = TimerFired(key, timer.community, timer.kind, timer.subject, timer.args, at=self._clock.now())
        try:
            await self._fire(event)
            await self._timers.fired(timer)
        except Exception:
            # Left in the table on purpose: a ban must end in spite of a fault that passes.
            log.exception("timer %s failed", key)
            self._resting[key] = self._clock.now() + REST

    async def _nap(self) -> float:
        next_due = await self._timers.next_due()
        if next_due is None:
            return LONGEST_NAP
        left = (next_due - self._clock.now()).total_seconds()
        if left <= 0 and self._resting:
            return SHORT_NAP
        return min(LONGEST_NAP, max(0.0, left))


def _key(timer: DueTimer) -> str:
    return f"timer:{timer.kind}:{timer.subject}:{timer.generation}"
