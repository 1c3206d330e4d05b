"""In memory statements hop to SQLite's thread once each, whatever SQLAlchemy asks of a driver."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.adapters.store.engine import open_engines
from bot.adapters.store.hops import Direct
from bot.adapters.store.target import read_target
from bot.runtime.queue import StoreFailed


@pytest.fixture
async def engines():
    engines = open_engines(read_target(":memory:"))
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


async def test_what_failed_leaves_nothing_and_the_next_one_works(engines):
    async def work(connection):
        await connection.execute(text("CREATE TABLE t (x)"))
        await connection.execute(text("INSERT INTO nowhere VALUES (1)"))

    with pytest.raises(StoreFailed) as failed:
        await engines.write(work)
    assert isinstance(failed.value.__cause__, DBAPIError)
    await engines.write(lambda c: c.execute(text("CREATE TABLE t (x)")))
