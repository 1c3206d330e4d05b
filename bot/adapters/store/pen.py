"""What writes share: one transaction, for one community."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import Insert

from bot.adapters.store.at_once import Transaction
from bot.adapters.store.engine import Engines
from bot.adapters.store.tables.running import counters
from bot.runtime.codec import Codec
from bot.runtime.queue import Conflict


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes rows; each gets the community by itself."""

    connection: Transaction
    codec: Codec
    community: str

    async def once(self, table: Table, **values: Any) -> bool:  # noqa: ANN401  # a column holds what it holds
        """Insert; False when its key, or another value that must be unique, is there already."""
        statement = insert_once(self.connection.dialect.name, table)
        done = await self.connection.execute(statement, {"community": self.community, **values})
        return done.rowcount == 1

    async def put(self, table: Table, **values: Any) -> None:  # noqa: ANN401  # same
        """Insert, or replace the row of the same key."""
        statement = insert_or_replace(self.connection.dialect.name, table)
        await self.connection.execute(statement, {"community": self.community, **values})

    async def keep(
        self, table: Table, key: Mapping[str, object], read: int, values: Mapping[str, object], what: str
    ) -> None:
        """Write what people decide on: anew where nothing was ``read`` (0), else over the version that was read.

        Raises Conflict, which names ``what``, when somebody was first: then it is decided again on what stands now.
        """
        if read == 0:
            written = await self.once(table, **key, **values)
        else:
            this = {"community": self.community, **key, "version": read}
            statement = update(table).where(*(table.c[name] == value for name, value in this.items()))
            written = (await self.connection.execute(statement.values(values))).rowcount == 1
        if not written:
            raise Conflict(f"{what} of {self.community} is no longer at version {read}")

    async def next(self, kind: str, many: int = 1) -> int:
        """Count up; the same number never comes again. Gives the last of ``many``."""
        statement = count_up(self.connection.dialect.name)
        counted = await self.connection.execute(statement, {"community": self.community, "kind": kind, "last": many})
        return int(counted.scalar_one())


async def next_number(engines: Engines, codec: Codec, community: str, kind: str) -> int:
    """Count up in a transaction of its own: after a crash there may be a gap, never a number twice."""
    return await engines.write(lambda c: Pen(c, codec, community).next(kind))


@cache
def insert_once(dialect: str, table: Table) -> Insert:
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def insert_or_replace(dialect: str, table: Table) -> Insert:
    statement = _insert(dialect, table)
    keys = [column.name for column in table.primary_key]
    rest = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


@cache
def count_up(dialect: str) -> Insert:
    statement = _insert(dialect, counters)
    total = counters.c.last + statement.excluded.last
    more = statement.on_conflict_do_update(index_elements=["community", "kind"], set_={"last": total})
    return more.returning(counters.c.last)


def _insert(dialect: str, table: Table) -> sqlite.Insert:
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    # Both know the same two clauses; one annotation is enough.
    return cast("sqlite.Insert", postgresql.insert(table))
