"""Rules that step by whole days: where they stand is reckoned, while every other rule is walked through by the library.

Daily and weekly rules are nearly all there are, and a year of them is thousands of times: an overview only counts them.
What is reckoned here is what the library gives; a property test holds the two together. All times are local ones.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_KNOWN = frozenset({"FREQ", "INTERVAL", "BYDAY", "WKST", "UNTIL"})
_DAY, _INSTANT = timedelta(days=1), timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Steps:
    """``firsts`` are the times of the first round, in order; a round later is ``every`` later, and ``last`` ends it."""

    firsts: tuple[datetime, ...]
    every: timedelta
    last: datetime

    def after(self, local: datetime, horizon: datetime) -> Iterator[datetime]:
        """Give the times after ``local`` in order, none beyond ``horizon``."""
        last = min(self.last, horizon)
        begins = max(0, (local - self.firsts[0]) // self.every) * self.every
        while True:
            for first in self.firsts:
                if (at := first + begins) > last:
                    return
                if at > local:
                    yield at
            begins += self.every

    def before(self, local: datetime) -> int:
        """How many times come before ``local``."""
        end = local if local <= self.last else self.last + _INSTANT
        return sum(max(0, -((first - end) // self.every)) for first in self.firsts)


def steps(parts: Mapping[str, str], start: datetime, last: datetime) -> Steps | None:
    """How a rule steps from ``start`` on, until ``last``; None where it does not step by whole days alone."""
    days, interval = parts.get("BYDAY", ""), int(parts.get("INTERVAL", "1"))
    if parts.keys() - _KNOWN or parts["FREQ"] not in {"DAILY", "WEEKLY"}:
        return None
    if parts["FREQ"] == "DAILY" and not days:
        return Steps((start,), interval * _DAY, last)
    if parts["FREQ"] == "DAILY" and interval > 1:
        return None
    named = days.split(",") if days else [_DAYS[start.weekday()]]
    every = 7 * interval * _DAY
    begins = _DAYS.index(parts.get("WKST", "MO"))
    week = start - (start.weekday() - begins) % 7 * _DAY
    found = {week + (_DAYS.index(day) - begins) % 7 * _DAY for day in named}
    return Steps(tuple(sorted(at if at >= start else at + every for at in found)), every, last)
