"""Something people come to at a time: a webinar, a meeting, a test drive; what they ask before, and by which clock.

People read "event"; here that word means what comes in from a messenger.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ids import Place, UserRef


class MeetingKind(StrEnum):
    MEETING = "meeting"
    WEBINAR = "webinar"
    LIVE = "live"
    OFFLINE = "offline"
    DRIVE = "drive"


class MeetingState(StrEnum):
    AHEAD = "ahead"
    """Announced; it may be going on right now."""
    OVER = "over"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One of them, wherever it is announced; ``subject`` is its name among entries, cards and timers.

    ``seats``: so many may come, 0 for everybody. ``code`` is said on the spot and counts who came. ``rule``: it comes
    again (RFC 5545) since ``start``, a local time in ISO 8601 without a zone. ``sequence`` counts the changes that
    calendars of others have to follow.
    """

    number: int
    by: UserRef
    by_name: str
    title: str
    about: str
    where: str
    kind: MeetingKind
    starts_at: datetime
    ends_at: datetime
    places: tuple[Place, ...]
    state: MeetingState = MeetingState.AHEAD
    seats: int = 0
    code: str = ""
    rule: str = ""
    start: str = ""
    sequence: int = 0
    version: int = 0

    @property
    def subject(self) -> str:
        return f"event {self.number}"

    @property
    def came(self) -> str:
        """The subject under which stands who was there."""
        return f"{self.subject} came"

    @property
    def felt(self) -> str:
        """The subject under which stands how it was."""
        return f"{self.subject} felt"

    @property
    def tried(self) -> str:
        """The subject under which wrong codes are counted."""
        return f"{self.subject} tried"

    @property
    def native(self) -> str:
        """The subject under which stand the messengers' own events; each is like a card."""
        return f"{self.subject} native"


@dataclass(frozen=True, slots=True)
class HostQuestion:
    """Somebody wants to know this before, or at, a meeting."""

    meeting: int
    by: UserRef
    by_name: str
    question: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HostQuestionsGone:
    """They are needed no longer."""

    meeting: int


@dataclass(frozen=True, slots=True)
class OwnZone:
    """The clock a person lives by, by its IANA name."""

    user: UserRef
    zone: str
