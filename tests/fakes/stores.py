"""The real store, in memory: quick to open, gone when it is closed."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bot.adapters.store.store import Store, open_store
from bot.runtime.codec import core_codec
from tests.fakes.memory import MEMORY


@asynccontextmanager
async def memory_store(extra: Iterable[type] = ()) -> AsyncIterator[Store]:
    """``async with memory_store() as store``; ``extra`` are the Press classes of the cogs under test."""
    async with open_store(MEMORY, core_codec(extra)) as store:
        yield store
