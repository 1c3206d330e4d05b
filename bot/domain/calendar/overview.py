"""What stands in the calendar: a week or a month day by day, a quarter week by week, a year month by month."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from itertools import groupby
from typing import Generic, TypeVar, assert_never

from bot.core.posts import Listed, Post
from bot.domain.calendar.post import recurrence_of
from bot.domain.calendar.recurrence import between, moment

MOST_TIMES = 400
"""Of one repetition in one view; a daily one of a year fits."""


class Span(StrEnum):
    """How much is looked at."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


Shown = TypeVar("Shown", Post, Listed)


@dataclass(frozen=True, slots=True)
class Due(Generic[Shown]):
    """A post at one of its times."""

    at: datetime
    post: Shown


@dataclass(frozen=True, slots=True)
class Line(Generic[Shown]):
    """What stands under one day, week or month that begins on ``day``."""

    day: date
    dues: tuple[Due[Shown], ...]


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


def by_line(span: Span, found: Sequence[Due[Shown]], zone: tzinfo) -> Iterator[Line[Shown]]:
    """Put them under the days, weeks or months in which they are due; what holds nothing is left out."""
    for day, group in groupby(found, key=lambda due: _line(span, due.at.astimezone(zone).date())):
        yield Line(day, tuple(group))


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
