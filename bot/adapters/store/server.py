"""A database on a server: its connections wait, so many of them side by side."""

from typing import TypeVar, cast

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.adapters.store.at_once import Transaction, Work
from bot.adapters.store.lanes import WaitingLane
from bot.adapters.store.refused import StoreRefused

T = TypeVar("T")

_TRIES = 3
_WORTH_REPEATING = frozenset({"40001", "40P01"})
"""PostgreSQL's serialization failure and deadlock: the whole transaction may be tried again."""


class ServerLane(WaitingLane):
    """Connections to a server, which its engine keeps."""

    def __init__(self, engine: AsyncEngine, most: int) -> None:
        super().__init__(most)
        self._engine = engine

    async def _done(self, work: Work[T]) -> T:
        """Do it; tried again where that may help."""
        for _ in range(_TRIES - 1):
            try:
                return await self._once(work)
            except DBAPIError as trouble:
                if getattr(trouble.orig, "sqlstate", None) not in _WORTH_REPEATING:
                    raise
        return await self._once(work)

    async def _end(self) -> None:
        await self._engine.dispose()

    async def _once(self, work: Work[T]) -> T:
        async with self._engine.begin() as connection:
            return await work(cast("Transaction", connection))


def open_server(url: URL, writers: int, readers: int) -> tuple[ServerLane, ServerLane]:
    """Prepare connections that write and others that read; raises StoreRefused when the driver is not installed."""
    try:
        engine = create_async_engine(
            url, hide_parameters=True, pool_size=writers + readers, max_overflow=0, pool_pre_ping=True
        )
    except ModuleNotFoundError as missing:
        raise StoreRefused(f"PostgreSQL needs a driver that is not installed: pip install {missing.name}.") from missing
    reading = engine.execution_options(isolation_level="AUTOCOMMIT")
    return ServerLane(engine, writers), ServerLane(reading, readers)
