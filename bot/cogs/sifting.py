"""What befalls those who came in with a storm: a few at a time, each on record, and nobody who should be spared."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Self

from bot.core.actions import Punish
from bot.core.decisions import NOTHING, Decision, Later, Report, decide
from bot.core.events import TimerFired
from bot.core.ids import UserRef
from bot.core.receipts import Done, Refused
from bot.core.record import Note, Timer
from bot.core.text import Voices, plain, say
from bot.domain.cases.standing import lifting
from bot.domain.storm import desk
from bot.domain.storm.incident import Arrival, Incident
from bot.domain.storm.kept import read_incident, read_people
from bot.domain.storm.measures import SPARED, told
from bot.domain.storm.plan import Newcomers
from bot.domain.storm.sieve import Sieved
from bot.domain.storm.watch import Watch
from bot.runtime.cog import Cog, composes, due
from bot.runtime.context import Scene
from bot.runtime.services import Services
from bot.runtime.sieving import Sieve
from bot.runtime.stores import Cases, Notes
from bot.runtime.storming import BATCH, BATCH_EVERY, ORDERED, SIFT, order_name
from bot.runtime.weather import Weather

DONE = "storm-sifted"


class Sifting(Cog):
    """By the playbook, or by an order that names everybody whom it is about."""

    name: ClassVar[str] = desk.COG

    def __init__(self, notes: Notes, cases: Cases, weather: Weather, sieve: Sieve, voices: Voices) -> None:
        self._voices = voices
        self._notes = notes
        self._cases = cases
        self._weather = weather
        self._sieve = sieve

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes, services.cases, services.weather, Sieve.of(services), services.voices)

    @due(SIFT)
    async def sifts(self, scene: Scene, event: TimerFired) -> Decision:
        """Deal with a few newcomers at a time: the platform must not take it for a storm of its own."""
        watch = await self._weather.watch(scene)
        args = dict(event.args)
        how, dealt = Newcomers(str(args.get("how", watch.plan.newcomers.value))), args.get("from")
        while isinstance(dealt, datetime) and watch.to_sift and watch.to_sift[0].at < dealt:
            watch.to_sift.popleft()  # before the restart
        some = [watch.to_sift.popleft() for _ in range(min(BATCH, len(watch.to_sift)))]
        dealt_with = await self._dealt_with(scene, watch, some, how, args)
        if not watch.to_sift:
            return dealt_with.and_then(Decision(rows=(Note(self.name, desk.SIFTED, scene.now.isoformat()),)))
        more = {**args, "how": how.value, "from": watch.to_sift[0].at}
        return dealt_with.and_then(Decision(rows=(Timer(SIFT, scene.community.key, scene.now + BATCH_EVERY, more),)))

    @due(ORDERED)
    async def goes_on_with_an_order(self, scene: Scene, event: TimerFired) -> Decision:
        """The next few of those whom somebody was shown; whoever came since is not among them."""
        key, args = scene.community.key, dict(event.args)
        order, at = str(args["order"]), int(str(args["at"]))
        here, following = order_name(order, at), order_name(order, at + 1)
        some = read_people(await self._notes.note(key, self.name, here) or "[]")
        watch = await self._weather.watch(scene)
        dealt_with = await self._dealt_with(scene, watch, some, Newcomers(str(args["how"])), args)
        rows = [Note(self.name, here, None)]
        if await self._notes.note(key, self.name, following) is None:
            return dealt_with.and_then(Decision(rows=tuple(rows)))
        more = Timer(ORDERED, event.subject, scene.now + BATCH_EVERY, {**args, "at": at + 1})
        return dealt_with.and_then(Decision(rows=(*rows, more)))

    @composes(DONE)
    async def refused(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Decision:
        """What was done about them, and what the platform would not do, stands in the report of the storm."""
        why = told([(step, receipt) for step, receipt in report if isinstance(receipt, Refused)])
        many = sum(isinstance(step, Punish) and isinstance(receipt, Done) for step, receipt in report)
        return await self._reported(scene, int(args["number"]), why, many)

    async def _reported(self, scene: Scene, number: int, why: Sequence[str], many: int = 0) -> Decision:
        """Whom it befell, and whom not and why, in the report of that storm, whether it is over or not."""
        watch = await self._weather.watch(scene)
        if not (why or many):
            return NOTHING
        if watch.incident is not None and watch.incident.number == number:
            return Decision(rows=(desk.noted(desk.tallied(watch, _with(watch.incident, why, many))),))
        kept = await self._notes.note(scene.community.key, self.name, desk.archive(number))
        if kept is None:
            return NOTHING
        return Decision(rows=(desk.archived(_with(read_incident(kept), why, many)),))

    async def _dealt_with(
        self, scene: Scene, watch: Watch, some: Sequence[Arrival], how: Newcomers, args: Mapping[str, object]
    ) -> Decision:
        if not some or how in {Newcomers.LEAVE, Newcomers.ASK}:
            return NOTHING
        number = int(str(args.get("storm", watch.last)))
        found = await self._sieve.asked(scene, watch, some, how.value)
        asked = 0 if how in desk.ON_RECORD else len(found.hit)
        kept = await self._reported(scene, number, [f"{SPARED}: {why}" for _, why in found.spared], asked)
        return kept.and_then(await self._done(scene, watch, found, how, args)).and_then(
            decide(Later(DONE, {"number": number}))
        )

    async def _done(
        self, scene: Scene, watch: Watch, found: Sieved, how: Newcomers, args: Mapping[str, object]
    ) -> Decision:
        until = scene.now + timedelta(days=1) if watch.incident is None else watch.incident.until
        if how not in desk.ON_RECORD:
            return decide(*(step for one in found.hit if (step := desk.sifting(one, how, until)) is not None))
        by, name = args.get("by"), str(args.get("name", ""))
        voice = self._voices.of(scene.community.language)
        why = plain(voice(say("storm-reason")))
        author = desk.Author(by if isinstance(by, UserRef) else None, name, scene.now, scene.community.version, why)
        if not found.hit:
            return NOTHING
        whole = NOTHING
        numbers = await self._cases.next_numbers(scene.community.key, len(found.hit))
        for one, number in zip(found.hit, numbers, strict=True):
            case = desk.case_of(one, how, number, until, author)
            step = desk.sifting(one, how, until)
            rows = (case, *lifting(case))
            whole = whole.and_then(decide(*([] if step is None else [step]), rows=rows, case=number))
        return whole


def _with(storm: Incident, why: Sequence[str], many: int) -> Incident:
    return replace(storm, sifted=storm.sifted + many).with_refusals(why)
