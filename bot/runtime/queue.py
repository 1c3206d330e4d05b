"""What is decided and not yet done, as the store keeps it: intents, buttons, timers, and the ledger that writes.

Writes happen only through ``Ledger.commit``: rows, intents and the event's key stand or fall together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.core.decisions import Decision, Intent, Step
from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.receipts import Receipt
from bot.core.record import Row
from bot.core.ui import Press


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
    """An intent in the table. Intents of one ``group`` (one decision) are carried out in the order of ``seq``.

    ``id`` is 0 for what is not kept: a fleeting answer that was all of its decision's intents.
    """

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

    @property
    def is_kept(self) -> bool:
        return self.id != 0

    @property
    def name(self) -> str:
        """The same each time it is tried, and nobody else's."""
        return f"{self.community}/{self.id if self.is_kept else self.group}"


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
