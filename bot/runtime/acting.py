"""The one way in which people act on people: every sanction by hand, and every taking back, passes through here.

Whatever must hold for all of them (who was first, what cannot be done to such an account, what goes on record) is
decided in this place; commands, buttons, forms and complaints only say what is wanted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.core.actions import Sanction
from bot.core.decisions import Decision, Intent, Later, Reply
from bot.core.ids import SpaceRef
from bot.core.people import Member, Rank
from bot.core.record import Case, Row
from bot.core.text import Localised, Say, say
from bot.domain.cases import order as orders
from bot.domain.cases.acts import undoing
from bot.domain.cases.notice import Cite, Manner
from bot.domain.cases.order import Order, Where
from bot.domain.cases.standing import family, lifting
from bot.runtime.authorise import Ask, Denied, authorise
from bot.runtime.context import Context
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases

Answering: TypeAlias = Callable[[Case], Reply]
"""How whoever asked is answered about the case that was filed."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason as the record keeps it, and as the member reads it."""

    words: str
    guideline: str = ""
    cite: Cite | None = None


class Acting:
    """Turns wishes of the staff into cases and steps."""

    def __init__(self, cases: Cases, members: Members) -> None:
        self._cases = cases
        self._members = members

    @classmethod
    def of(cls, services: Services) -> "Acting":
        return cls(services.cases, services.members)

    async def act(self, ctx: Context, wanted: Sequence[Order], answering: Answering | None = None) -> Decision:
        """Do what is wanted, to one person or to many, whose ranks were judged before.

        For one person it answers by itself unless ``answering`` does; for many nothing is said and no cards are shown:
        whoever asks for that reports on it. Whom somebody else did the same to a moment ago is left out.
        """
        if ctx.space is None:
            return ctx.answer(say("error-not-here"))
        if len(wanted) == 1:
            return await self._act_on(ctx, ctx.space, wanted[0], answering)
        fit = [order for order in wanted if await self._hindrance(ctx, ctx.space, order) is None]
        numbers = await self._cases.next_numbers(ctx.community.key, len(fit))
        whole = Decision()
        for order, number in zip(fit, numbers, strict=True):
            whole = whole.and_then(
                _filed(ctx, order, orders.case_of(order, number, _where(ctx, ctx.space)), quiet=True)
            )
        return whole

    async def hold_over(self, ctx: Context, space: SpaceRef, outsider: Member) -> Member | Say:
        """The target as she stands in that space now, or why the actor may not act on her."""
        found = await self._members.find(ctx.scene, space, outsider.user)
        target = outsider if found is None else replace(found, name=found.name or outsider.name)
        ruling = authorise(ctx.actor, Ask(Rank.MODERATOR, target, acts_on_target=True))
        return ruling.why if isinstance(ruling, Denied) else target

    async def take_back(self, ctx: Context, case: Case, answering: Answering) -> Decision:
        """Undo a case exactly, as a linked case; ``answering`` is given the new one.

        The rank of whoever asks is judged against the member's, in the space of the case.
        """
        community = ctx.community.key
        before = await self._cases.undone_by(community, case.number)
        if before is not None:
            return ctx.answer(say("undo-already", case=case.number, by=before))
        target = await self.hold_over(ctx, case.space, Member(case.user, case.user_name, Rank.GUEST))
        if isinstance(target, Say):
            return ctx.answer(target)
        kinds = family(case.sanction)
        acts = await self._cases.acts(community, case.space, case.user, kinds) if kinds else ()
        number = await self._cases.next_number(community)
        back, rows, steps = undoing(case, number, ctx.actor.user, ctx.actor.name, ctx.now, acts)
        turn = f"card {case.user}"
        cards = (Later("case-card", {"case": number}, turn), Later("case-refresh", {"case": case.number}, turn))
        intents = tuple(Intent(step, number) for step in (*steps, answering(back), *cards))
        return Decision((back, *rows), intents)

    async def _act_on(self, ctx: Context, space: SpaceRef, order: Order, answering: Answering | None) -> Decision:
        hindrance = await self._hindrance(ctx, space, order)
        if hindrance is not None:
            return ctx.answer(hindrance)
        warnings = (await self._cases.tally(ctx.community.key, order.member.user)).get(Sanction.WARN, 0)
        number = await self._cases.next_number(ctx.community.key)
        case = orders.case_of(order, number, _where(ctx, space))
        reply = _answer(ctx, case, warnings) if answering is None else answering(case)
        shown = Later("case-card", {"case": number}, turn=f"card {case.user}")
        filed = _filed(ctx, order, case)
        return replace(filed, intents=(*filed.intents, Intent(reply, number), Intent(shown, number)))

    async def _hindrance(self, ctx: Context, space: SpaceRef, order: Order) -> Say | None:
        unfit = orders.fits(order)
        if unfit is not None or order.sanction is Sanction.NOTE:
            return unfit
        name = orders.claim_name(order.sanction, space, order.member.user)
        held = await self._cases.claimed(ctx.community.key, name, ctx.now)
        return orders.was_first(held, ctx.actor.user)


def reason_of(ctx: Context, words: str) -> Reason:
    """Read what was given as a reason: the key of a guideline or of a reason of the house's own, or plain words.

    ``kind: you called her names`` cites the guideline and says more.
    """
    words = words.strip()
    key, colon, more = words.partition(":")
    known = ctx.community.reason(key.strip()) if colon else ctx.community.reason(words)
    if known is None:
        return Reason(words)
    guideline = ctx.community.guideline(known.guideline)
    more = more.strip()
    text = known.text
    if text is None:
        cite = None if guideline is None else Cite(guideline.number, guideline.text)
        return Reason(more, known.guideline, cite)
    if more:
        text = Localised({language: f"{line} {more}" for language, line in text.texts.items()})
    cite = Cite(0, None, text) if guideline is None else Cite(guideline.number, guideline.text, text)
    return Reason(text.texts.get(ctx.community.language) or next(iter(text.texts.values())), known.guideline, cite)


def _filed(ctx: Context, order: Order, case: Case, *, quiet: bool = False) -> Decision:
    """The rows of an act, and what is done. A quiet one says nothing in public."""
    notices = ctx.community.notices
    aloud = None if quiet or ctx.scene.directory.is_staff(ctx.place) else ctx.place
    manner = Manner(notices.private_first, aloud, notices.public_for)
    steps = orders.steps_of(order, case, ctx.community.name, manner)
    claim = orders.claim_of(case)
    rows: tuple[Row, ...] = (case, *lifting(case), *(() if claim is None else (claim,)))
    return Decision(rows, tuple(Intent(step, case.number) for step in steps))


def _where(ctx: Context, space: SpaceRef) -> Where:
    return Where(space, ctx.place, ctx.actor.user, ctx.actor.name, ctx.now, ctx.community.version)


def _answer(ctx: Context, case: Case, warnings: int) -> Reply:
    return ctx.reply(orders.done(case, warnings), untold=orders.untold(case, warnings), refused=orders.refused(case))
