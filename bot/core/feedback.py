"""The feedback board: what members suggest, who is for it, and how far it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ids import UserRef


class FeedbackKind(StrEnum):
    """What somebody brings to the board."""

    IDEA = "idea"
    PROBLEM = "problem"


class FeedbackState(StrEnum):
    """How far it is; ``duplicate`` comes from a merge and ``removed`` from staff alone."""

    OPEN = "open"
    PLANNED = "planned"
    STARTED = "started"
    COMPLETED = "completed"
    DECLINED = "declined"
    DUPLICATE = "duplicate"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One entry of the board.

    ``note`` is what the team says with its state, ``moved_at`` when it came into it. ``told`` is the state that those
    who voted know of. ``merged_into`` is the entry it is a duplicate of; its votes stay its own, and count there as
    long as it points there. ``was`` is the state that an undone merge gives back.
    """

    number: int
    kind: FeedbackKind
    author: UserRef
    author_name: str
    at: datetime
    title: str
    text: str
    moved_at: datetime
    state: FeedbackState = FeedbackState.OPEN
    note: str = ""
    told: FeedbackState = FeedbackState.OPEN
    was: FeedbackState = FeedbackState.OPEN
    merged_into: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class FeedbackVote:
    """An account is for an entry. A person of several accounts has one vote, whichever of them she gave it with."""

    number: int
    user: UserRef
    at: datetime


@dataclass(frozen=True, slots=True)
class FeedbackUnvote:
    """This account takes its vote for this entry back."""

    number: int
    user: UserRef
