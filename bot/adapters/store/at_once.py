"""A whole transaction in one hop to SQLite's thread: on the way there and back more time goes than in most statements.

Work for the store is written once, as coroutines that wait for nothing but their connection. A server lets them wait;
here each statement is answered before anybody would wait, and the coroutine runs to its end where it was begun.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol, TypeAlias, TypeVar, cast

from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable, ScalarResult

T = TypeVar("T")
Answer: TypeAlias = CursorResult[*tuple[Any, ...]]


class Transaction(Protocol):
    """What work sees of a database; whatever it does there stands or falls together.

    A server's connection has this shape. It is spelled out here because the library's own name for it brings an
    object mapper along, which nobody uses and everybody would wait for at the start.
    """

    @property
    def dialect(self) -> Dialect: ...

    async def execute(self, statement: Executable, parameters: Any = None, /) -> Answer:  # noqa: ANN401  # SQLAlchemy's own
        """Run a statement, once or for each set of parameters."""
        ...

    async def scalar(self, statement: Executable, parameters: Any = None, /) -> Any:  # noqa: ANN401  # same
        """Give the first column of the first row, or None."""
        ...

    async def scalars(self, statement: Executable, parameters: Any = None, /) -> ScalarResult[Any]:  # noqa: ANN401  # same
        """Give the first column of every row."""
        ...

    async def run_sync(self, call: Callable[[Connection], T]) -> T:
        """Hand the connection to what knows nothing of coroutines."""
        ...


Work: TypeAlias = Callable[[Transaction], Awaitable[T]]


class AtOnce:
    """A transaction in which nothing that is awaited takes a turn of the loop."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    async def execute(self, statement: Executable, parameters: Any = None) -> Answer:  # noqa: ANN401  # SQLAlchemy's own
        """Run a statement, once or for each set of parameters."""
        return self._connection.execute(statement, parameters)

    async def scalar(self, statement: Executable, parameters: Any = None) -> Any:  # noqa: ANN401  # same
        """Give the first column of the first row, or None."""
        return self._connection.scalar(statement, parameters)

    async def scalars(self, statement: Executable, parameters: Any = None) -> ScalarResult[Any]:  # noqa: ANN401  # same
        """Give the first column of every row."""
        return self._connection.scalars(statement, parameters)

    async def run_sync(self, call: Callable[[Connection], T]) -> T:
        """Hand the connection to what knows nothing of coroutines."""
        return call(self._connection)


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


class MemoryLane:
    """A database of its own in memory, gone when it is closed: it answers where it is asked, no disk is waited for."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect()

    def begin(self, work: Work[T]) -> asyncio.Future[T]:
        """Do ``work`` in one transaction, on the next turn: others come in between, as they can with a file."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()
        loop.call_soon(self._do, work, answer)
        return answer

    async def close(self) -> None:
        """Let what was asked for be done, then forget all of it."""
        await asyncio.sleep(0)
        self._connection.close()

    def _do(self, work: Work[T], answer: "asyncio.Future[T]") -> None:
        try:
            with self._connection.begin():
                done = run_through(work(AtOnce(self._connection)))
        except BaseException as fault:  # noqa: BLE001  # for whoever awaits it
            if not answer.cancelled():
                answer.set_exception(fault)
        else:
            if not answer.cancelled():
                answer.set_result(done)


def run_through(work: Awaitable[T]) -> T:
    """Run a coroutine that has nothing to wait for; raises RuntimeError when it waits all the same."""
    steps = work.__await__()
    try:
        next(steps)
    except StopIteration as end:
        return cast("T", end.value)
    raise RuntimeError("work for the store may wait for nothing but its connection")
