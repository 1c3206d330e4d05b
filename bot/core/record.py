"""What the record keeps: rows that decisions write, each a plain value.

Every row belongs to the community of the event that wrote it; the ledger adds that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from bot.core.answers import GivenAnswer
from bot.core.appeals import Appeal
from bot.core.cases import Case, CaseEntry, CaseEvidence, Claim, Explained, Overturned
from bot.core.complaints import Complaint
from bot.core.consents import Held
from bot.core.contests import Contest, Submission, SubmissionsForgotten
from bot.core.conversations import Conversation, TalkEntry
from bot.core.deliveries import Letter, LetterRevived, LetterTried
from bot.core.digests import DigestEnded, DigestTried, DigestWish
from bot.core.feedback import Feedback, FeedbackUnvote, FeedbackVote
from bot.core.feeds import FeedSeen, FeedState
from bot.core.gatherings import CardsGone, CardShown, EntriesSealed, Entry, EntryMoved
from bot.core.giveaways import EntriesForgotten, Giveaway, ListFrozen
from bot.core.ids import SpaceRef, UserRef
from bot.core.lessons import Lesson, Recorded
from bot.core.levels import Deadline, Duty, Promise
from bot.core.linking import LinkCode, LinkCodeUsed, Linked, LinkTry, Unlinked
from bot.core.meetings import HostQuestion, HostQuestionsGone, Meeting, OwnZone
from bot.core.polls import Poll
from bot.core.posts import Post, PostCopy
from bot.core.privacy import Forget, ForgetRest
from bot.core.ratings import Rating


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody who came in while the bot was here, and how many messages they posted since, as far as rules ask."""

    space: SpaceRef
    user: UserRef
    at: datetime
    said: int = 0


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody was brought in by hand, and by whom; kept while something open asks for it."""

    space: SpaceRef
    user: UserRef
    by: UserRef
    at: datetime


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
class Locale:
    """The language in which a person's messenger last spoke to her, such as "pl" or "pt-br": a restart hears nobody."""

    user: UserRef
    locale: str


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
    | Deadline
    | Duty
    | Promise
    | Rating
    | Appeal
    | Linked
    | Unlinked
    | LinkCode
    | LinkCodeUsed
    | LinkTry
    | Forget
    | ForgetRest
    | Held
    | Arrival
    | Invited
    | GivenAnswer
    | Letter
    | LetterTried
    | LetterRevived
    | Feedback
    | FeedbackVote
    | FeedbackUnvote
    | Acceptance
    | Language
    | Locale
    | Timer
    | TimerOff
    | Binding
    | Audit
    | Note
    | Poll
    | Meeting
    | HostQuestion
    | HostQuestionsGone
    | OwnZone
    | Post
    | PostCopy
    | FeedState
    | FeedSeen
    | DigestWish
    | DigestEnded
    | DigestTried
    | Entry
    | EntryMoved
    | EntriesSealed
    | CardShown
    | CardsGone
    | Giveaway
    | ListFrozen
    | EntriesForgotten
    | Contest
    | Submission
    | SubmissionsForgotten
)
