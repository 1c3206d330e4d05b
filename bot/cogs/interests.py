"""News in private: members choose what about, agree to it in so many words, and take it back with one button."""

from typing import ClassVar, Self

from bot.core.decisions import Decision, decide
from bot.core.digests import DigestEnded, DigestWish
from bot.core.ids import UserRef
from bot.core.record import Row
from bot.core.text import say
from bot.domain.calendar import digest
from bot.domain.calendar.digest import AgreeDigest, LeaveDigest, OpenDigest, PickInterest
from bot.runtime.cog import Cog, pressed
from bot.runtime.context import Context
from bot.runtime.digests import Digests
from bot.runtime.fairness import Links
from bot.runtime.services import Services


class Interests(Cog):
    """One person agrees with one account: where she chose last."""

    name: ClassVar[str] = "digests"

    def __init__(self, wishes: Digests, links: Links) -> None:
        self._wishes = wishes
        self._links = links

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.digests, services.fairness.links)

    @pressed(OpenDigest)
    async def opened(self, ctx: Context, press: OpenDigest) -> Decision:
        """Show what there is to choose, with what she chose before."""
        del press
        plan = ctx.community.digests
        if plan is None:
            return ctx.answer(say("news-none"))
        hers = await self._wishes.of(ctx.community.key, await self._accounts(ctx))
        chosen = hers[0].interests if hers else ()
        return ctx.answer(*digest.panel(plan, chosen, ctx.actor.user, agreed=bool(hers)))

    @pressed(PickInterest)
    async def picked(self, ctx: Context, press: PickInterest) -> Decision:
        """Show the choice as it is now; nothing is written before she agrees."""
        plan = ctx.community.digests
        if plan is None:
            return ctx.answer(say("news-none"))
        hers = await self._wishes.of(ctx.community.key, await self._accounts(ctx))
        return ctx.turn(*digest.panel(plan, press.chosen, ctx.actor.user, agreed=bool(hers)))

    @pressed(AgreeDigest)
    async def agreed(self, ctx: Context, press: AgreeDigest) -> Decision:
        """Write down what she agreed to and when; her other accounts get nothing from now on."""
        plan = ctx.community.digests
        chosen = () if plan is None else digest.known(plan, press.chosen)
        if plan is None or not chosen:
            return ctx.answer(say("news-none"))
        if press.terms != digest.TERMS:
            # She read other words than those that count now.
            return ctx.turn(*digest.panel(plan, chosen, ctx.actor.user, agreed=False))
        me = ctx.actor.user
        others = tuple(DigestEnded(one) for one in await self._accounts(ctx) if one != me)
        rows: tuple[Row, ...] = (*others, DigestWish(me, chosen, press.terms, ctx.now))
        return decide(ctx.say(say("news-agreed", every=plan.every), digest.stop(me)), rows=rows)

    @pressed(LeaveDigest)
    async def left(self, ctx: Context, press: LeaveDigest) -> Decision:
        """Forget it, for all her accounts."""
        del press
        rows = tuple(DigestEnded(one) for one in await self._accounts(ctx))
        return decide(ctx.say(say("news-left")), rows=rows)

    async def _accounts(self, ctx: Context) -> tuple[UserRef, ...]:
        return await self._links.accounts(ctx.community.key, ctx.actor.user)
