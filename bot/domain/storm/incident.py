"""One storm from its first minute to its report: what it was, what was done, what was not, and why."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.ids import SpaceRef, UserRef
from bot.domain.storm.plan import Cause

MOST_NAMED = 20
"""A report names the first of those who came, for people to read: all of them stand among the arrivals, and whom
something befell has a case of her own. What is not written down need not be forgotten."""
MOST_REFUSALS = 20


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came in."""

    at: datetime
    space: SpaceRef
    user: UserRef
    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a report; with the account, so that she can be taken out of it."""

    user: UserRef
    name: str


@dataclass(frozen=True, slots=True)
class Incident:
    """A value; every change is another one. ``until`` is when the bot looks whether it is over.

    ``came`` counts people, ``held`` the messages that were taken away, ``refused`` what the platform would not do,
    each with how often.
    """

    number: int
    level: int
    cause: Cause
    started: datetime
    until: datetime
    spaces: tuple[SpaceRef, ...]
    by: UserRef | None = None
    by_name: str = ""
    peak: int = 0
    came: int = 0
    names: tuple[Named, ...] = ()
    held: int = 0
    sifted: int = 0
    shut_at: datetime | None = None
    ended: datetime | None = None
    refused: tuple[tuple[str, int], ...] = ()

    @property
    def to_lockdown(self) -> timedelta | None:
        """How long it took from the trigger until everything was shut; None where it was not."""
        return None if self.shut_at is None else self.shut_at - self.started

    def raised(self, level: int, until: datetime, spaces: Iterable[SpaceRef]) -> "Incident":
        """The same storm, worse, or in one more space; its end is never nearer for that."""
        more = tuple(dict.fromkeys((*self.spaces, *spaces)))
        return replace(
            self,
            level=max(level, self.level),
            peak=max(level, self.peak),
            until=max(until, self.until),
            spaces=more,
        )

    def with_refusals(self, details: Iterable[str]) -> "Incident":
        """Add what was not done; the same refusal is counted, not listed again."""
        counted = Counter(dict(self.refused))
        counted.update(details)
        return replace(self, refused=tuple(counted.most_common(MOST_REFUSALS)))

    def without(self, users: Collection[UserRef]) -> "Incident":
        """The same report, in which these accounts are not named."""
        return replace(self, names=tuple(one for one in self.names if one.user not in users))
