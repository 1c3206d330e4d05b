"""What befalls those who came in with a storm: a few at a time, each on record, no more kicks than one may do."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from bot.core.decisions import NOTHING, Decision, Later, Report, decide
from bot.core.events import TimerFired
from bot.core.ids import UserRef
from bot.core.receipts import Refused
from bot.core.record import Note, Timer
from bot.core.text import say
from bot.domain.cases.caps import SIFT as HELD_SIFT
from bot.domain.cases.standing import lifting
from bot.domain.storm import desk
from bot.domain.storm.kept import pack_incident, read_incident
from bot.domain.storm.plan import Newcomers
from bot.domain.storm.presses import Sift
from bot.domain.storm.watch import Arrival, Watch
from bot.runtime.acting import Acting
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, composes, due, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.services import Services
from bot.runtime.stores import Cases, Notes
from bot.runtime.storming import BATCH_EVERY, SIFT
from bot.runtime.weather import Weather

BATCH = 20
DONE = "storm-sifted"


class Sifting(Cog):
    """By the playbook, or by whoever presses a button on the card."""

    name: ClassVar[str] = desk.COG

    def __init__(self, notes: Notes, cases: Cases, weather: Weather, acting: Acting) -> None:
        self._notes = notes
        self._cases = cases
        self._weather = weather
        self._acting = acting

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes, services.cases, services.weather, Acting.of(services))

    @pressed(Sift)
    async def by_button(self, ctx: Context, press: Sift) -> Decision:
        """Do it, or let it wait for a second person where it is more than one may do in an hour."""
        watch = await self._weather.watch(ctx.scene)
        if press.number != watch.last or not watch.to_sift:
            return ctx.answer(say("storm-nobody-left"))
        many, kicks = len(watch.to_sift), press.how == Newcomers.KICK
        args = {"how": press.how, "by": ctx.actor.user, "name": ctx.actor.name, "storm": press.number}
        waits = await self._acting.kicks(ctx, HELD_SIFT, many, args) if kicks else None
        if waits is not None:
            return waits
        audit = line_of(ctx, "sift", f"storm {press.number}: {press.how}, {many} people")
        timer = Timer(SIFT, ctx.community.key, ctx.now, args)
        return decide(ctx.say(say("storm-sifting", count=many)), rows=(audit, timer))

    @due(SIFT)
    async def sifts(self, scene: Scene, event: TimerFired) -> Decision:
        """Deal with a few newcomers at a time: the platform must not take it for a storm of its own."""
        watch = await self._weather.watch(scene)
        args = dict(event.args)
        if args.get("storm", watch.last) != watch.last:
            return NOTHING  # agreed to when another storm was there already
        how, dealt = Newcomers(str(args.get("how", watch.plan.newcomers.value))), args.get("from")
        while isinstance(dealt, datetime) and watch.to_sift and watch.to_sift[0].at < dealt:
            watch.to_sift.popleft()  # before the restart
        some = [watch.to_sift.popleft() for _ in range(min(BATCH, len(watch.to_sift)))]
        watch.sifted += len(some)
        dealt_with = await self._dealt_with(scene, watch, some, how, args)
        if not watch.to_sift:
            return dealt_with.and_then(Decision(rows=(Note(self.name, desk.SIFTED, scene.now.isoformat()),)))
        more = {**args, "how": how.value, "from": watch.to_sift[0].at}
        return dealt_with.and_then(Decision(rows=(Timer(SIFT, scene.community.key, scene.now + BATCH_EVERY, more),)))

    @composes(DONE)
    async def refused(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """What the platform would not do about them stands in the report of the storm."""
        why = [f"{type(step).__name__}: {r.why}" for step, r in report if isinstance(r, Refused)]
        watch = await self._weather.watch(scene)
        if not why:
            return NOTHING
        if watch.incident is not None and watch.incident.number == args["number"]:
            return Decision(rows=(desk.noted(watch.incident.with_refusals(why)),))
        name = f"incident:{args['number']}"
        kept = await self._notes.note(scene.community.key, self.name, name)
        if kept is None:
            return NOTHING
        return Decision(rows=(Note(self.name, name, pack_incident(read_incident(kept).with_refusals(why))),))

    async def _dealt_with(
        self, scene: Scene, watch: Watch, some: Sequence[Arrival], how: Newcomers, args: Mapping[str, object]
    ) -> Decision:
        until = scene.now + timedelta(days=1) if watch.incident is None else watch.incident.until
        if how not in desk.ON_RECORD:
            return decide(*(step for one in some if (step := desk.sifting(one, how, until)) is not None))
        by, name = args.get("by"), str(args.get("name", ""))
        author = desk.Author(by if isinstance(by, UserRef) else None, name, scene.now, scene.community.version)
        whole = NOTHING
        for one, number in zip(some, await self._cases.next_numbers(scene.community.key, len(some)), strict=True):
            case = desk.case_of(one, how, number, until, author)
            step = desk.sifting(one, how, until)
            rows = (case, *lifting(case))
            whole = whole.and_then(decide(*([] if step is None else [step]), rows=rows, case=number))
        return whole.and_then(decide(Later(DONE, {"number": watch.last})))
