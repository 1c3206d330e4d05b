"""When posts come again: a table over five time zones, with the nights on which the clocks change, and leap days."""

# ruff: noqa: DTZ001  # local times without a zone are what it is about

from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.recurrence import (
    LONGEST,
    NoRule,
    Recurrence,
    between,
    by_the_wall,
    following,
    following_one,
    how_many,
    moment,
)

ZONES = ("Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def first(rule, start, zone, after, most):
    recurrence = Recurrence(rule, datetime.fromisoformat(start))
    return [f"{one:%Y-%m-%dT%H:%M}" for one in islice(following(recurrence, ZoneInfo(zone), at(after)), most)]


@pytest.mark.parametrize(
    ("rule", "start", "zone", "after", "expected"),
    [
        # Ten in the morning stays ten in the morning when summer time begins and ends.
        (
            "FREQ=WEEKLY;BYDAY=MO", "2026-03-23T10:00", "Europe/Warsaw", "2026-03-23T00:00",
            ["2026-03-23T09:00", "2026-03-30T08:00"],
        ),
        (
            "FREQ=WEEKLY;BYDAY=SU", "2026-10-25T10:00", "America/New_York", "2026-10-25T00:00",
            ["2026-10-25T14:00", "2026-11-01T15:00"],
        ),
        # 02:30 does not exist on 29 March 2026 in Warsaw: it is 03:30 then, and 02:30 again the day after.
        (
            "FREQ=DAILY", "2026-03-28T02:30", "Europe/Warsaw", "2026-03-28T00:00",
            ["2026-03-28T01:30", "2026-03-29T01:30", "2026-03-30T00:30"],
        ),
        # 02:30 comes twice on 25 October 2026: the first counts, and only once.
        (
            "FREQ=DAILY", "2026-10-24T02:30", "Europe/Warsaw", "2026-10-24T00:00",
            ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"],
        ),
        # New York jumps on 8 March at two.
        (
            "FREQ=DAILY", "2026-03-07T02:30", "America/New_York", "2026-03-07T00:00",
            ["2026-03-07T07:30", "2026-03-08T07:30", "2026-03-09T06:30"],
        ),
        # Lord Howe's clocks move by half an hour: 02:15 on 4 October 2026 is 02:45.
        (
            "FREQ=DAILY", "2026-10-03T02:15", "Australia/Lord_Howe", "2026-10-02T12:00",
            ["2026-10-02T15:45", "2026-10-03T15:45", "2026-10-04T15:15"],
        ),
        # Kathmandu is 5:45 ahead, all year.
        (
            "FREQ=MONTHLY;BYMONTHDAY=1", "2026-01-01T09:00", "Asia/Kathmandu", "2026-01-02T00:00",
            ["2026-02-01T03:15", "2026-03-01T03:15"],
        ),
        # Apia left out a whole day, 30 December 2011.
        (
            "FREQ=DAILY", "2011-12-29T12:00", "Pacific/Apia", "2011-12-29T00:00",
            ["2011-12-29T22:00", "2011-12-30T22:00", "2011-12-31T22:00"],
        ),
        # A leap day comes in leap years only.
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2024-02-29T12:00", "Europe/Warsaw", "2024-03-01T00:00",
            ["2028-02-29T11:00", "2032-02-29T11:00"],
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-01-31T12:00", "Europe/Warsaw", "2026-02-01T00:00",
            ["2026-03-31T10:00", "2026-05-31T10:00"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31T12:00", "Asia/Kathmandu", "2026-02-01T00:00",
            ["2026-02-28T06:15", "2026-03-31T06:15"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", "2026-01-30T17:00", "America/New_York", "2026-02-01T00:00",
            ["2026-02-27T22:00", "2026-03-27T21:00"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-01-06T12:00", "Pacific/Apia", "2026-01-06T00:00",
            ["2026-01-19T23:00", "2026-02-02T23:00"]),
        # It ends by number, or by day.
        ("FREQ=DAILY;COUNT=3", "2026-01-01T12:00", "Europe/Warsaw", "2026-01-01T23:00",
            ["2026-01-02T11:00", "2026-01-03T11:00"]),
        ("FREQ=DAILY;COUNT=3", "2026-01-01T12:00", "Europe/Warsaw", "2026-01-05T00:00", []),
        ("FREQ=DAILY;UNTIL=20260102T235959Z", "2026-01-01T12:00", "Europe/Warsaw", "2025-01-01T00:00",
            ["2026-01-01T11:00", "2026-01-02T11:00"]),
    ],
)  # fmt: skip
def test_each_moment(rule, start, zone, after, expected):
    assert first(rule, start, zone, after, len(expected) + ("COUNT" in rule or "UNTIL" in rule)) == expected


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=HOURLY", "FREQ is one of"),
        ("FREQ=SECONDLY", "FREQ is one of"),
        ("BYDAY=MO", "FREQ is one of"),
        ("FREQ=DAILY;BYHOUR=3", "hours and minutes come from"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL is a number"),
        ("FREQ=DAILY;INTERVAL=99999", "INTERVAL is a number"),
        ("FREQ=DAILY;COUNT=1000000", "COUNT is a number"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "not by both"),
        ("FREQ=DAILY;FREQ=DAILY", "stands twice"),
        ("FREQ=WEEKLY;BYDAY=XX", "list of days"),
        ("FREQ=YEARLY;UNTIL=soon", "cannot be read"),
        ("FREQ=DAILY\nDTSTART:20200101", "no part of a rule"),
        ("FREQ=MONTHLY;BYMONTHDAY=" + ",".join(["1"] * LONGEST), "at most"),
        ("", "no part of a rule"),
    ],
)
def test_what_is_no_rule_is_refused_with_the_reason(rule, why):
    with pytest.raises(NoRule, match=why):
        Recurrence(rule, datetime(2026, 1, 1, 12))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=YEARLY;BYDAY=54MO",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=20",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=1",
        "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2",
        "FREQ=YEARLY;BYYEARDAY=367",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=YEARLY;BYMONTH=x",
    ],
)
def test_a_rule_that_never_comes_true_is_refused_at_once(rule):
    """The library would look for it until the year 9999."""
    with pytest.raises(NoRule):
        Recurrence(rule, datetime(2025, 1, 1, 12))


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2025-01-31"),
        ("FREQ=YEARLY;BYYEARDAY=-1", "2025-12-31"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2025-05-12"),
        ("FREQ=YEARLY", "2026-01-01"),
        ("FREQ=MONTHLY", "2025-02-01"),
        ("FREQ=WEEKLY;INTERVAL=2", "2025-01-15"),
        ("FREQ=YEARLY;BYMONTH=3", "2025-03-01"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "2025-01-31"),
    ],
)
def test_rare_parts_of_a_rule_are_known(rule, first):
    found = following_one(Recurrence(rule, datetime(2025, 1, 1, 12)), ZoneInfo("UTC"), at("2025-01-01T12:00"))
    assert f"{found:%Y-%m-%d}" == first


