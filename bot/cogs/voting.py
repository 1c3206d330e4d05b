"""Voting: a press is counted and answered, cards follow, and polls begin and end by themselves."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Edit, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.events import TimerFired
from bot.core.gatherings import CardShown, EntriesSealed, Entry, EntryMoved, Put
from bot.core.ids import MessageRef
from bot.core.linking import Linked, Unlinked
from bot.core.polls import Poll, PollKind, PollState
from bot.core.privacy import Forget
from bot.core.receipts import Refused
from bot.core.record import Row
from bot.core.text import Body, Say, lines, say
from bot.domain.polls.card import buttons, card, closed_card
from bot.domain.polls.choice import packed, pressed, unpacked
from bot.domain.polls.moves import CLOSE, END, FORGET, OPEN, POSTED, REFRESH, SHOW, begun, ended, refreshed
from bot.domain.polls.picture import picture
from bot.domain.polls.presses import Unvote, Vote
from bot.domain.polls.result import Counted, counted
from bot.domain.polls.told import told
from bot.runtime.cog import Cog, composes, due, witnesses
from bot.runtime.cog import pressed as button_pressed
from bot.runtime.context import Context, Scene
from bot.runtime.gatherings import Gatherings, Person, Persons, Pseudonyms, Tallies, Throttle
from bot.runtime.polls import Polls
from bot.runtime.services import Services

REMEMBERED = 500


class Voting(Cog):
    """One ballot for each person; counts move with each press and are never made anew."""

    name: ClassVar[str] = "polls"

    def __init__(self, polls: Polls, gatherings: Gatherings, persons: Persons, pseudonyms: Pseudonyms) -> None:
        self._polls = polls
        self._gatherings = gatherings
        self._persons = persons
        self._pseudonyms = pseudonyms
        self._tallies = Tallies(gatherings)
        self._throttle = Throttle(SHOW)
        self._known: OrderedDict[tuple[str, int], Poll] = OrderedDict()

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.polls, services.gatherings, Persons(services.fairness.links), services.pseudonyms)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Move the counts with what was written."""
        self._persons.learned(rows)
        self._tallies.learned(community, rows)
        self._throttle.learned(community, rows)
        for row in rows:
            if isinstance(row, Poll):
                self._remember(community, row)
            elif isinstance(row, Forget):
                self._known.clear()  # an author's name may stand there

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
        poll = await self._poll(community, number)
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

    # --- in time

    @due(OPEN)
    async def opens(self, scene: Scene, event: TimerFired) -> Decision:
        """Publish a poll that was planned; one whose whole time is over is not."""
        poll = await self._due(scene, event)
        if poll is None or poll.state is not PollState.PLANNED:
            return NOTHING
        return begun(poll)

    @due(CLOSE)
    async def closes(self, scene: Scene, event: TimerFired) -> Decision:
        """Close it, also if the bot was down when it should have been."""
        poll = await self._due(scene, event)
        if poll is None or poll.state is not PollState.OPEN:
            return NOTHING
        return ended(poll, await self._gatherings.cards(scene.community.key, poll.subject), scene.now)

    @due(SHOW)
    async def shows(self, scene: Scene, event: TimerFired) -> Decision:
        """Draw the cards anew."""
        self._throttle.fired(scene.community.key, event.subject, scene.now)
        poll = await self._due(scene, event)
        if poll is None or poll.state is not PollState.OPEN:
            return NOTHING
        return refreshed(poll, await self._gatherings.cards(scene.community.key, poll.subject))

    @due(FORGET)
    async def forgets(self, scene: Scene, event: TimerFired) -> Decision:
        """Keep the counts of an open poll, and forget whose ballots they were."""
        poll = await self._due(scene, event)
        return NOTHING if poll is None else decide(rows=(EntriesSealed(poll.subject),))

    # --- cards

    @composes(POSTED)
    async def posted(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """Note where a card stands; tell the author of a place where it cannot."""
        poll = await self._polls.find(scene.community.key, args["number"])
        if poll is None:
            return NOTHING
        receipt = next(r for s, r in reversed(report) if isinstance(s, Send) and s.place == args["place"])
        if isinstance(receipt, Refused):
            why = Say(f"refusal-{receipt.why}")
            return decide(Whisper(poll.by, say("poll-not-shown", number=poll.number, why=why)))
        if receipt.message is None:
            return NOTHING
        if poll.state is not PollState.OPEN:  # closed while a messenger was away
            return decide(Edit(receipt.message, await self._final(scene, poll)))
        return decide(rows=(CardShown(poll.subject, receipt.message),))

    @composes(REFRESH)
    async def refresh(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Draw one card as the poll stands now, unless it was closed while this waited."""
        del report
        poll = await self._poll(scene.community.key, args["number"])
        if poll is None or poll.state is not PollState.OPEN:
            return ()
        stands = await self._counted(scene, poll, final=False)
        return (Intent(Edit(args["message"], card(poll, stands), buttons(poll))),)

    @composes(END)
    async def end(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Make a card the result, and say it once more with its picture."""
        del report
        poll = await self._polls.find(scene.community.key, args["number"])
        if poll is None:
            return ()
        message: MessageRef = args["message"]
        result = await self._counted(scene, poll, final=True)
        shown = closed_card(poll, result)
        drawn = (picture(result, poll.number),) if result.people else ()
        body = lines(say("poll-ended", number=poll.number), shown)
        said = Send(message.place, body, reply_to=message, important=True, files=drawn)
        return Intent(Edit(message, lines(shown, say("poll-closed-line")))), Intent(said)

    # --- memory

    async def _final(self, scene: Scene, poll: Poll) -> Body:
        return closed_card(poll, await self._counted(scene, poll, final=True))

    async def _counted(self, scene: Scene, poll: Poll, *, final: bool) -> Counted:
        tally = await self._tallies.of(scene.community.key, poll.subject)
        return counted(poll, tally.weight, tally.people, tally.unlinked, final=final)

    async def _due(self, scene: Scene, event: TimerFired) -> Poll | None:
        number = event.args.get("number")
        return await self._polls.find(scene.community.key, number) if isinstance(number, int) else None

    async def _poll(self, community: str, number: int) -> Poll | None:
        known = self._known.get((community, number))
        if known is None:
            known = await self._polls.find(community, number)
            if known is not None:
                self._remember(community, known)
        return known

    def _remember(self, community: str, poll: Poll) -> None:
        self._known[community, poll.number] = poll
        self._known.move_to_end((community, poll.number))
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)


def _put(ctx: Context, poll: Poll, person: Person, value: str) -> Put:
    weight = ctx.community.polls.weight(ctx.actor.rank) if poll.weighted else 1
    return Put(value, weight, person.linked)


def _entry(ctx: Context, poll: Poll, who: str, put: Put | None, before: Put | None) -> Entry:
    if poll.anonymous:
        return Entry(poll.subject, who, put, before)
    return Entry(poll.subject, who, put, before, ctx.actor.user, ctx.actor.name)
