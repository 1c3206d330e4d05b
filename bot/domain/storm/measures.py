"""From a playbook to steps, and back to how it was; and the report that staff read afterwards."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.core.decisions import Report, Step, refusal
from bot.core.doors import SetPace, SetRights
from bot.core.ids import SpaceRef
from bot.core.receipts import Refusal, Refused
from bot.core.text import Body, Quote, Rich, lines, say
from bot.domain.storm.incident import Incident
from bot.domain.storm.kept import Before
from bot.domain.storm.plan import Playbook

SPARED = "spared"
"""How the record says that somebody was left alone, with the reason (see ``sieve``)."""
_TOLD = re.compile(r"(\w+): ([\w-]+)(?: \((.*)\))?", re.DOTALL)
_DEEDS = {"SetRights": "rights", "SetPace": "pace", "Survey": "survey", "Punish": "punish"}


def shutting(space: SpaceRef, before: Before, playbook: Playbook, until: datetime, reason: str) -> Iterator[Step]:
    """What a level asks for in one space, given what was shut there before."""
    opened = before.touched - playbook.shut
    if playbook.shut or opened:
        yield SetRights(space, before.snapshot, playbook.shut, opened, until, reason)
    for place, usual in before.snapshot.paces:
        if playbook.pace is not None:
            yield SetPace(place, max(usual, playbook.pace), reason)
        elif before.slowed:
            yield SetPace(place, usual, reason)


def opening(space: SpaceRef, before: Before, reason: str) -> Iterator[Step]:
    """Everything as it was."""
    if before.touched:
        yield SetRights(space, before.snapshot, opened=before.touched, reason=reason)
    if before.slowed:
        for place, usual in before.snapshot.paces:
            yield SetPace(place, usual, reason)


def refusals(report: Report, space: SpaceRef) -> tuple[tuple[Step, Refused], ...]:
    """What the platform would not do about this space, by step; that it has no such thing is no refusal to open it."""
    return tuple(
        (step, receipt)
        for step, receipt in report
        if isinstance(receipt, Refused) and isinstance(step, SetRights | SetPace) and _space(step) == space
    )


def stays_shut(refused: Sequence[tuple[Step, Refused]]) -> bool:
    """Whether something is still shut that should be open; what is gone, or was never possible, is not."""
    return any(receipt.why not in {Refusal.GONE, Refusal.UNSUPPORTED} for _, receipt in refused)


def told(refused: Sequence[tuple[Step, Refused]]) -> list[str]:
    """Refusals in words for the record: what, and why."""
    return [f"{type(step).__name__}: {receipt.why}{_detail(receipt)}" for step, receipt in refused]


def undone(what: str, times: int = 1) -> Body:
    """What was not done and why, as the record keeps it (see ``told``), for people to read."""
    found = _TOLD.fullmatch(what)
    if found is None:
        return Rich((what,))
    if found[1] == SPARED:
        return say(f"storm-spared-{found[2]}", count=times)
    deed = say(f"storm-deed-{_DEEDS[found[1]]}")
    why = refusal(Refusal(found[2]))
    line = say("storm-report-refused", what=deed, why=why, times=times)
    return line if found[3] is None else lines(line, Rich((Quote(found[3]),)))


def report_of(incident: Incident, now: datetime) -> Body:
    """Who came, what was done, what was refused, and how long it took; of a storm that goes on, so far."""
    key = "storm-report-so-far" if incident.ended is None else "storm-report"
    head = say(key, number=incident.number, peak=incident.peak, lasted=_lasted(incident, now))
    cause = say(f"storm-cause-{incident.cause}")
    why = say("storm-report-by", who=incident.by_name, cause=cause) if incident.by_name else cause
    shut = incident.to_lockdown
    names = ", ".join(one.name for one in incident.names)
    more = incident.came - len(incident.names)
    return lines(
        head,
        why,
        say("storm-report-lockdown", seconds=max(0, round(shut.total_seconds())))
        if shut is not None
        else say("storm-report-no-lockdown"),
        say("storm-report-came", count=incident.came),
        Rich((names + (f" (+{more})" if more > 0 else ""),)) if names else None,
        say("storm-report-done", held=incident.held, sifted=incident.sifted),
        *(undone(what, times) for what, times in incident.refused),
    )


def _lasted(incident: Incident, now: datetime) -> timedelta:
    ended = incident.ended or now
    return timedelta(minutes=max(1, round((ended - incident.started).total_seconds() / 60)))


def _space(step: SetRights | SetPace) -> SpaceRef | None:
    return step.space if isinstance(step, SetRights) else step.place.space


def _detail(receipt: Refused) -> str:
    return f" ({receipt.detail})" if receipt.detail else ""
