"""How a storm goes on and ends: what its timers do, and what follows once the platform has answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Send
from bot.core.decisions import NOTHING, Decision, Intent, Report, decide
from bot.core.doors import Survey
from bot.core.events import TimerFired
from bot.core.ids import SpaceRef
from bot.core.receipts import Done, Refused
from bot.core.record import Note, Timer, TimerOff
from bot.core.text import lines, say
from bot.domain.storm import desk, measures
from bot.domain.storm.kept import Before, read_incident
from bot.domain.storm.plan import Cause
from bot.domain.storm.watch import SWEEP, Watch
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.services import Services
from bot.runtime.stores import Notes
from bot.runtime.storming import FORGET, RETURN, ended, goes_on, staff_of
from bot.runtime.weather import Weather

REOPEN = "storm-reopen"
AGAIN = timedelta(minutes=5)


class Abating(Cog):
    """Everything is opened as it was, however often that has to be tried."""

    name: ClassVar[str] = desk.COG

    def __init__(self, notes: Notes, weather: Weather) -> None:
        self._notes = notes
        self._weather = weather

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes, services.weather)

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
        return Decision(rows=(Note(self.name, desk.archive(event.subject), None),))

    # ---- once the receipts are in

    @composes(desk.SHUT)
    async def shuts(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """The snapshot is written down in the same transaction as the first step that shuts anything."""
        watch = await self._watch(scene)
        space, incident = args["space"], watch.incident
        if incident is None:
            return NOTHING
        surveys = [r for step, r in report if isinstance(step, Survey) and step.space == space]
        found = surveys[-1].found if surveys and isinstance(surveys[-1], Done) else None
        if found is None:
            why = measures.told([(Survey(space, ()), r) for r in surveys if isinstance(r, Refused)])
            return Decision(rows=(desk.noted(incident.with_refusals(why)),))
        watch.snapshots.setdefault(space, Before(found))
        return decide(
            *desk.shutting(watch, incident, [space], scene.now), rows=desk.snapshots(watch, incident, [space])
        )

    @composes(desk.SHUT_DONE)
    async def was_shut(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
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
    async def was_opened(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
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
        told = lines(say("storm-not-opened", space=space.native), *map(measures.undone, measures.told(refused)))
        return decide(*([Send(staff, told, important=True)] if first and staff else []), rows=rows)

    @composes(desk.REPORT)
    async def reports(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell staff what it was."""
        del report
        kept = await self._notes.note(scene.community.key, self.name, desk.archive(args["number"]))
        if kept is None:
            return ()
        incident = read_incident(kept)
        told = measures.report_of(incident, scene.now)
        return decide(*(Send(staff, told, important=True) for staff in staff_of(scene, incident))).intents

    async def _watch(self, scene: Scene) -> Watch:
        return await self._weather.watch(scene)
