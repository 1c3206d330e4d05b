"""A sanction as steps: what is done, in the order that lets every step still work."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import assert_never

from bot.core.actions import Action, Delete, Pardon, Punish, Sanction, Send, Whisper
from bot.core.cases import Case, Evidence, Overturned
from bot.core.decisions import NOTHING, Decision, Later, Step, decide
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.record import Row
from bot.core.ui import Press
from bot.domain.cases.standing import restored

BY_MESSENGER = frozenset({Sanction.MUTE, Sanction.KICK, Sanction.SOFTBAN, Sanction.BAN})
"""What only the messenger can do to somebody, and may refuse."""
CORRECTS = "case-correct"
"""Composes what she is told whom a notice reached before the messenger refused the act."""
UNDONE = "case-undone"
"""Composes what she is told whose case was taken back."""
SOFTBAN_PURGE = timedelta(days=1)
"""How much of what somebody wrote a soft ban takes along."""


@dataclass(frozen=True, slots=True)
class Undo(Press):
    """Take a case back: lift what it did, and its strikes."""

    case: int


@dataclass(frozen=True, slots=True)
class WasFine(Press):
    """Take a case back because its rule was wrong, which counts against the rule."""

    case: int


@dataclass(frozen=True, slots=True)
class OnlyWatch(Press):
    """Let a rule that acted watch from now on."""

    rule: str


@dataclass(frozen=True, slots=True)
class SwitchOn(Press):
    """Let a rule that only watched act from now on."""

    rule: str


def steps(
    case: Case,
    tell: Whisper | Send | None,
    delete: Iterable[MessageRef] = (),
    reason: str = "",
    *,
    is_channel: bool = False,
) -> tuple[Step, ...]:
    """Delete, tell, then punish: after a kick or a ban the bot can no longer reach them. Good news come afterwards.

    Whoever is told before the messenger has agreed hears it once more if it does not.
    """
    doomed = tuple(delete)
    first: tuple[Action, ...] = (Delete(doomed, reason),) if doomed else ()
    told: tuple[Action, ...] = () if tell is None else (tell,)
    deeds = _deeds(case, reason, is_channel=is_channel)
    if case.sanction in {Sanction.UNMUTE, Sanction.UNBAN}:
        return (*first, *deeds, *told)
    corrects = (Later(CORRECTS, {"case": case.number}),) if told and deeds else ()
    return (*first, *told, *deeds, *corrects)


def _deeds(case: Case, reason: str, *, is_channel: bool) -> tuple[Action, ...]:
    space, user = case.space, case.user
    match case.sanction:
        case Sanction.MUTE | Sanction.KICK | Sanction.BAN:
            return (Punish(space, user, case.sanction, reason, case.until, is_channel=is_channel),)
        case Sanction.SOFTBAN:
            ban = Punish(space, user, Sanction.BAN, reason, is_channel=is_channel, purge=SOFTBAN_PURGE)
            return (ban, Pardon(space, user, Sanction.BAN, reason))
        case Sanction.UNMUTE:
            return (Pardon(space, user, Sanction.MUTE, reason),)
        case Sanction.UNBAN:
            return (Pardon(space, user, Sanction.BAN, reason),)
        case Sanction.NOTE | Sanction.WARN:
            return ()
    assert_never(case.sanction)


def undoing(
    case: Case, number: int, by: UserRef, by_name: str, now: datetime, acts: Sequence[Case]
) -> tuple[Case, tuple[Row, ...], tuple[Action, ...]]:
    """The linked case that takes ``case`` back, the timers that go with it, and what puts the platform back.

    ``acts`` are those of its family (see ``standing``) that stand.
    """
    back = replace(
        case,
        number=number,
        sanction=Sanction.NOTE,
        at=now,
        by=by,
        by_name=by_name,
        strikes=0,
        reason="",
        evidence=(),
        until=None,
        undoes=case.number,
    )
    timers, actions = restored(case, acts, now)
    return back, timers, actions


def overturned(case: Case, now: datetime) -> Decision:
    """Count a case against the rule that filed it, and look whether that rule should rather watch."""
    if case.by is not None or not case.rule:
        return NOTHING
    look = Later("rule-precision", {"rule": case.rule, "platform": str(case.user.platform)})
    return decide(look, rows=(Overturned(case.number, case.rule, now),))


def saved(text: str, message: MessageRef | None) -> tuple[Evidence, ...]:
    """Evidence of a message, or none for an empty one."""
    return (Evidence(text, message=message),) if text or message is not None else ()


def place_of(space: SpaceRef, place: Place) -> Place | None:
    """The place a short public line may be said in: where the act was given, if that is the target's space."""
    return place if place.space == space else None
