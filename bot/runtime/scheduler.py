"""Fire timers from the table when they are due, also those that came due while the bot was down."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.core.events import TimerFired
from bot.core.ports import Clock
from bot.runtime.stores import DueTimer, Timers

log = logging.getLogger(__name__)

LONGEST_NAP = 30.0
"""Seconds; wall time is read again at least this often, in case the clock was set."""


class Scheduler:
    """Sleeps until the earliest row, is woken by newer ones, fires in order."""

    def __init__(self, timers: Timers, clock: Clock, fire: Callable[[TimerFired], Awaitable[None]]) -> None:
        self._timers = timers
        self._clock = clock
        self._fire = fire
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look again: there may be something earlier now."""
        self._woken.set()

    async def run(self) -> None:
        """Fire until cancelled."""
        while True:
            self._woken.clear()
            for timer in await self._timers.due(self._clock.now()):
                await self._one(timer)
            try:
                async with asyncio.timeout(await self._nap()):
                    await self._woken.wait()
            except TimeoutError:
                continue

    async def _one(self, timer: DueTimer) -> None:
        key = f"timer:{timer.kind}:{timer.subject}:{timer.generation}"
        event = TimerFired(key, timer.community, timer.kind, timer.subject, timer.args, at=self._clock.now())
        try:
            await self._fire(event)
            await self._timers.fired(timer)
        except Exception:
            # Left in the table on purpose: it is tried again after the next nap.
            log.exception("timer %s failed", key)
            await asyncio.sleep(1)

    async def _nap(self) -> float:
        next_due = await self._timers.next_due()
        if next_due is None:
            return LONGEST_NAP
        return min(LONGEST_NAP, max(0.0, (next_due - self._clock.now()).total_seconds()))
