"""How somebody stands in a community right now, as far as conditions ask: here, how long, muted, banned, linked."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Self

from bot.core.actions import Sanction
from bot.core.giveaways import Conditions, Unfit
from bot.core.ids import UserRef
from bot.core.people import Member
from bot.core.privacy import forgotten
from bot.core.record import Arrival, Row
from bot.domain.cases.standing import family, holding
from bot.domain.gatherings.conditions import Seen, out
from bot.runtime.context import Scene
from bot.runtime.fairness import Links
from bot.runtime.services import Members, Services
from bot.runtime.stores import Arrivals, Cases

MOST_INVITED = 20
"""So many of those whom somebody brought in are looked up, the latest: each may be a request to a messenger."""


class Standing:
    """Looks people up on their messenger and in the record.

    Where a messenger does not tell when somebody came, it is what the bot saw itself; who was there before the bot has
    been there for long.
    """

    def __init__(self, members: Members, cases: Cases, arrivals: Arrivals, links: Links) -> None:
        self._members = members
        self._cases = cases
        self._arrivals = arrivals
        self._links = links
        self._came: dict[str, dict[UserRef, datetime]] = {}

    @classmethod
    def of(cls, services: Services) -> Self:
        """As cogs build it."""
        return cls(services.members, services.cases, services.arrivals, services.fairness.links)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Take over who came in; call it from the cog's ``learned``."""
        known = self._came.get(community)
        if known is not None:
            known.update((row.user, row.at) for row in rows if isinstance(row, Arrival))
        if forgotten(rows):
            self._came.pop(community, None)

    async def at_door(self, scene: Scene, conditions: Conditions, member: Member, *, linked: bool) -> Seen:
        """Somebody who presses a button: she is here, and what she may not do now may be over later."""
        joined = await self._joined(scene.community.key, member)
        return Seen(member, joined, linked, has_false=await self._has_false(scene, conditions, member.user))

    async def now(self, scene: Scene, user: UserRef) -> Seen:
        """Somebody whose turn it is, looked up anew."""
        key = scene.community.key
        linked = len(await self._links.accounts(key, user)) > 1
        muted = await self._holds(scene, user, Sanction.MUTE)
        banned = await self._holds(scene, user, Sanction.BAN)
        member = await self._members.best(scene, user)
        joined = None if member is None else await self._joined(key, member)
        return Seen(member, joined, linked, muted, banned)

    async def why_not(
        self, scene: Scene, conditions: Conditions, user: UserRef, others: Collection[UserRef]
    ) -> Unfit | None:
        """Why somebody cannot win although it is her turn; ``others`` are the accounts that have won already."""
        accounts = await self._links.accounts(scene.community.key, user)
        if any(one in accounts for one in others):
            return Unfit.TWICE
        seen = replace(await self.now(scene, user), has_false=await self._has_false(scene, conditions, user))
        return out(conditions, seen, scene.now)

    async def _has_false(self, scene: Scene, conditions: Conditions, user: UserRef) -> bool:
        """Whether somebody whom she brought in is banned, or gone again; looked at only where that is asked."""
        if not conditions.invites:
            return False
        hers = await self._links.accounts(scene.community.key, user)
        for one in await self._arrivals.invited(scene.community.key, hers, MOST_INVITED):
            seen = await self.now(scene, one)
            if seen.banned or seen.member is None:
                return True
        return False

    async def _joined(self, community: str, member: Member) -> datetime | None:
        if member.joined_at is not None:
            return member.joined_at
        known = self._came.get(community)
        if known is None:
            known = self._came[community] = {one.user: one.at for one in await self._arrivals.of(community)}
        return known.get(member.user)

    async def _holds(self, scene: Scene, user: UserRef, state: Sanction) -> bool:
        for space in scene.directory.spaces:
            if space.platform == user.platform:
                acts = await self._cases.acts(scene.community.key, space, user, family(state))
                if holding(acts, scene.now) is not None:
                    return True
        return False
