"""Making one act milder: what else befell the same member stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.actions import Action, Sanction
from bot.core.cases import Case
from bot.core.ids import UserRef
from bot.core.record import Row
from bot.domain.cases.standing import again, lifting, restored

REDUCIBLE = frozenset({Sanction.MUTE, Sanction.BAN})


@dataclass(frozen=True, slots=True)
class Judge:
    """Who makes it milder, under which number, and when."""

    number: int
    by: UserRef
    by_name: str
    now: datetime


@dataclass(frozen=True, slots=True)
class Reduction:
    """The linked case that takes another one's place, what else is written, and what the platform has to do."""

    case: Case
    rows: tuple[Row, ...] = ()
    actions: tuple[Action, ...] = ()


def is_reducible(case: Case, now: datetime) -> bool:
    """Whether a sanction has a length that can still be cut."""
    return case.sanction in REDUCIBLE and (case.until is None or case.until > now)


def is_milder(case: Case, lasts: timedelta) -> bool:
    """Whether this length, from when the sanction began, is shorter than what it is now."""
    return case.until is None or case.at + lasts < case.until


def reducing(case: Case, lasts: timedelta, acts: Sequence[Case], judge: Judge) -> Reduction:
    """Put a shorter sanction in the place of this one, counted from when it began; its strikes stay.

    ``acts`` are those of its family that stand, newest first. What is over by then, or under a newer act anyway, only
    stays on record.
    """
    until = case.at + lasts
    linked = replace(
        case,
        number=judge.number,
        at=judge.now,
        by=judge.by,
        by_name=judge.by_name,
        evidence=(),
        undoes=case.number,
    )
    on_record = replace(linked, sanction=Sanction.NOTE, until=None)
    if until <= judge.now:
        return Reduction(on_record, *restored(case, acts, judge.now))
    if any(act.number > case.number for act in acts):
        return Reduction(on_record)
    milder = replace(linked, until=until)
    shorter = again(milder, f"case {case.number} was cut short")
    return Reduction(milder, lifting(milder, judge.now), (shorter,))
