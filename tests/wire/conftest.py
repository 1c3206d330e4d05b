"""A town on both messengers for a whole module of stories: the bot's file is its ``CONFIG``, its ``FORUMS`` are there."""

import pytest
import pytest_asyncio

from tests.wire.both import MIRA, STAFF, TOWN, awake
from tests.wire.desk import OLA, Desk
from tests.wire.discord_server import discord_server
from tests.wire.telegram_server import running
from tests.wire.witnesses import WaitedInVainError, testimony


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With whatever else fails stands, too, what the messengers and the bot saw last."""
    del item
    report = yield
    if report.failed and not isinstance(call.excinfo.value, WaitedInVainError):
        report.sections.append(("what went on", testimony()))
    return report


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def telegram():
    async with running() as server:
        server.people.person(MIRA, "Mira")
        server.people.group(TOWN, "Riverside", owner=MIRA, username="riverside")
        server.people.group(STAFF, "Staff", members=(), owner=MIRA)
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def discord():
    async with discord_server() as server:
        yield server


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(discord, request):
    town = discord.town("Riverside", getattr(request.module, "CHANNELS", ("general", "staff")))
    for forum in getattr(request.module, "FORUMS", ()):
        town.forum(forum)
    town.staff = town.role("Moderators", moderate_members=True, ban_members=True)
    return town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def bot(telegram, discord, town, request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.module.__name__.rpartition(".")[2])
    async with awake(folder, request.module.CONFIG, telegram, discord, town.id) as bot:
        yield bot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(telegram, discord, town, bot):
    telegram.people.person(OLA, "Ola", language="pl")
    telegram.people.join(TOWN, OLA)
    telegram.people.start(OLA)
    return Desk(telegram, discord, town, bot, town.member("dora", roles=[town.staff]))
