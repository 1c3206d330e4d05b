"""A moderator promises to be back by a time: the member is told, and somebody is reminded before it is broken."""

from dataclasses import replace
from typing import Annotated, ClassVar, Self

from bot.core.actions import Send, Whisper
from bot.core.commands import Between, command
from bot.core.conversations import Conversation, Fate, TalkEntry, TalkKind, TalkState
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.levels import Promise, PromiseState
from bot.core.people import Rank
from bot.core.terms import Term
from bot.core.text import Body, Moment, Say, say
from bot.domain.care.desk import person
from bot.domain.care.promise import OVER, SOON, is_kept_by, promised, rows_of, settled
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, due, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.placing import meant, team_place
from bot.runtime.roster import Roster
from bot.runtime.services import Services


class Promises(Cog):
    """A word is a row with two timers: it lives through restarts, and the next answer keeps it."""

    name: ClassVar[str] = "promises"

    def __init__(self, talks: Conversations, roster: Roster) -> None:
        self._talks = talks
        self._roster = roster

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, Roster.of(services))

    @command("promise", rank=Rank.MODERATOR)
    async def promise(
        self, ctx: Context, until: Term, conversation: Annotated[int, Between(1, 10**12)] | None = None
    ) -> Decision:
        """Promise the member of this conversation to be back by a time; you are reminded before."""
        talk, _ = await meant(self._talks, ctx, conversation, "")
        if talk is None:
            return ctx.answer(say("inbox-not-here"))
        at = until.until(ctx.now, ctx.community.zone)
        given = promised(talk, ctx.actor, ctx.now if at is None else at, ctx.now)
        if isinstance(given, Say):
            return ctx.answer(given)
        moved, word = given
        told = say("promise-told", community=ctx.community.name, until=Moment(word.until))
        noted = ctx.aloud(say("promise-given", who=ctx.actor.name, number=talk.number, until=Moment(word.until)))
        card = to_team("inbox-card", talk.number)
        steps = (Whisper(talk.person, told, important=True), noted, card)
        return decide(*steps, rows=(*moved.rows, *rows_of(word, ctx.now)))

    @witnesses(TalkEntry)
    async def answered(self, scene: Scene, entry: TalkEntry) -> Decision:
        """An answer that goes out keeps what was promised."""
        if entry.kind is not TalkKind.TEAM or entry.fate is not Fate.NEW:
            return NOTHING
        word = await self._word(scene, entry.conversation)
        kept = word is not None and is_kept_by(word, entry)
        return decide(rows=settled(word, PromiseState.KEPT)) if word is not None and kept else NOTHING

    @witnesses(Conversation)
    async def resolved(self, scene: Scene, talk: Conversation) -> Decision:
        """What is resolved needs no answer; what goes on in another conversation is promised there."""
        if talk.state is not TalkState.RESOLVED:
            return NOTHING
        word = await self._word(scene, talk.number)
        if word is None:
            return NOTHING
        over = settled(word, PromiseState.KEPT)
        if talk.merged_into is None:
            return decide(rows=over)
        return decide(rows=(*over, *rows_of(replace(word, conversation=talk.merged_into), scene.now)))

    @due(SOON)
    async def hurry(self, scene: Scene, event: TimerFired) -> Decision:
        """Remind whoever takes care of it; where she may not be pinged, the others."""
        word = await self._word(scene, int(event.subject))
        talk = None if word is None else await self._talks.find(scene.community.key, word.conversation)
        if word is None or talk is None:
            return NOTHING
        whom = talk.owner or word.by
        told = say("promise-soon", number=talk.number, who=person(talk), until=Moment(word.until))
        if await self._roster.is_team(scene, whom) and await self._roster.on_duty(scene, whom):
            return decide(Whisper(whom, told, important=True))
        return decide(*await self._to_team(scene, talk, told))

    @due(OVER)
    async def broken(self, scene: Scene, event: TimerFired) -> Decision:
        """Nobody answered in time: the team has to know."""
        word = await self._word(scene, int(event.subject))
        talk = None if word is None else await self._talks.find(scene.community.key, word.conversation)
        if word is None or talk is None:
            return NOTHING
        told = say("promise-broken", number=talk.number, by=word.by_name, who=person(talk))
        return decide(*await self._to_team(scene, talk, told), rows=settled(word, PromiseState.BROKEN))

    async def _word(self, scene: Scene, conversation: int) -> Promise | None:
        """What was promised there and is still to come."""
        found = await self._roster.timekeeping.promises.find(scene.community.key, conversation)
        return found if found is not None and found.state is PromiseState.OPEN else None

    async def _to_team(self, scene: Scene, talk: Conversation, told: Body) -> tuple[Send, ...]:
        home = await self._talks.home(scene.community.key, talk.number)
        place = team_place(scene, talk, home)
        return () if place is None else (Send(place, told, important=True),)
