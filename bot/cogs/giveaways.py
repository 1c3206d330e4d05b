"""/giveaway: started in one line or by a form; listed, cancelled, proved, exported, and a place given to the next."""

import secrets
from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from bot.core.commands import Rest, command
from bot.core.decisions import Decision, decide
from bot.core.giveaways import Giveaway, GiveawayState
from bot.core.ids import Place
from bot.core.people import Rank
from bot.core.record import TimerOff
from bot.core.text import Body, Code, Moment, Rich, lines, say
from bot.core.ui import Field
from bot.domain.gatherings import order as orders
from bot.domain.gatherings.draw import commitment
from bot.domain.gatherings.giveaways.card import card, manage_rows
from bot.domain.gatherings.giveaways.draft import Draft, drafted
from bot.domain.gatherings.giveaways.drawing import given_up, has_proof, proof_file
from bot.domain.gatherings.giveaways.export import as_csv
from bot.domain.gatherings.giveaways.line import GIVEAWAY
from bot.domain.gatherings.giveaways.moves import CLAIM, begun, cancelled, claim_timer
from bot.domain.gatherings.giveaways.presses import ManageGiveaway, NewGiveaway
from bot.domain.gatherings.line import Typed
from bot.domain.gatherings.order import Order
from bot.runtime.cog import Cog, filled, pressed
from bot.runtime.context import Context
from bot.runtime.drawing import Drawing
from bot.runtime.gatherings import Gatherings, Told
from bot.runtime.giveaways import Giveaways as GiveawayStore
from bot.runtime.opening import Opening, house
from bot.runtime.parcel import handed
from bot.runtime.services import Services

SHOWN = 10
"""As many does /giveaway list show."""
NAMED = 20
"""So many names of those who entered last."""
LONGEST_TYPED = 3000
LONGEST_REASON = 200
OPENING = Opening(
    GIVEAWAY,
    say("giveaway-form"),
    (
        Field("prize", say("giveaway-field-prize"), longest=LONGEST_TYPED),
        Field("winners", say("giveaway-field-winners"), required=False, longest=20),
        Field("until", say("giveaway-field-until"), required=False, longest=100),
        Field("conditions", say("giveaway-field-conditions"), required=False, long=True, longest=1000),
    ),
    NewGiveaway,
    say("giveaway-nowhere"),
)


