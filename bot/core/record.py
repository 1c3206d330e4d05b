"""What the record keeps: rows that decisions write, each a plain value.

Every row belongs to the community of the event that wrote it; the ledger adds that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from bot.core.actions import Sanction
from bot.core.events import Message
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.why import Explanation


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen: the saved text and, where it is known, the part of it that broke the rule."""

    text: str
    found: str = ""
    message: MessageRef | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One numbered entry of the record: who, what, which guideline, evidence.

    ``by`` None means the bot's own rules. ``undoes`` names the case that this one takes back. ``strikes`` is what
    it adds to the ladder. What really happened stands in the receipts of the case's intents, not here.
    """

    number: int
    space: SpaceRef
    user: UserRef
    user_name: str
    sanction: Sanction
    at: datetime
    by: UserRef | None = None
    by_name: str = ""
    strikes: int = 0
    guideline: str = ""
    rule: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    until: datetime | None = None
    place: Place | None = None
    undoes: int | None = None
    config: str = ""


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """More of the same burst, added to a case that stands already."""

    number: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a case was filed, kept beside it."""

    number: int
    why: Explanation
    at: datetime


@dataclass(frozen=True, slots=True)
class Overturned:
    """People found that a rule was wrong about a case, which counts against the rule."""

    number: int
    rule: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Recorded:
    """A message as it was judged, kept for trying out rules where a community asked for that.

    ``role`` is what the place is called in the config.
    """

    message: Message
    role: str = ""
    is_edit: bool = False


class ComplaintState(StrEnum):
    """A complaint's life: open, taken by somebody, settled."""

    OPEN = "open"
    TAKEN = "taken"
    UPHELD = "upheld"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint from its first word to its outcome; conversations will grow from the same object.

    Written whole: ``version`` is what was read, the ledger stores ``version + 1`` and refuses when somebody else
    was first. ``for_managers`` marks one about a moderator; ``others`` reported the same message and hear the
    outcome too.
    """

    number: int
    reporter: UserRef
    reporter_name: str
    at: datetime
    text: str = ""
    space: SpaceRef | None = None
    about: UserRef | None = None
    about_name: str = ""
    evidence: tuple[Evidence, ...] = ()
    for_managers: bool = False
    state: ComplaintState = ComplaintState.OPEN
    owner: UserRef | None = None
    owner_name: str = ""
    case: int | None = None
    others: tuple[UserRef, ...] = ()
    version: int = 0


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Where a member stands with the guidelines: which version was shown, which one was agreed to."""

    space: SpaceRef
    user: UserRef
    asked: str
    agreed: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Language:
    """The language a person chose to be spoken to in."""

    user: UserRef
    language: str


@dataclass(frozen=True, slots=True)
class Timer:
    """Something due later. A newer row of the same kind and subject replaces the older one and its generation."""

    kind: str
    subject: str
    due: datetime
    args: Mapping[str, object] = field(default_factory=dict[str, object])


@dataclass(frozen=True, slots=True)
class TimerOff:
    """Forget a timer before it is due."""

    kind: str
    subject: str


@dataclass(frozen=True, slots=True)
class Binding:
    """A space that belongs to this community from now on."""

    space: SpaceRef
    by: UserRef
    at: datetime


@dataclass(frozen=True, slots=True)
class Audit:
    """Something a member of the staff did to the bot itself."""

    by: UserRef
    act: str
    detail: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Note:
    """A value a cog keeps under a name of its own; None forgets it."""

    cog: str
    name: str
    value: str | None


Row: TypeAlias = (
    Case
    | CaseEvidence
    | Explained
    | Overturned
    | Recorded
    | Complaint
    | Acceptance
    | Language
    | Timer
    | TimerOff
    | Binding
    | Audit
    | Note
)
