"""The team's side of a conversation: notes, claims, and everything that moves it on."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Annotated, ClassVar, Literal, Self

from bot.core.actions import Send, Whisper
from bot.core.commands import Between, Rest, command
from bot.core.conversations import Conversation, Priority, TalkState
from bot.core.decisions import NOTHING, Decision, Step, decide
from bot.core.events import MemberLeft, MessagePosted, TimerFired
from bot.core.people import Rank
from bot.core.record import Row, Timer
from bot.core.text import Say, say
from bot.domain.care.conversation import (
    blocked,
    bot_has,
    claimed,
    closed,
    closing,
    freed,
    labelled,
    merged,
    noted,
    ranked,
    resolved,
    snoozed,
    woken,
)
from bot.domain.care.moves import CLOSE, WAKE, Move, Moved, words_of
from bot.domain.care.presses import AtDesk
from bot.domain.care.replies import HOLD, hold
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, due, on, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.faces import cards_after
from bot.runtime.placing import chosen, readable
from bot.runtime.services import Services

SNOOZE = timedelta(hours=2)
"""What the card's button gives; the command takes any span."""
LONGEST = timedelta(days=90)
SOON = timedelta(seconds=1)
NUMBER = Between(1, 10**12)

Number = Annotated[int, NUMBER]


