"""An event as it stands elsewhere: in a file for calendars, and among the messenger's own events."""

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from bot.core.actions import Schedule, Send
from bot.core.decisions import NOTHING, Decision, Report, decide, refusal
from bot.core.events import RightsChanged, TimerFired
from bot.core.gatherings import CardShown
from bot.core.ids import SpaceRef
from bot.core.meetings import MeetingState
from bot.core.receipts import Refusal, Refused
from bot.core.record import Note, Row, Timer
from bot.core.text import say
from bot.domain.meetings import ics
from bot.domain.meetings.moves import FEED, LOOK, LOOKS, NATIVE, kept_natively, spaces_of
from bot.runtime.cog import Cog, composes, due, on
from bot.runtime.context import Scene
from bot.runtime.directory import STAFF
from bot.runtime.finding import until_found
from bot.runtime.gatherings import Gatherings
from bot.runtime.meetings import Meetings
from bot.runtime.services import Host, Services
from bot.runtime.stores import Notes
from bot.runtime.timed import about

IN_FEED = 500
"""So many events stand in the feed, the newest."""
FEED_FAILED = "feed failed"


class EventsElsewhere(Cog):
    """Keeps both in step with what was decided; what is in the way the team is told once."""

    name: ClassVar[str] = "events"

    def __init__(self, meetings: Meetings, gatherings: Gatherings, notes: Notes, host: Host) -> None:
        self._meetings = meetings
        self._gatherings = gatherings
        self._notes = notes
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.meetings, services.gatherings, services.notes, services.host)

    # --- the file

    @due(FEED)
    async def feeds(self, scene: Scene, event: TimerFired) -> Decision:
        """Write the feed anew, doing it twice is doing it once; where it cannot be written it is tried every hour."""
        community, folder = scene.community, scene.community.events.feed
        if not folder:
            return NOTHING
        latest = await self._meetings.latest(community.key, IN_FEED)
        text = ics.feed(latest[::-1], community.key, community.name, scene.now)
        why = await self._host.write_feed(folder, ics.FEED_FILE, text)
        known = await self._notes.note(community.key, self.name, FEED_FAILED)
        rows: list[Row] = [Timer(FEED, event.subject, scene.now + LOOKS)] if why else []
        if (known or "") == why:
            return decide(rows=rows)
        staff = scene.directory.place(STAFF)
        if staff is None and (waits := until_found(scene, event, {STAFF})) is not None:
            return waits
        rows.append(Note(self.name, FEED_FAILED, why or None))
        said = say("event-feed-failed", folder=folder, why=why) if why else say("event-feed-again")
        return decide(*(() if staff is None else (Send(staff, said, important=bool(why)),)), rows=rows)

    # --- the messenger's own

    @due(LOOK)
    async def looks(self, scene: Scene, event: TimerFired) -> Decision:
        """Ask how many are interested in the messenger's own event; where there is none it may be allowed by now."""
        meeting = await about(self._meetings.find, scene, event)
        if meeting is None or meeting.state is not MeetingState.AHEAD or meeting.starts_at <= scene.now:
            return NOTHING
        natives = spaces_of(await self._gatherings.cards(scene.community.key, meeting.native))
        again = Timer(LOOK, meeting.subject, scene.now + LOOKS, {"number": meeting.number})
        kept = kept_natively(meeting, natives, new=scene.community.events.native)
        return kept.and_then(decide(rows=(again,)))

    @on(RightsChanged)
    async def allowed(self, scene: Scene, event: RightsChanged) -> Decision:
        """What was refused may be allowed now: every event that is to come is looked at at once."""
        community = scene.community.key
        if not event.present or not await self._notes.note(community, self.name, _without(event.space)):
            return NOTHING
        ahead = await self._meetings.ahead(community)
        return decide(rows=[Timer(LOOK, one.subject, scene.now, {"number": one.number}) for one in ahead])

    @composes(NATIVE)
    async def natively(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note which of the messenger's own events is ours; say once that there can be none."""
        meeting = await self._meetings.find(scene.community.key, args["number"])
        space = SpaceRef.parse(str(args["space"]))
        receipt = next(r for s, r in reversed(report) if isinstance(s, Schedule) and s.space == space)
        if isinstance(receipt, Refused):
            return await self._told_once(scene, space, receipt)
        if meeting is None or receipt.message is None:
            return NOTHING
        natives = {space: receipt.message}
        if meeting.state is MeetingState.CANCELLED:
            return decide(Schedule(space, "", "", "", meeting.starts_at, meeting.ends_at, receipt.message, off=True))
        rows: list[Row] = [CardShown(meeting.native, receipt.message)]
        if await self._notes.note(scene.community.key, self.name, _without(space)):
            rows.append(Note(self.name, _without(space), None))
        if receipt.interested is not None:
            name, many = f"interested {meeting.number}", str(receipt.interested)
            if await self._notes.note(scene.community.key, self.name, name) != many:
                rows.append(Note(self.name, name, many))
        whole = decide(rows=rows)
        behind = meeting.sequence != args["sequence"]  # changed while this was on its way
        return whole.and_then(kept_natively(meeting, natives)) if behind else whole

    async def _told_once(self, scene: Scene, space: SpaceRef, receipt: Refused) -> Decision:
        name = _without(space)
        if receipt.why is not Refusal.FORBIDDEN or await self._notes.note(scene.community.key, self.name, name):
            return NOTHING
        staff = scene.directory.staff_for(space.platform)
        said = Note(self.name, name, "said")
        told_why = say("event-no-native", why=refusal(receipt.why))
        return decide(*(() if staff is None else (Send(staff, told_why),)), rows=(said,))


def _without(space: SpaceRef) -> str:
    return f"no native {space}"
