"""Transactions: tried again where that helps, and never with a time of unknown zone."""

from contextlib import asynccontextmanager
from datetime import datetime

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, StatementError

from bot.adapters.store.at_once import AtOnce
from bot.adapters.store.engine import Engines, memory_engine, open_engines
from bot.adapters.store.server import ServerLane
from bot.adapters.store.target import read_target
from bot.core.decisions import NOTHING, Decision
from bot.runtime.queue import StoreFailed
from tests.contracts.stores import HOME, NOW, a_case
from tests.fakes.stores import memory_store


class Clash(Exception):  # noqa: N818  # as the driver's own are
    def __init__(self, sqlstate):
        super().__init__(sqlstate)
        self.sqlstate = sqlstate


class Server:
    """As much of a server's engine as its lane asks for."""

    def __init__(self):
        self.connection = memory_engine().connect()

    @asynccontextmanager
    async def begin(self):
        with self.connection.begin():
            yield AtOnce(self.connection)

    async def dispose(self):
        self.connection.close()


@pytest.fixture
async def engines():
    lane = ServerLane(Server(), 1)
    engines = Engines(lane, lane)
    yield engines
    await engines.close()


@pytest.mark.parametrize("sqlstate", ["40001", "40P01"])
async def test_a_transaction_that_clashed_is_tried_again_whole(engines, sqlstate):
    tries = []

    async def work(connection):
        tries.append(1)
        await connection.execute(text(f"CREATE TABLE t{len(tries)} (x)"))
        if len(tries) < 3:
            raise DBAPIError("INSERT", {}, Clash(sqlstate))

    await engines.write(work)
    tables = await engines.read(lambda c: c.scalars(text("SELECT name FROM sqlite_master")))
    assert tables.all() == ["t3"]


@pytest.mark.parametrize(("sqlstate", "times"), [("40001", 3), ("23505", 1)])
async def test_a_transaction_that_goes_on_clashing_or_fails_for_good_is_given_up(engines, sqlstate, times):
    tries = []

    async def work(_):
        tries.append(1)
        raise DBAPIError("INSERT", {}, Clash(sqlstate))

    with pytest.raises(StoreFailed) as failed:
        await engines.write(work)
    assert isinstance(failed.value.__cause__, DBAPIError)
    assert len(tries) == times


async def test_the_file_is_written_ahead_and_checked(file):
    engines = open_engines(read_target(file))

    async def pragmas(connection):
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [await connection.scalar(text(f"PRAGMA {name}")) for name in names]

    assert await engines.write(pragmas) == ["wal", 1, 1, 5000]
    with pytest.raises(StoreFailed) as failed:
        await engines.read(lambda c: c.execute(text("DELETE FROM events")))
    assert "readonly" in str(failed.value.__cause__)
    await engines.close()


async def test_a_time_that_says_nothing_of_its_zone_is_refused():
    async with memory_store() as store:
        with pytest.raises(StatementError, match="time zone"):
            await store.ledger.commit(HOME, "key", NOTHING, datetime(2025, 1, 1))  # noqa: DTZ001  # on purpose


async def test_an_error_does_not_tell_what_was_said():
    async with memory_store() as store:
        with pytest.raises(StoreFailed) as failed:
            await store.ledger.commit(HOME, "", Decision((a_case(reason="in confidence", strikes=None),)), NOW)
    assert isinstance(failed.value.__cause__, StatementError)
    assert "in confidence" not in f"{failed.value} {failed.value.__cause__}"
