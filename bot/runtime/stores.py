"""What the runtime and the cogs ask of storage: one small protocol per aggregate.

Reads take the community first; writes happen only through ``Ledger.commit``, so that rows, intents and the event's
key stand or fall together.
"""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.core.actions import Receipt, Sanction
from bot.core.decisions import Decision, Intent, Step
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.record import Acceptance, Arrival, Case, CaseEntry, Complaint, GivenAnswer, Lesson, Recorded, Row, Search
from bot.core.ui import Press
from bot.core.why import Explanation


class Conflict(Exception):  # noqa: N818  # it reads as what happened
    """Somebody else wrote the same row first; decide again on what stands now."""


class StoreFailed(RuntimeError):  # noqa: N818  # it reads as what happened
    """The store is away, full or broken: nobody's decision is at fault, and the event must come again."""


class State(StrEnum):
    """Where an intent is on its way. ``sending`` means that it may have happened already."""

    NEW = "new"
    SENDING = "sending"
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class Queued:
    """An intent in the table. Intents of one ``group`` (one decision) are carried out in the order of ``seq``."""

    id: int
    community: str
    group: str
    seq: int
    step: Step
    case: int | None
    state: State = State.NEW
    tries: int = 0
    receipt: Receipt | None = None
    created_at: datetime | None = None
    complaint: int | None = None


@dataclass(frozen=True, slots=True)
class PressRow:
    """What a button stands for; ``id`` travels in its token."""

    id: str
    community: str
    press: Press
    rank: Rank
    expires_at: datetime
    space: SpaceRef | None = None
    only: UserRef | None = None
    once: bool = False
    used_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DueTimer:
    """A timer whose time has come; ``generation`` makes its event key unique."""

    community: str
    kind: str
    subject: str
    due: datetime
    generation: int
    args: Mapping[str, object]


class Ledger(Protocol):
    """Decisions in, receipts back."""

    async def commit(self, community: str, key: str, decision: Decision, now: datetime) -> tuple[Queued, ...] | None:
        """Write the rows, the intents and the event's key in one transaction; None when the key was known already.

        An empty key is never remembered. Raises Conflict when a row was changed by somebody else meanwhile.
        """
        ...

    async def sending(self, intent: int) -> None:
        """Note, before an effect that cannot be repeated unseen, that it is about to be tried."""
        ...

    async def settle(self, intent: int, state: State, receipt: Receipt, tries: int) -> None:
        """Write down how it went."""
        ...

    async def expand(
        self, queued: Queued, intents: Sequence[Intent], now: datetime, rows: Sequence[Row] = ()
    ) -> tuple[Queued, ...]:
        """Replace a Later or a Reply by what it composed, at the end of the same group, in one transaction.

        ``rows`` are written with it: what only a receipt can tell, and what must be known before the next step.
        """
        ...

    async def unfinished(self) -> tuple[tuple[Queued, ...], ...]:
        """Give every group that is not finished, whole, oldest first: what a crash left behind."""
        ...


class Presses(Protocol):
    """Buttons that were sent."""

    async def keep(self, rows: Sequence[PressRow]) -> None: ...

    async def find(self, press_id: str) -> PressRow | None: ...

    async def use(self, press_id: str, now: datetime) -> bool:
        """Mark a single-use press as used; False when somebody was first."""
        ...


class Timers(Protocol):
    """The table of things due."""

    async def due(self, now: datetime, most: int = 200) -> tuple[DueTimer, ...]: ...

    async def next_due(self) -> datetime | None: ...

    async def fired(self, timer: DueTimer) -> None:
        """Forget it, unless a newer generation took its place."""
        ...


@dataclass(frozen=True, slots=True)
class Did:
    """One intent of a case and how it went; None while it is on its way."""

    step: Step
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What a person's record adds up to."""

    acts: Mapping[Sanction, int]
    strikes: int = 0


