"""What holds of a person's mutes and bans: the newest act that was not taken back decides, until its time is over."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.core.actions import Action, Pardon, Punish, Sanction
from bot.core.cases import Case
from bot.core.record import Timer, TimerOff

LIFT = "lift"
"""The kind of timer that ends a mute or a ban, and renews what a platform would let go too early."""
RENEWED_AFTER = timedelta(days=27)
"""Discord lets nobody be muted for more than 28 days at once."""

_FAMILIES = {
    Sanction.MUTE: frozenset({Sanction.MUTE, Sanction.UNMUTE}),
    Sanction.BAN: frozenset({Sanction.BAN, Sanction.SOFTBAN, Sanction.UNBAN}),
}


def state_of(sanction: Sanction) -> Sanction | None:
    """What an act changes on the platform for a while: a mute, a ban, or nothing that lasts."""
    return next((state for state, family in _FAMILIES.items() if sanction in family), None)


def family(sanction: Sanction) -> frozenset[Sanction]:
    """Every act that decides about the same state; empty for one that leaves no state."""
    state = state_of(sanction)
    return frozenset() if state is None else _FAMILIES[state]


def holding(acts: Sequence[Case], now: datetime) -> Case | None:
    """The mute or ban that holds: the newest of ``acts`` (one family, newest first), unless it is over or an end."""
    newest = next(iter(acts), None)
    if newest is None or newest.sanction not in _FAMILIES or (newest.until is not None and newest.until <= now):
        return None
    return newest


def outlasts(standing: Case | None, until: datetime | None) -> bool:
    """Whether what holds already holds at least until then (None: for good)."""
    if standing is None or standing.until is None:
        return standing is not None
    return until is not None and standing.until >= until


def lifting(case: Case, now: datetime | None = None) -> tuple[Timer | TimerOff, ...]:
    """The timer of an act, in the place of that of any act before: its end, or its renewal, or none."""
    state = state_of(case.sanction)
    if state is None:
        return ()
    subject = f"{case.space}/{case.user}/{state}"
    due = _due(case, now or case.at)
    if due is None:
        return (TimerOff(LIFT, subject),)
    return (Timer(LIFT, subject, due, {"case": case.number}),)


def again(case: Case, reason: str) -> Punish:
    """The mute or ban of a case once more, for what is left of it."""
    return Punish(case.space, case.user, case.sanction, reason, case.until)


def restored(
    case: Case, acts: Sequence[Case], now: datetime
) -> tuple[tuple[Timer | TimerOff, ...], tuple[Action, ...]]:
    """What puts things back as if ``case`` had not been, with the timers that belong to it.

    ``acts`` are those of its family that stand, newest first, with or without the case itself. A newer act is never
    touched; an older one that would still hold comes back.
    """
    state = state_of(case.sanction)
    others = [act for act in acts if act.number != case.number]
    if state is None or any(act.number > case.number for act in others):
        return (), ()
    reason = f"case {case.number} was taken back"
    before = holding(others, now)
    if before is not None:
        return lifting(before, now), (again(before, reason),)
    if case.sanction in {Sanction.UNMUTE, Sanction.UNBAN}:
        return (), ()
    return (TimerOff(LIFT, f"{case.space}/{case.user}/{state}"),), (Pardon(case.space, case.user, state, reason),)


def _due(case: Case, now: datetime) -> datetime | None:
    if case.sanction is Sanction.BAN:
        return case.until
    if case.sanction is not Sanction.MUTE:
        return None
    renewed = now + RENEWED_AFTER
    return renewed if case.until is None else min(case.until, renewed)
