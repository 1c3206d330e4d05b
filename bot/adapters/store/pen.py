"""What writes share: one transaction, for one community."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import Insert

from bot.adapters.store.at_once import Transaction
from bot.adapters.store.tables.running import counters
from bot.runtime.codec import Codec


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

    async def next(self, kind: str, many: int = 1) -> int:
        """Count up; the same number never comes again. Gives the last of ``many``."""
        statement = count_up(self.connection.dialect.name)
        counted = await self.connection.execute(statement, {"community": self.community, "kind": kind, "last": many})
        return int(counted.scalar_one())


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
