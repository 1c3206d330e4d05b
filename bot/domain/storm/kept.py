"""An incident, a snapshot and a list of newcomers as text for the notes of the storm, and back."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.core.doors import Right, Snapshot
from bot.core.ids import ChannelRef, Place, SpaceRef, UserRef
from bot.domain.storm.incident import Arrival, Incident, Named
from bot.domain.storm.plan import Cause


@dataclass(frozen=True, slots=True)
class Before:
    """A snapshot, what has been shut since it was taken, and whether the pace was changed."""

    snapshot: Snapshot
    touched: frozenset[Right] = frozenset()
    slowed: bool = False

    def shutting(self, shut: frozenset[Right], *, slowed: bool) -> "Before":
        return replace(self, touched=self.touched | shut, slowed=self.slowed or slowed)


def pack_before(before: Before) -> str:
    paces = [
        [str(p.channel), str(p.space) if p.space else "", p.thread, every.total_seconds()]
        for p, every in before.snapshot.paces
    ]
    return json.dumps([before.snapshot.native, paces, sorted(before.touched), before.slowed])


def read_before(text: str) -> Before:
    native, paces, touched, slowed = json.loads(text)
    kept = tuple(
        (
            Place(ChannelRef.parse(channel), SpaceRef.parse(space) if space else None, thread),
            timedelta(seconds=seconds),
        )
        for channel, space, thread, seconds in paces
    )
    return Before(Snapshot(native, kept), frozenset(map(Right, touched)), slowed)


def pack_incident(incident: Incident) -> str:
    kept = {
        "number": incident.number,
        "level": incident.level,
        "cause": incident.cause.value,
        "started": incident.started.isoformat(),
        "until": incident.until.isoformat(),
        "spaces": [str(space) for space in incident.spaces],
        "by": str(incident.by) if incident.by else "",
        "by_name": incident.by_name,
        "peak": incident.peak,
        "came": incident.came,
        "names": [[str(one.user), one.name] for one in incident.names],
        "held": incident.held,
        "sifted": incident.sifted,
        "shut_at": _written(incident.shut_at),
        "ended": _written(incident.ended),
        "refused": incident.refused,
    }
    return json.dumps(kept)


def read_incident(text: str) -> Incident:
    kept: Mapping[str, Any] = json.loads(text)
    return Incident(
        number=kept["number"],
        level=kept["level"],
        cause=Cause(kept["cause"]),
        started=datetime.fromisoformat(kept["started"]),
        until=datetime.fromisoformat(kept["until"]),
        spaces=tuple(map(SpaceRef.parse, kept["spaces"])),
        by=UserRef.parse(kept["by"]) if kept["by"] else None,
        by_name=kept["by_name"],
        peak=kept["peak"],
        came=kept["came"],
        names=tuple(Named(UserRef.parse(user), name) for user, name in kept["names"]),
        held=kept["held"],
        sifted=kept["sifted"],
        shut_at=_read(kept["shut_at"]),
        ended=_read(kept["ended"]),
        refused=tuple((detail, times) for detail, times in kept["refused"]),
    )


def _written(at: datetime | None) -> str:
    return "" if at is None else at.isoformat()


def _read(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def pack_people(people: Iterable[Arrival]) -> str:
    """A list of newcomers, in few letters: in a raid they are thousands."""
    kept = [[str(one.space), str(one.user), one.name, one.at.timestamp()] for one in people]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def read_people(text: str) -> tuple[Arrival, ...]:
    return tuple(
        Arrival(datetime.fromtimestamp(at, UTC), SpaceRef.parse(space), UserRef.parse(user), name)
        for space, user, name, at in json.loads(text)
    )
