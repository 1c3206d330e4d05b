"""The calendar's views."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.posts import Glance, Listed, Post, Wording
from bot.domain.calendar.overview import Most, Span, bounds, dues, edges, filled, first_day, later

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
    ("span", "first", "many", "begins", "ends"),
    [
        (Span.WEEK, "2026-11-16", 7, "2026-11-16", "2026-11-22"),
        (Span.MONTH, "2026-02-01", 28, "2026-02-01", "2026-02-28"),
        (Span.QUARTER, "2026-01-01", 14, "2026-01-01", "2026-03-30"),
        (Span.YEAR, "2026-01-01", 12, "2026-01-01", "2026-12-01"),
    ],
)
def test_a_view_is_cut_into_days_weeks_or_months(span, first, many, begins, ends):
    cut = edges(span, date.fromisoformat(first))
    assert (len(cut) - 1, f"{cut[0]:%Y-%m-%d}", f"{cut[-2]:%Y-%m-%d}") == (many, begins, ends)
    assert cut[-1].date() == later(span, date.fromisoformat(first), 1)


def listed(number, rule="", start="2026-03-02T10:00", when=None):
    return Listed(number, f"{number}", when, rule, start if rule else "")


@pytest.mark.parametrize(
    ("span", "first", "days"),
    [
        (Span.MONTH, "2026-03-01", ["2026-03-02 1", "2026-03-09 2", "2026-03-16 1", "2026-03-23 1", "2026-03-30 1"]),
        (Span.YEAR, "2026-01-01", ["2026-03-01 6", "2026-04-01 4", "2026-05-01 1"]),
    ],
)
def test_what_comes_once_and_what_comes_again_stand_under_one_line(span, first, days):
    cut = edges(span, date.fromisoformat(first))
    once = [Glance()] * (len(cut) - 1)
    line = next(n for n, at in enumerate(cut) if at.month == 3 and (span is Span.YEAR or at.day == 9))
    once[line] = Glance(1, (listed(7, when=at("2026-03-09T08:00")),))
    weekly = listed(2, "FREQ=WEEKLY;UNTIL=20260501T000000")
    last = listed(3, "FREQ=MONTHLY;BYMONTHDAY=4;COUNT=1", "2026-05-04T10:00")
    lines = filled(span, cut, once, (weekly, last), WARSAW, Most(9, 4))
    assert [f"{line.day} {line.many}" for line in lines] == days


def test_the_first_of_a_line_are_in_the_order_of_time_and_no_more_than_are_shown():
    cut = edges(Span.YEAR, date(2026, 1, 1))
    once = [Glance(), Glance(), Glance(5, (listed(7, when=at("2026-03-02T09:00")),)), *[Glance()] * 9]
    early, daily = listed(8, "FREQ=DAILY", "2026-03-02T09:00"), listed(2, "FREQ=DAILY")
    march, april, *_ = filled(Span.YEAR, cut, once, (daily, early), WARSAW, Most(1, 3))
    assert [(due.post.number, f"{due.at:%d %H}") for due in march.first] == [(8, "02 08"), (2, "02 09"), (7, "02 09")]
    assert (march.many, april.many, april.first) == (65, 60, ())
