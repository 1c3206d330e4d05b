"""What events ask of storage, and what a community decided about them."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.core.ids import UserRef
from bot.core.meetings import HostQuestion, Meeting


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
