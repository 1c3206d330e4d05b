"""What the privacy commands ask of storage: what is kept, everything about one person, and what must stay."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.core.ids import UserRef
from bot.core.privacy import Kind

Records: TypeAlias = Mapping[str, Sequence[Mapping[str, object]]]
"""Rows by the table they stand in, as plain values that JSON knows."""


class PersonalData(Protocol):
    """What is kept about people, read. What is written about it are rows: Forget and ForgetRest."""

    @property
    def kinds(self) -> Sequence[Kind]:
        """Every kind of thing that is kept, as it was declared beside the tables."""
        ...

    def alias(self, user: UserRef) -> UserRef:
        """What stands for this account from now on, if she is forgotten."""
        ...

    async def export(self, community: str, accounts: Sequence[UserRef]) -> Records:
        """Everything about whoever has these accounts that she may see."""
        ...

    async def names(self, community: str, accounts: Sequence[UserRef]) -> tuple[str, ...]:
        """The names under which she stands in the record."""
        ...

    async def waiting(self, community: str, accounts: Sequence[UserRef], now: datetime) -> Mapping[str, int]:
        """How many rows of which subject must stay as they are for now."""
        ...

    async def conversations_of(self, community: str, accounts: Sequence[UserRef]) -> tuple[int, ...]:
        """The numbers of her conversations, which will be gone."""
        ...
