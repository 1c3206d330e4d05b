"""How content a member was with a conversation, and whether her words may be shown to others."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum

from bot.core.ids import UserRef


class Score(IntEnum):
    """How it was; shown as a face and a word."""

    BAD = 1
    FAIR = 2
    GOOD = 3


class Publishing(StrEnum):
    """Whether her words may be published; never without a clear yes."""

    UNASKED = "unasked"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Rating:
    """One question after a conversation that was resolved, and what a person answered; ``score`` None: nothing yet.

    ``comment`` is for the team; others see it only while ``leave`` is given.
    """

    number: int
    conversation: int
    person: UserRef
    asked_at: datetime
    category: str = ""
    score: Score | None = None
    rated_at: datetime | None = None
    comment: str = ""
    leave: Publishing = Publishing.UNASKED
