"""One hop to SQLite's thread for each statement: the driver makes four, and they cost more than most statements.

SQLAlchemy asks its driver for a cursor, lets it execute, fetches, and closes it. Here all of that happens at once, and
the beginning of a transaction goes along with its first statement.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

import aiosqlite

_CHUNK = 64
"""What the driver wants to know for cursors of its own kind, which nobody asks for."""


class Direct(aiosqlite.Connection):
    """A connection whose cursors hop once."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, _CHUNK)
        self._thread.daemon = True  # what is never closed keeps no process alive
        self._begins = False

    def cursor(self) -> "Hop":  # type: ignore[override]  # it is all that SQLAlchemy asks of a cursor
        return Hop(self)

    def begin_immediate(self) -> None:
        """Let the next statement be the first of a transaction that takes its turn at once."""
        self._begins = True

    async def hop(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do something in the thread, within the transaction that was asked for."""
        begins, self._begins = self._begins, False

        def done() -> None:
            if begins:
                self._conn.execute("BEGIN IMMEDIATE")
            work(self._conn)

        await self._execute(done)  # type: ignore[no-untyped-call]  # pyright: ignore[reportUnknownMemberType]

    async def commit(self) -> None:
        """Keep what was written; nothing is to do if nothing was."""
        if self._begins:
            self._begins = False
        else:
            await super().commit()

    async def rollback(self) -> None:
        """Forget what was written; nothing is to do if nothing was."""
        if self._begins:
            self._begins = False
        else:
            await super().rollback()


class Hop:
    """A statement with all that came of it; nothing is left behind in the thread."""

    def __init__(self, connection: Direct) -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Self:
        """Run a statement; raises what sqlite3 does."""
        await self._connection.hop(lambda connection: self._taken(connection.execute(sql, parameters)))
        return self

    async def executemany(self, sql: str, parameters: Sequence[Sequence[Any]]) -> Self:
        """Run a statement for each set of parameters; raises what sqlite3 does."""
        await self._connection.hop(lambda connection: self._taken(connection.executemany(sql, parameters)))
        return self

    async def fetchall(self) -> Sequence[Any]:
        """Give every row; they are here already."""
        return self._rows

    async def close(self) -> None:
        """Nothing is open."""

    def _taken(self, cursor: sqlite3.Cursor) -> None:
        self.description = cursor.description
        if self.description:
            self._rows = cursor.fetchall()
        self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
        cursor.close()


def connect(database: str | Path, **options: Any) -> Direct:  # noqa: ANN401  # sqlite3's own, handed through
    """Prepare a connection; awaiting it opens it. Takes what sqlite3.connect takes."""
    return Direct(lambda: sqlite3.connect(database, **options))
