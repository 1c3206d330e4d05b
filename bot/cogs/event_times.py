"""What happens to an event in time: reminders, its start and end, the feed, and the messenger's own event beside it."""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Schedule, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Report, decide, refusal
from bot.core.events import TimerFired
from bot.core.gatherings import CardShown
from bot.core.ids import SpaceRef, UserRef
from bot.core.meetings import Meeting, MeetingState
from bot.core.receipts import Refusal, Refused
from bot.core.record import Note, Row, Timer
from bot.core.text import say
from bot.domain.calendar.recurrence import Recurrence, following_one
from bot.domain.meetings import ics
from bot.domain.meetings.card import faces
from bot.domain.meetings.moves import (
    CANCELLED,
    END,
    FEED,
    FORGET,
    LOOK,
    LOOKS,
    MOVED,
    NATIVE,
    REMIND,
    REMINDED,
    START,
    SURVEYED,
    TELL,
    announced,
    ended,
    forgotten,
    kept_natively,
    refreshed,
    spaces_of,
    telling,
)
from bot.domain.meetings.roll import LENGTH, made
from bot.domain.meetings.seats import MAYBE, WAIT, YES
from bot.domain.meetings.told import for_host, told
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.gatherings import Gatherings
from bot.runtime.meetings import Meetings
from bot.runtime.services import Host, Services
from bot.runtime.stores import Notes
from bot.runtime.zones import zone_of

PAGE = 100
"""So many people are told in one decision."""
IN_FEED = 500
"""So many events stand in the feed, the newest."""
_WHOM: Mapping[str, Collection[str]] = {
    REMINDED: (YES, MAYBE),
    MOVED: (YES, MAYBE, WAIT),
    CANCELLED: (YES, MAYBE, WAIT),
    SURVEYED: (YES, "came"),
}


class EventTimes(Cog):
    """Everything due is a row, so that it happens once, also when the bot was down over it."""

    name: ClassVar[str] = "events"

    def __init__(self, meetings: Meetings, gatherings: Gatherings, notes: Notes, host: Host) -> None:
        self._meetings = meetings
        self._gatherings = gatherings
        self._notes = notes
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.meetings, services.gatherings, services.notes, services.host)

    # --- telling everybody

    @due(REMIND)
    async def reminds(self, scene: Scene, event: TimerFired) -> Decision:
        """Remind people, unless it has begun by now, was moved, or a later reminder is due as well."""
        meeting = await self._due(scene, event)
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
        meeting = await self._due(scene, event)
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
        meeting = await self._due(scene, event)
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
        meeting = await self._due(scene, event)
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
        meeting = await self._due(scene, event)
        if meeting is None:
            return NOTHING
        return forgotten(meeting).and_then(decide(rows=(Note(self.name, f"interested {meeting.number}", None),)))

    # --- outside

    @due(FEED)
    async def feeds(self, scene: Scene, event: TimerFired) -> Decision:
        """Write the feed anew; doing it twice is doing it once."""
        del event
        community = scene.community
        if community.events.feed:
            latest = await self._meetings.latest(community.key, IN_FEED)
            text = ics.feed(latest[::-1], community.key, community.name, scene.now)
            await self._host.write_feed(community.events.feed, ics.FEED_FILE, text)
        return NOTHING

    @due(LOOK)
    async def looks(self, scene: Scene, event: TimerFired) -> Decision:
        """Ask how many are interested in the messenger's own event."""
        meeting = await self._due(scene, event)
        if meeting is None or meeting.state is not MeetingState.AHEAD:
            return NOTHING
        natives = await self._gatherings.cards(scene.community.key, meeting.native)
        if not natives or meeting.starts_at <= scene.now:
            return NOTHING
        again = Timer(LOOK, meeting.subject, scene.now + LOOKS, {"number": meeting.number})
        return kept_natively(meeting, spaces_of(natives)).and_then(decide(rows=(again,)))

    @composes(NATIVE)
    async def natively(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note which of the messenger's own events is ours; say once that there can be none."""
        meeting = await self._meetings.find(scene.community.key, args["number"])
        space = SpaceRef.parse(str(args["space"]))
        receipt = next(r for s, r in reversed(report) if isinstance(s, Schedule) and s.space == space)
        if isinstance(receipt, Refused):
            return await self._without(scene, space, receipt)
        if meeting is None or receipt.message is None:
            return NOTHING
        natives = {space: receipt.message}
        if meeting.state is MeetingState.CANCELLED:
            return decide(Schedule(space, "", "", "", meeting.starts_at, meeting.ends_at, receipt.message, off=True))
        rows: list[Row] = [CardShown(meeting.native, receipt.message)]
        if receipt.interested is not None:
            name, many = f"interested {meeting.number}", str(receipt.interested)
            if await self._notes.note(scene.community.key, self.name, name) != many:
                rows.append(Note(self.name, name, many))
        whole = decide(rows=rows)
        behind = meeting.sequence != args["sequence"]  # changed while this was on its way
        return whole.and_then(kept_natively(meeting, natives)) if behind else whole

    async def _without(self, scene: Scene, space: SpaceRef, receipt: Refused) -> Decision:
        name = f"no native {space}"
        if receipt.why is not Refusal.FORBIDDEN or await self._notes.note(scene.community.key, self.name, name):
            return NOTHING
        staff = scene.directory.staff_for(space.platform)
        said = Note(self.name, name, "said")
        told_why = say("event-no-native", why=refusal(receipt.why))
        return decide(*(() if staff is None else (Send(staff, told_why),)), rows=(said,))

    async def _due(self, scene: Scene, event: TimerFired) -> Meeting | None:
        number = event.args.get("number")
        return await self._meetings.find(scene.community.key, number) if isinstance(number, int) else None
