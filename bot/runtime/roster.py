"""Who of the team may be pinged now, and whose turn it is."""

from dataclasses import dataclass
from typing import Self

from bot.core.ids import UserRef
from bot.core.levels import Duty
from bot.core.people import Member, Rank
from bot.domain.care.duty import Colleague, is_on_duty, whose_turn
from bot.runtime.colleagues import LATELY
from bot.runtime.context import Scene
from bot.runtime.fairness import Fairness
from bot.runtime.services import Members, Services
from bot.runtime.timekeeping import Load, Timekeeping


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of the team, each once over all her accounts."""

    timekeeping: Timekeeping
    members: Members
    fairness: Fairness

    @classmethod
    def of(cls, services: Services) -> Self:
        return cls(services.timekeeping, services.members, services.fairness)

    async def duty(self, scene: Scene, user: UserRef) -> Duty | None:
        """What this person said of her hours, by whichever of her accounts."""
        said = await self.timekeeping.duties.all(scene.community.key)
        accounts = await self.fairness.links.accounts(scene.community.key, user) if said else ()
        return next((said[account] for account in accounts if account in said), None)

    async def on_duty(self, scene: Scene, user: UserRef) -> bool:
        """Whether this person may be pinged now."""
        return is_on_duty(await self.duty(scene, user), scene.community.inbox.levels.hours, scene.now)

    async def is_team(self, scene: Scene, user: UserRef) -> bool:
        """Whether this account may moderate anywhere in the community."""
        return await self._colleague(scene, user) is not None

    async def next(
        self, scene: Scene, but: UserRef | None = None, among: frozenset[UserRef] = frozenset()
    ) -> Colleague | None:
        """Whose turn it is, of those on duty: the fewest conversations, then who had nothing new for longest.

        ``among`` are the people of a department; without any it is anybody of the team.
        """
        key = scene.community.key
        loads = await self.timekeeping.duties.loads(key)
        not_her = {*(await self.fairness.links.accounts(key, but) if but is not None else ())}
        people: dict[str, Colleague] = {}
        for user in sorted((among or await self._named(scene)) - not_her):
            member = await self._colleague(scene, user)
            accounts = await self.fairness.links.accounts(key, user)
            person = min(map(str, accounts))
            if member is None or not member.name or person in people or not await self.on_duty(scene, user):
                continue
            hers = [loads[account] for account in accounts if account in loads]
            people[person] = _with_load(member, hers)
        return whose_turn(people.values())

    async def _named(self, scene: Scene) -> frozenset[UserRef]:
        """Moderators that config names or who acted lately; of managers those who told their hours."""
        key, team = scene.community.key, scene.community.team
        said = frozenset(await self.timekeeping.duties.all(key))
        acted: frozenset[UserRef] = frozenset()
        for platform in sorted({space.platform for space in scene.directory.spaces}):
            acted |= await self.fairness.audits.staff(key, platform, scene.now - LATELY)
        return team.moderator_ids | (acted - team.managers) | said

    async def _colleague(self, scene: Scene, user: UserRef) -> Member | None:
        found = await self.members.best(scene, user)
        return found if found is not None and found.rank >= Rank.MODERATOR and not found.is_bot else None


def _with_load(member: Member, loads: list[Load]) -> Colleague:
    last = max((load.last for load in loads if load.last is not None), default=None)
    return Colleague(member.user, member.name, sum(load.open for load in loads), last)
