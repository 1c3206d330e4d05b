"""What stands in the calendar: a week or a month day by day, a quarter week by week, a year month by month."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from heapq import merge
from itertools import islice, pairwise
from typing import Generic, TypeVar, assert_never

from bot.core.posts import Glance, Listed, Post
from bot.domain.calendar.post import recurrence_of
from bot.domain.calendar.recurrence import Recurrence, between, by_the_wall, how_many, moment

MOST_TIMES = 400
"""Of one repetition in one view; a daily one of a year fits."""


class Span(StrEnum):
    """How much is looked at."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Most:
    """How many lines are shown, and how many posts in each by their titles."""

    lines: int
    titles: int


Shown = TypeVar("Shown", Post, Listed)


@dataclass(frozen=True, slots=True)
class Due(Generic[Shown]):
    """A post at one of its times."""

    at: datetime
    post: Shown


@dataclass(frozen=True, slots=True)
class Line:
    """How many stand under one day, week or month that begins on ``day``, and the first of them."""

    day: date
    many: int
    first: tuple[Due[Listed], ...]


def first_day(span: Span, day: date) -> date:
    """The day on which the week, month, quarter or year of ``day`` begins."""
    match span:
        case Span.WEEK:
            return day - timedelta(days=day.weekday())
        case Span.MONTH:
            return day.replace(day=1)
        case Span.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Span.YEAR:
            return day.replace(month=1, day=1)
    assert_never(span)


def later(span: Span, first: date, many: int) -> date:
    """The first day so many spans later, or earlier where ``many`` is negative."""
    if span is Span.WEEK:
        return first + timedelta(weeks=many)
    months = first.year * 12 + first.month - 1 + many * {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}[span]
    return date(months // 12, months % 12 + 1, 1)


def bounds(span: Span, first: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """When it begins and ends, in UTC."""
    return _midnight(first, zone), _midnight(later(span, first, 1), zone)


def dues(
    once: Iterable[Shown], recurring: Iterable[Shown], zone: tzinfo, since: datetime, until: datetime
) -> list[Due[Shown]]:
    """Every post at each of its times within these bounds, in the order of time."""
    found = [Due(post.at, post) for post in once if post.at is not None]
    for post in recurring:
        recurrence = recurrence_of(post)
        if recurrence is not None:
            found += (Due(at, post) for at in between(recurrence, zone, since, until, MOST_TIMES))
    return sorted(found, key=lambda due: (due.at, due.post.number))


def edges(span: Span, first: date) -> tuple[datetime, ...]:
    """When each of its days, weeks or months begins by the clock on the wall; the last edge is its end."""
    until = later(span, first, 1)
    days = {max(_line(span, first + timedelta(days=number)), first) for number in range((until - first).days)}
    return tuple(datetime.combine(day, time()) for day in (*sorted(days), until))


def filled(
    span: Span, edges: Sequence[datetime], once: Sequence[Glance], again: Sequence[Listed], zone: tzinfo, most: Most
) -> tuple[Line, ...]:
    """Put what goes out once and what comes again under each day, week or month; what holds nothing is left out.

    Repetitions are counted, not walked through, and only what is shown is looked for.
    """
    rules = [(post, recurrence) for post in again if (recurrence := recurrence_of(post)) is not None]
    many = [how_many(recurrence, edges) for _, recurrence in rules]
    lines: list[Line] = []
    for number, (glance, (since, until)) in enumerate(zip(once, pairwise(edges), strict=True)):
        whole = glance.many + sum(counts[number] for counts in many)
        if not whole:
            continue
        first: tuple[Due[Listed], ...] = ()
        if len(lines) < most.lines:
            here = [rule for rule, counts in zip(rules, many, strict=True) if counts[number]]
            first = _first(glance, here, (since, until), zone, most.titles)
        lines.append(Line(_line(span, since.date()), whole, first))
    return tuple(lines)


def _first(
    glance: Glance,
    rules: Sequence[tuple[Listed, Recurrence]],
    within: tuple[datetime, datetime],
    zone: tzinfo,
    most: int,
) -> tuple[Due[Listed], ...]:
    streams = (_stream(post, rule, within) for post, rule in rules)
    again = [Due(moment(at, zone), post) for at, _, post in islice(merge(*streams), most)]
    singles = [Due(post.at, post) for post in glance.first if post.at is not None]
    return tuple(sorted((*again, *singles), key=lambda due: (due.at, due.post.number))[:most])


def _stream(
    post: Listed, rule: Recurrence, within: tuple[datetime, datetime]
) -> Iterator[tuple[datetime, int, Listed]]:
    return ((at, post.number, post) for at in by_the_wall(rule, *within))


def _line(span: Span, day: date) -> date:
    match span:
        case Span.WEEK | Span.MONTH:
            return day
        case Span.QUARTER:
            return first_day(Span.WEEK, day)
        case Span.YEAR:
            return first_day(Span.MONTH, day)
    assert_never(span)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return moment(datetime.combine(day, time()), zone).astimezone(UTC)
