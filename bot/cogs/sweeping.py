"""Acts on many: purge messages, ban everybody who joined in a window; shown before, reported after."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar, Self

from bot.core.actions import Punish, Sanction, Send
from bot.core.cases import Case
from bot.core.commands import Between, Rest, command
from bot.core.decisions import NOTHING, Asker, Decision, Intent, Later, Report, decide
from bot.core.events import MemberJoined, MessageDeleted, MessageEdited, MessagePosted
from bot.core.people import Member, Rank
from bot.core.privacy import forgotten
from bot.core.record import Row
from bot.core.text import Lines, Mention, say
from bot.domain.cases import sweep
from bot.domain.cases.order import Order
from bot.domain.cases.ring import Ring, Wanted
from bot.domain.cases.sweep import MASSBAN, BanThem, Leave, Sweep, buttons
from bot.runtime.acting import Acting, reason_of
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, composes, on, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.directory import lift
from bot.runtime.services import Services

LOOKED_UP = 25
"""Up to so many people are asked for once more before they are banned; of more, what is known already decides."""


class Sweeping(Cog):
    """Remembers just enough of what was said and who came in; a restart forgets it."""

    name: ClassVar[str] = "sweeping"

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._ring = Ring()

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(Acting.of(services))

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Let go of whoever is forgotten."""
        del community
        gone = forgotten(rows)
        if gone:
            self._ring.forget_people(gone)

    @on(MessagePosted, MessageEdited)
    async def said(self, scene: Scene, event: MessagePosted | MessageEdited) -> Decision:
        """Remember where it stands."""
        del scene
        self._ring.note(event.message)
        return NOTHING

    @on(MessageDeleted)
    async def gone(self, scene: Scene, event: MessageDeleted) -> Decision:
        """Forget what does not stand any more."""
        del scene
        self._ring.forget(event.ref)
        return NOTHING

    @on(MemberJoined)
    async def came_in(self, scene: Scene, event: MemberJoined) -> Decision:
        """Remember who came in."""
        del scene
        self._ring.came_in(event.space, event.member, event.at)
        return NOTHING

    @command("purge", rank=Rank.MODERATOR)
    async def purge(
        self,
        ctx: Context,
        member: Member | None = None,
        count: Annotated[int | None, Between(1, sweep.MOST)] = None,
        since: timedelta | None = None,
        containing: Annotated[str, Rest()] = "",
    ) -> Decision:
        """Remove messages here: of a person, the last few, of a span of time, or with some words. Shown first."""
        if ctx.space is None:
            return ctx.answer(say("error-not-here"))
        if member is None and count is None and since is None and not containing.strip():
            return ctx.answer(say("purge-what"))
        wanted = Wanted(
            ctx.space,
            None if ctx.scene.directory.is_staff(ctx.place) else ctx.place,
            None if member is None else member.user,
            None if since is None else ctx.now - since,
            containing.strip(),
            count or sweep.MOST,
        )
        found = [one for one in self._ring.find(wanted) if self._may(ctx, one.author)]
        if not found:
            return ctx.answer(say("purge-none"))
        press = Sweep(tuple(one.ref for one in found))
        return ctx.answer(sweep.purge_preview(found), buttons(press, ctx.space, ctx.actor.user))

    @command("massban", rank=Rank.MODERATOR)
    async def massban(self, ctx: Context, joined: timedelta, reason: Annotated[str, Rest()] = "") -> Decision:
        """Ban everybody who joined within this time; shown first."""
        if ctx.space is None:
            return ctx.answer(say("error-not-here"))
        since = ctx.now - joined
        people = [one for one in self._ring.arrived(ctx.space, since) if self._may_ban(ctx, one)]
        if not people:
            return ctx.answer(say("massban-none"))
        people = people[-sweep.MOST :]
        press = BanThem(tuple(Mention(one.user, one.name) for one in people), reason.strip())
        return ctx.answer(sweep.massban_preview(people, since), buttons(press, ctx.space, ctx.actor.user))

    @pressed(Sweep)
    async def sweep(self, ctx: Context, press: Sweep) -> Decision:
        """Remove what was shown, and nothing else."""
        waits = None if ctx.space is None else await self._acting.sweep(ctx, ctx.space, press.messages)
        if waits is not None:
            return waits
        for ref in press.messages:
            self._ring.forget(ref)
        acts = sweep.deletions(press.messages, f"purge by {ctx.actor.name}")
        audit = line_of(ctx, "purge", f"{len(press.messages)} messages")
        return decide(*acts, Later("purge-report", {"asker": ctx.asker, "by": ctx.actor.name}), rows=(audit,))

    @pressed(BanThem)
    async def ban_them(self, ctx: Context, press: BanThem) -> Decision:
        """Ban whom was shown, and nobody else; each is a case of her own."""
        why = reason_of(ctx, press.reason)
        found = [await self._target(ctx, one, len(press.people)) for one in press.people]
        targets = [one for one in found if one is not None]
        orders = [Order(one, Sanction.BAN, None, why.words, why.guideline, why.cite) for one in targets]
        if not orders:
            return ctx.answer(say("massban-none"))
        banned = await self._acting.act(ctx, orders)
        if banned.is_empty:  # somebody else was quicker with every one of them
            return ctx.answer(say("massban-none"))
        if len(orders) == 1 or not any(isinstance(row, Case) for row in banned.rows):
            return banned
        report = sweep.massban_reported(ctx.asker, ctx.actor.name, orders, len(press.people))
        audit = line_of(ctx, MASSBAN, f"{len(orders)} people")
        return banned.and_then(Decision((audit,), (Intent(report),)))

    @pressed(Leave)
    async def leave(self, ctx: Context, press: Leave) -> Decision:
        """Do nothing."""
        del press
        return ctx.turn(say("sweep-left"))

    @composes("purge-report")
    async def purged(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell whoever asked, and the staff, what really went."""
        return _told(scene, args, sweep.purge_report(report))

    @composes("massban-report")
    async def banned(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell whoever asked, and the staff, who was banned and who was not."""
        acts = (step for step, _ in report if isinstance(step, Punish))
        names = {step.user: args["names"].get(str(step.user), "") for step in acts}
        return _told(scene, args, sweep.massban_report(report, names, int(args.get("shown", 0))))

    def _may(self, ctx: Context, author: Member) -> bool:
        """Nobody sweeps away what those above say; the bot's own messages and those of equals may go."""
        return lift(author, ctx.community.team, ctx.scene.directory).rank <= ctx.actor.rank

    def _may_ban(self, ctx: Context, member: Member) -> bool:
        known = lift(member, ctx.community.team, ctx.scene.directory)
        return known.rank < min(ctx.actor.rank, Rank.HELPER) and not (known.untouchable or known.is_bot)

    async def _target(self, ctx: Context, one: Mention, many: int) -> Member | None:
        if ctx.space is None:
            return None
        found = await self._acting.hold_over(ctx, ctx.space, Member(one.user, one.name), asks=many <= LOOKED_UP)
        return found if isinstance(found, Member) and self._may_ban(ctx, found) else None


def _told(scene: Scene, args: Mapping[str, Any], body: Lines) -> Sequence[Intent]:
    asker: Asker = args["asker"]
    staff = scene.directory.staff_for(asker.user.platform)
    heard = (Intent(asker.answer(body)),)
    if staff is None or staff.channel == asker.place.channel:
        return heard
    who = Mention(asker.user, str(args.get("by", "")))
    return (*heard, Intent(Send(staff, Lines((say("sweep-by", who=who), body)), important=True)))
