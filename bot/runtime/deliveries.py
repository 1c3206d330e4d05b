"""What leaves the messengers, as the runtime sees it: letters in a table, parcels to carry, and how it went."""

import hashlib
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from bot.core.deliveries import Letter, LetterRevived, LetterState, Progress
from bot.core.record import Note, Row
from bot.domain.care.department import Hook, MailServer

OWNER = "departments"
"""The name under which it is noted what is switched off, and of what the staff know."""
ANSWERED, DEAD = "letter-answered", "letter-dead"
"""The kinds of timers: a department has said something; a letter died."""
LONGEST_NOTE = 500
"""Characters of a department's answer that a member gets to read."""

Target: TypeAlias = tuple[str, str, str]
"""A community, a department of it, and a way."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter of a community as the table has it: how often it was tried, when it is due, what went wrong last."""

    community: str
    letter: Letter
    state: LetterState
    tries: int
    due: datetime
    why: str = ""

    @property
    def target(self) -> Target:
        return self.community, self.letter.department, self.letter.way.value


class Deliveries(Protocol):
    """Letters, read; they are written by decisions, like every row."""

    async def due(self, now: datetime, most: int = 100, but: AbstractSet[Target] = frozenset()) -> tuple[Posted, ...]:
        """What waits and is due, of all communities, the earliest first; nothing for the targets in ``but``."""
        ...

    async def next_due(self, but: AbstractSet[Target] = frozenset()) -> datetime | None: ...

    async def dead(self, community: str, most: int = 20) -> tuple[Posted, ...]:
        """What nobody tries any more, the newest first."""
        ...

    async def find(self, community: str, letter: str) -> Posted | None: ...


@dataclass(frozen=True, slots=True)
class WebhookParcel:
    """A body to be posted, the same at every try as long as nobody edits what was said. ``at`` is when it is sent."""

    id: str
    hook: Hook
    body: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class MailParcel:
    """A letter in plain text."""

    id: str
    server: MailServer
    to: str
    subject: str
    text: str
    at: datetime


Parcel: TypeAlias = WebhookParcel | MailParcel


@dataclass(frozen=True, slots=True)
class Taken:
    """It arrived; ``progress`` is what the department said to it, if anything."""

    progress: Progress | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """Not now; ``wait`` is how long the other side asks for. ``why`` is a few words without addresses or secrets."""

    why: str
    wait: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Hopeless:
    """Trying again makes no sense until somebody changes something."""

    why: str


@dataclass(frozen=True, slots=True)
class Unwanted:
    """The other side wants nothing more, ever (HTTP 410): nothing goes there until somebody switches it on again."""

    why: str


Outcome: TypeAlias = Taken | Failed | Hopeless | Unwanted


class Carrier(Protocol):
    """Carries parcels out of the house."""

    async def carry(self, parcel: Parcel) -> Outcome:
        """Try once; never raises. Ends within a minute, whatever the other side does."""
        ...


def off(department: str, way: str) -> str:
    """Under this name stands where nothing goes any more, until somebody switches it on."""
    return f"off {department} {way}"


def address_mark(url: str) -> str:
    """What is kept of an address that is switched off: enough to see that it is another one now."""
    return hashlib.sha256(url.encode()).hexdigest()[:16]


def revived(found: Iterable[Posted], now: datetime) -> tuple[Row, ...]:
    """Let these letters wait again, switch on what had been switched off, and tell anew of what fails again."""
    letters = tuple(found)
    targets = dict.fromkeys((one.letter.department, one.letter.way.value) for one in letters)
    notes = (Note(OWNER, name(*target), None) for target in targets for name in (off, told))
    return (*(LetterRevived(one.letter.id, now) for one in letters), *notes)


def told(department: str, way: str) -> str:
    """Under this name stands since when the staff know that nothing arrives there."""
    return f"told {department} {way}"
