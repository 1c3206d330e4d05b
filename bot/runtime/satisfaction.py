"""What satisfaction asks of storage: what members were asked, and what they answered."""

from datetime import datetime
from typing import Protocol

from bot.core.ids import UserRef
from bot.core.ratings import Rating


class Ratings(Protocol):
    """Ratings, read; they have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Rating | None: ...

    async def asked(self, community: str, user: UserRef) -> datetime | None:
        """When this person was asked last, by whichever of her accounts."""
        ...

    async def since(self, community: str, at: datetime) -> tuple[Rating, ...]:
        """Everybody who was asked from then on, the latest first."""
        ...

    async def reviews(self, community: str, most: int = 20) -> tuple[Rating, ...]:
        """Those whose words may be published, the latest first."""
        ...
