"""Timers fire when they are due, also overdue ones at start; a failing one stays; a newer one replaces."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.core.decisions import Decision
from bot.core.record import Timer, TimerOff
from bot.runtime.clock import SystemClock
from bot.runtime.queue import StoreFailed
from bot.runtime.scheduler import Scheduler
from tests.build import NOON, later
from tests.fakes.clock import StillClock
from tests.fakes.stores import memory_store
from tests.runtime.test_outbox import until

HOME = "riverside"


@asynccontextmanager
async def scheduled(*rows, clock=None, timers=lambda real: real, fault=lambda event: None):
    clock, fired = clock or StillClock(), []
    async with memory_store() as store:
        await store.ledger.commit(HOME, "", Decision(rows=rows), NOON)

        async def fire(event):
            fired.append(event)
            fault(event)

        yield Scheduler(timers(store.timers), clock, fire), store, clock, fired


async def test_overdue_timers_run_at_the_start_in_order():
    rows = (
        Timer("k", "late", later(minutes=-5)),
        Timer("k", "later", later(minutes=-1)),
        Timer("k", "not yet", later(hours=1)),
    )
    async with scheduled(*rows) as (scheduler, store, _, fired):
        task = asyncio.create_task(scheduler.run())
        await until(lambda: len(fired) == 2)
        task.cancel()
        assert [event.subject for event in fired] == ["late", "later"]
        assert await store.timers.next_due() == later(hours=1)


async def test_it_sleeps_until_the_next_and_is_woken_by_a_newer_one():
    clock = StillClock()
    async with scheduled(clock=clock) as (scheduler, store, _, fired):
        task = asyncio.create_task(scheduler.run())
        await asyncio.sleep(0.01)
        await store.ledger.commit(HOME, "", Decision(rows=(Timer("k", "new", NOON),)), NOON)
        assert not fired
        scheduler.wake()
        await until(lambda: fired)
        task.cancel()


async def test_it_wakes_by_itself_when_the_time_has_come():
    now = SystemClock().now()
    async with scheduled(Timer("k", "soon", now + timedelta(seconds=0.05)), clock=SystemClock()) as (
        scheduler,
        _,
        _,
        fired,
    ):
        task = asyncio.create_task(scheduler.run())
        await until(lambda: fired)
        task.cancel()
        assert SystemClock().now() >= now + timedelta(seconds=0.05)


async def test_the_key_of_a_timer_names_its_generation():
    async with scheduled(Timer("k", "s", NOON)) as (scheduler, store, _, fired):
        await scheduler.fire_due()
        await store.ledger.commit(HOME, "", Decision(rows=(Timer("k", "s", NOON),)), NOON)
        await scheduler.fire_due()
        assert len({event.key for event in fired}) == 2


async def test_a_timer_set_anew_while_it_fires_is_not_forgotten():
    async with scheduled(Timer("k", "s", NOON)) as (scheduler, store, _, fired):

        async def fire(event):
            fired.append(event)
            await store.ledger.commit(HOME, "", Decision(rows=(Timer("k", "s", later(hours=1)),)), NOON)

        scheduler._fire = fire
        await scheduler.fire_due()
        assert await store.timers.next_due() == later(hours=1)


async def test_a_timer_that_was_put_off_does_not_fire():
    async with scheduled(Timer("k", "s", NOON)) as (scheduler, store, _, fired):
        await store.ledger.commit(HOME, "", Decision(rows=(TimerOff("k", "s"),)), NOON)
        await scheduler.fire_due()
        assert not fired


async def test_a_failing_timer_stays_rests_and_is_tried_again():
    def fault(event):
        if event.subject == "bad" and len([e for e in seen if e.subject == "bad"]) < 2:
            raise ZeroDivisionError

    seen = []
    rows = (Timer("k", "bad", NOON), Timer("k", "good", NOON))
    async with scheduled(*rows, fault=fault) as (scheduler, store, clock, fired):
        seen = fired
        await scheduler.fire_due()
        await scheduler.fire_due()
        assert [event.subject for event in fired] == ["bad", "good"]
        assert 0 < await scheduler._nap() <= 1
        clock.pass_by(seconds=31)
        await scheduler.fire_due()
        assert [event.subject for event in fired] == ["bad", "good", "bad"]
        assert await store.timers.next_due() is None


@pytest.mark.parametrize(
    ("due", "nap"), [(None, 30), (later(minutes=5), 30), (later(seconds=3), 3), (later(seconds=-3), 0)]
)
async def test_how_long_it_sleeps(due, nap):
    rows = () if due is None else (Timer("k", "s", due),)
    async with scheduled(*rows) as (scheduler, *_):
        assert await scheduler._nap() == nap


async def test_a_store_that_is_away_does_not_stop_the_clock(caplog):
    class Away:
        def __init__(self, real):
            self.real, self.times = real, 1

        def __getattr__(self, name):
            return getattr(self.real, name)

        async def due(self, now):
            if self.times:
                self.times -= 1
                scheduler.wake()
                raise StoreFailed("locked")
            return await self.real.due(now)

    async with scheduled(Timer("k", "s", NOON), timers=Away) as (scheduler, _, _, fired):
        task = asyncio.create_task(scheduler.run())
        await until(lambda: fired)
        task.cancel()
        assert "cannot be read" in caplog.text


async def test_it_looks_again_when_nobody_woke_it(monkeypatch):
    monkeypatch.setattr("bot.runtime.scheduler.LONGEST_NAP", 0.01)
    async with scheduled() as (scheduler, store, _, fired):
        task = asyncio.create_task(scheduler.run())
        await asyncio.sleep(0)
        await store.ledger.commit(HOME, "", Decision(rows=(Timer("k", "s", NOON),)), NOON)
        await until(lambda: fired)
        task.cancel()
