"""Connections: one that writes, others that read, and no transaction that is cut in half.

Parameters are hidden from error messages everywhere: what members said does not belong in a log.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import (
    URL,
    AdaptedConnection,
    Connection,
    Dialect,
    Engine,
    NullPool,
    QueuePool,
    StaticPool,
    create_engine,
    event,
)
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.adapters.store.at_once import Eager, FileLane, Work
from bot.adapters.store.hops import Direct, connect
from bot.adapters.store.refused import StoreRefused
from bot.adapters.store.target import Target
from bot.runtime.aliases import Aliases
from bot.runtime.queue import StoreFailed

T = TypeVar("T")

READERS = 4
SERVER_WRITERS = 8
_TRIES = 3
_WORTH_REPEATING = frozenset({"40001", "40P01"})
"""PostgreSQL's serialization failure and deadlock: the whole transaction may be tried again."""
_PATIENCE = "PRAGMA busy_timeout=5000"
_WRITING = (
    _PATIENCE,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # survives a kill; a power cut may take the last moments, never the file
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what was blanked or deleted shall not linger in free pages
)


class Lane(Protocol):
    """Connections of one kind."""

    def begin(self, work: Work[T]) -> asyncio.Future[T]:
        """Do ``work``: all of it, or nothing. It goes on to its end, whoever stops waiting for it."""
        ...

    async def close(self) -> None:
        """Let what is under way end, then close every connection."""
        ...


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
            return await work(connection)


class Engines:
    """Runs work in transactions; a caller that is cancelled leaves, its transaction goes on to its end."""

    def __init__(self, writer: Lane, reader: Lane, aliases: Aliases = Aliases()) -> None:  # noqa: B008  # frozen
        self.aliases = aliases
        self._writer = writer
        self._reader = reader
        self._closed = False

    async def write(self, work: Work[T]) -> T:
        """Do ``work`` in one transaction: all of it, or nothing."""
        return await self._whole(self._writer, work)

    async def read(self, work: Work[T]) -> T:
        """Do ``work``: one statement that only reads, and needs no transaction to see one moment."""
        return await self._whole(self._reader, work)

    async def close(self) -> None:
        """Let what is under way end, then close every connection."""
        self._closed = True
        await self._reader.close()
        await self._writer.close()

    async def _whole(self, lane: Lane, work: Work[T]) -> T:
        if self._closed:
            raise StoreFailed("the store is closed")
        try:
            return await lane.begin(work)
        except DBAPIError as fault:
            # Under a name of the runtime's own: there nobody may know the driver, and what failed must come again.
            raise StoreFailed(type(fault).__name__) from fault


def open_engines(target: Target, aliases: Aliases = Aliases()) -> Engines:  # noqa: B008  # frozen
    """Prepare connections; none is opened before its first use. ``aliases`` finds again who asked to be forgotten."""
    if target.server:
        engine = server_engine(target.url, pool_size=SERVER_WRITERS + READERS, max_overflow=0, pool_pre_ping=True)
        reader = engine.execution_options(isolation_level="AUTOCOMMIT")
        return Engines(WaitingLane(engine, SERVER_WRITERS), WaitingLane(reader, READERS), aliases)
    if target.file is None:
        # It lives in its one connection.
        lane = WaitingLane(sqlite_writer(target.url, _WRITING, poolclass=StaticPool), 1)
        return Engines(lane, lane, aliases)
    writer = _file_engine(target.url, _WRITING, 1)
    event.listen(writer, "begin", _immediately)
    reading = _file_engine(target.url, (_PATIENCE, "PRAGMA query_only=ON"), READERS)
    return Engines(FileLane(writer, 1), FileLane(reading, READERS), aliases)


def upgrading_engine(target: Target) -> AsyncEngine:
    """Connect for migrations: with foreign keys on, rebuilding a table would delete the children of its rows."""
    if target.server:
        return server_engine(target.url, poolclass=NullPool)
    return sqlite_writer(target.url, (_PATIENCE, "PRAGMA foreign_keys=OFF"), poolclass=NullPool)


def server_engine(url: URL, **options: Any) -> AsyncEngine:  # noqa: ANN401  # handed through
    """Connect to PostgreSQL; raises StoreRefused when its driver is not installed."""
    try:
        return create_async_engine(url, hide_parameters=True, **options)
    except ModuleNotFoundError as missing:
        raise StoreRefused(f"PostgreSQL needs a driver that is not installed: pip install {missing.name}.") from missing


def sqlite_writer(url: URL, pragmas: Sequence[str], **options: Any) -> AsyncEngine:  # noqa: ANN401  # same
    """Connect to a file to write; every transaction takes its turn at once.

    The driver must not begin by itself: its deferred BEGIN fails at once, whatever the timeout, when somebody who
    has read wants to write and another was first.
    """
    # Every call is a hop to the driver's thread. What was committed or rolled back needs no rollback on top.
    options["pool_reset_on_return"] = None
    engine = create_async_engine(url, hide_parameters=True, connect_args={"isolation_level": None}, **options)

    def begun(connection: Connection) -> None:
        adapted = cast("AdaptedConnection", connection.connection.dbapi_connection)
        cast("Direct", adapted.driver_connection).begin_immediate()

    event.listen(engine.sync_engine, "begin", begun)
    _prepare(engine, pragmas)
    return engine


def _file_engine(url: URL, pragmas: Sequence[str], threads: int) -> Engine:
    """Connect to a file for work that is done in its threads."""
    engine = create_engine(
        url.set(drivername="sqlite"),
        hide_parameters=True,
        # The driver must not begin by itself (see above), and what was read is put down in the loop's thread.
        connect_args={"isolation_level": None, "check_same_thread": False, "factory": Eager},
        poolclass=QueuePool,
        pool_size=threads,
        max_overflow=0,
        pool_reset_on_return=None,
    )
    event.listen(engine, "connect", _telling(pragmas))
    return engine


def _immediately(connection: Connection) -> None:
    bare = cast("sqlite3.Connection", connection.connection.dbapi_connection)
    bare.execute("BEGIN IMMEDIATE")


def _prepare(engine: AsyncEngine, pragmas: Sequence[str]) -> None:
    def connecting(dialect: Dialect, _: object, options: Sequence[Any], named: Mapping[str, Any]) -> DBAPIConnection:
        made: DBAPIConnection = dialect.loaded_dbapi.connect(*options, **named, async_creator_fn=connect)
        return made

    event.listen(engine.sync_engine, "do_connect", connecting)
    event.listen(engine.sync_engine, "connect", _telling(pragmas))


def _telling(pragmas: Sequence[str]) -> Callable[[sqlite3.Connection, object], None]:
    def connected(connection: sqlite3.Connection, _: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    return connected
