"""On a file each piece of work is one hop to a thread, and what it brings back may be read anywhere."""

import asyncio
import sqlite3

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.adapters.store.engine import open_engines
from bot.adapters.store.target import read_target
from bot.runtime.queue import StoreFailed

SEVERAL = text("SELECT 1 AS x UNION SELECT 2 UNION SELECT 3 UNION SELECT 4")


@pytest.fixture
async def engines(file):
    engines = open_engines(read_target(file))
    yield engines
    await engines.close()


@pytest.fixture
def hops(monkeypatch):
    made = []
    handed = aiosqlite.Connection._execute

    def counted(self, call, *args, **named):
        made.append(call)
        return handed(self, call, *args, **named)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    return made


async def test_a_transaction_of_many_statements_is_one_hop(engines, hops):
    async def work(connection):
        await connection.execute(text("CREATE TABLE t (x)"))
        await connection.execute(text("INSERT INTO t VALUES (:x)"), [{"x": 1}, {"x": 2}])
        return (await connection.scalars(text("SELECT x FROM t"))).all(), await connection.scalar(text("SELECT 7"))

    assert await engines.write(work) == ([1, 2], 7)
    assert len(hops) == 1


async def test_what_was_read_is_there_when_the_connection_is_in_other_hands(engines, hops):
    every = await engines.read(lambda c: c.execute(SEVERAL))
    first = await engines.read(lambda c: c.execute(SEVERAL))
    some = await engines.read(lambda c: c.execute(SEVERAL))
    assert len(hops) == 3
    assert [row.x for row in every] == [1, 2, 3, 4]
    assert first.first() == (1,)
    assert [some.fetchone(), some.fetchmany(2), some.fetchmany(2), some.fetchone()] == [
        (1,),
        [(2,), (3,)],
        [(4,)],
        None,
    ]


async def test_readers_read_side_by_side_while_somebody_writes(engines, file):
    await engines.write(lambda c: c.execute(text("CREATE TABLE t (x)")))
    other = sqlite3.connect(file)
    other.execute("BEGIN IMMEDIATE")
    read = [engines.read(lambda c: c.scalar(text("SELECT count(*) FROM t"))) for _ in range(10)]
    assert await asyncio.wait_for(asyncio.gather(*read), 4) == [0] * 10
    other.close()


async def test_a_transaction_without_statements_takes_no_turn(engines, file):
    async def nothing(_):
        return "done"

    await engines.write(lambda c: c.execute(text("SELECT 1")))  # the first one opens the connection
    other = sqlite3.connect(file)
    other.execute("BEGIN IMMEDIATE")
    assert await asyncio.wait_for(engines.write(nothing), 4) == "done"
    other.close()


async def test_the_first_statement_takes_the_turn_at_once(engines, file):
    other = sqlite3.connect(file, timeout=0, check_same_thread=False)

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


async def test_work_that_waits_for_something_else_is_refused_and_leaves_nothing(engines):
    async def work(connection):
        await connection.execute(text("CREATE TABLE t (x)"))
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="nothing but its connection"):
        await engines.write(work)
    await engines.write(lambda c: c.execute(text("CREATE TABLE t (x)")))


async def test_a_caller_who_leaves_does_not_cut_the_work_in_half(engines):
    async def work(connection):
        await connection.execute(text("CREATE TABLE t (x)"))
        await connection.execute(text("INSERT INTO t VALUES (1)"))

    caller = asyncio.create_task(engines.write(work))
    await asyncio.sleep(0)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    assert await engines.write(lambda c: c.scalar(text("SELECT count(*) FROM t"))) == 1
