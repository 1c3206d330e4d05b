"""Spans of time as people write them."""

from datetime import timedelta as span

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.durations import LONGEST, parse_duration


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("45s", span(seconds=45)),
        ("10m", span(minutes=10)),
        ("3h", span(hours=3)),
        ("2d", span(days=2)),
        ("1w", span(weeks=1)),
        ("1d12h", span(days=1, hours=12)),
        ("1h 30m", span(hours=1, minutes=30)),
        ("90 min", span(minutes=90)),
        ("1 minute", span(minutes=1)),
        ("2 Hours", span(hours=2)),
        ("5 secs", span(seconds=5)),
        ("1 day 2 hours 3 minutes 4 seconds", span(days=1, hours=2, minutes=3, seconds=4)),
        ("  7D  ", span(days=7)),
        ("0d1h", span(hours=1)),
        ("3660d", LONGEST),
        ("٣h", span(hours=3)),
        ("1 day and 12 hours", span(days=1, hours=12)),
        ("1 day, 12 hrs.", span(days=1, hours=12)),
        ("10 minut", span(minutes=10)),
        ("2 godziny i 30 min", span(hours=2, minutes=30)),
        ("1 tydzień", span(weeks=1)),
        ("10 минут", span(minutes=10)),
        ("1д12ч", span(days=1, hours=12)),
        ("2 недели", span(weeks=2)),
        ("2 horas y 5 minutos", span(hours=2, minutes=5)),
        ("3 DÍAS", span(days=3)),
        ("10 minuta", span(minutes=10)),
        ("2 orë", span(hours=2)),
        ("3 ditë e 1 orë", span(days=3, hours=1)),
    ],
)
def test_a_span_is_read(text, meant):
    assert parse_duration(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "soon",
            "10",
            "m",
            "-5m",
            "+5m",
            "1.5h",
            "1mo",
            "1 month",
            "1y",
            "10m!",
            "h1",
            "1h30",
            "10 m inutes",
            "1 day and",
            "2 дня спама",
            "minutes",
        ),
        *("0m", "0s0m", "3661d", "9999999s", "999999w", "999999w" * 1000),
    ],
)
def test_what_is_no_span_is_none_and_never_an_error(text):
    assert parse_duration(text) is None


@given(st.text(alphabet="0123456789 smhdwinoureycka-.", max_size=40))
def test_reading_never_fails_and_never_gives_what_no_sanction_could_last(text):
    read = parse_duration(text)
    assert read is None or span(0) < read <= LONGEST
