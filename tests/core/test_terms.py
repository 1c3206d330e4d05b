"""When something ends, as people write it: read once, counted by the community's own clock, whatever that clock does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.arguments import take_value
from bot.core.commands import Kind, Param
from bot.core.terms import Term, parse_term

WARSAW = ZoneInfo("Europe/Warsaw")
THURSDAY = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""13:00 in Warsaw."""


def local(text: str, now: datetime = THURSDAY) -> str:
    return in_warsaw(parse_term(text).until(now, WARSAW))


def in_warsaw(at: datetime) -> str:
    return f"{at.astimezone(WARSAW):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("10m", "2026-01-01 13:10"),
        ("1d12h", "2026-01-03 01:00"),
        ("for 2h", "2026-01-01 15:00"),
        ("friday 18:00", "2026-01-02 18:00"),
        ("until Friday, 18:00", "2026-01-02 18:00"),
        ("piątek 18.00", "2026-01-02 18:00"),
        ("пятница", "2026-01-02 00:00"),
        ("viernes 9:05", "2026-01-02 09:05"),
        ("w piątek 18:00", "2026-01-02 18:00"),
        ("в пятницу 18:00", "2026-01-02 18:00"),
        ("el viernes 18:00", "2026-01-02 18:00"),
        ("e premte 18:00", "2026-01-02 18:00"),
        ("on friday 18:00", "2026-01-02 18:00"),
        ("friday  at 18:00", "2026-01-02 18:00"),
        ("friday 6pm", "2026-01-02 18:00"),
        ("tomorrow 9:30 a.m.", "2026-01-02 09:30"),
        ("12am", "2026-01-02 00:00"),
        ("w piątek o 18:00", "2026-01-02 18:00"),
        ("do piątku", "2026-01-02 00:00"),
        ("в пятницу в 18:00", "2026-01-02 18:00"),
        ("до пятницы", "2026-01-02 00:00"),
        ("hasta el viernes a las 18:00", "2026-01-02 18:00"),
        ("hasta las 18:00", "2026-01-01 18:00"),
        ("deri të premten në orën 18:00", "2026-01-02 18:00"),
        ("na godzinę", "2026-01-01 14:00"),
        ("na 2 godziny", "2026-01-01 15:00"),
        ("на час", "2026-01-01 14:00"),
        ("for an hour", "2026-01-01 14:00"),
        ("por una hora", "2026-01-01 14:00"),
        ("për një orë", "2026-01-01 14:00"),
        ("premte", "2026-01-02 00:00"),
        ("thursday 18:00", "2026-01-01 18:00"),
        ("thursday 9:00", "2026-01-08 09:00"),
        ("thursday", "2026-01-08 00:00"),
        ("tomorrow", "2026-01-02 00:00"),
        ("jutro 8:00", "2026-01-02 08:00"),
        ("today 20:00", "2026-01-01 20:00"),
        ("18:00", "2026-01-01 18:00"),
        ("9:00", "2026-01-02 09:00"),
        ("2026-12-24", "2026-12-24 00:00"),
        ("2026-12-24 18:30", "2026-12-24 18:30"),
        ("24.12.", "2026-12-24 00:00"),
        ("1.1. 9:00", "2027-01-01 09:00"),
        ("24.12.2027 9:00", "2027-12-24 09:00"),
        ("29.2.", "2026-03-01 00:00"),
        ("today 9:00", "2026-01-01 09:00"),
        ("2025-12-24", "2025-12-24 00:00"),
    ],
)
def test_a_time_is_what_people_mean_by_it(text, ends):
    assert local(text) == ends


@pytest.mark.parametrize("text", ["forever", "For good", "na zawsze", "para siempre", "навсегда", "për gjithmonë"])
def test_for_good_has_no_end(text):
    assert parse_term(text).is_forever
    assert parse_term(text).until(THURSDAY, WARSAW) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "being loud",
        "25:00",
        "9:60",
        "9:00 sharp",
        "13pm",
        "9:60am",
        "a day trader",
        "for a spammer",
        "hour",
        "friday noon",
        "30.2.",
        "2026-13-01",
        "0m",
        "10 x",
        "99999w",
    ],
)
def test_what_is_no_time_is_not_guessed_at(text):
    assert parse_term(text) is None


