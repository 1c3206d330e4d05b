"""What the team has promised to be done in time: deadlines, a moderator's word, and who is on duty when."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.core.ids import UserRef


class Matter(StrEnum):
    """What can wait for the team; complaints are conversations, and have rows of their own from earlier only."""

    CONVERSATION = "conversation"
    COMPLAINT = "complaint"


class Goal(StrEnum):
    """What has to happen in time: somebody answers, or it is resolved."""

    ANSWER = "answer"
    SOLUTION = "solution"


@dataclass(frozen=True, slots=True)
class Deadline:
    """What somebody waits for since ``since``, and should have by ``due``.

    ``stage`` counts the reminders that went out. ``wakes_at`` is when the next one is due; None while nothing is, as
    all went out or it is the member's turn. ``ended_at`` is set when it happened, in time or not.
    """

    matter: Matter
    number: int
    goal: Goal
    since: datetime
    due: datetime
    category: str = ""
    stage: int = 0
    wakes_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def runs(self) -> bool:
        return self.ended_at is None


@dataclass(frozen=True, slots=True)
class Duty:
    """What a member of the team said of her hours, by the community's clock; None stands for the open hours.

    ``off`` means that nobody pings her until she says otherwise.
    """

    user: UserRef
    off: bool = False
    start: time | None = None
    end: time | None = None


class PromiseState(StrEnum):
    """What became of a moderator's word."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Promise:
    """A moderator's word that the member of a conversation hears more by then; a newer one takes its place."""

    conversation: int
    by: UserRef
    by_name: str
    at: datetime
    until: datetime
    state: PromiseState = PromiseState.OPEN
