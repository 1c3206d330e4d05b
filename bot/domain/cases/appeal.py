"""An appeal's life: filed, taken, judged by somebody else, or withdrawn, or expired; what is over stays over."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.actions import Sanction
from bot.core.appeals import Appeal, AppealState
from bot.core.cases import Case
from bot.core.decisions import Decision, Later, decide
from bot.core.ids import UserRef
from bot.core.people import Member
from bot.core.record import Row, Timer, TimerOff
from bot.core.text import Say, say
from bot.core.ui import Press
from bot.domain.cases.notice import RELIEF

MOST_WORDS = 1000
LEAST_WORDS = 3
"""Letters; with fewer nobody can say why."""
REMIND = "appeal-remind"
DUE = "appeal-due"
MOOT = "appeal-moot"
"""What composes the end of an appeal whose case was taken back, or ended, in another way."""
OPEN = frozenset({AppealState.FILED, AppealState.TAKEN})
VERDICTS = {"stand": AppealState.UPHELD, "reduce": AppealState.REDUCED, "overturn": AppealState.OVERTURNED}


@dataclass(frozen=True, slots=True)
class Plead(Press):
    """The form of an appeal, filled in."""

    case: int


@dataclass(frozen=True, slots=True)
class Judging(Press):
    """A button on an appeal's card: take it, let the case stand, reduce it, or overturn it."""

    appeal: int
    how: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Judged(Press):
    """The form of a judgement, filled in."""

    appeal: int
    how: str


@dataclass(frozen=True, slots=True)
class Withdraw(Press):
    """I do not appeal any more."""

    appeal: int


@dataclass(frozen=True, slots=True)
class Found:
    """What is known when somebody wants to appeal: her accounts, the newest appeal about the case, who took it back."""

    accounts: Collection[UserRef]
    last: Appeal | None = None
    undone_by: int | None = None


def is_open(appeal: Appeal) -> bool:
    return appeal.state in OPEN


def is_appealable(case: Case) -> bool:
    """Whether something befell somebody in it: not what takes another case back, ends it, or was only written down."""
    if case.sanction is Sanction.NOTE:
        return case.undoes is None and case.by is None
    return case.sanction not in RELIEF


def hindrance(case: Case | None, found: Found, number: int) -> Say | None:
    """Why this person cannot appeal against this case; None when she can. Whose case it is, is told to nobody else."""
    if case is None or case.user not in found.accounts or not is_appealable(case):
        return say("appeal-no-case", case=number)
    if found.undone_by is not None:
        return say("appeal-undone", case=case.number, by=found.undone_by)
    last = found.last
    if last is None or last.state in {AppealState.WITHDRAWN, AppealState.EXPIRED}:
        return None
    if is_open(last):
        return say("appeal-waits", number=last.number, case=case.number)
    return say("appeal-judged-already", number=last.number, case=case.number)


def is_enough(text: str) -> bool:
    """Whether a text says anything."""
    return sum(letter.isalpha() for letter in text) >= LEAST_WORDS


def filed(number: int, case: Case, by: Member, text: str, *, now: datetime, deadline: timedelta) -> Appeal:
    """A new appeal."""
    return Appeal(number, case.number, by.user, by.name, now, now + deadline, text.strip()[:MOST_WORDS])


def taken(appeal: Appeal, by: Member) -> Appeal:
    """Somebody looks into it."""
    if appeal.state is not AppealState.FILED:
        return appeal
    return replace(appeal, state=AppealState.TAKEN, owner=by.user, owner_name=by.name)


def judged(appeal: Appeal, by: Member, how: str, answer: str = "", outcome: int | None = None) -> Appeal:
    """It ends by a judgement: ``how`` is one of ``VERDICTS``, ``outcome`` the case that carries it out."""
    if not is_open(appeal):
        return appeal
    answer = answer.strip()[:MOST_WORDS]
    ended = replace(appeal, state=VERDICTS[how], answer=answer, outcome=outcome)
    return replace(ended, owner=by.user, owner_name=by.name)


def refreshed(appeal: Appeal) -> Later:
    """Its cards, brought up to date."""
    return Later("appeal-refresh", {"appeal": appeal.number}, turn=f"appeal {appeal.number}")


def told(over: Appeal, now: datetime) -> Decision:
    """It is over: written down, told to the one who appealed, shown to the staff; nothing is due about it any more."""
    outcome = Later("appeal-outcome", {"appeal": over.number})
    return decide(outcome, refreshed(over), rows=(over, *timers(over, now, None)))


def moot(case: Case, by: Case) -> Later:
    """Whatever appeal waits about this case has what it asks for, by that other case."""
    return Later(MOOT, {"case": case.number, "by": by.number}, turn=f"appeals of {case.user}")


def withdrawn(appeal: Appeal) -> Appeal:
    """She does not want it judged any more."""
    return replace(appeal, state=AppealState.WITHDRAWN) if is_open(appeal) else appeal


def late(appeal: Appeal, now: datetime, deadline: timedelta) -> Appeal:
    """Its time is over: the first time managers are asked, who have as long again; the second time it expires."""
    if not is_open(appeal) or now < appeal.due:
        return appeal
    if appeal.escalated:
        return replace(appeal, state=AppealState.EXPIRED)
    return replace(appeal, escalated=True, due=now + deadline)


def timers(appeal: Appeal, now: datetime, remind: timedelta | None) -> tuple[Row, ...]:
    """What will be due about an open appeal; what was due before is forgotten."""
    subject, args = str(appeal.number), {"appeal": appeal.number}
    if not is_open(appeal):
        return TimerOff(REMIND, subject), TimerOff(DUE, subject)
    due: tuple[Row, ...] = (Timer(DUE, subject, appeal.due, args),)
    if remind is None or now + remind >= appeal.due:
        return (*due, TimerOff(REMIND, subject))
    return (*due, Timer(REMIND, subject, now + remind, args))


@dataclass(frozen=True, slots=True)
class Bench:
    """Who wants to judge: her accounts, whether she is a manager, and who else of the team could."""

    accounts: Collection[UserRef]
    is_manager: bool
    others: Collection[str]


def recusal(appeal: Appeal, case: Case, bench: Bench) -> Say | None:
    """Why this person must not judge; None when she may.

    Nobody judges herself. Who acted judges only where there is nobody else, or as a manager once everybody else has
    let the deadline pass.
    """
    if {appeal.user, case.user} & set(bench.accounts):
        return say("error-self")
    if case.by not in bench.accounts or not bench.others:
        return None
    if appeal.escalated and bench.is_manager:
        return None
    return say("appeal-own-act", case=case.number)


def newest_first(cases: Iterable[Case]) -> tuple[Case, ...]:
    """The cases that one may appeal against, if nobody did yet."""
    known = sorted(cases, key=lambda case: -case.number)
    undone = {case.undoes for case in known}
    return tuple(case for case in known if case.number not in undone and is_appealable(case))
