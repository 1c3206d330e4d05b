"""The feedback board, read: entries with what is for them, counted by person and not by account."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.feedback import Feedback
from bot.core.ids import UserRef
from bot.domain.care.board import Author, Ballot, Standing


@dataclass(frozen=True, slots=True)
class Sheet:
    """One entry with everything that is merged into it, itself first, and every vote among them."""

    entries: tuple[Feedback, ...]
    ballots: tuple[Ballot, ...]
    authors: tuple[Author, ...]

    @property
    def entry(self) -> Feedback:
        return self.entries[0]


class FeedbackBoard(Protocol):
    """Entries of the board. A merged entry's votes count for what it is merged into, once for each person."""

    async def next_number(self, community: str) -> int:
        """A number no entry of this community has had."""
        ...

    async def find(self, community: str, number: int) -> Feedback | None: ...

    async def sheet(self, community: str, number: int) -> Sheet | None:
        """An entry with all below it."""
        ...

    async def standings(self, community: str) -> tuple[Standing, ...]:
        """Every entry that is not removed, with what is for it, by number."""
        ...

    async def gained(self, community: str, since: datetime) -> Mapping[int, int]:
        """How many people are for an entry who were not before."""
        ...

    async def sent(self, community: str, accounts: Collection[UserRef], since: datetime) -> int:
        """How many entries these accounts have made since then, removed ones included."""
        ...

    async def brought_by(self, community: str, accounts: Collection[UserRef]) -> Sequence[int]:
        """The entries of these accounts that stand on the board."""
        ...

    async def voted_by(self, community: str, accounts: Collection[UserRef], most: int = 50) -> Sequence[int]:
        """The entries that these accounts voted for, the latest first."""
        ...


async def root_of(board: FeedbackBoard, community: str, number: int) -> Sheet | None:
    """The entry in which this one's votes count, with all below it."""
    entry = await board.find(community, number)
    while entry is not None and entry.merged_into is not None:
        entry = await board.find(community, entry.merged_into)
    return None if entry is None else await board.sheet(community, entry.number)
