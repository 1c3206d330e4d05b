"""Connections on which work waits its turn, and those of a file: each lives in its driver's thread."""

import asyncio
import sqlite3
from abc import ABC, abstractmethod
from typing import Any, Protocol, TypeVar, cast

import aiosqlite
from sqlalchemy import Connection, Engine

from bot.adapters.store.at_once import AtOnce, Work, run_through

T = TypeVar("T")

_CHUNK = 64
"""What the driver wants to know for cursors of its own, which nobody asks for."""


class Lane(Protocol):
    """Connections of one kind."""

    def begin(self, work: Work[T]) -> asyncio.Future[T]:
        """Do ``work``: all of it, or nothing. It goes on to its end, whoever stops waiting for it."""
        ...

    async def close(self) -> None:
        """Let what is under way end, then close every connection."""
        ...


class WaitingLane(ABC):
    """So many transactions at once; more wait here, not at a pool's time limit."""

    def __init__(self, most: int) -> None:
        self._turn = asyncio.Semaphore(most)
        self._under_way: set[asyncio.Task[Any]] = set()

    def begin(self, work: Work[T]) -> asyncio.Future[T]:
        """Do ``work`` in one transaction, which goes on to its end, whoever stops waiting for it."""
        task = asyncio.create_task(self._in_turn(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)
        return asyncio.shield(task)

    async def close(self) -> None:
        """Let what is under way end, then close every connection."""
        await asyncio.gather(*self._under_way, return_exceptions=True)
        await self._end()

    async def _in_turn(self, work: Work[T]) -> T:
        async with self._turn:
            return await self._done(work)

    @abstractmethod
    async def _done(self, work: Work[T]) -> T:
        """Do it; the turn has come."""

    @abstractmethod
    async def _end(self) -> None:
        """Close every connection; nothing is under way."""


class FileLane(WaitingLane):
    """Connections to a file, opened when they are needed first and kept open."""

    def __init__(self, engine: Engine, most: int) -> None:
        super().__init__(most)
        self._engine = engine
        self._idle: list[OneHop] = []

    async def _done(self, work: Work[T]) -> T:
        connection = self._idle.pop() if self._idle else await self._another()
        try:
            return await connection.transaction(work)
        finally:
            self._idle.append(connection)

    async def _another(self) -> "OneHop":
        connection = OneHop(self._engine)
        try:
            await connection
        except BaseException:
            await asyncio.to_thread(connection.join)
            raise
        return connection

    async def _end(self) -> None:
        for connection in self._idle:
            await connection.close()
        self._engine.dispose()


class OneHop(aiosqlite.Connection):
    """A connection to whose thread a whole transaction is handed at once."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(self._opened, _CHUNK)
        self._thread.daemon = True  # what is never closed keeps no process alive
        self._engine = engine
        self._view: Connection | None = None

    async def transaction(self, work: Work[T]) -> T:
        """Do ``work`` in a transaction that begins with its first statement; raises what the work raises."""
        hop = self._execute(self._through, work)  # type: ignore[no-untyped-call]  # pyright: ignore[reportUnknownMemberType]
        return cast("T", await hop)

    async def close(self) -> None:
        """Close it, in its thread; nothing may be under way."""
        if self._view is not None:
            await self._execute(self._view.close)  # type: ignore[no-untyped-call]  # pyright: ignore[reportUnknownMemberType]
        await super().close()

    def join(self) -> None:
        """Wait for the end of its thread, which tells it to the loop: what could not be opened lets it end unheard."""
        self._thread.join()

    def _opened(self) -> sqlite3.Connection:
        self._view = self._engine.connect()
        return cast("sqlite3.Connection", self._view.connection.dbapi_connection)

    def _through(self, work: Work[T]) -> T:
        if self._view is None:
            self._connection = self._opened()
        view = cast("Connection", self._view)
        try:
            done = run_through(work(AtOnce(view)))
            view.commit()
        except BaseException:
            # Whatever is wrong with it, the next transaction begins with another one.
            self._view = None
            view.close()
            raise
        return done
