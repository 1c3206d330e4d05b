"""Events as iCalendar (RFC 5545): one, or a feed of all.

Times are UTC, which no change of clocks can move. Each event keeps its UID for good and counts up its SEQUENCE.
"""

from collections.abc import Iterable
from datetime import datetime

from icalendar import Event as Entry

from bot.core.ical import event, text_of
from bot.core.meetings import Meeting, MeetingState
from bot.core.text import File

FEED_FILE = "events.ics"


def uid(community: str, meeting: Meeting) -> str:
    """The name under which calendars know an event."""
    return f"event-{meeting.number}@{community}.townkeeper"


def feed(meetings: Iterable[Meeting], community: str, name: str, now: datetime) -> str:
    """All of them as the text of one file."""
    entries = (_entry(meeting, community, now) for meeting in meetings)
    return text_of(entries, "Events", {"method": "PUBLISH", "x-wr-calname": name})


def one(meeting: Meeting, community: str, name: str, now: datetime) -> File:
    """One of them as a file."""
    return File(f"event-{meeting.number}.ics", feed((meeting,), community, name, now))


def as_file(text: str) -> File:
    """A feed as a file."""
    return File(FEED_FILE, text)


def _entry(meeting: Meeting, community: str, now: datetime) -> Entry:
    return event(
        {
            "uid": uid(community, meeting),
            "sequence": meeting.sequence,
            "dtstamp": now,
            "dtstart": meeting.starts_at,
            "dtend": meeting.ends_at,
            "summary": meeting.title,
            "location": meeting.where,
            "description": meeting.about,
            "status": "CANCELLED" if meeting.state is MeetingState.CANCELLED else "CONFIRMED",
        }
    )
