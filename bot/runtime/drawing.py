"""Settles the places of a giveaway, one after the other, until all winners are found or nobody is left."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from bot.core.decisions import Decision
from bot.core.giveaways import Giveaway, Unfit
from bot.core.ids import Place, UserRef
from bot.core.record import Row
from bot.core.text import Body
from bot.domain.gatherings.claims import ever_won
from bot.domain.gatherings.giveaways.drawing import decided, on_turn
from bot.domain.gatherings.giveaways.moves import announced, drawing_on
from bot.runtime.context import Scene
from bot.runtime.gatherings import Gatherings
from bot.runtime.giveaways import Giveaways, Holder
from bot.runtime.services import Services
from bot.runtime.standing import Standing

LOOKS = 100
"""So many are looked up at once: each may be a request to a messenger, and everybody else waits meanwhile."""

AWAY = timedelta(seconds=5)
"""Where a messenger cannot be asked now, nobody has left it: the draw waits for so long, and tries again."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A giveaway after its places were settled; not ``whole`` where more have to be looked up."""

    giveaway: Giveaway
    whole: bool


class Drawing:
    """Everybody whose turn it is gets looked up anew: who has left, is banned or muted is passed over."""

    def __init__(self, giveaways: Giveaways, gatherings: Gatherings, standing: Standing) -> None:
        self._giveaways = giveaways
        self._gatherings = gatherings
        self._standing = standing

    @classmethod
    def of(cls, services: Services) -> Self:
        """As cogs build it."""
        return cls(services.giveaways, services.gatherings, Standing.of(services))

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who came in; call it from the cog's ``learned``."""
        self._standing.learned(community, rows)

    async def settled(self, scene: Scene, giveaway: Giveaway, codes: Collection[str]) -> Settled:
        """Go on with the draw from the frozen list."""
        free = giveaway.winners - len(giveaway.won)
        if free <= 0:
            return Settled(giveaway, whole=True)
        turns = on_turn(giveaway, codes, LOOKS)
        key = scene.community.key
        wanted = (*ever_won(giveaway.won, giveaway.passed), *turns)
        holders = await self._giveaways.holders(key, giveaway.subject, wanted)
        for code in turns:
            why = await self._why_not(scene, giveaway, holders, code)
            giveaway = decided(giveaway, code, why)
            free -= why is None
            if not free:
                break
        return Settled(giveaway, whole=not free or len(giveaway.settled) >= len(codes))

    async def decision(self, scene: Scene, giveaway: Giveaway, codes: Collection[str], first: Body) -> Decision:
        """Go on with the draw and announce what came of it; ``first`` says what happened."""
        try:
            settled = await self.settled(scene, giveaway, codes) if are_here(scene, giveaway.places) else None
        except ConnectionError:
            settled = None
        if settled is None:
            return drawing_on(giveaway, scene.now + AWAY)
        if not settled.whole:
            return drawing_on(settled.giveaway, scene.now)
        names = await self.names(scene.community.key, settled.giveaway)
        cards = await self._gatherings.cards(scene.community.key, giveaway.subject)
        return announced(settled.giveaway, names, cards, scene.now, first)

    async def names(self, community: str, giveaway: Giveaway) -> Mapping[str, tuple[UserRef, str]]:
        """Winners by their codes."""
        codes = [one.code for one in giveaway.won]
        holders = await self._giveaways.holders(community, giveaway.subject, codes)
        return {code: (holder.account, holder.name) for code, holder in holders.items()}

    async def _why_not(self, scene: Scene, giveaway: Giveaway, holders: Mapping[str, Holder], code: str) -> str | None:
        holder = holders.get(code)
        if holder is None:
            return Unfit.WITHDRAWN.value
        before = ever_won(giveaway.won, giveaway.passed)
        others = [holders[one].account for one in before if one in holders]
        why = await self._standing.why_not(scene, giveaway.conditions, holder.account, others)
        return None if why is None else why.value


def are_here(scene: Scene, places: Sequence[Place]) -> bool:
    """Whether every messenger on which something stands has been found since the bot started."""
    found = {space.platform for space in scene.directory.spaces}
    return all(place.platform in found for place in places)
