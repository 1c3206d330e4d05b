"""Voting by buttons: a press is counted and answered, and the cards follow."""

from collections.abc import Sequence
from typing import ClassVar, Self

from bot.core.decisions import Decision, decide
from bot.core.gatherings import Entry, EntryMoved, Put
from bot.core.linking import Linked, Unlinked
from bot.core.polls import Poll, PollKind, PollState
from bot.core.record import Row
from bot.core.text import say
from bot.domain.polls.choice import packed, pressed, unpacked
from bot.domain.polls.moves import SHOW
from bot.domain.polls.presses import Unvote, Vote
from bot.domain.polls.told import told
from bot.runtime.cog import Cog, witnesses
from bot.runtime.cog import pressed as button_pressed
from bot.runtime.context import Context, Scene
from bot.runtime.gatherings import Gatherings, Person, Persons, Pseudonyms, Throttle
from bot.runtime.polls import Polls
from bot.runtime.remembered import Remembered
from bot.runtime.services import Services


class Voting(Cog):
    """One ballot for each person, anonymous or not."""

    name: ClassVar[str] = "polls"

    def __init__(self, polls: Polls, gatherings: Gatherings, persons: Persons, pseudonyms: Pseudonyms) -> None:
        self._polls = polls
        self._gatherings = gatherings
        self._persons = persons
        self._pseudonyms = pseudonyms
        self._throttle = Throttle(SHOW)
        self._known = Remembered(Poll, polls.find)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.polls, services.gatherings, Persons(services.fairness.links), services.pseudonyms)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over what was written."""
        self._persons.learned(rows)
        self._throttle.learned(community, rows)
        self._known.learned(community, rows)

    # --- ballots

    @button_pressed(Vote)
    async def vote(self, ctx: Context, press: Vote) -> Decision:
        """Count a choice, or take it back where it was chosen already."""
        return await self._cast(ctx, press.poll, press.option)

    @button_pressed(Unvote)
    async def take_back(self, ctx: Context, press: Unvote) -> Decision:
        """Take everything back."""
        return await self._cast(ctx, press.poll, None)

    async def _cast(self, ctx: Context, number: int, option: int | None) -> Decision:
        community = ctx.community.key
        poll = await self._known.of(community, number)
        if poll is None or poll.state is not PollState.OPEN or poll.closes_at <= ctx.now:
            return ctx.answer(say("poll-over", number=number))
        person = await self._persons.of(community, ctx.actor.user)
        who = self._who(poll, person.key)
        before = await self._gatherings.entry(community, poll.subject, who)
        was = () if before is None else unpacked(before.value)
        now = () if option is None else pressed(poll.kind, was, option)
        if now == was:
            return ctx.answer(say("poll-answered" if poll.kind is PollKind.QUIZ else "poll-nothing-to-take-back"))
        entry = _entry(ctx, poll, who, _put(ctx, poll, person, packed(now)) if now else None, before)
        args = {"number": poll.number}
        shown = () if poll.hidden and before and now else self._throttle.rows(community, poll.subject, ctx.now, args)
        return decide(ctx.say(told(poll, now)), rows=(entry, *shown))

    def _who(self, poll: Poll, key: str) -> str:
        return self._pseudonyms.of(key, poll.subject, poll.salt) if poll.anonymous else key

    @witnesses(Linked, Unlinked)
    async def linked(self, scene: Scene, row: Linked | Unlinked) -> Decision:
        """Two accounts become one person: of two ballots the newer counts, in every poll that is open."""
        community = scene.community.key
        old, new, is_linked = await self._persons.moves(community, row)
        rows: list[Row] = []
        for poll in await self._polls.running(community):
            if poll.state is PollState.OPEN and old != new:
                rows.append(EntryMoved(poll.subject, self._who(poll, old), self._who(poll, new), is_linked))
                rows += self._throttle.rows(community, poll.subject, scene.now, {"number": poll.number})
        return decide(rows=rows)


def _put(ctx: Context, poll: Poll, person: Person, value: str) -> Put:
    weight = ctx.community.polls.weight(ctx.actor.rank) if poll.weighted else 1
    return Put(value, weight, person.linked)


def _entry(ctx: Context, poll: Poll, who: str, put: Put | None, before: Put | None) -> Entry:
    if poll.anonymous:
        return Entry(poll.subject, who, put, before)
    return Entry(poll.subject, who, put, before, ctx.actor.user, ctx.actor.name)
