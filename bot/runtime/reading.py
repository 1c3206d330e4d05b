"""Looks at feeds when their time has come; what it finds is written down in one piece, and a cog goes on from there."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.core.decisions import Decision
from bot.core.feeds import FeedSeen, FeedState
from bot.core.ports import Clock
from bot.core.record import Row, Timer
from bot.domain.calendar.feed import (
    REFRESHED,
    REMEMBERED,
    TELL_AFTER,
    FeedPlan,
    chosen,
    every_mark,
    pause,
    to_write,
)
from bot.runtime.communities import Communities
from bot.runtime.feeds import (
    FAILED,
    MENDED,
    NEWS,
    FeedAsk,
    FeedRead,
    Feeds,
    FeedSame,
    FeedSource,
    FeedUnread,
)
from bot.runtime.queue import Ledger

log = logging.getLogger(__name__)

NAP = 30.0
"""Seconds between two looks at the clock; a feed that was just written into the config is read that soon."""
AT_ONCE = 4
"""So many feeds are read at the same time: one that hangs holds up few others."""


class Reader:
    """Keeps nothing in memory: when a feed is due, and what of it is known, stands in the store."""

    def __init__(
        self, communities: Communities, feeds: Feeds, ledger: Ledger, source: FeedSource | None, clock: Clock
    ) -> None:
        self._communities = communities
        self._feeds = feeds
        self._ledger = ledger
        self._source = source
        self._clock = clock
        self._wake_others: Callable[[], None] = lambda: None

    @property
    def is_needed(self) -> bool:
        """Whether there is anything that could read."""
        return self._source is not None

    def wakes(self, wake: Callable[[], None]) -> None:
        """Say whom to wake when something was found: the scheduler."""
        self._wake_others = wake

    async def run(self) -> None:
        """Look until cancelled; a look that was under way is made again at the next start."""
        while True:
            try:
                await self.look_due()
            except Exception:
                log.exception("feeds cannot be looked at; trying again")
            await asyncio.sleep(NAP)

    async def look_due(self) -> None:
        """Look at everything that is due."""
        slots = asyncio.Semaphore(AT_ONCE)
        now = self._clock.now()
        looks = [
            self._look(slots, home.key, plan, states.get(plan.name))
            for home in self._communities
            if home.community.feeds
            for states in (await self._feeds.states(home.key),)
            for plan in home.community.feeds
            if _is_due(plan, states.get(plan.name), now)
        ]
        await asyncio.gather(*looks)

    async def _look(self, slots: asyncio.Semaphore, community: str, plan: FeedPlan, state: FeedState | None) -> None:
        assert self._source is not None  # who looks has something to look with
        before = state if state is not None and state.url == plan.url else FeedState(plan.name, plan.url, self._now())
        before = before if before.read_at is None or self._now() - before.read_at < REMEMBERED else _anew(before)
        async with slots:
            answer = await self._source.look(_ask(plan, before, self._now()))
        now = self._now()
        match answer:
            case FeedSame():
                rows = _settled(before, replace(before, due=now + plan.every, failures=0), now)
            case FeedUnread():
                rows = _failed(plan, before, answer, now)
            case FeedRead():
                rows = await self._read(community, plan, before, answer)
        await self._ledger.commit(community, "", Decision(rows=rows), now)
        if any(isinstance(row, Timer) for row in rows):
            self._wake_others()

    async def _read(self, community: str, plan: FeedPlan, before: FeedState, found: FeedRead) -> tuple[Row, ...]:
        now = self._now()
        every = every_mark(plan.name, found.entries, found.home)
        known = await self._feeds.known(community, every)
        if before.read_at is None:
            # What stood there before anybody asked for news is no news.
            seen = FeedSeen(plan.name, to_write(every, known, now), now)
            return _settled(before, _whole(plan, before, found, now), now, seen)
        new = chosen(plan, found.entries, found.home, known.keys())
        after = _whole(plan, before, found, now)
        if new.more:
            after = replace(after, etag="", modified="")
        seen = FeedSeen(plan.name, to_write(new.seen, known, now), now)
        rows = _settled(before, after, now, seen)
        if not new.taken:
            return rows
        args = {"feed": plan.name, "entries": new.taken}
        return (*rows, Timer(NEWS, f"{plan.name} {now.isoformat()}", now, args))

    def _now(self) -> datetime:
        return self._clock.now()


def _is_due(plan: FeedPlan, state: FeedState | None, now: datetime) -> bool:
    return state is None or state.url != plan.url or state.due <= now


def _anew(state: FeedState) -> FeedState:
    return replace(state, read_at=None, etag="", modified="")


def _ask(plan: FeedPlan, state: FeedState, now: datetime) -> FeedAsk:
    if state.read_at is None or now - state.read_at > REFRESHED:
        return FeedAsk(plan.url, allow_private=plan.allow_private)
    return FeedAsk(plan.url, state.etag, state.modified, plan.allow_private)


def _whole(plan: FeedPlan, before: FeedState, found: FeedRead, now: datetime) -> FeedState:
    due = now + plan.every
    return replace(before, due=due, etag=found.etag, modified=found.modified, read_at=now, failures=0)


def _settled(before: FeedState, after: FeedState, now: datetime, *more: Row) -> tuple[Row, ...]:
    """What is written when it worked; staff who heard that it did not hear of that, too."""
    rows = (after, *more)
    return (*rows, Timer(MENDED, after.name, now, {"feed": after.name})) if before.failures >= TELL_AFTER else rows


def _failed(plan: FeedPlan, before: FeedState, answer: FeedUnread, now: datetime) -> tuple[Row, ...]:
    failures = before.failures + 1
    wait = max(pause(plan.every, failures), answer.wait or plan.every)
    after = replace(before, due=now + wait, failures=failures)
    log.warning("feed %s: %s %s", plan.name, answer.why, answer.detail)
    if failures != TELL_AFTER:
        return (after,)
    args = {"feed": plan.name, "why": answer.why.value, "detail": answer.detail}
    return (after, Timer(FAILED, plan.name, now, args))
