"""Quick hands: the private card about a person, with buttons and a form for the reason."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar, Self

from bot.core.actions import Ask, Sanction
from bot.core.commands import Menu, command
from bot.core.decisions import Decision, decide
from bot.core.ids import SpaceRef
from bot.core.messages import Message
from bot.core.people import Member, Rank
from bot.core.text import Say, say
from bot.domain.cases.hand import RECENT, Hand, Person, form, hands, portrait, sanction_of
from bot.domain.cases.order import Order, saved
from bot.domain.cases.standing import family, holding
from bot.runtime.acting import Acting, reason_of
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context
from bot.runtime.services import Services

LATELY = 16
"""Mutes and bans that are looked at for what holds."""


class Hands(Cog):
    """Shows who somebody is and what is on record, and acts at two touches."""

    name: ClassVar[str] = "hands"

    def __init__(self, services: Services) -> None:
        self._cases = services.cases
        self._services = services
        self._acting = Acting.of(services)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    @command("card", rank=Rank.MODERATOR, menu=Menu.BOTH, hides=True)
    async def card(self, ctx: Context, member: Member | None = None, message: Message | None = None) -> Decision:
        """See who somebody is and what is on record, with buttons to act; only you see it."""
        shown = member or (None if message is None else message.author)
        if shown is None:
            return ctx.answer(say("card-whom"))
        if ctx.space is None:
            return ctx.answer(say("error-not-here"))
        person = await self._person(ctx, ctx.space, shown)
        link = "" if message is None else self._services.host.link(message.ref)
        evidence = saved(message, shown, link)
        return ctx.answer(portrait(person, ctx.now), hands(person, evidence))

    @command("strikes", rank=Rank.MODERATOR)
    async def strikes(self, ctx: Context, member: Member) -> Decision:
        """See how many of somebody's strikes count at present."""
        counts = await self._cases.tally(ctx.community.key, member.user, self._since(ctx))
        return ctx.answer(say("strikes-of", who=member.name, count=counts.strikes))

    @pressed(Hand)
    async def hand(self, ctx: Context, press: Hand) -> Decision:
        """Ask for the reason, and say what happened before."""
        target = await self._target(ctx, press)
        if isinstance(target, Say) or ctx.space is None:
            return ctx.answer(target if isinstance(target, Say) else say("error-not-here"))
        tally = await self._cases.tally(ctx.community.key, press.user)
        asked = form(press, tally.acts.get(Sanction.WARN, 0), ctx.space, ctx.actor.user)
        return decide(Ask(ctx.ticket, ctx.place, ctx.actor.user, asked))

    @filled(Hand)
    async def done(self, ctx: Context, press: Hand, values: Mapping[str, str]) -> Decision:
        """Do it, as the commands do."""
        target = await self._target(ctx, press)
        if isinstance(target, Say):
            return ctx.answer(target)
        sanction, lasts = sanction_of(press.how)
        why = reason_of(ctx, values.get("reason", ""))
        until = None if lasts is None else ctx.now + lasts
        order = Order(target, sanction, until, why.words, why.guideline, why.cite, press.evidence, span=lasts)
        return await self._acting.act(ctx, (order,))

    async def _target(self, ctx: Context, press: Hand) -> Member | Say:
        if ctx.space is None:
            return say("error-not-here")
        return await self._acting.hold_over(ctx, ctx.space, Member(press.user, press.name, Rank.GUEST))

    async def _person(self, ctx: Context, space: SpaceRef, shown: Member) -> Person:
        key, user = ctx.community.key, shown.user
        found = await self._services.members.find(ctx.scene, space, user)
        kinds = (family(Sanction.MUTE), family(Sanction.BAN))
        acts = await self._cases.acts(key, space, user, kinds[0] | kinds[1], most=LATELY)
        held = [holding([act for act in acts if act.sanction in kind], ctx.now) for kind in kinds]
        counts = await self._cases.tally(key, user, self._since(ctx))
        return Person(
            shown if found is None else found,
            space,
            await self._services.people.language(key, user) or "",
            await self._services.fairness.links.accounts(key, user),
            tally=counts.acts,
            strikes=counts.strikes,
            holds=[case for case in held if case is not None],
            recent=await self._cases.of(key, user, most=RECENT),
        )

    def _since(self, ctx: Context) -> datetime | None:
        """From when on strikes count."""
        forget = ctx.community.policy.forget_after
        return None if forget is None else ctx.now - forget
