"""A contest as the record keeps it: what people bring, who judges it, by which law, and how it ended."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.core.attachments import Enclosure
from bot.core.giveaways import Conditions, PassedOver, Prized
from bot.core.ids import MessageRef, Place, UserRef
from bot.core.people import Rank


class ContestState(StrEnum):
    OPEN = "open"
    """It takes submissions."""
    JUDGING = "judging"
    """Submissions are frozen; people vote, or the jury gives points."""
    CLOSED = "closed"
    """How it ended is frozen. Who gets a prize is settled one by one, as long as people do not claim."""
    CANCELLED = "cancelled"


class JudgedBy(StrEnum):
    VOTES = "votes"
    JURY = "jury"


class Law(StrEnum):
    """How points of a jury are counted together."""

    MEAN = "mean"
    SUM = "sum"


class SubmissionState(StrEnum):
    WAITING = "waiting"
    """Staff look at it first."""
    IN = "in"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    DISQUALIFIED = "disqualified"


@dataclass(frozen=True, slots=True)
class Judges:
    """Who belongs to a jury: these accounts, whoever has one of these roles, and from ``rank`` on everybody."""

    accounts: tuple[UserRef, ...] = ()
    roles: tuple[str, ...] = ()
    rank: Rank | None = None


@dataclass(frozen=True, slots=True)
class Stood:
    """One submission in the result, best first. ``score`` is as people read it, ``ballots`` how many gave one."""

    submission: int
    score: str
    ballots: int


@dataclass(frozen=True, slots=True)
class Contest:
    """One contest, wherever it is shown; ``subject`` is its name among cards and timers.

    ``closes_at`` ends the time for submissions, ``judged_until`` that of the judging. ``most`` is how many one person
    may bring. ``reviewed``: staff look at each before anybody else does. ``hidden``: no counts before it closes.
    ``standing`` is the result as it was counted; the codes in ``won`` and ``passed`` are numbers of submissions, in
    the order of their places.
    """

    number: int
    by: UserRef
    by_name: str
    title: str
    bring: str
    prizes: str
    winners: int
    opens_at: datetime
    closes_at: datetime
    judged_until: datetime
    places: tuple[Place, ...]
    conditions: Conditions
    claim_within: timedelta
    judged_by: JudgedBy = JudgedBy.VOTES
    law: Law = Law.MEAN
    judges: Judges = Judges()
    most: int = 1
    reviewed: bool = False
    hidden: bool = True
    state: ContestState = ContestState.OPEN
    standing: tuple[Stood, ...] = ()
    won: tuple[Prized, ...] = ()
    passed: tuple[PassedOver, ...] = ()
    version: int = 0

    @property
    def subject(self) -> str:
        return f"contest {self.number}"

    @property
    def votes(self) -> str:
        """The subject under which votes stand among entries, one for each person."""
        return f"{self.subject} votes"

    @property
    def settled(self) -> frozenset[int]:
        """Every submission about which something is decided: it does not come up again."""
        return frozenset({*(int(one.code) for one in self.won), *(int(one.code) for one in self.passed)})

    def moved(self, **changes: object) -> "Contest":
        """The next version, with these changes."""
        return replace(self, version=self.version + 1, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Submission:
    """What somebody brings to a contest: words, a link, a file, or several of them.

    ``subject`` is its name among cards, and the one under which the jury's points stand. ``message`` is what she
    posted, where she did. ``why``: the reason why it was refused or disqualified.
    """

    contest: int
    number: int
    by: UserRef
    by_name: str
    at: datetime
    text: str = ""
    link: str = ""
    file: Enclosure | None = None
    message: MessageRef | None = None
    state: SubmissionState = SubmissionState.IN
    why: str = ""
    version: int = 0

    @property
    def subject(self) -> str:
        return f"contest {self.contest} entry {self.number}"

    @property
    def code(self) -> str:
        """How it is named among those who won."""
        return str(self.number)

    def moved(self, state: SubmissionState, why: str = "") -> "Submission":
        """The next version, in this state."""
        return replace(self, version=self.version + 1, state=state, why=why)


@dataclass(frozen=True, slots=True)
class SubmissionsForgotten:
    """What was brought to it, and by whom, is not known any more; the result stays."""

    contest: int
