"""A pretend Telegram with a small community in it, and the adapter at work there."""

import pytest

from tests.adapters.telegram.desk import ANA, BOB, CREW, MIRA, at_work
from tests.wire.telegram_server import running


@pytest.fixture
async def server():
    async with running() as server:
        people = server.people
        people.person(ANA, "Ana", language="pl")
        people.person(BOB, "Bob")
        people.person(MIRA, "Mira", last_name="Lis")
        people.group(CREW, "Riverside", members=(ANA, BOB), owner=MIRA)
        yield server


@pytest.fixture
async def desk(server):
    async with at_work(server) as desk:
        yield desk
