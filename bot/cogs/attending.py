"""Who comes: one head count over all messengers, seats in the order of joining, and cards that follow."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Edit, Whisper
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.events import TimerFired
from bot.core.gatherings import CardShown, Entry, EntryMoved, Put
from bot.core.ids import UserRef
from bot.core.linking import Linked, Unlinked
from bot.core.lowering import short_line
from bot.core.meetings import Meeting, MeetingState
from bot.core.privacy import Forget, ForgetRest
from bot.core.record import Row, Timer
from bot.core.text import Body, say
from bot.domain.meetings.card import Heads, buttons, card, heads
from bot.domain.meetings.moves import FILL, POSTED, REFRESH, SHOW, refreshed, shown_in
from bot.domain.meetings.presses import Attend
from bot.domain.meetings.seats import WAIT, YES, answered, free, left_by
from bot.domain.meetings.told import answered as told_answer
from bot.domain.meetings.told import promoted
from bot.runtime.carding import stands_at
from bot.runtime.cog import Cog, composes, due, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.gatherings import Gatherings, Persons, Tallies, Throttle, Told
from bot.runtime.meetings import Meetings, OwnZones
from bot.runtime.remembered import Remembered
from bot.runtime.services import Services
from bot.runtime.stores import Notes
from bot.runtime.timed import about
from bot.runtime.zones import zone_of

AT_ONCE = 200
"""So many get a seat in one decision; the next one follows at once."""


class Attending(Cog):
    """A seat, and who gets it when somebody leaves, are written in one transaction: never more than there are."""

    name: ClassVar[str] = "events"

    def __init__(self, meetings: Meetings, gatherings: Gatherings, persons: Persons, notes: Notes) -> None:
        self._meetings = meetings
        self._gatherings = gatherings
        self._persons = persons
        self._notes = notes
        self._tallies = Tallies(gatherings)
        self._zones = OwnZones(meetings)
        self._throttle = Throttle(SHOW)
        self._known = Remembered(Meeting, meetings.find)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.meetings, services.gatherings, Persons(services.fairness.links), services.notes)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move the counts with what was written."""
        self._persons.learned(rows)
        self._tallies.learned(community, rows)
        self._zones.learned(community, rows)
        self._throttle.learned(community, rows)
        self._known.learned(community, rows)

    # --- answers

    @pressed(Attend)
    async def attend(self, ctx: Context, press: Attend) -> Decision:
        """Count an answer; whoever waits longest takes a seat that becomes free by it."""
        community = ctx.community.key
        meeting = await self._known.of(community, press.meeting)
        if meeting is None or meeting.state is not MeetingState.AHEAD or meeting.ends_at <= ctx.now:
            return ctx.answer(say("event-over", number=press.meeting))
        person = await self._persons.of(community, ctx.actor.user)
        before = await self._gatherings.entry(community, meeting.subject, person.key)
        many = (await self._tallies.of(community, meeting.subject)).many
        was, waiting = "" if before is None else before.value, many.get(WAIT, 0)
        now = answered(meeting.seats, many.get(YES, 0), waiting, was, press.answer)
        zone = zone_of(await self._zones.of(community, ctx.actor.user), ctx.community.timezone)
        if now == was:
            return ctx.answer(told_answer(meeting, now, await self._ahead_of(ctx, meeting, person.key), zone))
        entry = Entry(meeting.subject, person.key, Put(now, 1, person.linked), before, ctx.actor.user, ctx.actor.name)
        shown = self._shown_anew(ctx.scene, meeting)
        whole = decide(ctx.say(told_answer(meeting, now, waiting, zone)), rows=(entry, *shown))
        taken = many.get(YES, 0) - left_by(was, now)
        if not (left_by(was, now) and waiting):
            return whole
        return whole.and_then(await self._seated(ctx.scene, meeting, free(meeting.seats, taken, waiting)))

    async def _ahead_of(self, ctx: Context, meeting: Meeting, who: str) -> int:
        """How many wait before her."""
        waiting = await self._gatherings.oldest(ctx.community.key, meeting.subject, (WAIT,), AT_ONCE)
        return next((place for place, one in enumerate(waiting) if one.who == who), len(waiting))

    async def _seated(self, scene: Scene, meeting: Meeting, many: int) -> Decision:
        """Give seats to those who wait longest, and tell each of them."""
        community = scene.community.key
        whole = NOTHING
        first = await self._gatherings.oldest(community, meeting.subject, (WAIT,), min(many, AT_ONCE)) if many else ()
        for one in first:
            whole = whole.and_then(await self._promoted(scene, meeting, one))
        return whole

    async def _promoted(self, scene: Scene, meeting: Meeting, one: Told) -> Decision:
        user = UserRef.parse(one.account)
        seat = Entry(meeting.subject, one.who, Put(YES, 1, one.put.linked), one.put, user, one.name)
        zone = zone_of(await self._zones.of(scene.community.key, user), scene.community.timezone)
        body = promoted(meeting, zone)
        place = shown_in(meeting, user.platform)
        line = None if place is None else short_line(place, user, say("line-something-for-you"), body)
        return decide(Whisper(user, body, otherwise=line, important=True), rows=(seat,))

    @due(FILL)
    async def fills(self, scene: Scene, event: TimerFired) -> Decision:
        """Seats became free otherwise: there are more of them, or two accounts turned out to be one person."""
        community = scene.community.key
        meeting = await about(self._meetings.find, scene, event)
        if meeting is None or meeting.state is not MeetingState.AHEAD:
            return NOTHING
        many = (await self._gatherings.tally(community, meeting.subject)).many
        waiting = many.get(WAIT, 0)
        room = free(meeting.seats, many.get(YES, 0), waiting)
        rows = [*self._shown_anew(scene, meeting)]
        if room > AT_ONCE:
            rows.append(_fill(meeting, scene))
        return (await self._seated(scene, meeting, room)).and_then(decide(rows=rows))

    # --- who is who

    @witnesses(Linked, Unlinked)
    async def linked(self, scene: Scene, row: Linked | Unlinked) -> Decision:
        """Two accounts become one person: of two answers the newer counts, and a seat may become free."""
        community = scene.community.key
        old, new, is_linked = await self._persons.moves(community, row)
        rows: list[Row] = []
        for meeting in await self._meetings.ahead(community) if old != new else ():
            subjects = (meeting.subject, meeting.came, meeting.felt, meeting.tried)
            rows += [EntryMoved(subject, old, new, is_linked) for subject in subjects]
            rows += [_fill(meeting, scene), *self._shown_anew(scene, meeting)]
        return decide(rows=rows)

    @witnesses(Forget, ForgetRest)
    async def forgotten(self, scene: Scene, row: Forget | ForgetRest) -> Decision:
        """What she put in goes with her, and her seat is free."""
        del row
        return decide(rows=[_fill(meeting, scene) for meeting in await self._meetings.ahead(scene.community.key)])

    def _shown_anew(self, scene: Scene, meeting: Meeting) -> tuple[Row, ...]:
        return self._throttle.rows(scene.community.key, meeting.subject, scene.now, {"number": meeting.number})

    # --- cards

    @due(SHOW)
    async def shows(self, scene: Scene, event: TimerFired) -> Decision:
        """Draw the cards anew."""
        self._throttle.fired(scene.community.key, event.subject, scene.now)
        meeting = await about(self._meetings.find, scene, event)
        if meeting is None or meeting.state is not MeetingState.AHEAD:
            return NOTHING
        return refreshed(meeting, await self._gatherings.cards(scene.community.key, meeting.subject))

    @composes(POSTED)
    async def posted(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a card stands; tell the host of a place where it cannot."""
        meeting = await self._meetings.find(scene.community.key, args["number"])
        if meeting is None:
            return NOTHING
        message = stands_at(
            report, args["place"], meeting.by, lambda why: say("event-not-shown", number=meeting.number, why=why)
        )
        if isinstance(message, Decision):
            return message
        if meeting.version == 1:
            return decide(rows=(CardShown(meeting.subject, message),))
        # Changed while a messenger was away: what was sent is old.
        fresh = Edit(message, await self._card(scene, meeting), buttons(meeting))
        shown = (CardShown(meeting.subject, message),) if meeting.state is MeetingState.AHEAD else ()
        return decide(fresh, rows=shown)

    @composes(REFRESH)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Draw one card as it stands now."""
        del report
        meeting = await self._known.of(scene.community.key, args["number"])
        if meeting is None:
            return ()
        return (Intent(Edit(args["message"], await self._card(scene, meeting), buttons(meeting))),)

    async def _card(self, scene: Scene, meeting: Meeting) -> Body:
        return card(meeting, await self._heads(scene, meeting), scene.community.zone, scene.now)

    async def _heads(self, scene: Scene, meeting: Meeting) -> Heads:
        tally = await self._tallies.of(scene.community.key, meeting.subject)
        interested = await self._notes.note(scene.community.key, self.name, f"interested {meeting.number}")
        return heads(tally.many, None if interested is None else int(interested))


def _fill(meeting: Meeting, scene: Scene) -> Timer:
    return Timer(FILL, meeting.subject, scene.now, {"number": meeting.number})
