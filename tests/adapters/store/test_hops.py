"""Statements hop to SQLite's thread once each, whatever SQLAlchemy asks of a driver."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.adapters.store.engine import open_engines
from bot.adapters.store.hops import Direct
from bot.adapters.store.target import read_target
from bot.runtime.queue import StoreFailed


@pytest.fixture
async def engines(file):
    engines = open_engines(read_target(file))
    yield engines
    await engines.close()


@pytest.fixture
def hops(monkeypatch):
    made = []
    driven = Direct._execute

    async def counted(self, call, *args, **named):
        made.append(call)
        return await driven(self, call, *args, **named)

    monkeypatch.setattr(Direct, "_execute", counted)
    return made


async def test_a_transaction_hops_once_for_each_statement_and_once_to_keep_them(engines, hops):
    async def work(connection):
        await connection.execute(text("CREATE TABLE t (x)"))
        await connection.execute(text("INSERT INTO t VALUES (:x)"), [{"x": 1}, {"x": 2}])
        return (await connection.scalars(text("SELECT x FROM t"))).all()

    await engines.write(lambda c: c.execute(text("SELECT 1")))
    hops.clear()
    assert await engines.write(work) == [1, 2]
    assert len(hops) == 4


async def test_a_question_hops_once(engines, hops):
    await engines.read(lambda c: c.execute(text("SELECT 1")))
    hops.clear()
    assert (await engines.read(lambda c: c.execute(text("SELECT 1 UNION SELECT 2")))).all() == [(1,), (2,)]
    assert len(hops) == 1


async def test_a_transaction_without_statements_takes_no_turn(engines, file):
    async def nothing(_):
        return "done"

    await engines.write(lambda c: c.execute(text("SELECT 1")))  # the first one opens the connection
    other = sqlite3.connect(file)
    other.execute("BEGIN IMMEDIATE")
    assert await engines.write(nothing) == "done"
    other.close()


async def test_the_first_statement_takes_the_turn_at_once(engines, file):
    other = sqlite3.connect(file, timeout=0)

    async def work(connection):
        await connection.execute(text("SELECT 1"))
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    await engines.write(work)
    other.execute("BEGIN IMMEDIATE")
    other.close()


async def test_what_failed_leaves_nothing_and_the_next_one_works(engines):
    async def work(connection):
        await connection.execute(text("CREATE TABLE t (x)"))
        await connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(StoreFailed) as failed:
        await engines.write(work)
    assert isinstance(failed.value.__cause__, DBAPIError)
    await engines.write(lambda c: c.execute(text("CREATE TABLE t (x)")))
