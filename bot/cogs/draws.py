"""Draws: entries are frozen when a giveaway closes, places are settled, prizes claimed, and all is proved."""

from collections.abc import Sequence
from typing import ClassVar, Self

from bot.core.actions import Whisper
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import TimerFired
from bot.core.giveaways import EntriesForgotten, GiveawayState, ListFrozen, Unfit
from bot.core.record import Row, TimerOff
from bot.core.text import Code, say
from bot.domain.gatherings.claims import claimed, hers
from bot.domain.gatherings.giveaways.drawing import closed, given_up, has_proof, proof_file
from bot.domain.gatherings.giveaways.moves import CLAIM, CLOSE, FILL, FORGET, claim_timer, over, refreshed
from bot.domain.gatherings.giveaways.presses import ClaimPrize, GetProof
from bot.runtime.cog import Cog, due, pressed
from bot.runtime.context import Context, Scene
from bot.runtime.drawing import Drawing
from bot.runtime.gatherings import Gatherings
from bot.runtime.giveaways import Giveaways
from bot.runtime.parcel import handed
from bot.runtime.services import Services
from bot.runtime.timed import about


class Draws(Cog):
    """Who wins is settled by the list as it stood when it closed, whenever that is looked at."""

    name: ClassVar[str] = "contests"

    def __init__(self, services: Services) -> None:
        self._giveaways: Giveaways = services.giveaways
        self._gatherings: Gatherings = services.gatherings
        self._links = services.fairness.links
        self._drawing = Drawing.of(services)

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Know who came in."""
        self._drawing.learned(community, rows)

    # --- in time

    @due(CLOSE)
    async def closes(self, scene: Scene, event: TimerFired) -> Decision:
        """Freeze the entries and draw, also if the bot was down when it should have been."""
        giveaway = await about(self._giveaways.find, scene, event)
        if giveaway is None or giveaway.state is not GiveawayState.OPEN:
            return NOTHING
        codes = await self._giveaways.codes(scene.community.key, giveaway.subject)
        frozen = decide(rows=(ListFrozen(giveaway.number, codes), *over(giveaway, scene.now)))
        drawn = await self._drawing.decision(
            scene, closed(giveaway, codes), codes, say("giveaway-drawn", number=giveaway.number)
        )
        return frozen.and_then(drawn)

    @due(FILL)
    async def goes_on(self, scene: Scene, event: TimerFired) -> Decision:
        """Look up the next ones, where many had to be passed over."""
        giveaway = await about(self._giveaways.find, scene, event)
        if giveaway is None or giveaway.state is not GiveawayState.DRAWN:
            return NOTHING
        codes = await self._giveaways.frozen(scene.community.key, giveaway.number)
        return await self._drawing.decision(
            scene, giveaway.moved(), codes, say("giveaway-drawn", number=giveaway.number)
        )

    @due(CLAIM)
    async def unclaimed(self, scene: Scene, event: TimerFired) -> Decision:
        """Who did not claim is passed over, and the next place comes up."""
        giveaway, code = await about(self._giveaways.find, scene, event), event.args.get("code")
        if giveaway is None or not any(one.code == code and not one.claimed for one in giveaway.won):
            return NOTHING
        codes = await self._giveaways.frozen(scene.community.key, giveaway.number)
        less = given_up(giveaway, str(code), Unfit.UNCLAIMED.value)
        return await self._drawing.decision(scene, less, codes, say("giveaway-unclaimed", number=giveaway.number))

    @due(FORGET)
    async def forgets(self, scene: Scene, event: TimerFired) -> Decision:
        """Keep the list and the proof, and forget whose codes they were."""
        giveaway = await about(self._giveaways.find, scene, event)
        return NOTHING if giveaway is None else decide(rows=(EntriesForgotten(giveaway.subject),))

    # --- afterwards

    @pressed(ClaimPrize)
    async def claims(self, ctx: Context, press: ClaimPrize) -> Decision:
        """Somebody who won says that she wants it, with whichever of her accounts."""
        giveaway = await self._giveaways.find(ctx.community.key, press.giveaway)
        if giveaway is None:
            return ctx.answer(say("giveaway-closed"))
        names = await self._drawing.names(ctx.community.key, giveaway)
        accounts = await self._links.accounts(ctx.community.key, ctx.actor.user)
        owners = {code: account for code, (account, _) in names.items()}
        mine = hers(giveaway.won, owners, accounts, ctx.now)
        if mine is None:
            return ctx.answer(say("giveaway-not-yours"))
        if mine.claimed:
            return ctx.answer(say("giveaway-claimed-already"))
        row = giveaway.moved(won=claimed(giveaway.won, mine.code))
        news = say("giveaway-claimed-news", who=ctx.actor.name, number=giveaway.number, prize=giveaway.prize)
        told = decide(
            ctx.say(say("giveaway-claimed", who=giveaway.by_name)),
            Whisper(giveaway.by, news),
            rows=(row, TimerOff(CLAIM, claim_timer(giveaway, mine.code))),
        )
        return told.and_then(refreshed(row, await self._gatherings.cards(ctx.community.key, giveaway.subject)))

    @pressed(GetProof)
    async def proves(self, ctx: Context, press: GetProof) -> Decision:
        """Give the proof as a file, to anybody."""
        giveaway = await self._giveaways.find(ctx.community.key, press.giveaway)
        if giveaway is None or not has_proof(giveaway):
            return ctx.answer(say("giveaway-no-proof"))
        file = proof_file(giveaway, await self._giveaways.frozen(ctx.community.key, giveaway.number))
        words = say("giveaway-proof", number=giveaway.number, commitment=Code(giveaway.commitment))
        return await handed(ctx.asker, words, file)
