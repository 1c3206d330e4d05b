"""A database on a server: its connections wait, so many of them side by side."""

import asyncio
from typing import Any, TypeVar, cast

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.adapters.store.at_once import Transaction, Work
from bot.adapters.store.refused import StoreRefused

T = TypeVar("T")

_TRIES = 3
_WORTH_REPEATING = frozenset({"40001", "40P01"})
"""PostgreSQL's serialization failure and deadlock: the whole transaction may be tried again."""


class WaitingLane:
    """An engine, and how many may use it at once: people wait here, not at a pool's time limit."""

    def __init__(self, engine: AsyncEngine, most: int) -> None:
        self._engine = engine
        self._turn = asyncio.Semaphore(most)
        self._under_way: set[asyncio.Task[Any]] = set()

    def begin(self, work: Work[T]) -> asyncio.Future[T]:
        """Do ``work`` in one transaction, which goes on to its end; tried again where that may help."""
        task = asyncio.create_task(self._done(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return asyncio.shield(task)

    async def close(self) -> None:
        """Let what is under way end, then close every connection."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._engine.dispose()

    async def _done(self, work: Work[T]) -> T:
        for _ in range(_TRIES - 1):
            try:
                return await self._once(work)
            except DBAPIError as trouble:
                if getattr(trouble.orig, "sqlstate", None) not in _WORTH_REPEATING:
                    raise
        return await self._once(work)

    async def _once(self, work: Work[T]) -> T:
        async with self._turn, self._engine.begin() as connection:
            return await work(cast("Transaction", connection))


def open_server(url: URL, writers: int, readers: int) -> tuple[WaitingLane, WaitingLane]:
    """Prepare connections that write and others that read; raises StoreRefused when the driver is not installed."""
    try:
        engine = create_async_engine(
            url, hide_parameters=True, pool_size=writers + readers, max_overflow=0, pool_pre_ping=True
        )
    except ModuleNotFoundError as missing:
        raise StoreRefused(f"PostgreSQL needs a driver that is not installed: pip install {missing.name}.") from missing
    reading = engine.execution_options(isolation_level="AUTOCOMMIT")
    return WaitingLane(engine, writers), WaitingLane(reading, readers)
