"""Who is on duty, as moderators say themselves, and new conversations given to whoever has the fewest."""

from dataclasses import replace
from datetime import timedelta
from typing import Annotated, ClassVar, Self

from bot.core.actions import Whisper
from bot.core.commands import Rest, command
from bot.core.conversations import Conversation, Priority, TalkState
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.people import Member, Rank
from bot.core.record import Timer
from bot.core.text import say
from bot.domain.care.conversation import claimed
from bot.domain.care.desk import person
from bot.domain.care.duty import is_on_duty, said_of_duty, standing
from bot.domain.care.moves import Moved
from bot.runtime.arriving import to_team
from bot.runtime.cog import Cog, due, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.conversations import Conversations
from bot.runtime.placing import department_of
from bot.runtime.roster import Roster
from bot.runtime.services import Services

ASSIGN = "inbox-assign"
AGAIN = timedelta(minutes=30)
"""How long a conversation waits, when nobody is on duty, before it looks for an owner again."""


class OnDuty(Cog):
    """Nobody is pinged, or given work, while she is off duty."""

    name: ClassVar[str] = "duty"

    def __init__(self, talks: Conversations, roster: Roster) -> None:
        self._talks = talks
        self._roster = roster

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.conversations, Roster.of(services))

    @command("duty", rank=Rank.MODERATOR)
    async def duty(self, ctx: Context, hours: Annotated[str, Rest()] = "") -> Decision:
        """Say when you may be pinged: on, off, or 09:00-17:00; without a word, see how it stands."""
        known = await self._roster.duty(ctx.scene, ctx.actor.user)
        own = ctx.community.inbox.levels.hours
        if not hours.strip():
            return ctx.answer(standing(known, on=is_on_duty(known, own, ctx.now)))
        # Said by one account it holds for the person: the row of the account that spoke first is written over.
        said = said_of_duty(hours, ctx.actor.user if known is None else known.user)
        if said is None:
            return ctx.answer(say("duty-how"))
        return decide(ctx.say(standing(said, on=is_on_duty(said, own, ctx.now))), rows=(said,))

    @witnesses(Conversation)
    async def waits(self, scene: Scene, row: Conversation) -> Decision:
        """A conversation that nobody owns looks for somebody, where the config says so."""
        if not scene.community.inbox.levels.balanced or not _is_free(row):
            return NOTHING
        # A timer, for the conversation itself is just being written.
        return decide(rows=(Timer(ASSIGN, str(row.number), scene.now),))

    @due(ASSIGN)
    async def assign(self, scene: Scene, event: TimerFired) -> Decision:
        """Give it to whose turn it is; with nobody on duty it waits."""
        talk = await self._talks.find(scene.community.key, int(event.subject))
        if talk is None or not _is_free(talk) or not scene.community.inbox.levels.balanced:
            return NOTHING
        queue = department_of(scene, talk)
        found = await self._roster.next(scene, among=frozenset(() if queue is None else queue.people))
        if found is None:
            return decide(rows=(Timer(ASSIGN, event.subject, scene.now + AGAIN),))
        moved = claimed(talk, Member(found.user, found.name, Rank.MODERATOR), scene.now)
        if not isinstance(moved, Moved):
            return NOTHING
        # It was not her who said so; the record tells that.
        moved = replace(moved, said=tuple(replace(entry, what="assigned") for entry in moved.said))
        card = to_team("inbox-card", talk.number)
        quiet = scene.community.inbox.levels.digest is not None and talk.priority is not Priority.URGENT
        told = () if quiet else (Whisper(found.user, say("duty-yours", number=talk.number, who=person(talk))),)
        return decide(*told, card, rows=moved.rows)


def _is_free(talk: Conversation) -> bool:
    # What is about the team itself is for managers to take, and for nobody to be given.
    return talk.owner is None and talk.state is TalkState.OPEN and not talk.blocked and talk.kept_from is None
