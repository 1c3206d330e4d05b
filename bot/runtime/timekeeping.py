"""What service levels ask of storage: deadlines, moderators' promises, who is on duty, and who has how much to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.ids import UserRef
from bot.core.levels import Deadline, Duty, Goal, Matter, Promise


class Deadlines(Protocol):
    """What should happen by when, read."""

    async def find(self, community: str, matter: Matter, number: int, goal: Goal) -> Deadline | None: ...

    async def late(self, community: str, now: datetime, most: int = 1000) -> tuple[Deadline, ...]:
        """What should have happened by now and did not, the longest overdue first."""
        ...


class Promises(Protocol):
    """What moderators gave their word for, read."""

    async def find(self, community: str, conversation: int) -> Promise | None:
        """The last one in this conversation."""
        ...


@dataclass(frozen=True, slots=True)
class Load:
    """How many conversations somebody takes care of that are not resolved, and when the newest of all began."""

    open: int = 0
    last: datetime | None = None


class Duties(Protocol):
    """Who works when, and how much each has to do."""

    async def all(self, community: str) -> Mapping[UserRef, Duty]:
        """Whoever said something of her hours."""
        ...

    async def loads(self, community: str) -> Mapping[UserRef, Load]:
        """Whoever takes care of a conversation, or did."""
        ...


@dataclass(frozen=True, slots=True)
class Timekeeping:
    """All of them together."""

    deadlines: Deadlines
    promises: Promises
    duties: Duties