class Cases(Protocol):
    """The record, read."""

    async def next_number(self, community: str) -> int:
        """A number no case of this community has had; never given out twice."""
        ...

    async def next_numbers(self, community: str, many: int) -> range:
        """So many numbers at once."""
        ...

    async def last(self, community: str) -> Case | None:
        """The newest case."""
        ...

    async def search(self, community: str, wanted: Search, most: int) -> tuple[Case, ...]:
        """Cases that fit, newest first; ``after`` gives those that follow upon it, still newest first."""
        ...

    async def acts(
        self, community: str, space: SpaceRef, user: UserRef, of: Collection[Sanction], most: int = 4
    ) -> tuple[Case, ...]:
        """The newest acts of these kinds that were not taken back, newest first: one may hold, one held before."""
        ...

    async def tally(self, community: str, user: UserRef, since: datetime | None = None) -> Counts:
        """How often each act befell a person and what counts since then, without what was taken back."""
        ...

    async def claimed(self, community: str, name: str, now: datetime) -> Case | None:
        """The case that holds this claim, unless it was taken back or the claim is over."""
        ...

    async def entries(self, community: str, number: int) -> tuple[CaseEntry, ...]:
        """What was added to a case, oldest first."""
        ...

    async def find(self, community: str, number: int) -> Case | None: ...

    async def of(self, community: str, user: UserRef, most: int = 20) -> tuple[Case, ...]:
        """A person's cases, of all her linked accounts, newest first."""
        ...

    async def strikes(self, community: str, user: UserRef, since: datetime | None, guideline: str = "") -> int:
        """What counts on the ladder: strikes since then, of cases not taken back; of one guideline if it is named."""
        ...

    async def undone_by(self, community: str, number: int) -> int | None:
        """The case that took this one back, if any."""
        ...

    async def receipts(self, community: str, number: int) -> tuple[Did, ...]:
        """What was done about a case, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule decided by itself, and how often people found that it was wrong."""

    verdicts: int = 0
    overturned: int = 0


class Whys(Protocol):
    """Why cases were filed, and how often rules were right."""

    async def find(self, community: str, case: int) -> Explanation | None: ...

    async def tallies(self, community: str) -> Mapping[str, Tally]:
        """Every rule that ever filed a case, by name."""
        ...


class Arrivals(Protocol):
    """Who came in while the bot was here."""

    async def of(self, community: str) -> tuple[Arrival, ...]:
        """The latest newcomers, the earliest of them first."""
        ...


class GivenAnswers(Protocol):
    """Answers that the bot gave by itself, and what became of them."""

    async def find(self, community: str, answer: str) -> GivenAnswer | None: ...

    async def latest(self, community: str, user: UserRef) -> GivenAnswer | None:
        """The last one that this account was given."""
        ...

    async def since(self, community: str, at: datetime) -> tuple[GivenAnswer, ...]:
        """Every one from then on, the latest first."""
        ...


class Recordings(Protocol):
    """Chat that was recorded for trying out rules."""

    def since(self, community: str, at: datetime) -> AsyncIterator[Recorded]:
        """Every recorded message from then on, the oldest first."""
        ...


class Lessons(Protocol):
    """What moderators' verdicts taught the models."""

    async def of(self, community: str, model: str) -> tuple[Lesson, ...]:
        """Every lesson of a model that is kept, the oldest first."""
        ...


class Complaints(Protocol):
    """Complaints, read."""

    async def next_number(self, community: str) -> int: ...

    async def find(self, community: str, number: int) -> Complaint | None: ...

    async def open_about(self, community: str, message: MessageRef) -> Complaint | None:
        """The unsettled complaint about this very message, so that a second report joins the first."""
        ...

    async def cards(self, community: str, number: int) -> tuple[MessageRef, ...]:
        """The messages that show this complaint to staff: what its intents sent."""
        ...


class People(Protocol):
    """What is kept about members."""

    async def language(self, community: str, user: UserRef) -> str | None:
        """The language this person chose, if any."""
        ...

    async def acceptance(self, community: str, space: SpaceRef, user: UserRef) -> Acceptance | None: ...

    async def acceptances(self, community: str) -> tuple[Acceptance, ...]:
        """Everybody's standing with the guidelines, to be held in memory."""
        ...


class Spaces(Protocol):
    """Which space belongs to which community."""

    async def bound(self) -> Mapping[SpaceRef, str]: ...


class Notes(Protocol):
    """Small values that cogs keep under names of their own."""

    async def note(self, community: str, cog: str, name: str) -> str | None: ...
