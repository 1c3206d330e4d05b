"""What polls ask of storage, and what a community decided about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from bot.core.people import Rank
from bot.core.polls import Poll

HERE = "here"
"""Instead of a place: where the poll was asked for."""


class Natives(StrEnum):
    """When a poll that fits is one of the messenger's own, in which everybody sees who chose what."""

    NEVER = "never"
    ASKED = "asked"
    """Where its author asks for that."""
    AUTO = "auto"
    """Wherever it fits, unless its author says otherwise."""


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


@dataclass(frozen=True, slots=True)
class PollPlan:
    """Who may hold polls, where they stand, and how they are held unless somebody says otherwise.

    ``weights``: from this rank on a ballot of an open poll counts so often; who is below all of them counts once.
    """

    who: Rank = Rank.MODERATOR
    place: str = HERE
    close_after: timedelta = timedelta(hours=24)
    everywhere: bool = False
    anonymous: bool = False
    weights: Mapping[Rank, int] = field(default_factory=dict[Rank, int])
    native: Natives = Natives.ASKED

    def is_native(self, asked: bool | None) -> bool:
        """Whether a poll is to be one of the messengers' own, where it fits; ``asked`` is what its author said."""
        if asked is None:
            return self.native is Natives.AUTO
        return asked and self.native is not Natives.NEVER

    def weight(self, rank: Rank) -> int:
        """What a ballot of this rank weighs."""
        best = max((known for known in self.weights if known <= rank), default=None)
        return 1 if best is None else self.weights[best]
