"""Storms: a wave of joins, messages or reports raises a level, its playbook shuts what it names, and it all returns."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, Any, ClassVar, Self

from bot.core.actions import Send
from bot.core.commands import Between, command
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.doors import Survey
from bot.core.events import AbilityLost, MemberJoined, Message, MessageEdited, MessagePosted, RightsChanged, TimerFired
from bot.core.ids import SpaceRef
from bot.core.interactions import CommandInvoked
from bot.core.people import Rank
from bot.core.receipts import Done, Refused
from bot.core.record import Arrival as Came
from bot.core.record import Note, Row, Timer, TimerOff
from bot.core.text import say
from bot.domain.moderation.text.hosts import hosts
from bot.domain.storm import desk, measures
from bot.domain.storm.kept import Before, read_incident
from bot.domain.storm.plan import Cause, Newcomers
from bot.domain.storm.presses import CalmDown, Sift
from bot.domain.storm.watch import SWEEP_EVERY, Arrival, Watch
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, composes, due, guards, on, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.directory import MANAGERS, STAFF, lift
from bot.runtime.services import Services
from bot.runtime.stores import Notes
from bot.runtime.storming import BATCH_EVERY, FORGET, RETURN, SIFT, ended, goes_on, raised
from bot.runtime.weather import Weather

REOPEN, SWEEP = "storm-reopen", "storm-sweep"
OLD_NEWS = timedelta(minutes=5)
"""What was delivered so late raises nothing any more: the wave it was part of is over."""
AGAIN = timedelta(minutes=5)
BATCH = 20
BY_HAND = timedelta(minutes=30)


class Storm(Cog):
    """Decides from a bounded memory; what must survive a restart stands in its notes and timers."""

    name: ClassVar[str] = desk.COG

    def __init__(self, notes: Notes, weather: Weather) -> None:
        self._notes = notes
        self._weather = weather

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes, Weather(services.notes, services.arrivals, services.crisis))

    # ---- what happens

    @guards(MemberJoined)
    async def joined(self, scene: Scene, event: MemberJoined) -> Decision:
        """Count who comes in; in a storm they wait to be judged."""
        if event.member.is_bot or event.space not in _spaces(scene):
            return NOTHING
        watch = await self._watch(scene)
        watch.arrived(Arrival(event.at, event.space, event.member.user, event.member.name))
        # Written down only where storms are configured: who came with one is judged after a restart, too.
        kept = Decision(rows=(Came(event.space, event.member.user, event.at),)) if scene.community.storm else NOTHING
        if scene.now - event.at > OLD_NEWS:
            return kept
        level = watch.heat.note(Cause.JOINS, event.at)
        return kept.and_then(self._reached(scene, watch, level, Cause.JOINS, event.space))

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

    # ---- by hand

    @command("raid on", rank=Rank.MODERATOR)
    async def raise_by_hand(
        self, ctx: Context, lasts: timedelta = BY_HAND, level: Annotated[int, Between(1, 3)] = 1
    ) -> Decision:
        """Shut what the playbook names, for a while."""
        watch = await self._watch(ctx.scene)
        if level > watch.plan.highest:
            return ctx.answer(say("raid-no-level", level=level, highest=watch.plan.highest))
        if lasts > watch.plan.longest:
            return ctx.answer(say("raid-too-long", longest=watch.plan.longest))
        spaces = _spaces(ctx.scene) if ctx.scene.directory.is_staff(ctx.place) else {ctx.space} - {None}
        here = sorted(space for space in spaces if space is not None)
        if not here:
            return ctx.answer(say("error-not-here"))
        audit = line_of(ctx, "raid on", f"level {level} for {lasts}")
        begun = raised(ctx.scene, watch, level, Cause.MODERATOR, here, (ctx.actor.user, ctx.actor.name), lasts)
        return begun.and_then(decide(ctx.reply(say("raid-on", level=level, lasts=lasts)), rows=(audit,)))

    @command("raid off", rank=Rank.MODERATOR)
    async def end_by_hand(self, ctx: Context) -> Decision:
        """Open everything again, exactly as it was."""
        return await self._off(ctx)

    @pressed(CalmDown)
    async def end_by_button(self, ctx: Context, press: CalmDown) -> Decision:
        """The same from the card."""
        watch = await self._watch(ctx.scene)
        if watch.incident is None or watch.incident.number != press.number:
            return ctx.answer(say("raid-is-calm"))
        return await self._off(ctx)

    @command("raid status", rank=Rank.MODERATOR)
    async def status(self, ctx: Context) -> Decision:
        """Tell whether there is a storm, since when and until when."""
        watch = await self._watch(ctx.scene)
        incident = watch.incident
        if incident is None:
            return ctx.answer(say("raid-is-calm"))
        left = max(incident.until - ctx.now, timedelta(minutes=1))
        now = desk.tallied(watch, incident)
        return ctx.answer(say("raid-status", level=now.level, number=now.number, left=left, count=now.came))

    @command("incident", rank=Rank.MODERATOR)
    async def incident(self, ctx: Context, number: Annotated[int, Between(1, 1_000_000)] | None = None) -> Decision:
        """Read the report of a storm, the last one if none is named."""
        watch = await self._watch(ctx.scene)
        wanted = number or watch.last
        if watch.incident is not None and watch.incident.number == wanted:
            return ctx.answer(measures.report_of(desk.tallied(watch, watch.incident)))
        kept = await self._notes.note(ctx.community.key, self.name, f"incident:{wanted}")
        if kept is None:
            return ctx.answer(say("incident-unknown"))
        return ctx.answer(measures.report_of(read_incident(kept)))

    @pressed(Sift)
    async def sift_by_button(self, ctx: Context, press: Sift) -> Decision:
        """Staff decided what befalls the newcomers of a storm."""
        watch = await self._watch(ctx.scene)
        if press.number != watch.last or not watch.to_sift:
            return ctx.answer(say("storm-nobody-left"))
        many = len(watch.to_sift)
        audit = line_of(ctx, "sift", f"storm {press.number}: {press.how}, {many} people")
        timer = Timer(SIFT, ctx.community.key, ctx.now, {"how": press.how})
        return decide(ctx.say(say("storm-sifting", count=many)), rows=(audit, timer))

    # ---- in time

    @due(RETURN)
    async def looks_whether_it_is_over(self, scene: Scene, event: TimerFired) -> Decision:
        """Stay while it is hot, go one level down when it is calm, and end at the last."""
        del event
        watch = await self._watch(scene)
        incident = watch.incident
        if incident is None:
            return NOTHING
        overdue = scene.now - incident.started >= watch.plan.longest
        automatic = incident.cause is not Cause.MODERATOR
        if automatic and not overdue and not watch.heat.is_calm(incident.level, scene.now):
            return goes_on(scene, watch, incident)
        lower = watch.plan.below(incident.level) if automatic and not overdue else 0
        if lower:
            return goes_on(scene, watch, replace(incident, level=lower), changed=True)
        return ended(scene, watch, incident)

    @due(REOPEN)
    async def tries_to_open_again(self, scene: Scene, event: TimerFired) -> Decision:
        """What could not be opened is tried again, until it is open."""
        watch = await self._watch(scene)
        space = SpaceRef.parse(event.subject)
        if watch.incident is not None or space not in watch.snapshots:
            return NOTHING
        return desk.reopening(watch, [space])

    @due(SIFT)
    async def sifts(self, scene: Scene, event: TimerFired) -> Decision:
        """Deal with a few newcomers at a time: the platform must not take it for a storm of its own."""
        watch = await self._watch(scene)
        how, dealt = event.args.get("how", watch.plan.newcomers.value), event.args.get("from")
        while isinstance(dealt, datetime) and watch.to_sift and watch.to_sift[0].at < dealt:
            watch.to_sift.popleft()  # before the restart
        some = [watch.to_sift.popleft() for _ in range(min(BATCH, len(watch.to_sift)))]
        watch.sifted += len(some)
        until = scene.now + timedelta(days=1) if watch.incident is None else watch.incident.until
        steps = [step for one in some if (step := desk.sifting(one, Newcomers(str(how)), until)) is not None]
        if not watch.to_sift:
            return decide(*steps, rows=(Note(self.name, desk.SIFTED, scene.now.isoformat()),))
        args = {"how": how, "from": watch.to_sift[0].at}
        return decide(*steps, rows=(Timer(SIFT, scene.community.key, scene.now + BATCH_EVERY, args),))

    @due(SWEEP)
    async def sweeps(self, scene: Scene, event: TimerFired) -> Decision:
        """Take away what came too fast, all at once."""
        del event
        watch = await self._watch(scene)
        return decide(*desk.deleting(watch.sweep(None, scene.now)))

    @due(FORGET)
    async def forgets(self, scene: Scene, event: TimerFired) -> Decision:
        """The names in an old report are forgotten with the evidence."""
        del scene
        return Decision(rows=(Note(self.name, f"incident:{event.subject}", None),))

    # ---- once the receipts are in

    @composes(desk.SHUT)
    async def shuts(self, scene: Scene, report: Report, args: dict[str, Any]) -> Decision:
        """The snapshot is written down in the same transaction as the first step that shuts anything."""
        watch = await self._watch(scene)
        space, incident = args["space"], watch.incident
        if incident is None:
            return NOTHING
        surveys = [r for step, r in report if isinstance(step, Survey) and step.space == space]
        found = surveys[-1].found if surveys and isinstance(surveys[-1], Done) else None
        if found is None:
            why = [f"Survey: {r.why} ({r.detail})" for r in surveys if isinstance(r, Refused)]
            return Decision(rows=(desk.noted(incident.with_refusals(why)),))
        watch.snapshots.setdefault(space, Before(found))
        return decide(
            *desk.shutting(watch, incident, [space], scene.now), rows=desk.snapshots(watch, incident, [space])
        )

    @composes(desk.SHUT_DONE)
    async def was_shut(self, scene: Scene, report: Report, args: dict[str, Any]) -> Decision:
        """Note how long it took, and what the platform would not do."""
        watch = await self._watch(scene)
        incident = watch.incident
        if incident is None:
            # It ended while this was being shut: nothing may stay shut behind it.
            return desk.reopening(watch, [args["space"]]) if args["space"] in watch.snapshots else NOTHING
        if incident.number != args["number"]:
            return NOTHING
        refused = measures.refusals(report, args["space"])
        if measures.stays_shut(refused):
            watch.denied.add(args["space"])
            incident = incident.with_refusals(measures.told(refused))
        elif incident.shut_at is None:
            incident = replace(incident, shut_at=scene.now)
        return Decision(rows=(desk.noted(desk.tallied(watch, incident)),))

    @composes(desk.OPENED)
    async def was_opened(self, scene: Scene, report: Report, args: dict[str, Any]) -> Decision:
        """Forget the snapshot only when everything is as it was; else keep it, say so once, and try again."""
        space: SpaceRef = args["space"]
        watch = await self._watch(scene)
        refused = measures.refusals(report, space)
        if not measures.stays_shut(refused):
            return Decision(rows=(Note(self.name, desk.before_name(space), None), TimerOff(REOPEN, str(space))))
        first = space not in watch.denied
        watch.denied.add(space)
        rows = (Timer(REOPEN, str(space), scene.now + AGAIN),)
        staff = scene.directory.staff_for(space.platform)
        told = say("storm-not-opened", space=space.native, why="; ".join(measures.told(refused)))
        return decide(*([Send(staff, told, important=True)] if first and staff else []), rows=rows)

    @composes(desk.REPORT)
    async def reports(self, scene: Scene, report: Report, args: dict[str, Any]) -> Sequence[Intent]:
        """Tell staff what it was."""
        del report
        kept = await self._notes.note(scene.community.key, self.name, f"incident:{args['number']}")
        incident = None if kept is None else read_incident(kept)
        staff = None if incident is None else scene.directory.staff_for(incident.spaces[0].platform)
        if incident is None or staff is None:
            return ()
        return decide(Send(staff, measures.report_of(incident), important=True)).intents

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over what was just written."""
        self._weather.learned(community, rows)

    # ---- decisions

    def _reached(self, scene: Scene, watch: Watch, level: int, cause: Cause, space: SpaceRef) -> Decision:
        incident = watch.incident
        if level == 0 or (incident is not None and level <= incident.level and space in incident.spaces):
            return NOTHING
        return raised(scene, watch, level, cause, [space])

    async def _off(self, ctx: Context) -> Decision:
        watch = await self._watch(ctx.scene)
        if watch.incident is None:
            return ctx.answer(say("raid-is-calm"))
        audit = line_of(ctx, "raid off", f"storm {watch.incident.number}")
        over = ended(ctx.scene, watch, watch.incident)
        return over.and_then(decide(ctx.reply(say("raid-off")), rows=(audit,)))

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


def _spaces(scene: Scene) -> set[SpaceRef]:
    """Where members are: every space that has a place which is not the staff's own."""
    pins = scene.directory.pins.items()
    return {place.space for (role, _), place in pins if place.space is not None and role not in {STAFF, MANAGERS}}
