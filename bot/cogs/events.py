"""/event: staff announce something people come to, change it, call it off, and see who comes."""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Annotated, ClassVar, Self

from bot.core.commands import Between, command
from bot.core.decisions import Decision, decide
from bot.core.ids import Place
from bot.core.meetings import Meeting, MeetingState
from bot.core.people import Rank
from bot.core.text import Body, Moment, Say, lines, say
from bot.core.ui import Button, Field, Form
from bot.domain.calendar.recurrence import NoRule, Recurrence
from bot.domain.meetings import ics
from bot.domain.meetings.card import heads, line, staff_buttons, summary
from bot.domain.meetings.draft import Draft, House, Typed, drafted
from bot.domain.meetings.export import Guest, as_csv
from bot.domain.meetings.moves import announced, cancelled, changed
from bot.domain.meetings.presses import CancelMeeting, ChangeMeeting, ManageMeeting, NewMeeting
from bot.domain.meetings.roll import LENGTH, made
from bot.domain.meetings.told import code, questions
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context
from bot.runtime.gatherings import Gatherings
from bot.runtime.meetings import Meetings
from bot.runtime.parcel import handed
from bot.runtime.services import Services
from bot.runtime.stores import Notes

SHOWN = 10
"""As many does /event list."""
LONGEST_TYPED = 1500


class Events(Cog):
    """Whatever is wrong with what was typed is said at once, and the form comes back as it was."""

    name: ClassVar[str] = "events"

    def __init__(self, meetings: Meetings, gatherings: Gatherings, notes: Notes) -> None:
        self._meetings = meetings
        self._gatherings = gatherings
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.meetings, services.gatherings, services.notes)

    # --- announcing

    @command("event new", rank=Rank.MODERATOR, asks=True)
    async def new(self, ctx: Context) -> Decision:
        """Announce an event: a form."""
        return ctx.ask(_form(NewMeeting()))

    @filled(NewMeeting)
    async def announces(self, ctx: Context, press: NewMeeting, values: Mapping[str, str]) -> Decision:
        """Take the form."""
        draft = _drafted(ctx, values)
        if isinstance(draft, tuple):
            return ctx.ask_again(lines(*draft), _form(press), values)
        places = _places(ctx)
        if not places:
            return ctx.answer(say("event-nowhere"))
        number = await self._meetings.next_number(ctx.community.key)
        meeting = Meeting(
            number,
            ctx.actor.user,
            ctx.actor.name,
            draft.title,
            draft.more.about,
            draft.where,
            draft.more.kind,
            draft.starts_at,
            draft.ends_at,
            places,
            seats=draft.more.seats,
            code=made(secrets.token_bytes(LENGTH)),
            rule=draft.more.rule,
            start=_local(ctx, draft.starts_at),
        )
        plan = ctx.community.events
        told = lines(say("event-made", number=number, at=Moment(draft.starts_at)), _twice(draft))
        answer = decide(ctx.say(told, staff_buttons(meeting)))
        return answer.and_then(announced(meeting, plan.remind, ctx.community.zone, ctx.now, native=plan.native))

    # --- changing

    @pressed(ChangeMeeting)
    async def changes(self, ctx: Context, press: ChangeMeeting) -> Decision:
        """Put up the form as it was filled in."""
        meeting = await self._ahead(ctx, press.meeting)
        if meeting is None:
            return ctx.answer(say("event-over", number=press.meeting))
        return ctx.ask(_form(press).refilled(_values(meeting, ctx)))

    @filled(ChangeMeeting)
    async def changed(self, ctx: Context, press: ChangeMeeting, values: Mapping[str, str]) -> Decision:
        """Take it as it is now; cards, calendars and people follow."""
        meeting = await self._ahead(ctx, press.meeting)
        if meeting is None or meeting.starts_at <= ctx.now:
            return ctx.answer(say("event-over", number=press.meeting))
        draft = _drafted(ctx, values)
        if isinstance(draft, tuple):
            return ctx.ask_again(lines(*draft), _form(press), values)
        now = replace(
            meeting,
            title=draft.title,
            about=draft.more.about,
            where=draft.where,
            kind=draft.more.kind,
            starts_at=draft.starts_at,
            ends_at=draft.ends_at,
            seats=draft.more.seats,
            rule=draft.more.rule,
            start=_local(ctx, draft.starts_at) if draft.starts_at != meeting.starts_at else meeting.start,
        )
        cards = await self._gatherings.cards(ctx.community.key, meeting.subject)
        natives = await self._gatherings.cards(ctx.community.key, meeting.native)
        told = ctx.say(lines(say("event-changed", number=now.number, at=Moment(now.starts_at)), _twice(draft)))
        plan = ctx.community.events
        return decide(told).and_then(changed(meeting, now, plan.remind, ctx.now, cards, natives, native=plan.native))

    @pressed(CancelMeeting)
    async def cancels(self, ctx: Context, press: CancelMeeting) -> Decision:
        """Call it off."""
        meeting = await self._ahead(ctx, press.meeting)
        if meeting is None:
            return ctx.answer(say("event-over", number=press.meeting))
        cards = await self._gatherings.cards(ctx.community.key, meeting.subject)
        natives = await self._gatherings.cards(ctx.community.key, meeting.native)
        told = ctx.say(say("event-cancelled", number=meeting.number))
        return decide(told).and_then(cancelled(meeting, ctx.now, cards, natives))

    # --- looking

    @command("event list", rank=Rank.MODERATOR)
    async def listed(self, ctx: Context, event: Annotated[int | None, Between(1, 10**9)] = None) -> Decision:
        """See the latest events; with a number who comes, and change or cancel it."""
        if event is not None:
            found = await self._meetings.find(ctx.community.key, event)
            if found is None:
                return ctx.answer(say("event-unknown", number=event))
            return ctx.answer(await self._summary(ctx, found), staff_buttons(found))
        latest = await self._meetings.latest(ctx.community.key, SHOWN)
        if not latest:
            return ctx.answer(say("event-none"))
        return ctx.answer(lines(*map(line, latest), say("event-list-how")))

    @command("event feed", rank=Rank.MODERATOR)
    async def feed(self, ctx: Context) -> Decision:
        """Get all events that are to come as a calendar file."""
        ahead = await self._meetings.ahead(ctx.community.key)
        text = ics.feed(ahead, ctx.community.key, ctx.community.name, ctx.now)
        return decide(ctx.asker.answer(say("event-feed", count=len(ahead)), files=(ics.as_file(text),)))

    @pressed(ManageMeeting)
    async def manage(self, ctx: Context, press: ManageMeeting) -> Decision:
        """Show what the button says."""
        meeting = await self._meetings.find(ctx.community.key, press.meeting)
        if meeting is None:
            return ctx.answer(say("event-unknown", number=press.meeting))
        match press.how:
            case "code":
                return ctx.answer(code(meeting))
            case "questions":
                return ctx.answer(questions(await self._meetings.questions(ctx.community.key, meeting.number)))
            case _:
                file = as_csv(meeting, await self._guests(ctx, meeting))
                return await handed(ctx.asker, await self._summary(ctx, meeting), file)

    async def _guests(self, ctx: Context, meeting: Meeting) -> list[Guest]:
        community = ctx.community.key
        there = {one.who: one async for one in self._gatherings.entries(community, meeting.came)}
        guests = [
            Guest(one.name, one.account, one.put.value, there.pop(one.who, None) is not None)
            async for one in self._gatherings.entries(community, meeting.subject)
        ]
        return guests + [Guest(one.name, one.account, "", came=True) for one in there.values()]

    async def _summary(self, ctx: Context, meeting: Meeting) -> Body:
        community = ctx.community.key
        interested = await self._notes.note(community, self.name, f"interested {meeting.number}")
        many = (await self._gatherings.tally(community, meeting.subject)).many
        came = (await self._gatherings.tally(community, meeting.came)).people
        felt = (await self._gatherings.tally(community, meeting.felt)).many
        return summary(meeting, heads(many, None if interested is None else int(interested)), came, felt)

    async def _ahead(self, ctx: Context, number: int) -> Meeting | None:
        meeting = await self._meetings.find(ctx.community.key, number)
        return meeting if meeting is not None and meeting.state is MeetingState.AHEAD else None


