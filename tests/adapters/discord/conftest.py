"""A Discord, a town in it, and the adapter in that town."""

import pytest

from tests.adapters.discord.world import running
from tests.wire.discord_server import discord_server


@pytest.fixture
async def server():
    async with discord_server() as simulated:
        yield simulated
        assert simulated.gaps == []


@pytest.fixture
def town(server):
    return server.town()


@pytest.fixture
async def adapter(server, town):
    async with running(server) as (platform, listener):
        yield platform, listener


@pytest.fixture
def platform(adapter):
    return adapter[0]


@pytest.fixture
def listener(adapter):
    return adapter[1]
