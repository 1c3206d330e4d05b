"""Newcomers at the gate: asked in private where that is possible, and removed, not banned, when they never answer.

Answers are looked at and forgotten; nothing writes them down.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Delete, Send, Whisper
from bot.core.decisions import NOTHING, Decision, Report, Step, decide
from bot.core.doors import Admit
from bot.core.events import (
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessageEdited,
    MessagePosted,
    ServiceLine,
    TimerFired,
)
from bot.core.ids import MessageRef, SpaceRef, UserRef
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.record import Row, Timer
from bot.core.text import Mention, say
from bot.domain.gate.waiting import Waiting, enter, kept_out, removed
from bot.runtime.cog import Cog, composes, due, guards, on
from bot.runtime.context import Scene
from bot.runtime.directory import LOBBY, lift
from bot.runtime.doorkeeping import COG, OUT, Waiters, settled, waits
from bot.runtime.services import Services

SWEEP, WAVE = "gate-sweep", "gate-wave"
SWEEP_AFTER = timedelta(seconds=2)
WAVE_EVERY = timedelta(minutes=1)
MOST_LINES = 5_000


class Gate(Cog):
    """Where nobody configured a gate it does nothing."""

    name: ClassVar[str] = COG

    def __init__(self, waiters: Waiters) -> None:
        self._waiters = waiters
        self._lines: dict[str, deque[MessageRef]] = {}
        self._waved: dict[tuple[str, SpaceRef], datetime] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.waiters)

    # ---- who comes

    @on(MemberJoined)
    async def joined(self, scene: Scene, event: MemberJoined) -> Decision:
        """Stop a newcomer at the gate, unless she was let in by a request or has passed it before."""
        return await self._stop(scene, event.space, event.member)

    @on(JoinRequested)
    async def requested(self, scene: Scene, event: JoinRequested) -> Decision:
        """Ask whoever waits outside, in private; for five minutes the bot may write to them first."""
        plan = scene.community.gate
        if plan is None or event.member.is_bot:
            return NOTHING
        user = event.member.user
        if await self._waiters.passed(scene.community.key, event.space, user):
            return decide(Admit(event.space, user))
        told = Whisper(user, say("gate-asked-in", community=scene.community.name), enter(event.space))
        return decide(told, rows=waits(event.space, user, Waiting(requested=True), scene.now + plan.within))

    @on(MemberLeft)
    async def left(self, scene: Scene, event: MemberLeft) -> Decision:
        """Whoever goes away waits no longer."""
        if (
            scene.community.gate is None
            or await self._waiters.waiting(scene.community.key, event.space, event.user) is None
        ):
            return NOTHING
        return Decision(rows=settled(event.space, event.user))

    @on(ServiceLine)
    async def line(self, scene: Scene, event: ServiceLine) -> Decision:
        """Take away the messenger's own lines about comings and goings, many at once."""
        plan = scene.community.gate
        if plan is None or not (plan.hides_joins if event.came else plan.hides_leaves):
            return NOTHING
        lines = self._lines.setdefault(scene.community.key, deque(maxlen=MOST_LINES))
        lines.append(event.ref)
        if len(lines) > 1:
            return NOTHING
        return Decision(rows=(Timer(SWEEP, scene.community.key, scene.now + SWEEP_AFTER, {"first": event.ref}),))

    @guards(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Where the messenger itself does not keep them from writing, the bot does."""
        return await self._hold_back(scene, event.message)

    @guards(MessageEdited)
    async def edited(self, scene: Scene, event: MessageEdited) -> Decision:
        """The same for what is changed later."""
        return await self._hold_back(scene, event.message)

    # ---- in time

    @due(OUT)
    async def out(self, scene: Scene, event: TimerFired) -> Decision:
        """Time is up."""
        space, user = event.args["space"], event.args["user"]
        if not (isinstance(space, SpaceRef) and isinstance(user, UserRef)):
            return NOTHING
        waiting = await self._waiters.waiting(scene.community.key, space, user)
        if waiting is None:
            return NOTHING
        return decide(removed(space, user, waiting), rows=settled(space, user))

    @due(SWEEP)
    async def sweeps(self, scene: Scene, event: TimerFired) -> Decision:
        """Delete the lines that have gathered; after a restart at least the first of them."""
        lines = self._lines.pop(scene.community.key, None)
        first = event.args.get("first")
        gone = tuple(lines) if lines else (first,) if isinstance(first, MessageRef) else ()
        return decide(Delete(gone, "service lines")) if gone else NOTHING

    @due(WAVE)
    async def waves(self, scene: Scene, event: TimerFired) -> Decision:
        """One line for all who came in with a wave."""
        plan, space = scene.community.gate, SpaceRef.parse(event.subject)
        lobby = scene.directory.place(LOBBY, space.platform)
        if plan is None or lobby is None or lobby.space != space:
            return NOTHING
        return decide(Send(lobby, say("gate-wave"), enter(space), silent=True, vanish_after=plan.within))

    @composes("gate-ask")
    async def asks(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """A storm sends those who came in with it back to the gate."""
        del report
        member = Member(args["user"], args["name"])
        return await self._stop(scene, args["space"], member, again=True)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who waits, once it is written."""
        self._waiters.learned(community, rows)

    # ---- decisions

    async def _stop(self, scene: Scene, space: SpaceRef, member: Member, *, again: bool = False) -> Decision:
        plan, user = scene.community.gate, member.user
        lobby = scene.directory.place(LOBBY, space.platform)
        if plan is None or member.is_bot or lobby is None or lobby.space != space:
            return NOTHING
        if lift(member, scene.community.team, scene.directory).rank >= Rank.HELPER:
            return NOTHING
        spared = self._waiters.waiting if again else self._waiters.passed
        if await spared(scene.community.key, space, user):
            return NOTHING
        steps: list[Step] = kept_out(plan, space, user)
        rows = waits(space, user, Waiting(), scene.now + plan.within)
        if not again and scene.crisis == 0:
            who = Mention(user, member.name)
            line = say("gate-line", who=who, minutes=max(1, round(plan.within / timedelta(minutes=1))))
            steps.append(Send(lobby, line, enter(space, user), reader=user, silent=True, vanish_after=plan.within))
            return decide(*steps, rows=rows)
        wave = (scene.community.key, space)
        if scene.now - self._waved.get(wave, scene.now - WAVE_EVERY) >= WAVE_EVERY:
            self._waved[wave] = scene.now
            rows = (*rows, Timer(WAVE, str(space), scene.now + timedelta(seconds=5)))
        return decide(*steps, rows=rows)

    async def _hold_back(self, scene: Scene, message: Message) -> Decision:
        space, author = message.place.space, message.author
        if scene.community.gate is None or space is None or author.is_bot or author.untouchable:
            return NOTHING
        if lift(author, scene.community.team, scene.directory).rank >= Rank.HELPER:
            return NOTHING
        if await self._waiters.waiting(scene.community.key, space, author.user) is None:
            return NOTHING
        return decide(Delete((message.ref,), "has not passed the gate yet"), stop=True)