def test_a_rule_that_is_over_has_no_next_moment():
    over = Recurrence("FREQ=DAILY;UNTIL=20250102", datetime(2025, 1, 1, 12))
    assert following_one(over, ZoneInfo("UTC"), at("2025-03-01")) is None


def test_a_stretch_holds_its_beginning_and_not_its_end():
    daily = Recurrence("FREQ=DAILY", datetime(2026, 1, 1, 12))
    found = between(daily, UTC, at("2026-01-02T12:00"), at("2026-01-04T12:00"), 10)
    assert found == (at("2026-01-02T12:00"), at("2026-01-03T12:00"))
    assert len(between(daily, UTC, at("2026-01-02T12:00"), at("2036-01-04T12:00"), 3)) == 3


RULES = st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SU,MO", "FREQ=MONTHLY;BYDAY=-1SU", "FREQ=DAILY;INTERVAL=3"])


@given(RULES, st.sampled_from(ZONES), st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.integers(0, 900))
def test_moments_only_go_forward_and_show_the_same_clock(rule, zone, start, days):
    start = start.replace(second=0, microsecond=0)
    after = moment(start, ZoneInfo(zone)) + timedelta(days=days)
    found = list(islice(following(Recurrence(rule, start), ZoneInfo(zone), after), 5))
    assert all(one > after for one in found)
    assert found == sorted(set(found))
    for one in found:
        shown = one.astimezone(ZoneInfo(zone))
        jumped = shown.replace(tzinfo=None) - datetime.combine(shown.date(), start.time())
        assert timedelta(0) <= jumped <= timedelta(days=1)


@given(RULES, st.sampled_from(ZONES), st.integers(0, 500))
def test_one_by_one_is_all_at_once(rule, zone, days):
    recurrence, tz = Recurrence(rule, datetime(2026, 1, 1, 2, 30)), ZoneInfo(zone)
    after = at("2026-01-01") + timedelta(days=days)
    stepped = []
    for _ in range(4):
        found = following_one(recurrence, tz, stepped[-1] if stepped else after)
        stepped.append(found)
    assert stepped == list(islice(following(recurrence, tz, after), 4))


DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@given(
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    st.integers(1, 4),
    st.sets(st.sampled_from(DAYS)),
    st.sampled_from(["", ";WKST=SU", ";COUNT=9", ";UNTIL=20260310T120000", ";UNTIL=20260309"]),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 1)),
    st.lists(st.datetimes(datetime(2025, 12, 1), datetime(2026, 6, 1)), min_size=2, max_size=4),
)
def test_reckoned_times_are_those_that_the_library_walks_through(frequency, interval, days, more, start, edges):
    rule = f"FREQ={frequency};INTERVAL={interval}{more}" + (f";BYDAY={','.join(sorted(days))}" if days else "")
    start, edges = start.replace(microsecond=0), sorted(edges)
    walked = rrulestr(rule, dtstart=start).between(edges[0], edges[-1], inc=True)
    expected = [at for at in walked if at < edges[-1]]
    assert list(by_the_wall(Recurrence(rule, start), edges[0], edges[-1])) == expected
    counts = tuple(sum(since <= at < until for at in expected) for since, until in pairwise(edges))
    assert how_many(Recurrence(rule, start), edges) == counts
