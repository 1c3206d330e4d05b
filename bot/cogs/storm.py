"""Storms: a wave of joins, messages or reports raises a level, its playbook shuts what it names, and it all returns."""

from collections.abc import Sequence
from datetime import timedelta
from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import AbilityLost, MemberJoined, MemberLeft, MessageEdited, MessagePosted, RightsChanged
from bot.core.ids import SpaceRef
from bot.core.interactions import CommandInvoked
from bot.core.messages import Message
from bot.core.people import Rank
from bot.core.record import Arrival as Came
from bot.core.record import Row, Timer
from bot.core.text import say
from bot.domain.moderation.text.hosts import hosts
from bot.domain.storm import desk
from bot.domain.storm.incident import Arrival
from bot.domain.storm.plan import Cause
from bot.domain.storm.watch import SWEEP, SWEEP_EVERY, Watch
from bot.runtime.cog import Cog, guards, on
from bot.runtime.context import Scene
from bot.runtime.directory import lift
from bot.runtime.services import Services
from bot.runtime.storming import open_spaces, raised
from bot.runtime.weather import Weather

OLD_NEWS = timedelta(minutes=5)
"""What was delivered so late raises nothing any more: the wave it was part of is over."""


class Storm(Cog):
    """Decides from a bounded memory; what must survive a restart stands in its notes and timers."""

    name: ClassVar[str] = desk.COG

    def __init__(self, weather: Weather) -> None:
        self._weather = weather

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.weather)

    # ---- what happens

    @guards(MemberJoined)
    async def joined(self, scene: Scene, event: MemberJoined) -> Decision:
        """Count who comes in; in a storm they wait to be judged."""
        if event.member.is_bot or event.space not in open_spaces(scene):
            return NOTHING
        watch = await self._watch(scene)
        watch.arrived(Arrival(event.at, event.space, event.member.user, event.member.name))
        # Written down only where storms are configured: who came with one is judged after a restart, too.
        kept = Decision(rows=(Came(event.space, event.member.user, event.at),)) if scene.community.storm else NOTHING
        if scene.now - event.at > OLD_NEWS:
            return kept
        level = watch.heat.note(Cause.JOINS, event.at)
        return kept.and_then(self._reached(scene, watch, level, Cause.JOINS, event.space))

    @on(MemberLeft)
    async def left(self, scene: Scene, event: MemberLeft) -> Decision:
        """Who is gone again need not be dealt with."""
        (await self._watch(scene)).went(event.space, event.user)
        return NOTHING

    @guards(MessagePosted)
    async def posted(self, scene: Scene, event: MessagePosted) -> Decision:
        """Count, and in a storm keep the pace and the links down."""
        space = event.message.place.space
        if space is None or event.message.author.is_bot or scene.directory.is_staff(event.message.place):
            return NOTHING
        watch = await self._watch(scene)
        raised = NOTHING
        if scene.now - event.message.sent_at <= OLD_NEWS:
            level = watch.heat.note(Cause.MESSAGES, event.message.sent_at)
            raised = self._reached(scene, watch, level, Cause.MESSAGES, space)
            if watch.plan.words and any(word in event.message.text.casefold() for word in watch.plan.words):
                level = watch.heat.note(Cause.WORDS, event.message.sent_at)
                raised = raised.and_then(self._reached(scene, watch, level, Cause.WORDS, space))
        return raised.and_then(self._held(scene, watch, event.message, is_new=True))

    @guards(MessageEdited)
    async def edited(self, scene: Scene, event: MessageEdited) -> Decision:
        """A link that is put in later is a link."""
        message = event.message
        if message.place.space is None or message.author.is_bot or scene.directory.is_staff(message.place):
            return NOTHING
        return self._held(scene, await self._watch(scene), message, is_new=False)

    @on(CommandInvoked)
    async def reported(self, scene: Scene, event: CommandInvoked) -> Decision:
        """Many reports at once are a storm too."""
        if event.path != "report" or event.place.space is None or event.fault is not None:
            return NOTHING
        watch = await self._watch(scene)
        level = watch.heat.note(Cause.REPORTS, event.at)
        return self._reached(scene, watch, level, Cause.REPORTS, event.place.space)

    @on(RightsChanged)
    async def rights_changed(self, scene: Scene, event: RightsChanged) -> Decision:
        """What could not be done for lack of rights is tried again, once, when they change."""
        watch = await self._watch(scene)
        if not event.present or event.space not in watch.denied:
            return NOTHING
        watch.denied.discard(event.space)
        if watch.incident is None:
            return desk.reopening(watch, [event.space]) if event.space in watch.snapshots else NOTHING
        return decide(*desk.shutting(watch, watch.incident, [event.space], scene.now))

    @on(AbilityLost)
    async def ability_lost(self, scene: Scene, event: AbilityLost) -> Decision:
        """One notice: what the bot cannot do any more, and where."""
        staff = scene.directory.staff_for(event.space.platform)
        if staff is None:
            return NOTHING
        where = scene.community.name
        told = say("ability-lost", ability=say(f"ability-{event.ability}"), where=where, space=event.space.native)
        return decide(Send(staff, told, important=True))

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over what was just written."""
        self._weather.learned(community, rows)

    # ---- decisions

    def _reached(self, scene: Scene, watch: Watch, level: int, cause: Cause, space: SpaceRef) -> Decision:
        incident = watch.incident
        if level == 0 or (incident is not None and level <= incident.level and space in incident.spaces):
            return NOTHING
        return raised(scene, watch, level, cause, [space])

    def _held(self, scene: Scene, watch: Watch, message: Message, *, is_new: bool) -> Decision:
        """The bot's own throttle, also where the platform has a slow mode: then it finds nothing to do."""
        incident, playbook = watch.incident, watch.playbook
        if incident is None or message.place.space not in incident.spaces:
            return NOTHING
        author = lift(message.author, scene.community.team, scene.directory)
        if author.rank >= Rank.HELPER or author.untouchable:
            return NOTHING
        links = playbook.no_links and bool(hosts(message.text, message.links))
        pace = playbook.pace
        fast = is_new and not links and pace is not None and watch.is_too_fast(author.user, message.sent_at, pace)
        if not (links or fast):
            return NOTHING
        gone = watch.sweep(message.ref, scene.now)
        if gone:
            return decide(*desk.deleting(gone), stop=True)
        waits = len(watch.pending) == 1
        timer = Timer(SWEEP, scene.community.key, scene.now + SWEEP_EVERY)
        return Decision(rows=(timer,) if waits else (), stop=True)

    async def _watch(self, scene: Scene) -> Watch:
        return await self._weather.watch(scene)
