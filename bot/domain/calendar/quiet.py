"""Hours in which nothing is published, and when they are over."""

from datetime import datetime, time, timedelta, tzinfo
from typing import TypeAlias

from bot.domain.calendar.recurrence import moment

Hours: TypeAlias = tuple[time, time]
"""From and until, by the community's clock; an end before the beginning lies on the next day."""


def loud_again(at: datetime, quiet: Hours | None, zone: tzinfo) -> datetime:
    """The moment itself, or the end of the quiet hours that it falls into, in UTC."""
    if quiet is None:
        return at
    start, end = quiet
    local = at.astimezone(zone).replace(tzinfo=None)
    for day in (local.date() - timedelta(days=1), local.date()):
        begins = datetime.combine(day, start)
        ends = datetime.combine(day if end > start else day + timedelta(days=1), end)
        if begins <= local < ends:
            return max(at, moment(ends, zone))
    return at
