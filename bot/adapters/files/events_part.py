"""What managers write of events."""

from datetime import timedelta
from typing import Annotated

from pydantic import AfterValidator, Field

from bot.adapters.files.fields import Duration, OnOff, Slug
from bot.adapters.files.section import Section
from bot.domain.meetings.draft import LONGEST, SHORTEST
from bot.runtime.directory import LOBBY
from bot.runtime.meetings import MeetingPlan

EARLIEST = timedelta(days=30)


def a_length(span: timedelta) -> timedelta:
    """Take only what an event can last."""
    if not SHORTEST <= span <= LONGEST:
        raise ValueError("an event lasts one minute to 14 days")
    return span


def a_reminder(span: timedelta) -> timedelta:
    """Take only what a reminder can be ahead."""
    if not timedelta(minutes=5) <= span <= EARLIEST:
        raise ValueError("people are reminded five minutes to 30 days before")
    return span


class EventsPart(Section):
    """Webinars, meetings, live sessions, test drives: announced by staff with /event."""

    in_: Annotated[Slug, Field(alias="in")] = LOBBY
    """The place where they are announced, on every messenger that has it: a name from places."""
    lasts: Annotated[Duration, AfterValidator(a_length)] = timedelta(hours=1)
    """How long they last, unless somebody says otherwise."""
    remind: Annotated[list[Annotated[Duration, AfterValidator(a_reminder)]], Field(max_length=5)] | None = None
    """How long before people are reminded; a day and an hour if left out, [] for never."""
    native: OnOff = True
    """Should they stand among Discord's own events, too? The bot needs Create Events there."""
    survey: OnOff = True
    """Are those who came asked afterwards how it was?"""
    feed: Annotated[str, Field(max_length=400)] = ""
    """A folder in which events.ics is kept up to date, for a web server to serve; empty for none."""

    def plan(self) -> MeetingPlan:
        """The same, as the bot works with it."""
        default = MeetingPlan()
        remind = default.remind if self.remind is None else tuple(sorted(set(self.remind), reverse=True))
        return MeetingPlan(self.in_, self.lasts, remind, self.native, self.survey, self.feed.strip())
