"""What calendars read: the same UID for good, a counted SEQUENCE, times that no change of clocks moves."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from bot.core.ids import DISCORD, UserRef
from bot.core.meetings import Meeting, MeetingKind, MeetingState
from bot.domain.meetings import ics
from bot.domain.meetings.export import Guest, as_csv
from bot.domain.meetings.roll import LENGTH, SIGNS, fits, made

START = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)
TEA = Meeting(
    3, UserRef(DISCORD, "1"), "Mara", "Tea; and, cake", "Line one\nLine two " + "ż" * 90, "The barn", MeetingKind.OFFLINE,
    START, START + timedelta(hours=3), (),
)  # fmt: skip


def read(*meetings):
    return Calendar.from_ical(ics.feed(meetings, "home", "Riverside", START)).walk("VEVENT")


def test_an_event_comes_back_as_it_was_over_the_change_of_clocks():
    (entry,) = read(TEA)
    assert entry.decoded("dtstart") == TEA.starts_at
    assert entry.decoded("dtend") - entry.decoded("dtstart") == timedelta(hours=3)
    assert (str(entry["summary"]), str(entry["description"])) == (TEA.title, TEA.about)
    assert (str(entry["uid"]), entry["sequence"], str(entry["status"])) == (ics.uid("home", TEA), 0, "CONFIRMED")


def test_changes_count_up_and_what_is_cancelled_says_so():
    gone = replace(TEA, state=MeetingState.CANCELLED, sequence=2, about="")
    first, second = read(TEA, gone)
    assert first["uid"] == second["uid"]
    assert (second["sequence"], str(second["status"])) == (2, "CANCELLED")
    assert "description" not in second
    assert ics.one(TEA, "home", "Riverside", START).name == "event-3.ics"
    assert ics.as_file("x").name == "events.ics"


def test_a_table_holds_no_formula():
    file = as_csv(TEA, [Guest("=1+1", "discord:1", "yes", came=True), Guest("Ann", "discord:2", "", came=False)])
    assert file.content.splitlines() == ["name,account,answer,came", "'=1+1,discord:1,yes,yes", "Ann,discord:2,,no"]


def test_a_code_is_known_however_it_is_written():
    code = made(bytes(range(LENGTH)))
    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert fits(code, f" {code[:3].lower()}-{code[3:]}")
    assert not fits(code, code[:-1])
    assert not fits("", "")
