"""What contests ask of storage."""

from typing import Protocol

from bot.core.contests import Contest, Submission


class Contests(Protocol):
    """Contests and what was brought to them, read; contests have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Contest | None: ...

    async def running(self, community: str) -> tuple[Contest, ...]:
        """Those that take submissions or are judged, in order."""
        ...

    async def latest(self, community: str, most: int) -> tuple[Contest, ...]:
        """The newest first, whatever became of them."""
        ...

    async def next_submission(self, community: str, contest: int) -> int:
        """A number that nothing in this contest has had."""
        ...

    async def submission(self, community: str, contest: int, number: int) -> Submission | None: ...

    async def submissions(self, community: str, contest: int) -> tuple[Submission, ...]:
        """Everything that was brought, whatever became of it, the oldest first."""
        ...
