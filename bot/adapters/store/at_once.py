"""A whole transaction in one hop to SQLite's thread: on the way there and back more time goes than in most statements.

Work for the store is written once, as coroutines that wait for nothing but their connection. A server lets them wait;
here each statement is answered before anybody would wait, and the coroutine runs to its end where it was begun.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias, TypeVar, cast

from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable, ScalarResult
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
Work: TypeAlias = Callable[[AsyncConnection], Awaitable[T]]


class AtOnce:
    """What work sees of a connection; nothing it awaits here takes a turn of the loop."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:  # noqa: ANN401  # SQLAlchemy's own
        """Run a statement, once or for each set of parameters."""
        return self._connection.execute(statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:  # noqa: ANN401  # same
        """Give the first column of the first row, or None."""
        return self._connection.scalar(statement, parameters)

    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:  # noqa: ANN401  # same
        """Give the first column of every row."""
        return self._connection.scalars(statement, parameters)


class Ahead(sqlite3.Cursor):
    """A cursor that fetches at once what there is: its rows may be read in another thread, and later."""

    _rows: Sequence[Any] = ()

    def execute(self, sql: str, parameters: Any = ()) -> "Ahead":  # noqa: ANN401  # the driver's own
        super().execute(sql, parameters)
        self._rows = super().fetchall() if self.description else ()
        return self

    def fetchall(self) -> list[Any]:
        rows, self._rows = list(self._rows), ()
        return rows

    def fetchone(self) -> Any:  # noqa: ANN401  # same
        """Give the next row, or None."""
        first, self._rows = (self._rows[0] if self._rows else None), self._rows[1:]
        return first

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Give so many rows."""
        some, self._rows = list(self._rows[:size]), self._rows[size or 1 :]
        return some


class Eager(sqlite3.Connection):
    """A connection whose cursors fetch at once."""

    def cursor(self, factory: Any = Ahead) -> Any:  # noqa: ANN401  # the driver's own
        return super().cursor(factory)


class FileLane:
    """An engine on a file, and the threads that may use it, so many at once."""

    def __init__(self, engine: Engine, threads: int) -> None:
        self._engine = engine
        self._turn = asyncio.Semaphore(threads)
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="store")

    async def do(self, work: Work[T]) -> T:
        """Do ``work`` in one transaction, which begins with its first statement: all of it, or nothing."""
        async with self._turn:
            return await asyncio.get_running_loop().run_in_executor(self._threads, self._done, work)

    async def close(self) -> None:
        """Close every connection; nothing may be under way."""
        await asyncio.get_running_loop().run_in_executor(self._threads, self._engine.dispose)
        self._threads.shutdown()

    def _done(self, work: Work[T]) -> T:
        with self._engine.connect() as connection:
            done = run_through(work(cast("AsyncConnection", AtOnce(connection))))
            connection.commit()
            return done


def run_through(work: Awaitable[T]) -> T:
    """Run a coroutine that has nothing to wait for; raises RuntimeError when it waits all the same."""
    steps = work.__await__()
    try:
        next(steps)
    except StopIteration as end:
        return cast("T", end.value)
    raise RuntimeError("work for the store may wait for nothing but its connection")
