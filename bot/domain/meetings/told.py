"""What people are told at an event, each by her own clock."""

from collections.abc import Sequence
from datetime import tzinfo

from bot.core.meetings import HostQuestion, Meeting
from bot.core.text import Body, Code, Quote, Rich, lines, say
from bot.domain.meetings.card import by_clock, when
from bot.domain.meetings.moves import CANCELLED, MOVED, REMINDED
from bot.domain.meetings.seats import WAIT


def told(meeting: Meeting, what: str, zone: tzinfo) -> Body:
    """A reminder, a move, a cancellation, or the question afterwards."""
    match what:
        case _ if what == REMINDED:
            begun = say("event-reminder", title=meeting.title)
        case _ if what == MOVED:
            begun = say("event-moved", title=meeting.title)
        case _ if what == CANCELLED:
            return lines(say("event-cancelled-told", title=meeting.title), by_clock(meeting, zone))
        case _:
            return say("event-survey", title=meeting.title)
    return lines(begun, when(meeting), by_clock(meeting, zone), say("event-where", where=meeting.where))


def answered(meeting: Meeting, now: str, ahead: int, zone: tzinfo) -> Body:
    """What became of a press; short, for some messengers show it in a pop-up. ``ahead`` wait before her."""
    if now == WAIT:
        return say("event-you-wait", ahead=ahead)
    return lines(say(f"event-you-{now}"), by_clock(meeting, zone) if now != "no" else None)


def promoted(meeting: Meeting, zone: tzinfo) -> Body:
    """A seat became free."""
    return lines(
        say("event-promoted", title=meeting.title), when(meeting), by_clock(meeting, zone),
        say("event-where", where=meeting.where),
    )  # fmt: skip


def questions(asked: Sequence[HostQuestion]) -> Body:
    """What was asked, by whom."""
    if not asked:
        return say("event-no-questions")
    shown = (Rich((f"{one.by_name}: ", Quote(one.question))) for one in asked)
    return lines(say("event-questions", count=len(asked)), *shown)


def for_host(meeting: Meeting, asked: Sequence[HostQuestion], coming: int) -> Body:
    """What the host needs when it begins."""
    return lines(
        say("event-host", title=meeting.title, count=coming), code(meeting), questions(asked) if asked else None
    )


def code(meeting: Meeting) -> Body:
    return lines(say("event-code", number=meeting.number), Rich((Code(meeting.code),)))
