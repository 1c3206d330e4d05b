"""Decisions of a storm that need nobody but its watch: what is shut and opened, what is noted, what staff can press."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from bot.core.actions import Delete, Punish, Sanction
from bot.core.cases import Case
from bot.core.decisions import Decision, Later, Step, decide
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.people import Rank
from bot.core.record import Note, Row
from bot.core.text import say
from bot.core.ui import Button, Rows, Tone
from bot.domain.storm import measures
from bot.domain.storm.incident import Arrival, Incident
from bot.domain.storm.kept import pack_before, pack_incident, read_before, read_incident
from bot.domain.storm.plan import Newcomers, Plan
from bot.domain.storm.presses import CalmDown, Sift
from bot.domain.storm.watch import Watch

COG = "storm"
"""Under this name it keeps its notes."""
REASON = "came in with a storm"
CURRENT, LAST, SIFTED = "incident", "last", "sifted"
SHUT, SHUT_DONE, OPENED, REPORT = "storm-shut", "storm-shut-done", "storm-opened", "storm-report"


def shutting(watch: Watch, incident: Incident, spaces: Iterable[SpaceRef], now: datetime) -> list[Step]:
    """What the level of now asks for in these spaces, of which there are snapshots."""
    playbook = watch.plan.playbook(incident.level)
    steps: list[Step] = []
    for space in spaces:
        before = watch.snapshots[space]
        until = max(incident.until, now + watch.plan.longest)
        steps += measures.shutting(space, before, playbook, until, f"storm {incident.number}")
        steps.append(Later(SHUT_DONE, {"space": space, "number": incident.number}))
    return steps


def snapshots(watch: Watch, incident: Incident, spaces: Iterable[SpaceRef]) -> list[Row]:
    """The snapshots with what this level shuts: written before it is shut."""
    playbook = watch.plan.playbook(incident.level)
    return [
        Note(
            COG,
            before_name(space),
            pack_before(watch.snapshots[space].shutting(playbook.shut, slowed=playbook.pace is not None)),
        )
        for space in spaces
    ]


def reopening(watch: Watch, spaces: Iterable[SpaceRef]) -> Decision:
    """Everything in these spaces as it was."""
    steps: list[Step] = []
    for space in spaces:
        steps += measures.opening(space, watch.snapshots[space], "the storm is over")
        steps.append(Later(OPENED, {"space": space}))
    return decide(*steps)


def noted(incident: Incident) -> Note:
    """The storm of now, to be read back after a restart."""
    return Note(COG, CURRENT, pack_incident(incident))


def archived(incident: Incident) -> Note:
    """A storm that is over, to be read as a report."""
    return Note(COG, archive(incident.number), pack_incident(incident))


def archive(number: int | str) -> str:
    """What the note of a storm that is over is called."""
    return f"incident:{number}"


def tallied(watch: Watch, incident: Incident) -> Incident:
    """The incident with what was counted since; after a restart the higher number holds."""
    return replace(
        incident,
        came=max(incident.came, watch.came),
        held=max(incident.held, watch.held),
        names=tuple(watch.names) or incident.names,
    )


def take_over(watch: Watch, name: str, value: str | None) -> None:
    """Read one of the notes back."""
    if name == CURRENT:
        watch.incident = None if value is None else read_incident(value)
    elif name == LAST:
        watch.last = int(value or 0)
    elif name.startswith("before:"):
        space = SpaceRef.parse(name.removeprefix("before:"))
        if value is None:
            watch.snapshots.pop(space, None)
            watch.denied.discard(space)
        else:
            watch.snapshots[space] = read_before(value)


def before_name(space: SpaceRef) -> str:
    """What the note of a space's snapshot is called."""
    return f"before:{space}"


ON_RECORD = {Newcomers.MUTE: Sanction.MUTE, Newcomers.KICK: Sanction.KICK}
"""What befalls newcomers as a case of its own, which can be taken back like any other."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who did it (None: the playbook), when, by which version of the config, and what the record says of why."""

    by: UserRef | None
    name: str
    now: datetime
    config: str
    reason: str = REASON


def case_of(one: Arrival, how: Newcomers, number: int, until: datetime, author: Author) -> Case:
    """What befell one of the newcomers, as an entry of the record; it counts no strike."""
    return Case(
        number,
        one.space,
        one.user,
        one.name,
        ON_RECORD[how],
        author.now,
        by=author.by,
        by_name=author.name,
        reason=author.reason,
        until=until if how is Newcomers.MUTE else None,
        config=author.config,
    )


def sifting(one: Arrival, how: Newcomers, until: datetime) -> Step | None:
    """What befalls one of the newcomers."""
    match how:
        case Newcomers.MUTE:
            return Punish(one.space, one.user, Sanction.MUTE, REASON, until)
        case Newcomers.KICK:
            return Punish(one.space, one.user, Sanction.KICK, REASON)
        case Newcomers.GATE:
            return Later("gate-ask", {"space": one.space, "user": one.user, "name": one.name})
        case Newcomers.LEAVE | Newcomers.ASK:
            return None
    assert_never(how)


def buttons(incident: Incident, plan: Plan, space: SpaceRef) -> Rows:
    """What staff can press on the card; whether they may is judged in ``space``."""
    off = Button(say("button-storm-over"), CalmDown(incident.number), Tone.GOOD, Rank.MODERATOR, space=space)
    if plan.newcomers is not Newcomers.ASK:
        return ((off,),)
    asked = (Newcomers.MUTE, Newcomers.KICK)
    sift = tuple(
        Button(
            say(f"button-sift-{how}"),
            Sift(incident.number, how.value),
            Tone.DANGER,
            Rank.MODERATOR,
            space=space,
        )
        for how in asked
    )
    return ((off,), sift)


def deleting(messages: Sequence[MessageRef]) -> list[Step]:
    """Many messages at once; nothing where there are none."""
    return [Delete(tuple(messages), "storm")] if messages else []
