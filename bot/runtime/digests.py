"""What private digests ask of storage."""

from collections.abc import Sequence
from typing import Protocol

from bot.core.digests import DigestWish
from bot.core.ids import UserRef


class Digests(Protocol):
    """Who agreed to get news in private, read."""

    async def of(self, community: str, accounts: Sequence[UserRef]) -> tuple[DigestWish, ...]:
        """What these accounts agreed to, the latest first."""
        ...

    async def page(self, community: str, after: str, most: int) -> tuple[DigestWish, ...]:
        """The next so many after the account ``after`` (as text), in the order of accounts."""
        ...
