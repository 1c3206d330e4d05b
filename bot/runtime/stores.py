"""What the runtime and the cogs read from storage: one small protocol per aggregate, the community first."""

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.actions import Sanction
from bot.core.answers import GivenAnswer
from bot.core.cases import Case, CaseEntry, Search
from bot.core.complaints import Complaint
from bot.core.decisions import Step
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.lessons import Lesson, Recorded
from bot.core.receipts import Receipt
from bot.core.record import Acceptance, Arrival
from bot.core.why import Explanation


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

    async def invited(self, community: str, by: Collection[UserRef], most: int) -> tuple[UserRef, ...]:
        """Whom these accounts have brought in by hand, the latest first."""
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

    async def strays(self, community: str) -> tuple[Complaint, ...]:
        """The unsettled complaints from before complaints were conversations."""
        ...

    async def cards(self, community: str, number: int) -> tuple[MessageRef, ...]:
        """The messages that show this complaint to staff: what its intents sent."""
        ...


class People(Protocol):
    """What is kept about members."""

    async def language(self, community: str, user: UserRef) -> str | None:
        """The language this person chose, if any."""
        ...

    async def locale(self, community: str, user: UserRef) -> str:
        """What her messenger last said of her language, as far as it was kept; empty for nobody known."""
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
