"""What the calendar asks of storage."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.posts import Glance, Listed, Post, PostCopy, PostState


class Posts(Protocol):
    """Posts, read; they have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Post | None: ...

    async def by_source(self, community: str, source: str) -> tuple[Post, ...]:
        """Those whose ``source`` begins so, in the order of their numbers."""
        ...

    async def within(self, community: str, since: datetime, until: datetime) -> tuple[Post, ...]:
        """Those that go out once, from ``since`` on and before ``until``, in the order of time; none withdrawn."""
        ...

    async def recurring(self, community: str) -> tuple[Post, ...]:
        """Those that come again and are not withdrawn."""
        ...

    async def glances(self, community: str, edges: Sequence[datetime], most: int) -> tuple[Glance, ...]:
        """Between each of these edges and the next: how many go out once, and the first ``most`` of them."""
        ...

    async def repeating(self, community: str) -> tuple[Listed, ...]:
        """Those that come again, as an overview shows them, in the order of their numbers."""
        ...

    async def in_state(self, community: str, state: PostState, most: int) -> tuple[Post, ...]:
        """The newest first."""
        ...

    async def copies(self, community: str, number: int) -> tuple[PostCopy, ...]:
        """Where a post went at its last time."""
        ...