class Desk(Cog):
    """Moves are written over the version that was read: of two who press at once one is told who was first."""

    name: ClassVar[str] = "inbox"

    def __init__(self, talks: Conversations) -> None:
        self._talks = talks

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations)

    @on(MessagePosted)
    async def note(self, scene: Scene, event: MessagePosted) -> Decision:
        """Keep what the team writes in a thread, or as a reply to a card, as a note; the member never sees it."""
        message, key = event.message, scene.community.key
        if message.place.is_direct or message.author.is_bot or not scene.directory.is_staff(message.place):
            return NOTHING
        number = await self._talks.at(key, message.place)
        if number is None and message.reply_to is not None:
            number = await self._talks.shown_in(key, message.reply_to)
        talk = None if number is None else await self._talks.find(key, number)
        words = words_of(message)
        if talk is None or words.is_empty:
            return NOTHING
        return decide(rows=noted(talk, message.author, words, scene.now).rows)

    @pressed(AtDesk)
    async def work(self, ctx: Context, press: AtDesk) -> Decision:
        """Do what the button on the card says."""
        match press.how:
            case "claim":
                return await self.claim(ctx, press.conversation)
            case "snooze":
                return await self.snooze(ctx, SNOOZE, press.conversation)
            case _:
                return await self.resolve(ctx, press.conversation)

    @command("claim", rank=Rank.MODERATOR)
    async def claim(self, ctx: Context, conversation: Number | None = None) -> Decision:
        """Take care of this conversation."""
        return await self._moved(
            ctx, conversation, lambda talk: claimed(talk, ctx.actor, ctx.now), "inbox-done-claimed"
        )

    @command("snooze", rank=Rank.MODERATOR)
    async def snooze(self, ctx: Context, lasts: timedelta = SNOOZE, conversation: Number | None = None) -> Decision:
        """Put this conversation off for a while."""
        if not timedelta(minutes=1) <= lasts <= LONGEST:
            return ctx.answer(say("inbox-span", longest=LONGEST))
        return await self._moved(
            ctx, conversation, lambda talk: snoozed(talk, ctx.actor, lasts, ctx.now), "inbox-done-snoozed"
        )

    @command("priority", rank=Rank.MODERATOR)
    async def priority(
        self, ctx: Context, urgency: Literal["low", "normal", "high", "urgent"], conversation: Number | None = None
    ) -> Decision:
        """Say how urgent this conversation is."""
        return await self._moved(
            ctx, conversation, lambda talk: ranked(talk, ctx.actor, Priority(urgency), ctx.now), "inbox-done-changed"
        )

    @command("label", rank=Rank.MODERATOR)
    async def label(self, ctx: Context, label: Annotated[str, Rest()], conversation: Number | None = None) -> Decision:
        """Put a label on this conversation, or take it off."""
        move = partial(labelled, by=ctx.actor, label=label, now=ctx.now)
        return await self._moved(ctx, conversation, move, "inbox-done-changed")

    @command("resolve", rank=Rank.MODERATOR)
    async def resolve(self, ctx: Context, conversation: Number | None = None) -> Decision:
        """End this conversation; it begins again when the member writes."""
        talk = await chosen(self._talks, ctx, conversation)
        if talk is not None and await self._talks.is_unsent(ctx.community.key, talk.number):
            return await self._moved(ctx, conversation, _ending(ctx), "inbox-done-ending")
        told = () if talk is None else _goodbye(talk)
        move = partial(resolved, by=ctx.actor, now=ctx.now)
        return await self._moved(ctx, conversation, move, "inbox-done-resolved", told)

    @command("close", rank=Rank.MODERATOR)
    async def close(self, ctx: Context, lasts: timedelta, conversation: Number | None = None) -> Decision:
        """End this conversation after a while, unless the member writes before."""
        if not timedelta(minutes=1) <= lasts <= LONGEST:
            return ctx.answer(say("inbox-span", longest=LONGEST))
        return await self._moved(
            ctx, conversation, lambda talk: closing(talk, ctx.actor, lasts, ctx.now), "inbox-done-closing"
        )

    @command("block", rank=Rank.MODERATOR)
    async def block(self, ctx: Context, conversation: Number | None = None) -> Decision:
        """Take no more messages from this person, or take them again; the history stays."""
        return await self._moved(
            ctx, conversation, lambda talk: blocked(talk, ctx.actor, ctx.now), "inbox-done-changed"
        )

    @command("merge", rank=Rank.MODERATOR)
    async def merge(self, ctx: Context, into: Number, conversation: Number | None = None) -> Decision:
        """Continue this conversation in another one of the same person."""
        talk, other = await chosen(self._talks, ctx, conversation), await readable(self._talks, ctx, into)
        if talk is None:
            return ctx.answer(say("inbox-not-here"))
        if other is None:
            return ctx.answer(say("inbox-unknown", number=into))
        same = await self._talks.same_person(ctx.community.key, talk.person, other.person)
        moves = merged(talk, other, ctx.actor, ctx.now, same_person=same)
        if isinstance(moves, Say):
            return ctx.answer(moves)
        ends, goes_on = moves
        answer = ctx.say(say("inbox-merged", number=talk.number, into=into))
        is_over = goes_on.now.state is TalkState.RESOLVED
        again = other.state is TalkState.RESOLVED and not is_over
        cards = (to_team("inbox-card", talk.number, close=True), to_team("inbox-card", into, reopened=again))
        there = None if is_over else await self._talks.home(ctx.community.key, into)
        told = () if there is None else (Send(there.place, answer.body),)
        return decide(answer, *cards, *told, rows=(*ends.rows, *goes_on.rows))

    @on(MemberLeft)
    async def left(self, scene: Scene, event: MemberLeft) -> Decision:
        """Nobody's work leaves with her: the others are told what is free again."""
        if _stays(scene, event):
            return NOTHING
        steps: list[Step] = []
        rows: list[Row] = []
        for talk in await self._talks.owned_by(scene.community.key, event.user):
            moved = freed(talk, scene.now)
            home = await self._talks.home(scene.community.key, talk.number)
            told = say("inbox-freed", number=talk.number, who=talk.owner_name)
            steps += [] if home is None else [Send(home.place, told, important=True)]
            steps.append(to_team("inbox-card", talk.number))
            rows += moved.rows
        return decide(*steps, rows=rows)

    @due(WAKE)
    async def wake(self, scene: Scene, event: TimerFired) -> Decision:
        """A snooze is over."""
        talk = await self._talks.find(scene.community.key, int(event.subject))
        return await self._by_itself(scene, talk, woken, "inbox-woken", close=False)

    @due(CLOSE)
    async def end(self, scene: Scene, event: TimerFired) -> Decision:
        """The time of a scheduled close has come."""
        talk = await self._talks.find(scene.community.key, int(event.subject))
        closes = talk is not None and talk.closes_at is not None
        if closes and await self._talks.is_unsent(scene.community.key, int(event.subject)):
            return decide(rows=(Timer(CLOSE, event.subject, scene.now + HOLD),))
        return await self._by_itself(scene, talk, closed, "inbox-closed-itself", close=True)

    async def _by_itself(
        self,
        scene: Scene,
        talk: Conversation | None,
        move: Callable[[Conversation, datetime], Moved | None],
        key: str,
        *,
        close: bool,
    ) -> Decision:
        moved = None if talk is None else move(talk, scene.now)
        if talk is None or moved is None:
            return NOTHING
        home = await self._talks.home(scene.community.key, talk.number)
        heard: tuple[Step, ...] = () if home is None else (Send(home.place, say(key, number=talk.number)),)
        told = _goodbye(talk) if close and not bot_has(talk) else ()
        return decide(*told, *heard, *cards_after(moved.now, over=close), rows=moved.rows)

    async def _moved(
        self,
        ctx: Context,
        number: int | None,
        move: Callable[[Conversation], Move],
        done: str,
        told: Sequence[Step] = (),
    ) -> Decision:
        talk = await chosen(self._talks, ctx, number)
        if talk is None:
            return ctx.answer(say("inbox-not-here") if number is None else say("inbox-unknown", number=number))
        moved = move(talk)
        if isinstance(moved, Say):
            return ctx.answer(moved)
        over = moved.now.state is TalkState.RESOLVED and talk.state is not TalkState.RESOLVED
        answer = ctx.aloud(say(done, number=talk.number, who=ctx.actor.name, owner=moved.now.owner_name))
        return decide(answer, *told, *cards_after(moved.now, over=over), rows=moved.rows)


def _stays(scene: Scene, event: MemberLeft) -> bool:
    """Whether the team reads elsewhere on that messenger than in what she left."""
    read = {place.space for place in scene.directory.pins.values() if scene.directory.is_staff(place)}
    return event.space not in read and any(space.platform == event.space.platform for space in read if space)


def _ending(ctx: Context) -> Callable[[Conversation], Move]:
    # The last answer can be taken back for a while, and nobody is told goodbye before she has it.
    return lambda talk: closing(talk, ctx.actor, hold(talk) + SOON, ctx.now)


def _goodbye(talk: Conversation) -> tuple[Step, ...]:
    # Who reported a message hears how that ended instead.
    if talk.state is TalkState.RESOLVED or talk.blocked or talk.report is not None:
        return ()
    return (Whisper(talk.person, say("inbox-goodbye", number=talk.number)),)
