"""How people say when a post comes again, and the hours in which it waits."""

# ruff: noqa: DTZ001  # local times without a zone are what it is about

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.quiet import loud_again
from bot.domain.calendar.recurrence import NoRule
from bot.domain.calendar.wording import read_repeat

NOW = datetime(2026, 3, 4, 12)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "rule", "start"),
    [
        ("monday 10:00", "FREQ=WEEKLY;BYDAY=MO", "2026-03-05T10:00"),
        ("every Monday, 10:00", "FREQ=WEEKLY;BYDAY=MO", "2026-03-05T10:00"),
        ("mon, wed and fri 18:30", "FREQ=WEEKLY;BYDAY=MO,WE,FR", "2026-03-04T18:30"),
        ("every 2 weeks friday 18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-03-04T18:00"),
        ("every other week on tue 9:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "2026-03-05T09:00"),
        ("daily 8:00", "FREQ=DAILY", "2026-03-05T08:00"),
        ("every 3 days at 13:00", "FREQ=DAILY;INTERVAL=3", "2026-03-04T13:00"),
        ("weekdays 9:00", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-03-05T09:00"),
        ("monthly on the 1st 9:00", "FREQ=MONTHLY;BYMONTHDAY=1", "2026-03-05T09:00"),
        ("every 2 months 15 9:00", "FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15", "2026-03-05T09:00"),
        ("every month on the last day 9:00", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-03-05T09:00"),
        ("last friday 17:00", "FREQ=MONTHLY;BYDAY=-1FR", "2026-03-04T17:00"),
        ("every first monday of the month 17:00", "FREQ=MONTHLY;BYDAY=1MO", "2026-03-04T17:00"),
        ("monthly on the second tue 17:00", "FREQ=MONTHLY;BYDAY=2TU", "2026-03-04T17:00"),
        ("freq=monthly;byday=-1fr 17:00", "FREQ=MONTHLY;BYDAY=-1FR", "2026-03-04T17:00"),
    ],
)
def test_repetitions_are_read(text, rule, start):
    found = read_repeat(text, NOW)
    assert (found.rule, found.start) == (rule, datetime.fromisoformat(start))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("monday", "at what time"),
        ("monday 25:00", "at what time"),
        ("someday 10:00", "no repetition"),
        ("every month 10:00", "on which day"),
        ("weekly 10:00", "on which day"),
        ("monthly on the 32nd 10:00", "on which day"),
        ("every 2 weekdays 10:00", "on which day"),
        ("FREQ=HOURLY 10:00", "FREQ is one of"),
        ("every 2 years 10:00", "no repetition"),
        ("", "at what time"),
    ],
)
def test_what_is_none_is_refused_with_an_example(text, why):
    with pytest.raises(NoRule, match=why):
        read_repeat(text, NOW)


NIGHT, NOON = (time(22), time(8)), (time(12), time(14))


@pytest.mark.parametrize(
    ("at", "quiet", "zone", "loud"),
    [
        ("2026-01-05T21:30", NIGHT, "UTC", "2026-01-05T21:30"),
        ("2026-01-05T22:00", NIGHT, "UTC", "2026-01-06T08:00"),
        ("2026-01-06T07:59", NIGHT, "UTC", "2026-01-06T08:00"),
        ("2026-01-06T08:00", NIGHT, "UTC", "2026-01-06T08:00"),
        ("2026-01-06T13:00", NOON, "UTC", "2026-01-06T14:00"),
        ("2026-01-06T13:00", None, "UTC", "2026-01-06T13:00"),
        ("2026-01-06T13:00", NOON, "Europe/Warsaw", "2026-01-06T13:00"),
        ("2026-03-28T23:00", NIGHT, "Europe/Warsaw", "2026-03-29T06:00"),
    ],
)
def test_what_falls_into_quiet_hours_waits_for_their_end(at, quiet, zone, loud):
    found = loud_again(datetime.fromisoformat(at).replace(tzinfo=UTC), quiet, ZoneInfo(zone))
    assert f"{found:%Y-%m-%dT%H:%M}" == loud
