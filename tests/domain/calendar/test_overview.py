"""The calendar's views."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.posts import Post, Wording
from bot.domain.calendar.overview import Due, Span, bounds, by_line, dues, first_day, later

WARSAW = ZoneInfo("Europe/Warsaw")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def post(number, when=None, rule=""):
    start = "2026-03-02T10:00" if rule else ""
    return Post(number, f"{number}", None, "", (Wording("x"),), ("news",), at=when, rule=rule, start=start)


@pytest.mark.parametrize(
    ("span", "first", "after", "before"),
    [
        (Span.WEEK, "2026-11-16", "2026-11-23", "2026-11-09"),
        (Span.MONTH, "2026-11-01", "2026-12-01", "2026-10-01"),
        (Span.QUARTER, "2026-10-01", "2027-01-01", "2026-07-01"),
        (Span.YEAR, "2026-01-01", "2027-01-01", "2025-01-01"),
    ],
)
def test_each_span_begins_follows_and_precedes(span, first, after, before):
    begins = first_day(span, date(2026, 11, 22))
    assert begins == date.fromisoformat(first)
    assert later(span, begins, 1) == date.fromisoformat(after)
    assert later(span, begins, -1) == date.fromisoformat(before)


def test_a_month_with_a_change_of_clocks_is_an_hour_shorter():
    since, until = bounds(Span.MONTH, date(2026, 3, 1), WARSAW)
    assert until - since == timedelta(days=31, hours=-1)


def test_repetitions_stand_at_each_of_their_times():
    since, until = bounds(Span.WEEK, date(2026, 3, 23), WARSAW)
    weekly, single = post(2, rule="FREQ=DAILY;INTERVAL=7"), post(1, at("2026-03-25T12:00"))
    found = dues([single, post(3)], [weekly, replace(single, number=4)], WARSAW, since, until)
    assert [(f"{due.at:%d %H}", due.post.number) for due in found] == [("23 09", 2), ("25 12", 1)]


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (Span.WEEK, ["2026-03-02", "2026-03-03", "2026-04-01"]),
        (Span.MONTH, ["2026-03-02", "2026-03-03", "2026-04-01"]),
        (Span.QUARTER, ["2026-03-02", "2026-03-30"]),
        (Span.YEAR, ["2026-03-01", "2026-04-01"]),
    ],
)
def test_longer_views_gather_more_under_a_line(span, days):
    moments = ("2026-03-02T09:00", "2026-03-02T23:30", "2026-04-01T09:00")
    found = [Due(at(text), post(number)) for number, text in enumerate(moments)]
    lines = list(by_line(span, found, WARSAW))
    assert [f"{line.day}" for line in lines] == days
    assert sum(len(line.dues) for line in lines) == 3
