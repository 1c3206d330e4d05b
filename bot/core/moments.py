"""A day and time that people set for something to happen, in the community's zone: read, or refused with the reason."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TypeAlias

from bot.core.terms import parse_term
from bot.core.text import Say, say

FURTHEST = timedelta(days=2 * 366)
"""Further ahead nobody plans by typing."""


class NoMoment(StrEnum):
    """Why a time cannot be taken; ``say(f"moment-{why}")`` tells it to people."""

    UNREADABLE = "unreadable"
    PAST = "past"
    SKIPPED = "skipped"
    """The clocks jump over it that night."""
    TOO_FAR = "too-far"


@dataclass(frozen=True, slots=True)
class Planned:
    """When it will be, in UTC. ``twice``: the clocks show that time twice that night, and this is the first."""

    at: datetime
    twice: bool = False


AnyMoment: TypeAlias = Planned | NoMoment


def refused(why: NoMoment, given: str) -> Say:
    """The sentence that says why a time cannot be taken."""
    return say(f"moment-{why}", given=given[:60])


def read_moment(text: str, now: datetime, zone: tzinfo) -> AnyMoment:
    """Read ``2h``, ``friday 18:00``, ``24.12. 9:00`` as a moment in the future, by the clock of ``zone``."""
    term = parse_term(text)
    if term is None or term.is_forever:
        return NoMoment.UNREADABLE
    at = term.until(now, zone)
    assert at is not None  # only what is for good has no end
    if at <= now:
        return NoMoment.PAST
    if at - now > FURTHEST:
        return NoMoment.TOO_FAR
    shown = at.astimezone(zone)
    if term.clock is not None and (shown.hour, shown.minute) != term.clock:
        return NoMoment.SKIPPED
    twice = term.clock is not None and shown.replace(fold=0).utcoffset() != shown.replace(fold=1).utcoffset()
    return Planned(at.astimezone(UTC), twice)
