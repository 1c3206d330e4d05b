"""What events ask of storage, and what a community decided about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.core.ids import UserRef
from bot.core.meetings import HostQuestion, Meeting, OwnZone
from bot.core.privacy import Forget, ForgetRest
from bot.core.record import Row


class Meetings(Protocol):
    """Meetings, read; they have numbers of their own."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Meeting | None: ...

    async def ahead(self, community: str) -> tuple[Meeting, ...]:
        """Those that are not over, in the order of time."""
        ...

    async def latest(self, community: str, most: int) -> tuple[Meeting, ...]:
        """The newest first, whatever became of them."""
        ...

    async def questions(self, community: str, number: int) -> tuple[HostQuestion, ...]:
        """What was asked, the oldest first."""
        ...

    async def zone(self, community: str, user: UserRef) -> str | None:
        """The name of her clock, if she set one."""
        ...

    async def zones(self, community: str) -> Mapping[UserRef, str]:
        """Everybody who has set a clock, and its name."""
        ...


class OwnZones:
    """Who lives by which clock: read once for each community, then moved with what was written."""

    def __init__(self, meetings: Meetings) -> None:
        self._meetings = meetings
        self._known: dict[str, dict[UserRef, str]] = {}

    async def of(self, community: str, user: UserRef) -> str | None:
        """The name of her clock, if she set one."""
        known = self._known.get(community)
        if known is None:
            known = self._known[community] = dict(await self._meetings.zones(community))
        return known.get(user)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over clocks that were set, and forget those of whom is forgotten; call it from the cog's ``learned``."""
        for row in rows:
            if isinstance(row, OwnZone) and community in self._known:
                self._known[community][row.user] = row.zone
            elif isinstance(row, Forget | ForgetRest):
                self._known.pop(community, None)


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """Where events are announced, how long they last unless somebody says otherwise, and when people are reminded.

    ``feed`` is a folder for ``events.ics``, "" for none. ``native``: they stand among the messenger's own events, too.
    ``survey``: those who came are asked how it was.
    """

    place: str = "lobby"
    lasts: timedelta = timedelta(hours=1)
    remind: tuple[timedelta, ...] = (timedelta(days=1), timedelta(hours=1))
    native: bool = True
    survey: bool = True
    feed: str = ""
