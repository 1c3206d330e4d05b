"""One thread between a person and the team, whatever the messenger, and everything that was said in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.attachments import Enclosure
from bot.core.ids import MessageRef, Place, UserRef


class TalkState(StrEnum):
    """Where a conversation stands: the team's turn, the member's turn, put off, over."""

    OPEN = "open"
    PENDING = "pending"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


class Priority(StrEnum):
    """How soon the team should look."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A person and the team. ``person`` is the account she wrote from last: answers go there.

    ``place`` is where it began, ``category`` what she chose, ``department`` whom config gives such matters to.
    ``entries`` counts what was said; the next entry gets the next number. ``waiting_since`` is set while she waits for
    the team, ``answered_at`` since the first answer. ``until`` ends a snooze, ``closes_at`` is a close that a new
    message cancels. Whoever was merged into another conversation goes on in ``merged_into``. ``report`` is the number
    of the complaint that it began with; then an empty ``person_name`` keeps from the team who reported. What is about
    somebody of the team is read by managers only, and never by the one it is ``kept_from``. Written whole over the
    ``version`` that was read: the ledger stores ``version + 1``, and refuses when somebody else was first.
    """

    number: int
    person: UserRef
    person_name: str
    at: datetime
    touched_at: datetime
    place: Place | None = None
    category: str = ""
    department: str = ""
    state: TalkState = TalkState.OPEN
    priority: Priority = Priority.NORMAL
    labels: tuple[str, ...] = ()
    owner: UserRef | None = None
    owner_name: str = ""
    language: str = ""
    entries: int = 0
    waiting_since: datetime | None = None
    answered_at: datetime | None = None
    until: datetime | None = None
    closes_at: datetime | None = None
    merged_into: int | None = None
    blocked: bool = False
    version: int = 0
    report: int | None = None
    kept_from: UserRef | None = None

    @property
    def is_nameless(self) -> bool:
        """Whether the team is not to know who reported."""
        return self.report is not None and not self.person_name


class TalkKind(StrEnum):
    """Who said it, and to whom."""

    MEMBER = "member"
    TEAM = "team"
    NOTE = "note"
    """Among the team; never sent."""
    EVENT = "event"
    """What happened to the conversation: claimed, snoozed, resolved ..."""


class Fate(StrEnum):
    """What became of an entry that has to be carried to the other side."""

    NEW = "new"
    HELD = "held"
    """It waits a few seconds, in which it can be taken back."""
    UNDONE = "undone"
    KEPT = "kept"
    """It is for the record alone."""
    QUEUED = "queued"
    """The outbox has it; from here on the ledger writes how it ended."""
    DONE = "done"
    REFUSED = "refused"
    UNKNOWN = "unknown"
    DEAD = "dead"


@dataclass(frozen=True, slots=True)
class TalkEntry:
    """One thing that was said or happened, number ``seq`` of its conversation.

    ``what`` names an event, ``text`` is what was written (or the event's detail). ``message`` is the original where
    there is one; of what hung on it ``enclosures`` are the files, ``carries`` names the rest ("poll", its question).
    """

    conversation: int
    seq: int
    kind: TalkKind
    at: datetime
    text: str = ""
    by: UserRef | None = None
    by_name: str = ""
    what: str = ""
    fate: Fate = Fate.KEPT
    message: MessageRef | None = None
    carries: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def things(self) -> tuple[str, ...]:
        """All that hung on it, in words; files with their sizes."""
        return (*self.carries, *(file.shown for file in self.enclosures))


def files_of(seq: int) -> int:
    """Number the messages with the files of entry ``seq``: below zero, where no entry is; -1 is the thread."""
    return -seq - 1
