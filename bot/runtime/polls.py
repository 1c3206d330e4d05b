"""What polls ask of storage, and what a community decided about them."""

from typing import Protocol

from bot.core.polls import Poll


class Polls(Protocol):
    """Polls, read; they have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Poll | None: ...

    async def running(self, community: str) -> tuple[Poll, ...]:
        """Planned and open ones, in order."""
        ...

    async def latest(self, community: str, most: int) -> tuple[Poll, ...]:
        """The newest first, whatever became of them."""
        ...
