"""Who may be pinged when, and whose turn it is: one's own hours before the community's, then the fewest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from bot.core.ids import UserRef
from bot.core.levels import Duty
from bot.core.text import Body, say
from bot.domain.care.hours import Hours, is_between

_SPAN = re.compile(r"([01]?\d|2[0-3]):([0-5]\d) ?[-–] ?([01]?\d|2[0-3]):([0-5]\d)")
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Colleague:
    """One person of the team: how many conversations she takes care of, and when she was given the last one."""

    user: UserRef
    name: str
    open: int = 0
    last: datetime | None = None


def is_on_duty(duty: Duty | None, hours: Hours, now: datetime) -> bool:
    """Whether somebody may be pinged now; what she said herself counts before the community's hours."""
    if duty is not None and duty.off:
        return False
    if duty is not None and duty.start is not None and duty.end is not None:
        return is_between(now, duty.start, duty.end, hours.zone)
    return hours.is_open(now)


def whose_turn(team: Iterable[Colleague]) -> Colleague | None:
    """Whoever has the fewest, of those who has had nothing new for longest; None when there is nobody."""
    return min(team, key=lambda one: (one.open, one.last or NEVER, str(one.user)), default=None)


def said_of_duty(text: str, user: UserRef) -> Duty | None:
    """What somebody says of her hours: on, off, or from when to when; None for what is no such thing."""
    words = text.strip().lower()
    if words in {"on", "off"}:
        return Duty(user, off=words == "off")
    found = _SPAN.fullmatch(words)
    if found is None:
        return None
    start, end = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    return None if start == end else Duty(user, start=start, end=end)


def standing(duty: Duty | None, *, on: bool) -> Body:
    """How somebody's hours stand, as she reads it."""
    if duty is not None and duty.off:
        return say("duty-off")
    if duty is None or duty.start is None or duty.end is None:
        return say("duty-now" if on else "duty-not-now")
    start, end = f"{duty.start:%H:%M}", f"{duty.end:%H:%M}"
    return say("duty-now-own" if on else "duty-not-now-own", start=start, end=end)
