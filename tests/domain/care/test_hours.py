"""Open hours over changes of the clocks, holidays, weekends and nights: what a table says, and laws for all of them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.care.hours import EVERY_DAY, Hours, Shift, is_between, moment, next_moment

WARSAW, HAVANA, APIA = ZoneInfo("Europe/Warsaw"), ZoneInfo("America/Havana"), ZoneInfo("Pacific/Apia")
WEEK = frozenset(range(5))
OFFICE = Hours(WARSAW, (Shift(WEEK, time(9), time(17)),), frozenset({date(2026, 12, 25), date(2026, 12, 24)}))
NIGHTS = Hours(WARSAW, (Shift(EVERY_DAY, time(22), time(6)),), frozenset({date(2026, 12, 24)}))
TWO_SHIFTS = Hours(WARSAW, (Shift(WEEK, time(9), time(13)), Shift(WEEK, time(12), time(16))))
DAYS_WITH_A_HOLIDAY = Hours(WARSAW, (), frozenset({date(2026, 12, 25)}))
IN_THE_GAP = Hours(WARSAW, (Shift(EVERY_DAY, time(2, 30), time(4)),))
BY_MIDNIGHT = Hours(HAVANA, (Shift(EVERY_DAY, time(0), time(0)),), frozenset({date(2026, 3, 9)}))
ALWAYS = Hours(WARSAW)


def local(text: str, zone=WARSAW, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold).astimezone(UTC)


def hours(many: float) -> timedelta:
    return timedelta(hours=many)


TABLE = [
    ("within a day", OFFICE, local("2026-06-01 10:00"), hours(4), local("2026-06-01 14:00")),
    ("to the very end of a day", OFFICE, local("2026-06-01 13:00"), hours(4), local("2026-06-01 17:00")),
    ("over an evening", OFFICE, local("2026-06-01 16:00"), hours(2), local("2026-06-02 10:00")),
    ("over a weekend", OFFICE, local("2026-06-05 16:00"), hours(4), local("2026-06-08 12:00")),
    ("from a weekend on", OFFICE, local("2026-06-06 12:00"), hours(1), local("2026-06-08 10:00")),
    ("before it opens", OFFICE, local("2026-06-01 05:00"), hours(1), local("2026-06-01 10:00")),
    ("over holidays and a weekend", OFFICE, local("2026-12-23 16:00"), hours(2), local("2026-12-28 10:00")),
    ("from a holiday on", OFFICE, local("2026-12-24 12:00"), hours(8), local("2026-12-28 17:00")),
    ("a weekend in which clocks jump forward", OFFICE, local("2026-03-27 16:00"), hours(2), local("2026-03-30 10:00")),
    ("a weekend in which clocks jump back", OFFICE, local("2026-10-23 16:00"), hours(2), local("2026-10-26 10:00")),
    ("nights over midnight", NIGHTS, local("2026-06-01 23:00"), hours(3), local("2026-06-02 02:00")),
    ("after midnight, still in a shift", NIGHTS, local("2026-06-02 05:00"), hours(2), local("2026-06-02 23:00")),
    ("the short night", NIGHTS, local("2026-03-28 22:00"), hours(7), local("2026-03-29 06:00")),
    ("the long night", NIGHTS, local("2026-10-24 22:00"), hours(9), local("2026-10-25 06:00")),
    ("the long night is not over yet", NIGHTS, local("2026-10-24 22:00"), hours(5), local("2026-10-25 02:00", fold=1)),
    ("a night before a holiday ends on it", NIGHTS, local("2026-12-23 22:00"), hours(8), local("2026-12-24 06:00")),
    ("on a holiday no night begins", NIGHTS, local("2026-12-24 05:00"), hours(2), local("2026-12-25 23:00")),
    ("shifts that overlap count once", TWO_SHIFTS, local("2026-06-01 09:00"), hours(7), local("2026-06-01 16:00")),
    ("a holiday alone", DAYS_WITH_A_HOLIDAY, local("2026-12-24 23:00"), hours(2), local("2026-12-26 01:00")),
    ("a shift that begins in the gap", IN_THE_GAP, local("2026-03-29 01:00"), hours(1), local("2026-03-29 04:00")),
    ("one that begins in the fold", IN_THE_GAP, local("2026-10-25 01:00"), hours(2.5), local("2026-10-25 04:00")),
    ("a gap at midnight", BY_MIDNIGHT, local("2026-03-07 23:00", HAVANA), hours(2), local("2026-03-08 02:00", HAVANA)),
    ("always is always", ALWAYS, local("2026-03-28 23:00"), hours(5), local("2026-03-29 05:00")),
    ("nothing to add", OFFICE, local("2026-06-06 12:00"), hours(0), local("2026-06-06 12:00")),
]


@pytest.mark.parametrize(("plan", "at", "span", "end"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_open_time_is_added(plan, at, span, end):
    assert plan.add(at, span) == end
    assert plan.between(at, end) == span


def test_who_has_closed_hours_is_asked():
    assert [OFFICE.is_open(local(f"2026-06-01 {at}")) for at in ("08:59", "09:00", "16:59", "17:00")] == [0, 1, 1, 0]
    assert not OFFICE.is_open(local("2026-12-25 12:00"))
    assert NIGHTS.is_open(local("2026-06-02 05:59"))
    assert ALWAYS.is_open(local("2026-12-25 03:00"))


def test_nothing_lies_between_a_moment_and_an_earlier_one():
    at = local("2026-06-01 12:00")
    assert OFFICE.between(at, at) == timedelta(0)
    assert ALWAYS.between(at, at - hours(1)) == timedelta(0)
    assert OFFICE.between(local("2026-06-06 12:00"), local("2026-06-07 12:00")) == timedelta(0)
    assert ALWAYS.between(local("2026-03-28 23:00"), local("2026-03-29 05:00")) == hours(5)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "shown"),
    [
        (date(2026, 3, 29), time(2, 30), WARSAW, "2026-03-29T01:00:00+00:00"),
        (date(2026, 3, 29), time(2), WARSAW, "2026-03-29T01:00:00+00:00"),
        (date(2026, 10, 25), time(2, 30), WARSAW, "2026-10-25T00:30:00+00:00"),
        (date(2026, 3, 8), time(0, 30), HAVANA, "2026-03-08T05:00:00+00:00"),
        (date(2011, 12, 30), time(12), APIA, "2011-12-30T10:00:00+00:00"),
    ],
)
def test_a_time_that_is_not_or_comes_twice_is_one_moment(day, clock, zone, shown):
    """The last is a day that Samoa left out: it became the first moment of the next."""
    assert moment(day, clock, zone).isoformat() == shown


def test_every_day_has_one_next_time_whatever_the_clocks_do():
    at, met = local("2026-03-27 12:00"), []
    for _ in range(4):
        at = next_moment(at, time(2, 30), WARSAW)
        met.append(at.astimezone(WARSAW).strftime("%d %H:%M"))
    assert met == ["28 02:30", "29 03:00", "30 02:30", "31 02:30"]
    assert next_moment(local("2026-10-25 02:30"), time(2, 30), WARSAW) == local("2026-10-26 02:30")


@pytest.mark.parametrize(
    ("clock", "day", "night"), [("09:00", True, False), ("17:00", False, False), ("23:00", False, True)]
)
def test_a_span_of_a_day_may_go_over_midnight(clock, day, night):
    now = local(f"2026-06-01 {clock}")
    assert is_between(now, time(9), time(17), WARSAW) is day
    assert is_between(now, time(22), time(6), WARSAW) is night


# --- laws

ZONES = [WARSAW, HAVANA, ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe"), ZoneInfo("UTC")]
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
shifts = st.builds(Shift, st.frozensets(st.integers(0, 6), min_size=1), clocks, clocks)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31))
plans = st.builds(
    Hours, st.sampled_from(ZONES), st.lists(shifts, max_size=3).map(tuple), st.frozensets(days, max_size=4)
)
START = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.timedeltas(timedelta(0), timedelta(days=730)).map(lambda after: START + after)
LAW = settings(deadline=None, max_examples=60)
spans = st.integers(0, 3000).map(lambda minutes: timedelta(minutes=minutes))


@LAW
@given(plans, moments, spans, spans)
def test_adding_goes_in_steps(plan, at, one, other):
    assert plan.add(plan.add(at, one), other) == plan.add(at, one + other)


@LAW
@given(plans, moments, spans, spans)
def test_a_longer_span_ends_later_and_a_later_start_too(plan, at, one, more):
    assert at <= plan.add(at, one) <= plan.add(at, one + more)
    assert plan.add(at, one) <= plan.add(at + more, one)


@LAW
@given(plans, moments, spans)
def test_what_was_added_lies_between(plan, at, span):
    assert plan.between(at, plan.add(at, span)) == span


@LAW
@given(plans, moments, st.timedeltas(timedelta(0), timedelta(days=20)))
def test_what_lies_between_leads_no_further(plan, at, real):
    end = at + real
    reached = plan.add(at, plan.between(at, end))
    assert reached <= end
    assert plan.between(reached, end) == timedelta(0)


@LAW
@given(plans, moments, st.timedeltas(timedelta(0), timedelta(days=9)), st.timedeltas(timedelta(0), timedelta(days=9)))
def test_what_lies_between_adds_up(plan, at, one, other):
    middle, end = at + one, at + one + other
    assert plan.between(at, middle) + plan.between(middle, end) == plan.between(at, end)


@LAW
@given(plans, moments)
def test_it_is_open_where_open_time_passes(plan, at):
    moved = plan.between(at, at + timedelta(microseconds=1))
    assert plan.is_open(at) == bool(moved)
