"""Newcomers, as far as giveaways and contests ask: when somebody came, and who brought her in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar, Self

from bot.core.contests import Contest
from bot.core.decisions import Decision, decide
from bot.core.events import MemberJoined
from bot.core.giveaways import Giveaway
from bot.core.record import Arrival, Invited, Row
from bot.runtime.cog import Cog, on
from bot.runtime.contests import Contests
from bot.runtime.context import Scene
from bot.runtime.giveaways import Giveaways
from bot.runtime.services import Services


@dataclass(frozen=True, slots=True)
class _Asked:
    since: bool
    by: bool


class Newcomers(Cog):
    """Nothing is written of newcomers unless something open asks for it: messengers do not say so later."""

    name: ClassVar[str] = "contests"

    def __init__(self, giveaways: Giveaways, contests: Contests) -> None:
        self._giveaways = giveaways
        self._contests = contests
        self._asked: dict[str, _Asked] = {}

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.giveaways, services.contests)

    def learned(self, community: str, rows: Sequence[Row]) -> None:
        """Look anew at what is asked when something begins or ends."""
        if any(isinstance(row, Giveaway | Contest) for row in rows):
            self._asked.pop(community, None)

    @on(MemberJoined)
    async def came(self, scene: Scene, event: MemberJoined) -> Decision:
        """Remember what may be asked of her, or of who brought her in."""
        asked = await self._of(scene.community.key)
        rows: list[Row] = []
        if asked.since or scene.community.contests.member_for > timedelta(0):
            rows.append(Arrival(event.space, event.member.user, event.at))
        if asked.by and event.added_by is not None:
            rows.append(Invited(event.space, event.member.user, event.added_by, event.at))
        return decide(rows=rows)

    async def _of(self, community: str) -> _Asked:
        """What is asked; in memory, for thousands may come at once."""
        known = self._asked.get(community)
        if known is None:
            conditions = [one.conditions for one in await self._giveaways.running(community)]
            conditions += [one.conditions for one in await self._contests.running(community)]
            known = _Asked(any(one.member_for for one in conditions), any(one.invites for one in conditions))
            self._asked[community] = known
        return known
