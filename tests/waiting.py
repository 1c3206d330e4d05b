"""Waiting for what happens by itself: a condition, and a deadline that a busy machine meets too."""

import asyncio
from collections.abc import Callable


async def until(holds: Callable[[], object], within: float = 30.0) -> None:
    """Wait until it holds; raises TimeoutError after so many seconds."""
    async with asyncio.timeout(within):
        while not holds():  # noqa: ASYNC110  # what is waited for rings no bell
            await asyncio.sleep(0.005)
