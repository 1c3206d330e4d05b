"""What happens to an event in time: reminders, its start and its end, and what is asked afterwards."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.ids import UserRef
from bot.core.meetings import Meeting, MeetingState
from bot.core.record import Note, Row, Timer
from bot.domain.calendar.recurrence import Recurrence, following_one
from bot.domain.meetings.card import faces
from bot.domain.meetings.moves import (
    CANCELLED,
    END,
    FORGET,
    MOVED,
    REMIND,
    REMINDED,
    START,
    SURVEYED,
    TELL,
    announced,
    ended,
    forgotten,
    refreshed,
    telling,
)
from bot.domain.meetings.roll import LENGTH, made
from bot.domain.meetings.seats import MAYBE, WAIT, YES
from bot.domain.meetings.told import for_host, told
from bot.runtime.cog import Cog, due
from bot.runtime.context import Scene
from bot.runtime.gatherings import Gatherings
from bot.runtime.meetings import Meetings
from bot.runtime.services import Services
from bot.runtime.timed import about
from bot.runtime.zones import zone_of

PAGE = 100
"""So many people are told in one decision."""
_WHOM: Mapping[str, Collection[str]] = {
    REMINDED: (YES, MAYBE),
    MOVED: (YES, MAYBE, WAIT),
    CANCELLED: (YES, MAYBE, WAIT),
    SURVEYED: (YES, "came"),
}


class EventTimes(Cog):
    """Everything due is a row, so that it happens once, also when the bot was down over it."""

    name: ClassVar[str] = "events"

    def __init__(self, meetings: Meetings, gatherings: Gatherings) -> None:
        self._meetings = meetings
        self._gatherings = gatherings

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.meetings, services.gatherings)

    # --- telling everybody

    @due(REMIND)
    async def reminds(self, scene: Scene, event: TimerFired) -> Decision:
        """Remind people, unless it has begun by now, was moved, or a later reminder is due as well."""
        meeting = await about(self._meetings.find, scene, event)
        starts, ahead = event.args.get("starts"), event.args.get("ahead")
        if meeting is None or meeting.starts_at != starts or meeting.starts_at <= scene.now:
            return NOTHING
        later = [span for span in scene.community.events.remind if isinstance(ahead, timedelta) and span < ahead]
        if any(meeting.starts_at - span <= scene.now for span in later):
            return NOTHING
        tell = telling(meeting, REMINDED, scene.now)
        return decide(rows=(replace(tell, subject=f"{tell.subject} {event.subject}"),))

    @due(TELL)
    async def tells(self, scene: Scene, event: TimerFired) -> Decision:
        """Tell one page of people, quietly and each by her own clock; the next page is due at once."""
        meeting = await about(self._meetings.find, scene, event)
        what, after = str(event.args.get("what")), event.args.get("after")
        if meeting is None or (meeting.state is MeetingState.CANCELLED) is not (what == CANCELLED):
            return NOTHING
        community, since = scene.community.key, after if isinstance(after, int) else 0
        subject = await self._whom(scene, meeting) if what == SURVEYED else meeting.subject
        page = await self._gatherings.oldest(community, subject, _WHOM.get(what, ()), PAGE, since)
        steps: list[Whisper] = []
        for one in page:
            user = UserRef.parse(one.account)
            zone = zone_of(await self._meetings.zone(community, user), scene.community.timezone)
            rows = faces(meeting, user) if what == SURVEYED else ()
            steps.append(Whisper(user, told(meeting, what, zone), rows, quiet=True))
        more: tuple[Row, ...] = ()
        if len(page) == PAGE:
            more = (Timer(TELL, event.subject, scene.now, {**event.args, "after": page[-1].seq}),)
        return decide(*steps, rows=more)

    async def _whom(self, scene: Scene, meeting: Meeting) -> str:
        """Who was there; where nobody gave the code, who said that she comes."""
        there = await self._gatherings.oldest(scene.community.key, meeting.came, ("came",), 1)
        return meeting.came if there else meeting.subject

    # --- beginning and ending

    @due(START)
    async def starts(self, scene: Scene, event: TimerFired) -> Decision:
        """Say so on the cards, and give the host what was asked, and the code."""
        meeting = await about(self._meetings.find, scene, event)
        if meeting is None or meeting.state is not MeetingState.AHEAD or meeting.starts_at > scene.now:
            return NOTHING
        community = scene.community.key
        asked = await self._meetings.questions(community, meeting.number)
        coming = (await self._gatherings.tally(community, meeting.subject)).many.get(YES, 0)
        cards = await self._gatherings.cards(community, meeting.subject)
        host = Whisper(meeting.by, for_host(meeting, asked, coming), important=True)
        return decide(host).and_then(refreshed(meeting, cards))

    @due(END)
    async def ends(self, scene: Scene, event: TimerFired) -> Decision:
        """It is over: ask how it was, and announce the next time of what comes again."""
        meeting = await about(self._meetings.find, scene, event)
        if meeting is None or meeting.state is not MeetingState.AHEAD or meeting.ends_at > scene.now:
            return NOTHING
        whole = ended(meeting, scene.now, await self._gatherings.cards(scene.community.key, meeting.subject))
        if scene.community.events.survey:
            whole = whole.and_then(decide(rows=(telling(meeting, SURVEYED, scene.now),)))
        again = await self._again(scene, meeting)
        if again is None:
            return whole
        plan = scene.community.events
        return whole.and_then(announced(again, plan.remind, scene.community.zone, scene.now, native=plan.native))

    async def _again(self, scene: Scene, meeting: Meeting) -> Meeting | None:
        if not meeting.rule:
            return None
        recurrence = Recurrence(meeting.rule, datetime.fromisoformat(meeting.start))
        after = max(scene.now, meeting.starts_at)
        starts = following_one(recurrence, scene.community.zone, after)
        if starts is None:
            return None
        return replace(
            meeting,
            number=await self._meetings.next_number(scene.community.key),
            starts_at=starts,
            ends_at=starts + (meeting.ends_at - meeting.starts_at),
            code=made(secrets.token_bytes(LENGTH)),
            sequence=0,
            version=0,
        )

    @due(FORGET)
    async def forgets(self, scene: Scene, event: TimerFired) -> Decision:
        """Keep the counts, and forget whose they were."""
        meeting = await about(self._meetings.find, scene, event)
        if meeting is None:
            return NOTHING
        return forgotten(meeting).and_then(decide(rows=(Note(self.name, f"interested {meeting.number}", None),)))
