"""Service levels in the config file: what is read, what it means where nothing is said, and what is refused."""

from datetime import UTC, date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.adapters.files.community import load
from bot.adapters.files.faults import Refused
from bot.core.levels import Goal
from bot.domain.care.hours import EVERY_DAY, Shift
from bot.domain.care.levels import LADDER, ONE_REMINDER, Levels, Targets
from bot.runtime.care import Satisfaction
from tests.fakes.town import LOCALES

WEEK = frozenset(range(5))


def read(text):
    head = "community: {name: Oaks, timezone: Europe/Warsaw}\n"
    return load((head + text).encode(), "c.yaml", LOCALES).community


def levels(inbox):
    return read(f"inbox:\n{inbox}\n").inbox.levels


def test_without_a_word_there_is_one_deadline_and_one_reminder():
    found = read("").inbox.levels
    assert found.target(Goal.ANSWER) == timedelta(hours=24)
    assert found.target(Goal.SOLUTION) is None
    assert found.hours.is_always
    assert (found.steps, found.digest, found.balanced) == (ONE_REMINDER, None, False)
    assert read("").satisfaction == Satisfaction(ask=True, reviews=False)


def test_everything_is_read():
    found = levels(
        """
  hours: "mon-fri 09:00-17:00, sat 10:00-14:00, 22:00-06:00"
  holidays: [2026-12-25, "2026-12-26"]
  first_reply: 4h
  resolved_in: 3d
  then_remind: bosses
  assign: balanced
  digest: "09:00"
  categories:
    money: {first_reply: 30m}
    other: {title: Other}
""",
    )
    assert found.hours.zone == ZoneInfo("Europe/Warsaw")
    assert found.hours.shifts == (
        Shift(WEEK, time(9), time(17)),
        Shift(frozenset({5}), time(10), time(14)),
        Shift(EVERY_DAY, time(22), time(6)),
    )
    assert found.hours.holidays == {date(2026, 12, 25), date(2026, 12, 26)}
    assert found.own == {"money": Targets(timedelta(minutes=30))}
    assert found.target(Goal.ANSWER, "money") == timedelta(minutes=30)
    assert found.target(Goal.SOLUTION, "money") == timedelta(days=3)
    assert found.target(Goal.ANSWER, "other") == timedelta(hours=4)
    assert (found.steps, found.last, found.digest, found.balanced) == (LADDER, "bosses", time(9), True)


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("always", ()),
        ("fri-mon 08:00-24:00", (Shift(frozenset({4, 5, 6, 0}), time(8), time(0)),)),
        ("[mon 9:00-12:00, tue 9:00-12:00]", (Shift({0}, time(9), time(12)), Shift({1}, time(9), time(12)))),
    ],
)
def test_hours_can_be_written_in_several_ways(text, shifts):
    assert levels(f"  hours: {text}").hours.shifts == shifts


def test_off_means_no_deadline():
    found = levels("  first_reply: off")
    assert found.target(Goal.ANSWER) is None


@pytest.mark.parametrize("line", ["resolved_in: 2d", "then_remind: bosses", "categories: {a: {resolved_in: 1d}}"])
def test_whoever_names_a_target_gets_the_whole_ladder(line):
    assert levels(f"  {line}").steps == LADDER


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('hours: "mon-fri"', "mon-fri 09:00-17:00"),
        ('hours: "foo 09:00-17:00"', "days are mon"),
        ('hours: "25:00-26:00"', "time of day"),
        ("hours: []", "hours look like"),
        ("holidays: [christmas]", "2027-01-31"),
        ("first_reply: 10s", "from 1m to 60d"),
        ("first_reply: 90d", "from 1m to 60d"),
        ('digest: "9"', "time of day"),
        ("assign: fair", "by hand, balanced"),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out(line, told):
    with pytest.raises(Refused) as refused:
        levels(f"  {line}")
    assert told in str(refused.value)


def test_satisfaction_can_be_switched_off_and_reviews_on():
    assert read("satisfaction: {ask: off}").satisfaction == Satisfaction(ask=False)
    assert read("satisfaction: {reviews: on}").satisfaction == Satisfaction(reviews=True)


def test_a_plan_without_a_config_is_the_same_in_utc():
    assert Levels().hours.zone is UTC