class Giveaways(Cog):
    """Whatever is wrong with what was typed is said at once, and the form comes back as it was."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._giveaways: GiveawayStore = services.giveaways
        self._gatherings: Gatherings = services.gatherings
        self._drawing = Drawing.of(services)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    # --- starting

    @command("giveaway", rank=Rank.HELPER, asks=True)
    async def giveaway(
        self,
        ctx: Context,
        prize: Annotated[str, Rest()] = "",
        winners: str = "",
        until: str = "",
        conditions: str = "",
    ) -> Decision:
        """Start one: /giveaway prize:"A book" winners:1 until:"friday 18:00"."""
        if ctx.actor.rank < ctx.community.contests.who:
            return ctx.answer(say("giveaway-not-you"))
        order = orders.GIVEAWAY.read(prize)
        if order is not None:
            return await (self._listed(ctx) if order.what == "list" else self._ordered(ctx, order))
        typed = OPENING.typed({"winners": winners, "until": until, "conditions": conditions}, prize)
        return await self._made(ctx, ctx.place, typed) if typed.said else ctx.ask(OPENING.form(ctx.place))

    @filled(NewGiveaway)
    async def filled_in(self, ctx: Context, press: NewGiveaway, values: Mapping[str, str]) -> Decision:
        """Take the form."""
        if ctx.actor.rank < ctx.community.contests.who:
            return ctx.answer(say("giveaway-not-you"))
        return await self._made(ctx, press.place, OPENING.typed(values))

    async def _made(self, ctx: Context, here: Place, typed: Typed) -> Decision:
        found = OPENING.placed(ctx, here, typed, drafted(typed, ctx.now, house(ctx.community)))
        if isinstance(found, Decision):
            return found
        draft, places = found
        made = _giveaway(ctx, draft, places, await self._giveaways.next_number(ctx.community.key))
        told = say("giveaway-made", number=made.number, at=Moment(made.closes_at))
        twice = say("giveaway-twice") if draft.twice else None
        return decide(ctx.say(lines(told, twice), manage_rows(made))).and_then(begun(made))

    # --- managing

    @pressed(ManageGiveaway)
    async def manage(self, ctx: Context, press: ManageGiveaway) -> Decision:
        """Do what the button says, if it can still be done."""
        if ctx.actor.rank < ctx.community.contests.who:
            return ctx.answer(say("giveaway-not-you"))
        return await self._ordered(ctx, Order("show" if press.how == "list" else press.how, press.giveaway))

    async def _listed(self, ctx: Context) -> Decision:
        latest = await self._giveaways.latest(ctx.community.key, SHOWN)
        return ctx.answer(lines(*map(_line, latest), say("giveaway-list-how" if latest else "giveaway-none")))

    async def _ordered(self, ctx: Context, order: Order) -> Decision:
        giveaway = await self._giveaways.find(ctx.community.key, order.number)
        if giveaway is None:
            return ctx.answer(say("giveaway-unknown", number=order.number))
        match order.what, giveaway.state:
            case "show", _:
                return await self._shown(ctx, giveaway)
            case (("csv" | "proof"), _):
                return await self._file(ctx, giveaway, order.what)
            case "cancel", GiveawayState.OPEN:
                cards = await self._gatherings.cards(ctx.community.key, giveaway.subject)
                gone = say("giveaway-cancelled", number=giveaway.number)
                return decide(ctx.say(gone)).and_then(cancelled(giveaway, cards, ctx.now))
            case "reroll", GiveawayState.DRAWN:
                return await self._rerolled(ctx, giveaway, order)
            case _:
                return ctx.answer(say(f"giveaway-too-late-{giveaway.state}"))

    async def _file(self, ctx: Context, giveaway: Giveaway, what: str) -> Decision:
        if what == "csv":
            rows = [(e.name, e.account, e.put.value, e.put.linked) for e in await self._entries(ctx, giveaway)]
            words, file = say("giveaway-export", number=giveaway.number), as_csv(giveaway, rows)
        elif has_proof(giveaway):
            file = proof_file(giveaway, await self._giveaways.frozen(ctx.community.key, giveaway.number))
            words = say("giveaway-proof", number=giveaway.number, commitment=Code(giveaway.commitment))
        else:
            return ctx.answer(say("giveaway-no-proof"))
        return await handed(ctx.asker, words, file)

    async def _rerolled(self, ctx: Context, giveaway: Giveaway, order: Order) -> Decision:
        """Pass over whoever has this place, with a reason that everybody can read."""
        if not giveaway.won:
            return ctx.answer(say("giveaway-no-next"))
        if not 1 <= order.place <= len(giveaway.won):
            return ctx.answer(say("giveaway-reroll-place", count=len(giveaway.won)))
        if not order.why or len(order.why) > LONGEST_REASON:
            return ctx.answer(say("giveaway-reroll-why", most=LONGEST_REASON))
        code = giveaway.won[order.place - 1].code
        codes = await self._giveaways.frozen(ctx.community.key, giveaway.number)
        first = say("giveaway-rerolled", number=giveaway.number, place=order.place, why=order.why)
        drawn = await self._drawing.decision(ctx.scene, given_up(giveaway, code, order.why), codes, first)
        off = TimerOff(CLAIM, claim_timer(giveaway, code))
        return decide(ctx.say(say("giveaway-rerolled-done")), rows=(off,)).and_then(drawn)

    async def _shown(self, ctx: Context, giveaway: Giveaway) -> Decision:
        key = ctx.community.key
        entrants = await self._giveaways.entrants(key, giveaway.subject)
        shown = card(giveaway, entrants, await self._drawing.names(key, giveaway))
        last = (await self._entries(ctx, giveaway))[-NAMED:]
        names = tuple(Rich((f"{entry.name} — ", Code(entry.put.value))) for entry in reversed(last))
        heard = say("giveaway-latest", count=entrants) if names else None
        return ctx.answer(lines(_line(giveaway), shown, heard, *names), manage_rows(giveaway))

    async def _entries(self, ctx: Context, giveaway: Giveaway) -> list[Told]:
        return [one async for one in self._gatherings.entries(ctx.community.key, giveaway.subject)]


def _giveaway(ctx: Context, draft: Draft, places: tuple[Place, ...], number: int) -> Giveaway:
    seed = secrets.token_hex(32)
    return Giveaway(
        number,
        f"{ctx.community.key} giveaway {number}",
        ctx.actor.user,
        ctx.actor.name,
        draft.prize,
        draft.winners,
        ctx.now,
        draft.closes_at,
        places,
        draft.conditions,
        draft.claim_within,
        commitment(seed),
        seed=seed,
    )


def _line(giveaway: Giveaway) -> Body:
    prize, at = giveaway.prize[:80], Moment(giveaway.closes_at)
    return say(f"giveaway-line-{giveaway.state}", number=giveaway.number, prize=prize, at=at)
