"""Raids by hand: moderators raise a level, end it, look at it, read its report and deal with who came."""

from datetime import datetime, timedelta
from typing import Annotated, ClassVar, Self

from bot.core.commands import Between, command
from bot.core.decisions import Decision, decide
from bot.core.people import Rank
from bot.core.privacy import Forget
from bot.core.text import Say, say
from bot.domain.storm import desk, measures
from bot.domain.storm.kept import read_incident
from bot.domain.storm.plan import Cause
from bot.domain.storm.presses import CalmDown
from bot.domain.storm.watch import Watch
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, pressed, witnesses
from bot.runtime.context import Context, Scene
from bot.runtime.services import Services
from bot.runtime.stores import Notes
from bot.runtime.storming import ended, open_spaces, raised
from bot.runtime.weather import Weather

BY_HAND = timedelta(minutes=30)
REPORTS = 100
"""So many of the last storms may have a report still."""


class Raids(Cog):
    """What a moderator does here leaves a line in the audit."""

    name: ClassVar[str] = desk.COG

    def __init__(self, notes: Notes, weather: Weather) -> None:
        self._notes = notes
        self._weather = weather

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes, services.weather)

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
        spaces = open_spaces(ctx.scene) if ctx.scene.directory.is_staff(ctx.place) else {ctx.space} - {None}
        here = sorted(space for space in spaces if space is not None)
        if not here:
            return ctx.answer(say("error-not-here"))
        audit = line_of(ctx, "raid on", f"level {level} for {lasts // timedelta(minutes=1)} min")
        begun = raised(ctx.scene, watch, level, Cause.MODERATOR, here, (ctx.actor.user, ctx.actor.name), lasts)
        told = _holds(watch, level, lasts, ctx.now)
        return begun.and_then(decide(ctx.reply(told), rows=(audit,)))

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
            return ctx.answer(measures.report_of(desk.tallied(watch, watch.incident), ctx.now))
        kept = await self._notes.note(ctx.community.key, self.name, desk.archive(wanted))
        if kept is None:
            return ctx.answer(say("incident-unknown"))
        return ctx.answer(measures.report_of(read_incident(kept), ctx.now))

    @witnesses(Forget)
    async def forgotten(self, scene: Scene, row: Forget) -> Decision:
        """No report names who is forgotten, of a storm that is over or not."""
        watch = await self._watch(scene)
        rows = [] if watch.incident is None else [desk.noted(desk.tallied(watch, watch.incident).without(row.accounts))]
        for number in range(max(1, watch.last - REPORTS + 1), watch.last + 1):
            kept = await self._notes.note(scene.community.key, self.name, desk.archive(number))
            report = None if kept is None else read_incident(kept)
            if report is not None and report != report.without(row.accounts):
                rows.append(desk.archived(report.without(row.accounts)))
        return Decision(rows=tuple(rows))

    async def _off(self, ctx: Context) -> Decision:
        watch = await self._watch(ctx.scene)
        if watch.incident is None:
            return ctx.answer(say("raid-is-calm"))
        audit = line_of(ctx, "raid off", f"storm {watch.incident.number}")
        over = ended(ctx.scene, watch, watch.incident)
        return over.and_then(decide(ctx.reply(say("raid-off")), rows=(audit,)))

    async def _watch(self, scene: Scene) -> Watch:
        return await self._weather.watch(scene)


def _holds(watch: Watch, level: int, lasts: timedelta, now: datetime) -> Say:
    """What holds from now on: a storm that goes on is neither lowered nor cut short by being raised again."""
    before = watch.incident
    if before is None:
        return say("raid-on", level=level, lasts=lasts)
    return say("raid-on", level=max(level, before.level), lasts=max(lasts, before.until - now))
