"""Who else is on the team: accounts that config names, and moderators who have acted lately."""

from datetime import timedelta

from bot.core.ids import SpaceRef, UserRef
from bot.core.people import Rank
from bot.runtime.context import Scene
from bot.runtime.fairness import Fairness
from bot.runtime.services import Members

LATELY = timedelta(days=30)
"""Nobody can list who holds a role without reading every member; who is on the team acts now and then."""


async def colleagues(
    scene: Scene, fairness: Fairness, members: Members, space: SpaceRef, but: UserRef
) -> frozenset[str]:
    """The people, beside this one, who may moderate in this space; each once, over all her accounts."""
    key, team = scene.community.key, scene.community.team
    acted = await fairness.audits.staff(key, space.platform, scene.now - LATELY)
    named = team.managers | team.moderator_ids
    still = {user for user in acted - named if await _moderates(scene, members, space, user)}
    people = {min(map(str, await fairness.links.accounts(key, user))) for user in named | still}
    return frozenset(people - {min(map(str, await fairness.links.accounts(key, but)))})


async def _moderates(scene: Scene, members: Members, space: SpaceRef, user: UserRef) -> bool:
    found = await members.find(scene, space, user)
    return found is not None and found.rank >= Rank.MODERATOR and not found.is_bot
