"""Look people up on their platform, and give them the rank that config says."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.ids import Platform, SpaceRef, UserRef
from bot.core.people import Member, Rank
from bot.core.ports import ChatPlatform
from bot.runtime.context import Scene
from bot.runtime.directory import lift, rank_by_config


class PlatformMembers:
    """Members of the spaces a community has, over all its platforms."""

    def __init__(self, platforms: Mapping[Platform, ChatPlatform]) -> None:
        self._platforms = platforms

    async def find(self, scene: Scene, space: SpaceRef, user: UserRef) -> Member | None:
        """The member with her rank in that space.

        Who is not there, or is of another platform, is known only by what config says of the account: that a manager
        is out of the house must not make her anybody's prey.
        """
        platform = self._platforms.get(space.platform) if user.platform == space.platform else None
        found = None if platform is None else await platform.member(space, user)
        if found is not None:
            return lift(found, scene.community.team, scene.directory)
        return _by_config(scene, user)

    def seen(self, scene: Scene, space: SpaceRef, user: UserRef) -> Member | None:
        """The member as far as she is known already."""
        platform = self._platforms.get(space.platform) if user.platform == space.platform else None
        found = None if platform is None else platform.seen(space, user)
        if found is not None:
            return lift(found, scene.community.team, scene.directory)
        return _by_config(scene, user)

    async def best(self, scene: Scene, user: UserRef) -> Member | None:
        """The account as it stands where it stands highest; None when no space of the community knows it."""
        spaces = sorted(s for s in scene.directory.spaces if s.platform == user.platform)
        found = [await self.find(scene, space, user) for space in spaces]
        return max((m for m in found if m is not None), key=lambda m: m.rank, default=None)

    async def in_space(self, scene: Scene, actor: Member, home: SpaceRef, here: SpaceRef | None) -> Member:
        """The actor as she stands in ``home``; her word from where she is counts only when that is the same space."""
        if home == here:
            return lift(actor, scene.community.team, scene.directory)
        found = await self.find(scene, home, actor.user)
        if found is None:
            return replace(actor, rank=Rank.GUEST)
        return found if found.anonymous else replace(found, name=actor.name)


def _by_config(scene: Scene, user: UserRef) -> Member | None:
    rank = rank_by_config(user, frozenset(), scene.community.team, scene.directory)
    return Member(user, "", rank) if rank > Rank.GUEST else None
