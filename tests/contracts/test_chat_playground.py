"""Both pretend messengers of the playground keep the contract, as far as they have no wire to fail."""

import pytest
import pytest_asyncio

from bot.core.ids import DISCORD, TELEGRAM
from tests.contracts.chat_asking import Asking
from tests.contracts.chat_enclosing import Enclosing
from tests.contracts.chat_hearing import Hearing
from tests.contracts.chat_moderating import Moderating
from tests.contracts.chat_on_playground import on_playground
from tests.contracts.chat_polling import NotPolling
from tests.contracts.chat_saying import Saying
from tests.contracts.chat_scheduling import NotScheduling
from tests.contracts.chat_shutting import Shutting

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module", params=[DISCORD, TELEGRAM])
async def running(request):
    async with on_playground(request.param) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def stage(running):
    await running.fresh()
    return running


class TestPlayground(Hearing, Saying, Enclosing, Asking, Moderating, Shutting, NotScheduling, NotPolling):
    """All that needs no wire."""
