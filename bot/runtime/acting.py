"""The one way in which people act on people: every sanction by hand, and every taking back, passes through here.

Whatever must hold for all of them (who was first, what cannot be done to such an account, what goes on record) is
decided in this place; commands, buttons, forms and complaints only say what is wanted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.core.actions import Sanction, Send
from bot.core.cases import Case
from bot.core.consents import Held
from bot.core.decisions import Decision, Intent, Later, Reply, decide
from bot.core.ids import MessageRef, SpaceRef
from bot.core.people import Member, Rank
from bot.core.record import Row, Timer
from bot.core.text import Localised, Say, lines, say
from bot.domain.cases import order as orders
from bot.domain.cases.acts import UNDONE, undoing
from bot.domain.cases.caps import CAPPED, OVER, PURGE, WAITS, WITHIN, cap_of, card, card_rows, packed
from bot.domain.cases.notice import Cite, Manner
from bot.domain.cases.order import Order, Where
from bot.domain.cases.standing import family, holding, lifting
from bot.runtime.authorise import Ask, Denied, authorise
from bot.runtime.case_cards import refreshes_case, shows_case
from bot.runtime.codes import Codes
from bot.runtime.context import Context
from bot.runtime.fairness import Fairness
from bot.runtime.services import Members, Services
from bot.runtime.stores import Cases
from bot.runtime.ways import ways_out

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

    def __init__(self, cases: Cases, members: Members, codes: Codes, fairness: Fairness) -> None:
        self._held = fairness.held
        self._links = fairness.links
        self._codes = codes
        self._cases = cases
        self._members = members

    @classmethod
    def of(cls, services: Services) -> "Acting":
        return cls(services.cases, services.members, services.codes, services.fairness)

    async def act(
        self, ctx: Context, wanted: Sequence[Order], answering: Answering | None = None, *, free: bool = False
    ) -> Decision:
        """Do what is wanted, to one person or to many, whose ranks were judged before.

        For one person it answers by itself unless ``answering`` does; for many nothing is said and no cards are shown:
        whoever asks for that reports on it. Whom somebody else did the same to a moment ago is left out.

        What is beyond the actor's hourly share is not done but waits for a second person, unless it is ``free``.
        Where the messenger would refuse, nothing is filed or told to one person; of many only the report says so.
        """
        if ctx.space is None:
            return ctx.answer(say("error-not-here"))
        if len(wanted) == 1 and (never := orders.out_of_reach(wanted[0])) is not None:
            return ctx.answer(never)
        cap = None if free else await self._reached(ctx, wanted)
        if cap is not None:
            kept = {"orders": packed(wanted), "place": ctx.place}
            return await self._put_off(ctx, ctx.space, str(wanted[0].sanction), kept, cap)
        if len(wanted) == 1:
            return await self._act_on(ctx, ctx.space, wanted[0], answering)
        fit = [order for order in wanted if await self._hindrance(ctx, ctx.space, order) is None]
        numbers = await self._cases.next_numbers(ctx.community.key, len(fit))
        whole = Decision()
        for order, number in zip(fit, numbers, strict=True):
            whole = whole.and_then(
                _filed(ctx, order, orders.case_of(order, number, _where(ctx, ctx.space)), self._codes, quiet=True)
            )
        return whole

    async def sweep(self, ctx: Context, space: SpaceRef, messages: tuple[MessageRef, ...]) -> Decision | None:
        """Let a purge wait for a second person if it is beyond the actor's hourly share; None when it may be done."""
        cap = ctx.community.team.caps.get(PURGE)
        since = ctx.now - WITHIN
        if cap is None or await self._held.audited(ctx.community.key, ctx.actor.user, PURGE, since) < cap:
            return None
        return await self._put_off(ctx, space, PURGE, {"messages": messages, "asker": ctx.asker}, cap)

    async def kicks(self, ctx: Context, act: str, many: int, order: Mapping[str, object]) -> Decision | None:
        """Let so many kicks wait for a second person if they are beyond the actor's hourly share; None if they may be.

        What waits is kept as ``order``, for whoever carries ``act`` out.
        """
        cap = ctx.community.team.caps.get("kick")
        if cap is None or ctx.space is None:
            return None
        done = await self._held.acted(ctx.community.key, ctx.actor.user, CAPPED["kick"], ctx.now - WITHIN)
        return await self._put_off(ctx, ctx.space, act, {**order, "many": many}, cap) if done + many > cap else None

    async def _reached(self, ctx: Context, wanted: Sequence[Order]) -> int | None:
        """The cap that this would go beyond, if it does."""
        found = cap_of(wanted, ctx.community.team.caps)
        if found is None:
            return None
        name, cap = found
        done = await self._held.acted(ctx.community.key, ctx.actor.user, CAPPED[name], ctx.now - WITHIN)
        return cap if done + len(wanted) > cap else None

    async def _put_off(
        self, ctx: Context, space: SpaceRef, act: str, order: Mapping[str, object], cap: int
    ) -> Decision:
        number = await self._held.next_number(ctx.community.key)
        held = Held(number, space, ctx.actor.user, ctx.actor.name, act, ctx.now, order)
        rows = (held, Timer(OVER, str(number), ctx.now + WAITS, {"held": number}))
        asked = say("consent-asked", cap=cap, number=number)
        staff = ctx.scene.directory.staff_for(space.platform)
        if staff is None:
            return decide(ctx.say(lines(asked, card(held)), card_rows(held)), rows=rows)
        return decide(ctx.say(asked), Send(staff, card(held), card_rows(held), important=True), rows=rows)

    async def hold_over(self, ctx: Context, space: SpaceRef, outsider: Member, *, asks: bool = True) -> Member | Say:
        """The target as she stands in that space now, or why the actor may not act on her.

        The actor too is judged as she stands in that space, and her own accounts elsewhere are herself. Unless it
        ``asks``, what is known already decides: for acts on more people than a platform may be asked about at once.
        """
        if asks:
            found = await self._members.find(ctx.scene, space, outsider.user)
        else:
            found = self._members.seen(ctx.scene, space, outsider.user)
        target = outsider if found is None else replace(found, name=found.name or outsider.name)
        if target.user in await self._links.accounts(ctx.community.key, ctx.actor.user):
            return say("error-self")
        here = ctx.actor if ctx.space == space else await self._members.find(ctx.scene, space, ctx.actor.user)
        ruling = authorise(here, Ask(Rank.MODERATOR, target, acts_on_target=True))
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
        told = Later(UNDONE, {"case": number})
        cards = (shows_case(number, case.user), refreshes_case(case.number, case.user))
        intents = tuple(Intent(step, number) for step in (*steps, answering(back), told, *cards))
        return Decision((back, *rows), intents)

    async def _act_on(self, ctx: Context, space: SpaceRef, order: Order, answering: Answering | None) -> Decision:
        hindrance = await self._hindrance(ctx, space, order)
        if hindrance is not None:
            return ctx.answer(hindrance)
        tally = await self._cases.tally(ctx.community.key, order.member.user)
        before = orders.Before(tally.acts.get(Sanction.WARN, 0), await self._held_there(ctx, space, order))
        number = await self._cases.next_number(ctx.community.key)
        case = orders.case_of(order, number, _where(ctx, space))
        reply = _answer(ctx, case, before) if answering is None else answering(case)
        shown = shows_case(number, case.user)
        filed = _filed(ctx, order, case, self._codes, idle=orders.is_idle(order, before))
        return replace(filed, intents=(*filed.intents, Intent(reply, number), Intent(shown, number)))

    async def _held_there(self, ctx: Context, space: SpaceRef, order: Order) -> Case | None:
        """The mute or ban that holds, of the kind that is to begin or to end."""
        kinds = family(order.sanction)
        if not kinds:
            return None
        return holding(await self._cases.acts(ctx.community.key, space, order.member.user, kinds), ctx.now)

    async def _hindrance(self, ctx: Context, space: SpaceRef, order: Order) -> Say | None:
        unfit = orders.fits(order)
        if unfit is not None or order.sanction is Sanction.NOTE:
            return unfit
        name = orders.claim_name(order.sanction, space, order.member.user)
        held = await self._cases.claimed(ctx.community.key, name, ctx.now)
        return orders.was_first(held, ctx.actor.user, order.until)


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


def _filed(
    ctx: Context, order: Order, case: Case, codes: Codes, *, quiet: bool = False, idle: bool = False
) -> Decision:
    """The rows of an act, and what is done. A quiet one says nothing in public; of an idle one she need not hear."""
    notices = ctx.community.notices
    aloud = None if quiet or ctx.scene.directory.is_staff(ctx.place) else ctx.place
    ways, kept = ways_out(ctx.scene, case, codes)
    manner = Manner(notices.private_first, aloud, notices.public_for, ways)
    steps = orders.steps_of(order, case, ctx.community.name, None if idle else manner)
    claim = orders.claim_of(case)
    rows: tuple[Row, ...] = (case, *lifting(case), *(() if claim is None else (claim,)), *kept)
    return Decision(rows, tuple(Intent(step, case.number) for step in steps))


def _where(ctx: Context, space: SpaceRef) -> Where:
    return Where(space, ctx.place, ctx.actor.user, ctx.actor.name, ctx.now, ctx.community.version)


def _answer(ctx: Context, case: Case, before: orders.Before) -> Reply:
    return ctx.reply(orders.done(case, before), untold=orders.untold(case, before), refused=orders.refused(case))
