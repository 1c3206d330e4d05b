"""What people press at a contest."""

from dataclasses import dataclass

from bot.core.ids import Place
from bot.core.ui import Press


@dataclass(frozen=True, slots=True)
class NewContest(Press):
    """The form of a new contest; ``place`` is where it was asked for, wherever the form is filled in."""

    place: Place


@dataclass(frozen=True, slots=True)
class ManageContest(Press):
    """Cancel it, see how it stands, or get that as a file."""

    contest: int
    how: str


@dataclass(frozen=True, slots=True)
class BringSubmission(Press):
    """I want to take part; also the form for it."""

    contest: int


@dataclass(frozen=True, slots=True)
class MySubmissions(Press):
    """Show me what I brought."""

    contest: int


@dataclass(frozen=True, slots=True)
class WithdrawSubmission(Press):
    """I take it back."""

    contest: int
    submission: int


@dataclass(frozen=True, slots=True)
class ReviewSubmission(Press):
    """Staff let it in, or refuse it (then this is also the form for the reason)."""

    contest: int
    submission: int
    how: str


@dataclass(frozen=True, slots=True)
class VoteForSubmission(Press):
    """This is the one that I like best."""

    contest: int
    submission: int


@dataclass(frozen=True, slots=True)
class OpenJudging(Press):
    """I am of the jury: show me what there is."""

    contest: int


@dataclass(frozen=True, slots=True)
class JudgeSubmission(Press):
    """Turn to this one."""

    contest: int
    submission: int


@dataclass(frozen=True, slots=True)
class GivePoints(Press):
    """So many points does it get from me."""

    contest: int
    submission: int
    points: int


@dataclass(frozen=True, slots=True)
class SeeSubmission(Press):
    """Send me the file that hangs on it."""

    contest: int
    submission: int


@dataclass(frozen=True, slots=True)
class ClaimPlace(Press):
    """I have won and want it."""

    contest: int
