"""An event as people see it: its public card with one head count, its buttons, and the lines that staff see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import assert_never

from bot.core.ids import UserRef
from bot.core.meetings import Meeting, MeetingState
from bot.core.people import Rank
from bot.core.text import Body, Bold, Moment, Rich, Say, lines, say
from bot.core.ui import Button, Row, Rows
from bot.domain.meetings.presses import (
    AskHost,
    Attend,
    BeingThere,
    CancelMeeting,
    ChangeMeeting,
    Felt,
    ManageMeeting,
    MyZone,
    ToCalendar,
)
from bot.domain.meetings.seats import ANSWERS, MAYBE, WAIT, YES

LASTS = timedelta(days=760)
"""Longer than anything can be planned ahead."""
FACES = "😞🙁😐🙂😀"
STAFF_LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Heads:
    """Who said what, over all messengers; ``interested`` is what a messenger counts for an event of its own."""

    coming: int = 0
    maybe: int = 0
    waiting: int = 0
    interested: int | None = None


def heads(many: Mapping[str, int], interested: int | None = None) -> Heads:
    """Read the counts of a tally."""
    return Heads(many.get(YES, 0), many.get(MAYBE, 0), many.get(WAIT, 0), interested)


def card(meeting: Meeting, count: Heads, zone: tzinfo, now: datetime) -> Body:
    """How it stands, for everybody."""
    seats = say("event-seats", count=meeting.seats) if meeting.seats else None
    told = lines(
        Rich((Bold(meeting.title),)),
        say(f"event-kind-{meeting.kind}", by=meeting.by_name),
        Rich((meeting.about,)) if meeting.about else None,
        when(meeting),
        by_clock(meeting, zone),
        say("event-where", where=meeting.where),
        say("event-again") if meeting.rule else None,
    )
    match meeting.state:
        case MeetingState.CANCELLED:
            return lines(say("event-is-cancelled"), told)
        case MeetingState.OVER:
            return lines(told, say("event-is-over", count=count.coming))
        case MeetingState.AHEAD:
            on_now = say("event-on-now") if meeting.starts_at <= now else None
            return lines(on_now, told, seats, counts(count), natively(count))
    assert_never(meeting.state)


def when(meeting: Meeting) -> Say:
    """From when to when, in the reader's own clock where the messenger shows it."""
    return say("event-when", starts=Moment(meeting.starts_at), ends=Moment(meeting.ends_at))


def by_clock(meeting: Meeting, zone: tzinfo) -> Say:
    """The same in words, with the name of the clock."""
    starts, ends = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    until = f"{ends:%H:%M}" if ends.date() == starts.date() else f"{ends:%Y-%m-%d %H:%M}"
    return say("event-clock", starts=f"{starts:%Y-%m-%d %H:%M}", ends=until, zone=str(zone))


def counts(count: Heads) -> Say:
    return say("event-heads", count=count.coming, maybe=count.maybe, waiting=count.waiting)


def natively(count: Heads) -> Say | None:
    """What the messenger itself counts stands apart: nobody knows who of them counts twice."""
    return None if count.interested is None else say("event-interested", count=count.interested)


def buttons(meeting: Meeting) -> Rows:
    """What everybody can press; what is for her eyes only is answered in private."""
    if meeting.state is not MeetingState.AHEAD:
        return ()
    number, name = meeting.number, meeting.subject
    answers: Row = tuple(
        Button(say(f"button-event-{answer}"), Attend(number, answer), lasts=LASTS, name=f"{name} {answer}")
        for answer in ANSWERS
    )
    more: Row = (
        Button(say("button-event-calendar"), ToCalendar(number), private=True, lasts=LASTS, name=f"{name} calendar"),
        Button(say("button-event-ask"), AskHost(number), private=True, lasts=LASTS, name=f"{name} ask"),
    )
    there: Row = (
        Button(say("button-event-check-in"), BeingThere(number), private=True, lasts=LASTS, name=f"{name} here"),
        Button(say("button-event-zone"), MyZone(), private=True, lasts=LASTS, name=f"{name} zone"),
    )
    return answers, more, there


def staff_buttons(meeting: Meeting) -> Rows:
    """What staff can do with it."""

    def one(key: str, how: str) -> Button:
        press = ManageMeeting(meeting.number, how)
        return Button(say(key), press, rank=Rank.MODERATOR, lasts=STAFF_LASTS)

    look: Row = (one("button-event-questions", "questions"), one("button-event-csv", "csv"))
    if meeting.state is not MeetingState.AHEAD:
        return (look,)
    change = Button(say("button-event-change"), ChangeMeeting(meeting.number), rank=Rank.MODERATOR, lasts=STAFF_LASTS)
    cancel = Button(say("button-event-cancel"), CancelMeeting(meeting.number), rank=Rank.MODERATOR, lasts=STAFF_LASTS)
    return look, (one("button-event-code", "code"), change, cancel)


def faces(meeting: Meeting, guest: UserRef) -> Rows:
    """Ask this guest how it was."""
    return (
        tuple(
            Button(Rich((face,)), Felt(meeting.number, number), only=guest, lasts=timedelta(days=7))
            for number, face in enumerate(FACES, 1)
        ),
    )


def line(meeting: Meeting) -> Say:
    """One of a list."""
    key = f"event-line-{meeting.state}"
    return say(key, number=meeting.number, title=meeting.title[:80], at=Moment(meeting.starts_at))


def summary(meeting: Meeting, count: Heads, came: int, felt: Mapping[str, int]) -> Body:
    """What staff see of it."""
    people = sum(felt.values())
    faces_of = " ".join(f"{face} {felt.get(str(n), 0)}" for n, face in enumerate(FACES, 1))
    return lines(
        line(meeting),
        counts(count),
        natively(count),
        say("event-came", count=came),
        say("event-felt", count=people, faces=faces_of) if people else None,
    )
