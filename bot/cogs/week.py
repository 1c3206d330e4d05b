"""The report of the week on the board: due by the community's own clock, once, also when the bot was away then."""

from datetime import datetime
from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import SpaceReady, TimerFired
from bot.core.record import Note, Row, Timer, TimerOff
from bot.domain.care.board import DIGEST
from bot.domain.care.board_list import WEEK, digest, next_digest
from bot.runtime.care import Digest
from bot.runtime.cog import Cog, due, on
from bot.runtime.context import Scene
from bot.runtime.feedback import FeedbackBoard
from bot.runtime.finding import until_found
from bot.runtime.services import Services
from bot.runtime.stores import Notes

PLANNED = "digest"


class BoardWeek(Cog):
    """One timer for each community. What it was set for is kept, so that a restart does not put it off."""

    name: ClassVar[str] = "feedback"

    def __init__(self, board: FeedbackBoard, notes: Notes) -> None:
        self._board = board
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.feedback, services.notes)

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Set the timer, or set it anew where the config says something else."""
        del event
        plan = scene.community.feedback
        wanted = "" if plan is None or plan.digest is None else _named(scene, plan.digest)
        planned = await self._notes.note(scene.community.key, self.name, PLANNED) or ""
        if wanted == planned:
            return NOTHING
        if plan is None or plan.digest is None:
            return decide(rows=(TimerOff(DIGEST, DIGEST), Note(self.name, PLANNED, None)))
        return decide(rows=(_timer(scene, plan.digest), Note(self.name, PLANNED, wanted)))

    @due(DIGEST)
    async def week(self, scene: Scene, event: TimerFired) -> Decision:
        """Say what the week brought, and wait for the next."""
        plan, key = scene.community.feedback, scene.community.key
        if plan is None or plan.digest is None:
            return decide(rows=(Note(self.name, PLANNED, None),))
        rows: tuple[Row, ...] = (_timer(scene, plan.digest),)
        place = scene.directory.place(plan.digest.place)
        if place is None:
            return until_found(scene, event, {plan.digest.place}) or decide(rows=rows)
        gained = await self._board.gained(key, scene.now - WEEK)
        body = digest(await self._board.standings(key), gained, scene.now, plan.stale)
        return decide(Send(place, body, silent=True, important=True), rows=rows)


def _timer(scene: Scene, plan: Digest) -> Timer:
    return Timer(DIGEST, DIGEST, _next(scene, plan))


def _next(scene: Scene, plan: Digest) -> datetime:
    return next_digest(scene.now, scene.community.zone, plan.weekday, plan.at)


def _named(scene: Scene, plan: Digest) -> str:
    """What a timer was set for: another day, hour or zone needs another one."""
    return f"{plan.weekday} {plan.at} {scene.community.timezone}"
