"""Events as iCalendar (RFC 5545): one, or a feed of all.

Times are UTC, which no change of clocks can move. Each event keeps its UID for good and counts up its SEQUENCE.
"""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Calendar
from icalendar import Event as Entry

from bot.core.meetings import Meeting, MeetingState
from bot.core.text import File

FEED_FILE = "events.ics"


def uid(community: str, meeting: Meeting) -> str:
    """The name under which calendars know an event."""
    return f"event-{meeting.number}@{community}.townkeeper"


def feed(meetings: Iterable[Meeting], community: str, name: str, now: datetime) -> str:
    """All of them as the text of one file."""
    calendar = Calendar()
    calendar.add("prodid", "-//Townkeeper//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for meeting in meetings:
        calendar.add_component(_entry(meeting, community, now))
    return bytes(calendar.to_ical()).decode()


def one(meeting: Meeting, community: str, name: str, now: datetime) -> File:
    """One of them as a file."""
    return File(f"event-{meeting.number}.ics", feed((meeting,), community, name, now))


def as_file(text: str) -> File:
    """A feed as a file."""
    return File(FEED_FILE, text)


def _entry(meeting: Meeting, community: str, now: datetime) -> Entry:
    entry = Entry()
    entry.add("uid", uid(community, meeting))
    entry.add("sequence", meeting.sequence)
    entry.add("dtstamp", now)
    entry.add("dtstart", meeting.starts_at)
    entry.add("dtend", meeting.ends_at)
    entry.add("summary", meeting.title)
    entry.add("location", meeting.where)
    if meeting.about:
        entry.add("description", meeting.about)
    entry.add("status", "CANCELLED" if meeting.state is MeetingState.CANCELLED else "CONFIRMED")
    return entry