def _drafted(ctx: Context, values: Mapping[str, str]) -> Draft | tuple[Say, ...]:
    """Read the form; whether a repetition can be read is known to the calendar."""
    typed = Typed(**{name: values.get(name, "") for name in ("title", "starts", "ends", "where", "more")})
    draft = drafted(typed, ctx.now, House(ctx.community.events.lasts, ctx.community.zone))
    if isinstance(draft, Draft) and draft.more.rule:
        try:
            Recurrence(draft.more.rule, datetime.fromisoformat(_local(ctx, draft.starts_at)))
        except NoRule:
            return (say("event-fault-repeats", given=draft.more.rule[:60]),)
    return draft


def _places(ctx: Context) -> tuple[Place, ...]:
    """Once on each messenger that has the place of the config."""
    role = ctx.community.events.place
    found = {place.platform: place for (name, _), place in sorted(ctx.scene.directory.pins.items()) if name == role}
    return tuple(found[platform] for platform in sorted(found))


def _form(press: NewMeeting | ChangeMeeting) -> Form:
    fields = (
        Field("title", say("event-field-title"), longest=200),
        Field("starts", say("event-field-starts"), longest=100),
        Field("ends", say("event-field-ends"), required=False, longest=100),
        Field("where", say("event-field-where"), longest=200),
        Field("more", say("event-field-more"), long=True, required=False, longest=LONGEST_TYPED),
    )
    return Form(say("event-form"), fields, Button(say("button-send"), press, rank=Rank.MODERATOR))


def _values(meeting: Meeting, ctx: Context) -> dict[str, str]:
    """What was announced, as it would have been typed."""
    zone = ctx.community.zone
    more = [f"kind: {meeting.kind}"]
    more += [f"seats: {meeting.seats}"] if meeting.seats else []
    more += [f"repeats: {meeting.rule}"] if meeting.rule else []
    return {
        "title": meeting.title,
        "starts": f"{meeting.starts_at.astimezone(zone):%Y-%m-%d %H:%M}",
        "ends": f"{meeting.ends_at.astimezone(zone):%Y-%m-%d %H:%M}",
        "where": meeting.where,
        "more": "\n".join([*more, *([meeting.about] if meeting.about else [])]),
    }


def _local(ctx: Context, at: datetime) -> str:
    return at.astimezone(ctx.community.zone).replace(tzinfo=None, fold=0).isoformat()


def _twice(draft: Draft) -> Say | None:
    return say("event-twice") if draft.twice else None
