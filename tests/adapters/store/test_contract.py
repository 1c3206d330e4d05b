"""The SQLAlchemy store keeps the contract: in a file, in memory, and on PostgreSQL when there is one."""

import os
from uuid import uuid4

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.adapters.store.store import open_store
from tests.contracts.contests import ContestContract
from tests.contracts.conversations import ConversationContract
from tests.contracts.fairness import FairnessContract
from tests.contracts.forgetting import ForgettingContract
from tests.contracts.gatherings import GatheringContract
from tests.contracts.letters import LetterContract
from tests.contracts.meetings import MeetingContract
from tests.contracts.news import DigestContract, FeedContract
from tests.contracts.posts import PostContract
from tests.contracts.record import RecordContract
from tests.contracts.stores import Knock, StoreContract
from tests.fakes.stores import memory_store


class Promises(
    StoreContract,
    RecordContract,
    ForgettingContract,
    FairnessContract,
    ConversationContract,
    GatheringContract,
    ContestContract,
    LetterContract,
    PostContract,
    MeetingContract,
    FeedContract,
    DigestContract,
):
    """Everything that a store promises."""


class TestInAFile(Promises):
    @pytest.fixture
    async def store(self, file, codec):
        async with open_store(file, codec) as store:
            yield store


class TestInMemory(Promises):
    @pytest.fixture
    async def store(self):
        async with memory_store([Knock]) as store:
            yield store


SERVER = os.environ.get("TOWNKEEPER_TEST_POSTGRES")
"""postgresql://... of a server on which databases may be created and dropped."""

if SERVER:

    class TestOnPostgres(Promises):
        @pytest.fixture
        async def store(self, codec):
            name = f"townkeeper_test_{uuid4().hex}"
            url = make_url(SERVER).set(drivername="postgresql+asyncpg")
            engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
            async with engine.connect() as connection:
                await connection.execute(text(f"CREATE DATABASE {name}"))
                try:
                    where = url.set(database=name).render_as_string(hide_password=False)
                    async with open_store(where, codec) as store:
                        yield store
                finally:
                    await connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
            await engine.dispose()
