"""An attention budget: what is not urgent waits for one list a day, at an hour that the config names."""

from dataclasses import replace
from datetime import time
from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.conversations import Conversation, TalkState
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import SpaceReady, TimerFired
from bot.core.levels import Matter
from bot.core.record import Note, Row, Timer, TimerOff
from bot.domain.care.hours import next_moment
from bot.domain.care.reminders import SHOWN, Waiting, digest, waiting
from bot.runtime.cog import Cog, due, on
from bot.runtime.context import Scene
from bot.runtime.conversations import Conversations
from bot.runtime.finding import TEAM, until_found
from bot.runtime.services import Host, Services
from bot.runtime.stores import Notes
from bot.runtime.timekeeping import Deadlines

DIGEST = "inbox-digest"
MOST = 1000
"""Conversations that are looked through for the list."""


class Digest(Cog):
    """One timer a day; a list that was due while the bot was down comes once, when it is back."""

    name: ClassVar[str] = "levels"

    def __init__(self, talks: Conversations, deadlines: Deadlines, notes: Notes, host: Host) -> None:
        self._talks = talks
        self._deadlines = deadlines
        self._notes = notes
        self._host = host

    @classmethod
    def create(cls, services: Services) -> Self:
        deadlines = services.timekeeping.deadlines
        return cls(services.conversations, deadlines, services.notes, services.host)

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Set the timer, or another one when the config names another hour; one that is set stays, due or overdue."""
        del event
        wanted = scene.community.inbox.levels.digest
        known = await self._notes.note(scene.community.key, self.name, DIGEST)
        if known == _written(scene, wanted):
            return NOTHING
        if wanted is None:
            return decide(rows=(Note(self.name, DIGEST, None), TimerOff(DIGEST, "")))
        return decide(rows=(Note(self.name, DIGEST, _written(scene, wanted)), self._next(scene, wanted)))

    @due(DIGEST)
    async def day(self, scene: Scene, event: TimerFired) -> Decision:
        """Tell what waits, unless nothing does."""
        wanted = scene.community.inbox.levels.digest
        if wanted is None:
            return NOTHING
        rows: tuple[Row, ...] = (self._next(scene, wanted),)
        place = scene.directory.place("staff") or scene.directory.place("managers")
        found = await self._waiting(scene)
        if not found:
            return decide(rows=rows)
        if place is None:
            return until_found(scene, event, TEAM) or decide(rows=rows)
        shown = sorted(found, key=lambda one: not one.late)[:SHOWN]
        linked = [await self._linked(scene, one) for one in shown]
        return decide(Send(place, digest(linked, len(found))), rows=rows)

    def _next(self, scene: Scene, at: time) -> Timer:
        return Timer(DIGEST, "", next_moment(scene.now, at, scene.community.inbox.levels.hours.zone))

    async def _waiting(self, scene: Scene) -> list[Waiting]:
        """What waits for the team, the most urgent first; what is about the team itself stands in no list."""
        key = scene.community.key
        late = await self._deadlines.late(key, scene.now)
        overdue = {one.number for one in late if one.matter is Matter.CONVERSATION}
        talks = [talk for talk in await self._talks.unresolved(key, MOST) if _is_ours(talk, overdue)]
        return [waiting(talk, "", late=talk.number in overdue) for talk in talks]

    async def _linked(self, scene: Scene, one: Waiting) -> Waiting:
        home = await self._talks.home(scene.community.key, one.number)
        return replace(one, link="" if home is None else self._host.link(home))


def _is_ours(talk: Conversation, overdue: set[int]) -> bool:
    return talk.state is TalkState.OPEN or talk.number in overdue


def _written(scene: Scene, at: time | None) -> str | None:
    return None if at is None else f"{at:%H:%M} {scene.community.timezone}"
