"""A sanction as steps: what is done, in the order that lets every step still work."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.core.actions import Action, Delete, Pardon, Punish, Sanction, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Later, decide
from bot.core.ids import MessageRef, Place, SpaceRef, UserRef
from bot.core.record import Case, Evidence, Overturned, Timer
from bot.core.ui import Press

PUNISHED = frozenset({Sanction.MUTE, Sanction.KICK, Sanction.BAN})
LIFT = "lift"
"""The kind of timer that ends a ban."""
LIFTED = frozenset({Sanction.MUTE, Sanction.BAN})


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
) -> tuple[Action, ...]:
    """Delete, tell, then punish: after a kick or a ban the bot can no longer reach them."""
    doomed = tuple(delete)
    out: list[Action] = [Delete(doomed, reason)] if doomed else []
    if tell is not None:
        out.append(tell)
    if case.sanction in PUNISHED:
        out.append(Punish(case.space, case.user, case.sanction, reason, case.until, is_channel=is_channel))
    return tuple(out)


def lifting(case: Case) -> tuple[Timer, ...]:
    """The timer that ends a ban: only one platform ends bans by itself, so the bot does it on both."""
    if case.sanction is not Sanction.BAN or case.until is None:
        return ()
    return (Timer(LIFT, f"{case.space}/{case.user}", case.until, {"case": case.number}),)


def undoing(case: Case, number: int, by: UserRef, by_name: str, now: datetime) -> tuple[Case, tuple[Action, ...]]:
    """The linked case that takes ``case`` back, and what lifts it on the platform."""
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
    if case.sanction not in LIFTED:
        return back, ()
    return back, (Pardon(case.space, case.user, case.sanction, f"case {case.number} was taken back"),)


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
