"""Connections: one that writes, others that read, and no transaction that is cut in half.

Parameters are hidden from error messages everywhere: what members said does not belong in a log.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import URL, Engine, NullPool, PoolProxiedConnection, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError

from bot.adapters.store.at_once import Eager, MemoryLane, Work
from bot.adapters.store.lanes import FileLane, Lane
from bot.adapters.store.target import Target
from bot.runtime.aliases import Aliases
from bot.runtime.queue import StoreFailed

T = TypeVar("T")

READERS = 4
SERVER_WRITERS = 8
_PATIENCE = "PRAGMA busy_timeout=5000"
_WRITING = (
    _PATIENCE,
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",  # survives a kill; a power cut may take the last moments, never the file
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what was blanked or deleted shall not linger in free pages
)


class LockingDialect(SQLiteDialect_pysqlite):
    """SQLite whose transactions lock from the start: whoever waits does it there, not in the middle.

    A dialect, for a listener makes the library look for listeners before and after every statement: a quarter of all
    that a small transaction costs.
    """

    supports_statement_cache = True

    def do_begin(self, dbapi_connection: PoolProxiedConnection) -> None:
        """Begin."""
        cast("sqlite3.Connection", dbapi_connection.dbapi_connection).execute("BEGIN IMMEDIATE")


_AT_ONCE = "sqlite+locking"
registry.register("sqlite.locking", __name__, LockingDialect.__name__)


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
        from bot.adapters.store.server import open_server

        return Engines(*open_server(target.url, SERVER_WRITERS, READERS), aliases)
    if target.file is None:
        lane = MemoryLane(memory_engine())
        return Engines(lane, lane, aliases)
    writer = _embedded(target.url.set(drivername=_AT_ONCE), _WRITING)
    reader = _embedded(target.url, (_PATIENCE, "PRAGMA query_only=ON"))
    return Engines(FileLane(writer, 1), FileLane(reader, READERS), aliases)


def upgrading_lane(target: Target) -> Lane:
    """Connect for migrations: with foreign keys on, rebuilding a table would delete the children of its rows."""
    if target.server:
        from bot.adapters.store.server import open_server

        return open_server(target.url, 1, 1)[0]
    engine = _embedded(target.url.set(drivername=_AT_ONCE), (_PATIENCE, "PRAGMA foreign_keys=OFF"))
    return FileLane(engine, 1)


@cache
def memory_engine() -> Engine:
    """Give the one engine of all databases in memory, of which each connection is one: they compile together."""
    return _embedded(URL.create(_AT_ONCE), _WRITING, query_cache_size=2_000)


def _embedded(url: URL, pragmas: Sequence[str], **options: Any) -> Engine:  # noqa: ANN401  # handed through
    """Connect to SQLite.

    The driver must not begin by itself: its deferred BEGIN fails at once, whatever the timeout, when somebody who
    has read wants to write and another was first. And what was read in one thread is put down in another.
    """
    how = {"isolation_level": None, "check_same_thread": False, "factory": Eager}
    engine = create_engine(
        url, hide_parameters=True, connect_args=how, poolclass=NullPool, pool_reset_on_return=None, **options
    )
    event.listen(engine, "connect", _telling(pragmas))
    return engine


def _telling(pragmas: Sequence[str]) -> Callable[[sqlite3.Connection, object], None]:
    def connected(connection: sqlite3.Connection, _: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()

    return connected
