"""A poll as the record keeps it: what is asked, how it is counted, where it stands, and how far it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.core.ids import Place, UserRef


class PollKind(StrEnum):
    """How people answer: one option, several, all in the order of liking, or one that is right."""

    ONE = "one"
    SEVERAL = "several"
    RANKED = "ranked"
    QUIZ = "quiz"


class PollState(StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    """Stopped before it was published."""


@dataclass(frozen=True, slots=True)
class Poll:
    """One poll, wherever it is shown; ``subject`` is its name among entries, cards and timers.

    ``hidden``: no counts before it closes. ``quorum``: so many people must take part, or there is no result. ``right``
    is the index of a quiz's right option. ``weighted``: ballots weigh by rank, as the config says. ``salt`` goes into
    the hashes of voters who are anonymous, and is forgotten at the end.
    """

    number: int
    by: UserRef
    by_name: str
    question: str
    options: tuple[str, ...]
    kind: PollKind
    opens_at: datetime
    closes_at: datetime
    places: tuple[Place, ...]
    state: PollState = PollState.PLANNED
    anonymous: bool = False
    hidden: bool = False
    quorum: int = 0
    right: int | None = None
    explanation: str = ""
    weighted: bool = False
    salt: str = ""
    version: int = 0
    native: bool = False
    """Where it fits, it is one of the messenger's own polls, in which everybody sees who chose what."""

    @property
    def subject(self) -> str:
        return f"poll {self.number}"

    @property
    def natives(self) -> str:
        """Its name among cards for the messengers' own polls that it is."""
        return f"{self.subject} native"
