"""What can be typed into the form of an event, and what it says about the rest."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.meetings import MeetingKind
from bot.domain.meetings.draft import Draft, House, More, Typed, drafted, read_more

NOW = datetime(2026, 3, 27, 12, tzinfo=UTC)  # a Friday; on Sunday the clocks of Warsaw jump
HOUSE = House(timedelta(hours=1), ZoneInfo("Europe/Warsaw"))


def draft(**more):
    return drafted(Typed(**{"title": "Tea", "starts": "saturday 18:00", "where": "The barn", **more}), NOW, HOUSE)


@pytest.mark.parametrize(
    ("typed", "starts", "lasts"),
    [
        ({}, (2026, 3, 28, 17), 60),
        ({"ends": "20:00"}, (2026, 3, 28, 17), 120),
        ({"ends": "90m"}, (2026, 3, 28, 17), 90),
        ({"ends": "2026-03-29 18:00"}, (2026, 3, 28, 17), 23 * 60),  # the night is an hour short
        ({"starts": "2026-10-25 02:30"}, (2026, 10, 25, 0, 30), 60),
    ],
)
def test_times_are_those_of_the_wall_clock(typed, starts, lasts):
    made = draft(**typed)
    assert isinstance(made, Draft)
    assert made.starts_at == datetime(*starts, tzinfo=UTC)
    assert made.ends_at - made.starts_at == timedelta(minutes=lasts)
    assert made.twice is (starts[1] == 10)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"title": ""}, "event-fault-no-title"),
        ({"title": "x" * 101}, "event-fault-title-long"),
        ({"where": " "}, "event-fault-no-place"),
        ({"title": "\u200b"}, "event-fault-no-title"),
        ({"where": "x" * 101}, "event-fault-place-long"),
        ({"starts": "soon"}, "moment-unreadable"),
        ({"starts": "2026-03-26 10:00"}, "moment-past"),
        ({"starts": "sunday 02:30"}, "moment-skipped"),
        ({"ends": "sunday 02:30"}, "moment-skipped"),
        ({"ends": "friday 19:00"}, "event-fault-ends-before"),
        ({"ends": "2026-03-28 17:00"}, "event-fault-ends-before"),
        ({"ends": "today 23:00", "starts": "tomorrow 18:00"}, "event-fault-lasts"),
        ({"ends": "15d"}, "event-fault-lasts"),
        ({"ends": "later"}, "moment-unreadable"),
        ({"more": "seats: 0"}, "event-fault-seats"),
        ({"more": "seats: many"}, "event-fault-seats"),
        ({"more": "seats: 100001"}, "event-fault-seats"),
        ({"more": "kind: ball"}, "event-fault-kind"),
        ({"more": "x" * 901}, "event-fault-about-long"),
    ],
)
def test_what_cannot_be_says_why(typed, why):
    faults = draft(**typed)
    assert isinstance(faults, tuple)
    if why != "event-fault-lasts" or "starts" not in typed:
        assert why in {fault.key for fault in faults}


def test_settings_stand_on_lines_of_their_own_and_the_rest_is_the_description():
    told = read_more("miejsca: 20\nRodzaj: webinar\nrepeats: weekly\nBring: a cup\n\nSee you")
    assert told == More("Bring: a cup\n\nSee you", 20, MeetingKind.WEBINAR, "FREQ=WEEKLY")
    assert read_more("repeats: no").rule == ""
    assert read_more("repeats: freq=daily;count=3").rule == "FREQ=DAILY;COUNT=3"
    assert read_more("") == More()


def test_all_faults_are_told_at_once():
    faults = drafted(Typed(more="seats: 0\nkind: ball"), NOW, HOUSE)
    assert [fault.key for fault in faults] == [
        "event-fault-no-title",
        "event-fault-no-place",
        "event-fault-seats",
        "event-fault-kind",
        "moment-unreadable",
    ]
