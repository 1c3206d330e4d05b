"""Open hours of a community: how much of them lies between two moments, and when so much of them will have passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import takewhile

ONE_DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Shift:
    """From one time of day to another, on the weekdays (0 is Monday) on which it begins.

    One that ends when it began or earlier ends on the next day: 22:00 to 06:00, or 00:00 to 00:00 for a whole day.
    """

    days: frozenset[int]
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Hours:
    """When people work; without shifts, always. On a holiday no shift begins, though one from the day before may end.

    Where the clocks jump over a time, a shift begins or ends in the moment of the jump; where a time comes twice, the
    first one counts. So a night shift is an hour shorter or longer twice a year, as it is for those who work it.
    """

    zone: tzinfo = UTC
    shifts: tuple[Shift, ...] = ()
    holidays: frozenset[date] = frozenset()

    @property
    def is_always(self) -> bool:
        return not self.shifts and not self.holidays

    def is_open(self, at: datetime) -> bool:
        """Whether anybody works in this moment."""
        if self.is_always:
            return True
        start, _ = next(self._windows(at))
        return start <= at

    def add(self, at: datetime, span: timedelta) -> datetime:
        """The moment at which ``span`` of open time will have passed since ``at``; with no span, ``at`` itself."""
        if self.is_always or not span:
            return at + span
        left = span
        windows = self._windows(at)
        while True:
            start, end = next(windows)
            begin = max(start, at)
            if end - begin >= left:
                return begin + left
            left -= end - begin

    def between(self, at: datetime, until: datetime) -> timedelta:
        """How much open time lies between two moments; nothing when the second is not later."""
        if until <= at:
            return timedelta(0)
        if self.is_always:
            return until - at
        open_time = takewhile(lambda window: window[0] < until, self._windows(at))
        return sum((min(end, until) - max(start, at) for start, end in open_time), timedelta(0))

    def _windows(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What of the open time is not over at ``at``: moments in UTC, in order, without overlap, and without end."""
        day = at.astimezone(self.zone).date() - ONE_DAY
        over = at
        while True:
            for start, end in self._of(day):
                if end > over:
                    yield max(start, over) if over > at else start, end
                    over = end
            day += ONE_DAY

    def _of(self, day: date) -> list[tuple[datetime, datetime]]:
        if day in self.holidays:
            return []
        shifts = self.shifts or (Shift(EVERY_DAY, time(0), time(0)),)
        return sorted(self._window(day, shift) for shift in shifts if day.weekday() in shift.days)

    def _window(self, day: date, shift: Shift) -> tuple[datetime, datetime]:
        last = day if shift.end > shift.start else day + ONE_DAY
        return moment(day, shift.start, self.zone), moment(last, shift.end, self.zone)


def moment(day: date, clock: time, zone: tzinfo) -> datetime:
    """The first moment, in UTC, at which the clocks of ``zone`` show this time of that day or a later one."""
    wall = datetime.combine(day, clock)
    first = wall.replace(tzinfo=zone).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return first
    # The clocks jump over it: the jump lies between the two ways in which it can be read.
    before, after = wall.replace(tzinfo=zone, fold=1).astimezone(UTC), first
    jumped = after.astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // 2
        before, after = (before, middle) if middle.astimezone(zone).utcoffset() == jumped else (middle, after)
    return after.replace(microsecond=0)


def next_moment(now: datetime, clock: time, zone: tzinfo) -> datetime:
    """The next moment, after now, at which the clocks of ``zone`` show this time; once on every day."""
    day = now.astimezone(zone).date() - ONE_DAY
    while (at := moment(day, clock, zone)) <= now:
        day += ONE_DAY
    return at


def is_between(now: datetime, start: time, end: time, zone: tzinfo) -> bool:
    """Whether the clocks of ``zone`` show a time in this span of a day, which may go over midnight."""
    clock = now.astimezone(zone).time()
    return start <= clock < end if start < end else clock >= start or clock < end
