"""The real python-telegram-bot against a Bot API server on the loopback keeps the contract of chat adapters."""

import pytest
import pytest_asyncio

from tests.contracts.chat_asking import Asking
from tests.contracts.chat_enclosing import Enclosing
from tests.contracts.chat_enduring import Enduring, Living
from tests.contracts.chat_hearing import Hearing
from tests.contracts.chat_moderating import Lacking, Moderating
from tests.contracts.chat_on_telegram import on_telegram
from tests.contracts.chat_polling import Polling
from tests.contracts.chat_saying import Saying
from tests.contracts.chat_scheduling import NotScheduling
from tests.contracts.chat_shutting import NotShutting, Shutting

pytestmark = [pytest.mark.wire, pytest.mark.asyncio(loop_scope="module")]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def connected():
    async with on_telegram() as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def stage(connected):
    await connected.fresh()
    return connected


class TestTelegram(
    Hearing,
    Saying,
    Enclosing,
    Asking,
    Moderating,
    Lacking,
    Shutting,
    NotShutting,
    NotScheduling,
    Enduring,
    Living,
    Polling,
):
    """All of it."""