@pytest.mark.parametrize(
    ("now", "text", "ends"),
    [
        # The clocks of Warsaw jump from 2:00 to 3:00 on 29 March 2026, and back from 3:00 to 2:00 on 25 October.
        (datetime(2026, 3, 28, 12, tzinfo=UTC), "tomorrow 12:00", datetime(2026, 3, 29, 10, tzinfo=UTC)),
        (datetime(2026, 3, 28, 12, tzinfo=UTC), "tomorrow 2:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (datetime(2026, 3, 28, 12, tzinfo=UTC), "1d", datetime(2026, 3, 29, 12, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), "tomorrow 2:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 24, 12, tzinfo=UTC), "sunday 12:00", datetime(2026, 10, 25, 11, tzinfo=UTC)),
    ],
)
def test_the_night_in_which_the_clocks_change_does_no_harm(now, text, ends):
    assert parse_term(text).until(now, WARSAW) == ends


LASTS = Param("lasts", Kind.TERM)


@pytest.mark.parametrize(
    ("line", "value", "rest"),
    [
        ("friday 18:00 being loud", Term(weekday=4, clock=(18, 0)), "being loud"),
        ("until friday 18:00", Term(weekday=4, clock=(18, 0)), ""),
        ("1d 12h loud\nand rude", Term(timedelta(hours=36)), "loud\nand rude"),
        ("tomorrow", Term(days=1), ""),
        ("1 day 12 hours loud", Term(timedelta(hours=36)), "loud"),
        ("hasta el viernes a las 18:00 spam", Term(weekday=4, clock=(18, 0)), "spam"),
        ("na tydzień za spam", Term(timedelta(weeks=1)), "za spam"),
        ("tomorrow at school", Term(days=1), "at school"),
    ],
)
def test_as_many_words_as_make_sense_are_taken_off_a_line(line, value, rest):
    assert take_value(LASTS, line) == (value, rest)


def test_a_line_that_does_not_begin_with_it_is_left_alone():
    assert take_value(LASTS, "being loud") is None
    assert take_value(LASTS, "") is None
    assert take_value(Param("count", Kind.INTEGER), "12 x") == (12, "x")


@pytest.mark.parametrize(
    ("text", "began", "over"),
    [
        ("7d", "2025-12-25 13:00", "2025-12-25 13:00"),
        ("monday", "2025-12-29 00:00", "2025-12-30 00:00"),
        ("thursday", "2026-01-01 00:00", "2026-01-02 00:00"),
        ("today", "2026-01-01 00:00", "2026-01-02 00:00"),
        ("2025-12-24", "2025-12-24 00:00", "2025-12-25 00:00"),
        ("2025-12-24 18:00", "2025-12-24 18:00", "2025-12-24 18:00"),
        ("24.12.", "2025-12-24 00:00", "2025-12-25 00:00"),
        ("today 18:00", "2025-12-31 18:00", "2025-12-31 18:00"),
        ("thursday 18:00", "2025-12-25 18:00", "2025-12-25 18:00"),
        ("2027-12-24", "2027-12-24 00:00", "2027-12-25 00:00"),
        ("9999-12-31", "9999-12-31 00:00", "9999-12-31 00:00"),
    ],
)
def test_said_of_the_past_it_is_the_last_such_time_and_a_day_is_over_with_its_last_hour(text, began, over):
    assert in_warsaw(parse_term(text).ago(THURSDAY, WARSAW)) == began
    assert in_warsaw(parse_term(text).passed(THURSDAY, WARSAW)) == over


@pytest.mark.parametrize(
    ("text", "now", "began"),
    [
        ("friday 18:00", "2026-03-30 09:00", "2026-03-27 18:00"),
        ("24.12.", "2024-02-10 09:00", "2023-12-24 00:00"),
        ("29.2.", "2026-01-10 09:00", "2025-03-01 00:00"),
    ],
)
def test_neither_a_leap_year_nor_the_clocks_that_jump_move_what_is_past(text, now, began):
    then = datetime.fromisoformat(now).replace(tzinfo=WARSAW)
    assert in_warsaw(parse_term(text).ago(then.astimezone(UTC), WARSAW)) == began


def test_the_first_and_the_last_of_all_days_are_read_whatever_the_clock_there():
    assert parse_term("0001-01-01").until(THURSDAY, WARSAW).year == 1
    assert parse_term("9999-12-31 23:59").until(THURSDAY, ZoneInfo("America/New_York")).year == 9999


def test_since_always_is_no_bound():
    assert parse_term("forever").passed(THURSDAY, WARSAW) is None
    assert parse_term("forever").ago(THURSDAY, WARSAW) is None
