"""What is beyond somebody's hourly share waits here until a second person agrees; it lives through restarts."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Self, cast

from bot.core.actions import Edit, Send
from bot.core.cases import Case
from bot.core.consents import Held, HeldState
from bot.core.decisions import NOTHING, Decision, Later, Reply, decide
from bot.core.events import TimerFired
from bot.core.ids import Place
from bot.core.people import Member, Rank
from bot.core.record import TimerOff
from bot.core.text import Mention, lines, say
from bot.domain.cases.caps import OVER, PURGE, SIFT, Consent, card, decided, messages_of, objection, orders_of, outcome
from bot.domain.cases.order import Order, anew, refused
from bot.domain.cases.sweep import MASSBAN, deletions, massban_reported
from bot.runtime.acting import Acting
from bot.runtime.auditing import line_of
from bot.runtime.cog import Cog, due, pressed
from bot.runtime.colleagues import colleagues
from bot.runtime.context import Context, Scene
from bot.runtime.fairness import Fairness
from bot.runtime.services import Members, Services
from bot.runtime.storming import ordered
from bot.runtime.timed import about


class SecondPerson(Cog):
    """Cannot be switched off: what waits must end somehow."""

    name: ClassVar[str] = "consent"
    essential: ClassVar[bool] = True

    def __init__(self, acting: Acting, members: Members, fairness: Fairness) -> None:
        self._acting = acting
        self._members = members
        self._fair = fairness

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(Acting.of(services), services.members, services.fairness)

    @pressed(Consent)
    async def consent(self, ctx: Context, press: Consent) -> Decision:
        """Agree, or refuse."""
        held = await self._fair.held.find(ctx.community.key, press.held)
        if held is None:
            return ctx.answer(say("error-button-stale"))
        if held.state is not HeldState.WAITING:
            who = Mention(held.second or held.by, held.second_name or held.by_name)
            return ctx.answer(say("consent-over", number=held.number, who=who))
        if press.how != "consent":
            return self._ended(ctx, decided(held, HeldState.REFUSED, ctx.actor), "refuse")
        same = held.by in await self._fair.links.accounts(ctx.community.key, ctx.actor.user)
        others = await colleagues(ctx.scene, self._fair, self._members, held.space, held.by)
        why = objection(held, 1 + len(others), ctx.now, same=same)
        if why is not None:
            return ctx.answer(why)
        return await self._done(ctx, held, alone=same)

    async def _done(self, ctx: Context, held: Held, *, alone: bool) -> Decision:
        wanted = [order for one in orders_of(held) if (order := anew(one, ctx.now)) is not None]
        by = await self._members.find(ctx.scene, held.space, held.by)
        if by is None or by.rank < Rank.MODERATOR:
            return ctx.answer(say("consent-no-more", number=held.number))
        if held.act == PURGE:
            return self._swept(ctx, held, alone=alone)
        if held.act == SIFT:
            return self._sifted(ctx, held, alone=alone)
        place = held.order.get("place")
        as_asked = replace(
            ctx,
            actor=replace(by, name=held.by_name),
            place=place if isinstance(place, Place) else ctx.place,
            space=held.space,
        )
        fit = [order for order in wanted if await self._may(ctx, as_asked, held, order)]
        if not fit:
            return ctx.answer(say("consent-no-more", number=held.number))

        def answering(case: Case) -> Reply:
            return ctx.reply(say("consent-done", number=held.number), refused=refused(case))

        acted = await self._acting.act(as_asked, fit, answering, free=True)
        if not any(isinstance(row, Case) for row in acted.rows):
            return ctx.answer(say("consent-no-more", number=held.number))
        over = decided(held, HeldState.CONSENTED, ctx.actor)
        whole = acted.and_then(self._ended(ctx, over, _act(alone=alone), alone=alone))
        return whole if len(fit) == 1 else whole.and_then(_reported(ctx, held, fit))

    def _swept(self, ctx: Context, held: Held, *, alone: bool) -> Decision:
        messages = messages_of(held)
        acts = deletions(messages, f"purge by {held.by_name}, number {held.number}")
        line = line_of(ctx, PURGE, f"{len(messages)} messages", (held.by, held.by_name))
        swept = decide(*acts, Later("purge-report", {"asker": ctx.asker, "by": ctx.actor.name}), rows=(line,))
        over = decided(held, HeldState.CONSENTED, ctx.actor)
        return swept.and_then(self._ended(ctx, over, _act(alone=alone), alone=alone))

    def _sifted(self, ctx: Context, held: Held, *, alone: bool) -> Decision:
        """Those who were shown, and nobody who came since; it goes on as if it had not waited."""
        order = held.order
        args = {key: order[key] for key in ("how", "by", "name", "storm")}
        rows = ordered(ctx.scene, str(order["people"]), args)
        line = line_of(ctx, SIFT, f"{order['how']}, {order['many']} people", (held.by, held.by_name))
        told = ctx.say(say("storm-sifting", count=cast("int", order["many"])))
        sifts = decide(told, rows=(line, *rows))
        over = decided(held, HeldState.CONSENTED, ctx.actor)
        return sifts.and_then(self._ended(ctx, over, _act(alone=alone), alone=alone))

    async def _may(self, ctx: Context, as_asked: Context, held: Held, order: Order) -> bool:
        """Whether both of them stand above the target, as all three stand now."""
        rulings = [await self._acting.hold_over(each, held.space, order.member) for each in (ctx, as_asked)]
        return all(isinstance(ruling, Member) for ruling in rulings)

    def _ended(self, ctx: Context, held: Held, act: str, *, alone: bool = False) -> Decision:
        told = outcome(held, alone=alone)
        detail = f"number {held.number}: {held.act} wanted by {held.by}"
        line = line_of(ctx, act, detail)
        rows = (held, TimerOff(OVER, str(held.number)), line)
        shown = (Edit(ctx.message, lines(card(held), told)),) if ctx.message is not None else ()
        # What is done now answers for itself: by its report, or as a single act does.
        answered = () if held.state is HeldState.CONSENTED else (ctx.say(told),)
        return decide(*answered, *shown, rows=rows)

    @due(OVER)
    async def over(self, scene: Scene, event: TimerFired) -> Decision:
        """Nobody decided in time: nothing is done."""
        held = await about(self._fair.held.find, scene, event, "held")
        if held is None or held.state is not HeldState.WAITING:
            return NOTHING
        expired = replace(held, state=HeldState.EXPIRED)
        staff = scene.directory.staff_for(held.space.platform)
        told = () if staff is None else (Send(staff, outcome(expired)),)
        return decide(*told, rows=(expired,))


def _reported(ctx: Context, held: Held, done: Sequence[Order]) -> Decision:
    """What follows upon an act on many, as it would have without the waiting."""
    line = line_of(ctx, MASSBAN, f"{len(done)} people", (held.by, held.by_name))
    return decide(massban_reported(ctx.asker, ctx.actor.name, done, len(orders_of(held))), rows=(line,))


def _act(*, alone: bool) -> str:
    """What stands in the audit; who agrees with herself is marked."""
    return "consent to oneself" if alone else "consent"
