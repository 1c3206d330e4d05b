"""A post of the content calendar, as the record keeps it, and where it went."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ids import MessageRef, Place, UserRef


class PostState(StrEnum):
    """Where a post is on its way."""

    DRAFT = "draft"
    REVIEW = "review"
    """Somebody has to approve it."""
    APPROVED = "approved"
    """It may go out, and nobody has said when."""
    SCHEDULED = "scheduled"
    MISSED = "missed"
    """The bot was away when it was due, and people are to say whether it goes out all the same."""
    PUBLISHED = "published"
    FAILED = "failed"
    """It stands in some of its places, or in none; what failed can be tried again."""
    WITHDRAWN = "withdrawn"


class Missed(StrEnum):
    """What becomes of a post whose time passed while the bot was away."""

    SKIP = "skip"
    LATE = "late"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Wording:
    """What it says in one language, on one messenger; "" stands for every language, or for every messenger."""

    text: str
    language: str = ""
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Somebody agreed to exactly what ``mark`` stands for. ``alone``: it was the author, for want of anybody else."""

    by: UserRef
    by_name: str
    at: datetime
    mark: str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """One post, whatever the number of places it goes to, and of times.

    ``roles`` are names of places in the config. ``at`` is when it goes out next, in UTC, or went out last; ``rule``
    a repetition (RFC 5545) that began at ``start``, a local time in ISO 8601 without a zone. ``holds``: it waits
    while there is a crisis. ``source`` names where it came from, if nobody typed it: ``config ...``, ``file ...``,
    ``feed ...``. Written whole over the ``version`` that was read.
    """

    number: int
    title: str
    by: UserRef | None
    by_name: str
    wordings: tuple[Wording, ...]
    roles: tuple[str, ...]
    state: PostState = PostState.DRAFT
    at: datetime | None = None
    rule: str = ""
    start: str = ""
    missed: Missed = Missed.LATE
    holds: bool = True
    pillar: str = ""
    owner: str = ""
    submitted_at: datetime | None = None
    approval: Approval | None = None
    source: str = ""
    version: int = 0

    @property
    def subject(self) -> str:
        return f"post {self.number}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A post as far as an overview shows it."""

    number: int
    title: str
    at: datetime | None
    rule: str = ""
    start: str = ""


@dataclass(frozen=True, slots=True)
class Glance:
    """How many posts go out within one stretch of time, and the first of them."""

    many: int = 0
    first: tuple[Listed, ...] = ()


class CopyState(StrEnum):
    """What became of a post in one place."""

    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    """Nobody knows whether it stands there: the answer was lost."""
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PostCopy:
    """A post in one place at one of its times (``run``, as ``at`` was then); ``why`` names a refusal."""

    post: int
    run: datetime
    place: Place
    state: CopyState = CopyState.SENDING
    message: MessageRef | None = None
    why: str = ""
