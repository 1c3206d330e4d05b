"""Times that people set: read by the community's clock, and refused where that clock never shows them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.moments import NoMoment, Planned, read_moment, refused

WARSAW = ZoneInfo("Europe/Warsaw")
MARCH = datetime(2026, 3, 27, 12, tzinfo=UTC)
"""A Friday; on Sunday at 2:00 the clocks are put forward to 3:00."""
OCTOBER = datetime(2026, 10, 23, 12, tzinfo=UTC)
"""On Sunday at 3:00 they are put back to 2:00."""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2h", datetime(2026, 3, 27, 14, tzinfo=UTC)),
        ("friday 18:00", datetime(2026, 3, 27, 17, tzinfo=UTC)),
        ("sunday 1:59", datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        ("sunday 3:00", datetime(2026, 3, 29, 1, tzinfo=UTC)),
        ("monday 9:00", datetime(2026, 3, 30, 7, tzinfo=UTC)),
    ],
)
def test_a_time_is_meant_by_the_communitys_clock(text, at):
    assert read_moment(text, MARCH, WARSAW) == Planned(at)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soonish", NoMoment.UNREADABLE),
        ("", NoMoment.UNREADABLE),
        ("forever", NoMoment.UNREADABLE),
        ("sunday 2:30", NoMoment.SKIPPED),
        ("2026-03-29 02:00", NoMoment.SKIPPED),
        ("today 9:00", NoMoment.PAST),
        ("2020-01-01 9:00", NoMoment.PAST),
        ("9999-12-31 23:59", NoMoment.TOO_FAR),
        ("1000d", NoMoment.TOO_FAR),
    ],
)
def test_what_cannot_be_a_time_says_why(text, why):
    assert read_moment(text, MARCH, WARSAW) is why


def test_an_hour_that_comes_twice_is_the_first_one_and_says_so():
    assert read_moment("sunday 2:30", OCTOBER, WARSAW) == Planned(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), twice=True)
    assert read_moment("sunday 3:30", OCTOBER, WARSAW) == Planned(datetime(2026, 10, 25, 2, 30, tzinfo=UTC))


def test_the_year_that_has_no_next_one_is_too_far_also_where_it_cannot_be_counted():
    assert read_moment("9999-12-31 23:59", MARCH, ZoneInfo("America/New_York")) is NoMoment.TOO_FAR


def test_a_span_counts_true_hours_over_the_gap():
    night = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    assert read_moment("1h", night, WARSAW) == Planned(night + timedelta(hours=1))


@pytest.mark.parametrize("why", NoMoment)
def test_why_a_time_is_refused_is_said_with_what_was_typed(why):
    assert refused(why, "sunday 2:30").args == {"given": "sunday 2:30"}
