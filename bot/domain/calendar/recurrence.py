"""When something comes again: rules of RFC 5545, by the clock on the wall, whatever that clock does at night.

A rule is kept beside the local time at which it began. A time that does not exist because the clocks jump over it is
read with the offset before the jump, so 02:30 becomes 03:30; one that comes twice means the first: RFC 5545, 3.3.5.
A day that does not exist (31 April, 29 February) is left out, as 3.3.10 has it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import islice, pairwise, takewhile

from dateutil.rrule import rrule, rrulestr

from bot.domain.calendar.possible import why_never
from bot.domain.calendar.stepping import Steps, steps

LONGEST = 200
"""Characters of a rule."""
HORIZON = 10
"""Years: nothing is looked for further ahead. Even a 29 February comes within eight, across 1900 and its like too."""
_PARTS = re.compile(r"(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYYEARDAY|BYWEEKNO|BYMONTH|BYSETPOS|WKST)=([\w+,-]+)")
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_NUMBERS = {"INTERVAL": 1000, "COUNT": 10_000}


class NoRule(ValueError):  # noqa: N818  # it reads as what happened
    """This is no rule by which posts may come again; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """``rule`` as RFC 5545 writes it, without "RRULE:"; ``start`` the local time of the first, without a zone."""

    rule: str
    start: datetime

    def __post_init__(self) -> None:
        _rule(self)


def following(recurrence: Recurrence, zone: tzinfo, after: datetime) -> Iterator[datetime]:
    """Give the moments after ``after``, in UTC and in order, up to the horizon; two that coincide come once."""
    last = after
    for local in _within(recurrence, _local(after, zone) - timedelta(days=1)):
        at = moment(local, zone)
        if at > last:
            last = at
            yield at


def following_one(recurrence: Recurrence, zone: tzinfo, after: datetime) -> datetime | None:
    """The next moment after ``after``, or None when there is none any more."""
    return next(following(recurrence, zone, after), None)


def between(recurrence: Recurrence, zone: tzinfo, since: datetime, until: datetime, most: int) -> tuple[datetime, ...]:
    """The moments from ``since`` on and before ``until``, at most so many."""
    found: list[datetime] = []
    for at in islice(following(recurrence, zone, since - timedelta(microseconds=1)), most):
        if at >= until:
            break
        found.append(at)
    return tuple(found)


def how_many(recurrence: Recurrence, edges: Sequence[datetime]) -> tuple[int, ...]:
    """How many times, by the clock on the wall, lie between each of these local times and the next."""
    stepping = _steps(recurrence)
    if stepping is None:
        walked = tuple(by_the_wall(recurrence, edges[0], edges[-1]))
        before = [bisect_left(walked, edge) for edge in edges]
    else:
        before = [stepping.before(edge) for edge in edges]
    return tuple(after - first for first, after in pairwise(before))


def by_the_wall(recurrence: Recurrence, since: datetime, until: datetime) -> Iterator[datetime]:
    """Give the local times from ``since`` on and before ``until``, both local ones."""
    return takewhile(lambda local: local < until, _within(recurrence, since - timedelta(microseconds=1)))


def begins(recurrence: Recurrence) -> datetime:
    """The local time at which it really comes first; a rule may begin on a day that it does not name."""
    return next(by_the_wall(recurrence, recurrence.start, datetime.max), recurrence.start)  # noqa: DTZ901  # local


def moment(local: datetime, zone: tzinfo) -> datetime:
    """The moment at which the clocks of ``zone`` show a local time: the first, or just after a jump."""
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)


def _local(at: datetime, zone: tzinfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None, fold=0)


def _within(recurrence: Recurrence, after: datetime) -> Iterator[datetime]:
    """Local times after ``after``; the count of a rule is kept here, for a rule must always be able to end."""
    stepping = _steps(recurrence)
    if stepping is not None:
        yield from stepping.after(after, _horizon(max(after, recurrence.start).year))
        return
    parts = dict(_PARTS.findall(recurrence.rule))
    if "COUNT" not in parts:
        yield from _bounded(recurrence, max(after, recurrence.start).year).xafter(after)
        return
    for local in islice(_bounded(recurrence, recurrence.start.year), int(parts["COUNT"])):
        if local > after:
            yield local


@lru_cache(2048)
def _bounded(recurrence: Recurrence, year: int) -> rrule:
    """A rule that ends some years after ``year`` at the latest; what it gave is remembered, for calendars ask often."""
    last = _until(dict(_PARTS.findall(recurrence.rule)))
    return _rule(recurrence).replace(until=min(last, _horizon(year)))


@lru_cache(2048)
def _steps(recurrence: Recurrence) -> Steps | None:
    parts = dict(_PARTS.findall(recurrence.rule))
    return steps(parts, recurrence.start, _until(parts))


def _horizon(year: int) -> datetime:
    return datetime(year + HORIZON, 1, 1)  # noqa: DTZ001  # a local time


@lru_cache(2048)
def _rule(recurrence: Recurrence) -> rrule:
    """Read a rule without its end; raises NoRule."""
    text = recurrence.rule
    if len(text) > LONGEST:
        raise NoRule(f"a rule has at most {LONGEST} characters")
    given = [_PARTS.fullmatch(part) for part in text.split(";")]
    if not all(given):
        wrong = next(part for part, read in zip(text.split(";"), given, strict=True) if not read)
        raise NoRule(f'"{wrong[:40]}" is no part of a rule here; hours and minutes come from the first time')
    parts = {read[1]: read[2] for read in given if read}
    if len(parts) < len(given):
        raise NoRule("a part stands twice")
    _limits(parts)
    endless = ";".join(f"{name}={value}" for name, value in parts.items() if name not in {"COUNT", "UNTIL"})
    if why := why_never(parts, recurrence.start):
        raise NoRule(why)
    try:
        _until(parts)
        read = rrulestr(endless, dtstart=recurrence.start, cache=True)
    except (ValueError, TypeError, KeyError) as fault:
        raise NoRule(f"this rule cannot be read: {fault}") from None
    assert isinstance(read, rrule)  # a set would need more than one line
    return read


def _until(parts: Mapping[str, str]) -> datetime:
    """The last local time; a "Z" is taken for the local clock, as calendars without zones write it."""
    written = parts.get("UNTIL", "").removesuffix("Z")
    if not written:
        return datetime.max  # noqa: DTZ901  # a local time
    return datetime.strptime(written, "%Y%m%dT%H%M%S" if "T" in written else "%Y%m%d")  # noqa: DTZ007  # same


def _limits(parts: dict[str, str]) -> None:
    if parts.get("FREQ") not in _FREQUENCIES:
        raise NoRule(f"a rule says how often: FREQ is one of {', '.join(_FREQUENCIES)}")
    if "COUNT" in parts and "UNTIL" in parts:
        raise NoRule("a rule ends by COUNT or by UNTIL, not by both")
    for name, most in _NUMBERS.items():
        value = parts.get(name, "1")
        if not value.isdecimal() or not 1 <= int(value) <= most:
            raise NoRule(f"{name} is a number from 1 to {most}")
