"""What the record keeps: rows that decisions write, each a plain value.

Every row belongs to the community of the event that wrote it; the ledger adds that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from bot.core.actions import Sanction
from bot.core.conversations import Conversation, TalkEntry
from bot.core.events import Message
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.why import Explanation


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was seen: the saved text, the part of it that broke the rule where it is known, and a link to it."""

    text: str
    found: str = ""
    message: MessageRef | None = None
    link: str = ""


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


class EntryKind(StrEnum):
    """What was added to a case after it was filed."""

    NOTE = "note"
    REASON = "reason"
    """Its reason was written anew."""


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """Something people added to a case; ``before`` is what stood there, and a Conflict when it is otherwise now."""

    number: int
    kind: EntryKind
    text: str
    by: UserRef
    by_name: str
    at: datetime
    before: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Whoever is first: until then nobody else files a second case under this name, unless the first is taken back."""

    name: str
    case: int
    by: UserRef
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for in the record; everything that is given must fit.

    ``text`` is searched for in reasons, whatever its case. For pages, as
    case numbers: ``before``, ``after``, and ``floor``, below which nothing is looked at.
    """

    user: UserRef | None = None
    by: UserRef | None = None
    sanction: Sanction | None = None
    guideline: str = ""
    text: str = ""
    since: datetime | None = None
    until: datetime | None = None
    floor: int | None = None
    before: int | None = None
    after: int | None = None


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


@dataclass(frozen=True, slots=True)
class Lesson:
    """A verdict of moderators on a message, as a model takes it: numbers instead of words.

    ``about`` names the message; a later lesson about it takes the place of this one, and one without a ``label`` takes
    it back. ``features`` (and ``beside``: some that nobody minded then) can be read by a model of the same ``scheme``.
    """

    model: str
    about: str
    label: bool | None
    at: datetime
    features: bytes = b""
    beside: tuple[bytes, ...] = ()
    variant: str = ""
    scheme: int = 1


class ComplaintState(StrEnum):
    """A complaint's life: open, taken by somebody, settled."""

    OPEN = "open"
    TAKEN = "taken"
    UPHELD = "upheld"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint from its first word to its outcome; what is about nobody is a Conversation.

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


class AppealState(StrEnum):
    """An appeal's life; about the case: it stands (upheld), was made milder (reduced), or taken back (overturned)."""

    FILED = "filed"
    TAKEN = "taken"
    UPHELD = "upheld"
    REDUCED = "reduced"
    OVERTURNED = "overturned"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Appeal:
    """Somebody says that a case is a mistake; numbered in one row with complaints.

    ``user`` is the account she appeals from, which need not be the one the case is about. ``due`` is when it must be
    judged, ``outcome`` the case that carried the judgement out, ``answer`` what the judge wrote. Written whole over the
    ``version`` that was read, like a complaint.
    """

    number: int
    case: int
    user: UserRef
    user_name: str
    at: datetime
    due: datetime
    text: str = ""
    state: AppealState = AppealState.FILED
    owner: UserRef | None = None
    owner_name: str = ""
    answer: str = ""
    outcome: int | None = None
    escalated: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class Linked:
    """Accounts of the same ``person`` share one history; the name of a person means nothing by itself."""

    user: UserRef
    person: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Unlinked:
    """This account stands for itself again."""

    user: UserRef


@dataclass(frozen=True, slots=True)
class LinkCode:
    """A one-time code that was given to an account; ``id`` is the half of it that proves nothing."""

    id: str
    user: UserRef
    user_name: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class LinkCodeUsed:
    """No code of this account is good any more."""

    user: UserRef


@dataclass(frozen=True, slots=True)
class LinkTry:
    """Somebody tried a code that was not one."""

    user: UserRef
    at: datetime


class HeldState(StrEnum):
    """What became of an act that waits for a second person."""

    WAITING = "waiting"
    CONSENTED = "consented"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Held:
    """An act beyond somebody's hourly share, which waits for a second person; ``order`` is what to do, as data."""

    number: int
    space: SpaceRef
    by: UserRef
    by_name: str
    act: str
    at: datetime
    order: Mapping[str, object] = field(default_factory=dict[str, object])
    state: HeldState = HeldState.WAITING
    second: UserRef | None = None
    second_name: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came in while the bot was here, and how many messages they posted since, as far as rules ask."""

    space: SpaceRef
    user: UserRef
    at: datetime
    said: int = 0


class Outcome(StrEnum):
    """What became of an answer that the bot gave by itself."""

    GIVEN = "given"
    """Nobody has said anything yet; after a day she is taken to have gone away."""
    CONTAINED = "contained"
    """She said that it helped."""
    HANDED = "handed"
    """She asked for a person, or wrote to the team within a day."""
    FALSE = "false"
    """It counted as enough, and was not: she came to the team after all, or staff found it wrong."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that the bot gave by itself, and what became of it; ``entry`` is its name in the config."""

    id: str
    entry: str
    user: UserRef
    at: datetime
    outcome: Outcome = Outcome.GIVEN


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
    """Something a member of the staff did: to members, to the record, or to the bot itself."""

    by: UserRef
    act: str
    detail: str
    at: datetime
    by_name: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A value a cog keeps under a name of its own; None forgets it."""

    cog: str
    name: str
    value: str | None


Row: TypeAlias = (
    Case
    | CaseEvidence
    | CaseEntry
    | Claim
    | Explained
    | Overturned
    | Lesson
    | Recorded
    | Complaint
    | Conversation
    | TalkEntry
    | Appeal
    | Linked
    | Unlinked
    | LinkCode
    | LinkCodeUsed
    | LinkTry
    | Held
    | Arrival
    | GivenAnswer
    | Acceptance
    | Language
    | Timer
    | TimerOff
    | Binding
    | Audit
    | Note
)
