"""What giveaways ask of storage, what a community decided about them, and how many have entered."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.core.gatherings import Entry, EntryMoved
from bot.core.giveaways import EntriesForgotten, Giveaway
from bot.core.ids import UserRef
from bot.core.people import Rank
from bot.core.privacy import Forget
from bot.core.record import Row
from bot.domain.gatherings.contests.draft import Judging


@dataclass(frozen=True, slots=True)
class Holder:
    """Who entered with a code."""

    account: UserRef
    name: str


class Giveaways(Protocol):
    """Giveaways, read; they have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Giveaway | None: ...

    async def running(self, community: str) -> tuple[Giveaway, ...]:
        """Those that take entries, in order."""
        ...

    async def latest(self, community: str, most: int) -> tuple[Giveaway, ...]:
        """The newest first, whatever became of them."""
        ...

    async def entrants(self, community: str, subject: str) -> int:
        """How many have entered."""
        ...

    async def codes(self, community: str, subject: str) -> tuple[str, ...]:
        """The codes of all who have entered, sorted."""
        ...

    async def frozen(self, community: str, number: int) -> tuple[str, ...]:
        """The list as it stood when it closed."""
        ...

    async def holders(self, community: str, subject: str, codes: Collection[str]) -> Mapping[str, Holder]:
        """Who entered with these codes; who withdrew her data is not among them."""
        ...


@dataclass(frozen=True, slots=True)
class ContestPlan:
    """Who may start giveaways and contests, where they stand, and how they are held unless somebody says otherwise."""

    who: Rank = Rank.MANAGER
    place: str = "here"
    everywhere: bool = False
    lasts: timedelta = timedelta(days=7)
    member_for: timedelta = timedelta(0)
    claim_within: timedelta = timedelta(days=3)
    judging: Judging = field(default_factory=Judging)


class Heads:
    """How many have entered: counted once from the store, then moved with each entry that was written."""

    def __init__(self, giveaways: Giveaways) -> None:
        self._giveaways = giveaways
        self._known: dict[tuple[str, str], int] = {}

    async def of(self, community: str, subject: str) -> int:
        known = self._known.get((community, subject))
        if known is None:
            known = self._known[community, subject] = await self._giveaways.entrants(community, subject)
        return known

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move with what was written; call it from the cog's ``learned``."""
        for row in rows:
            match row:
                case Entry() if (community, row.subject) in self._known:
                    self._known[community, row.subject] += (row.put is not None) - (row.before is not None)
                case EntryMoved() | EntriesForgotten():
                    self._known.pop((community, row.subject), None)
                case Forget():  # somebody took everything of hers along
                    for known in [one for one in self._known if one[0] == community]:
                        del self._known[known]
                case _:
                    pass
