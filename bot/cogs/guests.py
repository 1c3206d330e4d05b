"""What guests of an event do for themselves: take it into their calendar, ask, check in, say how it was."""

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar, Self

from bot.core.decisions import Decision, decide
from bot.core.gatherings import Entry, Put
from bot.core.meetings import HostQuestion, Meeting, MeetingState, OwnZone
from bot.core.text import say
from bot.core.ui import Button, Field, Form
from bot.domain.meetings import ics
from bot.domain.meetings.presses import AskHost, BeingThere, Felt, MyZone, ToCalendar
from bot.domain.meetings.roll import TRIES, fits
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context
from bot.runtime.gatherings import Gatherings, Persons
from bot.runtime.meetings import Meetings
from bot.runtime.services import Services
from bot.runtime.zones import read_zone

MOST_QUESTIONS = 3
LONGEST_QUESTION = 500
EARLY, LATE = timedelta(hours=1), timedelta(hours=3)
"""So long before the start, and after the end, people can check in."""
FELT_WITHIN = timedelta(days=7)


class Guests(Cog):
    """Everything here is answered in private."""

    name: ClassVar[str] = "events"

    def __init__(self, meetings: Meetings, gatherings: Gatherings, persons: Persons) -> None:
        self._meetings = meetings
        self._gatherings = gatherings
        self._persons = persons

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.meetings, services.gatherings, Persons(services.fairness.links))

    @pressed(ToCalendar)
    async def to_calendar(self, ctx: Context, press: ToCalendar) -> Decision:
        """Give the event as a file, or all that are to come."""
        community = ctx.community
        if not press.meeting:
            ahead = await self._meetings.ahead(community.key)
            text = ics.feed(ahead, community.key, community.name, ctx.now)
            return decide(ctx.asker.answer(say("event-feed", count=len(ahead)), files=(ics.as_file(text),)))
        meeting = await self._meetings.find(community.key, press.meeting)
        if meeting is None:
            return ctx.answer(say("event-unknown", number=press.meeting))
        file = ics.one(meeting, community.key, community.name, ctx.now)
        more = ((Button(say("button-event-all"), ToCalendar(0)),),)
        return decide(ctx.asker.answer(say("event-file", title=meeting.title), more, (file,)))

    # --- questions

    @pressed(AskHost)
    async def asks(self, ctx: Context, press: AskHost) -> Decision:
        """Put up the form."""
        return ctx.ask(_question_form(press.meeting))

    @filled(AskHost)
    async def asked(self, ctx: Context, press: AskHost, values: Mapping[str, str]) -> Decision:
        """Keep the question for the host."""
        question = " ".join(values.get("question", "").split())
        meeting = await self._meetings.find(ctx.community.key, press.meeting)
        if meeting is None or meeting.state is not MeetingState.AHEAD:
            return ctx.answer(say("event-over", number=press.meeting))
        if not question or len(question) > LONGEST_QUESTION:
            why = say("event-fault-question", most=LONGEST_QUESTION)
            return ctx.ask_again(why, _question_form(press.meeting), values)
        hers = [one for one in await self._meetings.questions(ctx.community.key, meeting.number)
                if one.by == ctx.actor.user]  # fmt: skip
        if len(hers) >= MOST_QUESTIONS:
            return ctx.answer(say("event-fault-questions", most=MOST_QUESTIONS))
        row = HostQuestion(meeting.number, ctx.actor.user, ctx.actor.name, question, ctx.now)
        return decide(ctx.say(say("event-asked")), rows=(row,))

    # --- being there

    @pressed(BeingThere)
    async def checks_in(self, ctx: Context, press: BeingThere) -> Decision:
        """Put up the form, when it is time."""
        meeting = await self._meetings.find(ctx.community.key, press.meeting)
        if meeting is None or not _is_on(ctx, meeting):
            return ctx.answer(say("event-not-now"))
        return ctx.ask(_code_form(meeting.number))

    @filled(BeingThere)
    async def checked_in(self, ctx: Context, press: BeingThere, values: Mapping[str, str]) -> Decision:
        """Count who was there, once; who guesses is not asked for long."""
        community = ctx.community.key
        meeting = await self._meetings.find(community, press.meeting)
        if meeting is None or not _is_on(ctx, meeting):
            return ctx.answer(say("event-not-now"))
        person = await self._persons.of(community, ctx.actor.user)
        if await self._gatherings.entry(community, meeting.came, person.key) is not None:
            return ctx.answer(say("event-checked-in", title=meeting.title))
        wrong = await self._gatherings.entry(community, meeting.tried, person.key)
        tries = 0 if wrong is None else int(wrong.value)
        if tries >= TRIES:
            return ctx.answer(say("event-code-tries"))
        if fits(meeting.code, values.get("code", "")):
            here = Put("came", 1, person.linked)
            row = Entry(meeting.came, person.key, here, None, ctx.actor.user, ctx.actor.name)
            return decide(ctx.say(say("event-checked-in", title=meeting.title)), rows=(row,))
        miss = Entry(meeting.tried, person.key, Put(str(tries + 1)), wrong, ctx.actor.user, ctx.actor.name)
        left = TRIES - tries - 1
        if not left:
            return decide(ctx.say(say("event-code-tries")), rows=(miss,))
        told = ctx.ask_again(say("event-code-wrong", count=left), _code_form(meeting.number), values)
        return told.and_then(decide(rows=(miss,)))

    @pressed(Felt)
    async def felt(self, ctx: Context, press: Felt) -> Decision:
        """Count how it was for somebody who was there; she may change her mind."""
        community = ctx.community.key
        meeting = await self._meetings.find(community, press.meeting)
        if meeting is None or ctx.now > meeting.ends_at + FELT_WITHIN or press.face not in range(1, 6):
            return ctx.answer(say("event-over", number=press.meeting))
        person = await self._persons.of(community, ctx.actor.user)
        before = await self._gatherings.entry(community, meeting.felt, person.key)
        if before is not None and before.value == str(press.face):
            return ctx.answer(say("event-thanks"))
        face = Put(str(press.face), 1, person.linked)
        row = Entry(meeting.felt, person.key, face, before, ctx.actor.user, ctx.actor.name)
        return decide(ctx.say(say("event-thanks")), rows=(row,))

    # --- clocks

    @pressed(MyZone)
    async def asks_zone(self, ctx: Context, press: MyZone) -> Decision:
        """Put up the form, with the clock as it is."""
        del press
        known = await self._meetings.zone(ctx.community.key, ctx.actor.user)
        return ctx.ask(_zone_form(known or ctx.community.timezone))

    @filled(MyZone)
    async def sets_zone(self, ctx: Context, press: MyZone, values: Mapping[str, str]) -> Decision:
        """Tell times by another clock from now on."""
        del press
        given = values.get("zone", "")
        zone = read_zone(given)
        if zone is None:
            return ctx.ask_again(say("event-fault-zone", given=given[:60]), _zone_form(given), values)
        return decide(ctx.say(say("event-zone-set", zone=zone)), rows=(OwnZone(ctx.actor.user, zone),))


def _is_on(ctx: Context, meeting: Meeting) -> bool:
    is_open = meeting.starts_at - EARLY <= ctx.now <= meeting.ends_at + LATE
    return is_open and meeting.state is not MeetingState.CANCELLED


def _question_form(number: int) -> Form:
    field = Field("question", say("event-field-question"), long=True, longest=LONGEST_QUESTION)
    return Form(say("event-question-form"), (field,), Button(say("button-send"), AskHost(number)))


def _code_form(number: int) -> Form:
    field = Field("code", say("event-field-code"), longest=40)
    return Form(say("event-code-form"), (field,), Button(say("button-send"), BeingThere(number)))


def _zone_form(value: str) -> Form:
    field = Field("zone", say("event-field-zone"), longest=60, value=value)
    return Form(say("event-zone-form"), (field,), Button(say("button-send"), MyZone()))
