"""What fairness asks of storage: appeals, accounts of one person, acts that wait for consent, and the audit."""

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.actions import Sanction
from bot.core.appeals import Appeal
from bot.core.consents import Held
from bot.core.ids import Platform, UserRef
from bot.core.linking import LinkCode


@dataclass(frozen=True, slots=True)
class AppealTally:
    """How appeals ended, against one rule (``rule``) or against what one moderator did (``by``)."""

    rule: str
    by: UserRef | None
    by_name: str
    upheld: int = 0
    reduced: int = 0
    overturned: int = 0

    @property
    def judged(self) -> int:
        return self.upheld + self.reduced + self.overturned


class Appeals(Protocol):
    """Appeals, read; they are numbered with the complaints."""

    async def find(self, community: str, number: int) -> Appeal | None: ...

    async def about(self, community: str, case: int) -> Appeal | None:
        """The newest appeal about this case, whatever became of it."""
        ...

    async def tallies(self, community: str) -> tuple[AppealTally, ...]:
        """Every rule and moderator that an appeal was judged about, the most overturned first."""
        ...


class Links(Protocol):
    """Which accounts are one person, read."""

    async def accounts(self, community: str, user: UserRef) -> tuple[UserRef, ...]:
        """Every account of the person behind this one, itself included."""
        ...

    async def people(self, community: str) -> Mapping[UserRef, str]:
        """Every linked account, and whose it is."""
        ...

    async def code(self, community: str, code_id: str) -> LinkCode | None:
        """A code that was given out and not used yet; it may have expired."""
        ...

    async def tries(self, community: str, user: UserRef, since: datetime) -> int:
        """How many wrong codes this account has tried since then."""
        ...


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit; ``id`` counts up."""

    id: int
    by: UserRef
    by_name: str
    act: str
    detail: str
    at: datetime


class Audits(Protocol):
    """What the staff did, read."""

    async def page(self, community: str, most: int, before: int | None = None) -> tuple[AuditEntry, ...]:
        """The newest entries (of those before the given one), the newest first."""
        ...

    async def staff(self, community: str, platform: Platform, since: datetime) -> frozenset[UserRef]:
        """Everybody of this platform who has acted as staff since then."""
        ...

    def since(self, community: str, at: datetime) -> AsyncIterator[AuditEntry]:
        """Every entry from then on, the oldest first."""
        ...


class HeldActs(Protocol):
    """Acts that wait for a second person, read; and how much somebody did lately."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Held | None: ...

    async def acted(self, community: str, by: UserRef, acts: Collection[Sanction], since: datetime) -> int:
        """How often this person, by whichever of her accounts, did one of these by hand since then."""
        ...

    async def audited(self, community: str, by: UserRef, act: str, since: datetime) -> int:
        """The same for an act that files no case, by its lines in the audit."""
        ...


@dataclass(frozen=True, slots=True)
class Fairness:
    """These stores together, as cogs get them."""

    appeals: Appeals
    links: Links
    audits: Audits
    held: HeldActs
