"""Whose private words belong to which community: whom a space knows, whom the record knows, or who brings its code."""

from bot.core.events import Event
from bot.core.ids import UserRef
from bot.core.interactions import CommandInvoked
from bot.runtime.codes import Codes
from bot.runtime.context import Scene
from bot.runtime.fairness import Links
from bot.runtime.members import PlatformMembers
from bot.runtime.stores import Cases


class Acquaintance:
    """Also for those who were banned: they are in no space any more, and must find the way to an appeal."""

    def __init__(self, members: PlatformMembers, cases: Cases, links: Links, codes: Codes) -> None:
        self._members = members
        self._cases = cases
        self._links = links
        self._codes = codes

    async def knows(self, scene: Scene, user: UserRef, event: Event) -> bool:
        """Whether this community has anything to do with who speaks here in private."""
        if await self._members.best(scene, user) is not None:
            return True
        if await self._cases.of(scene.community.key, user, most=1):
            return True
        return await self._brings_its_code(scene, event)

    async def _brings_its_code(self, scene: Scene, event: Event) -> bool:
        typed = event.values.get("link_code") if isinstance(event, CommandInvoked) and event.path == "link" else None
        code_id = self._codes.read(typed) if isinstance(typed, str) else None
        return code_id is not None and await self._links.code(scene.community.key, code_id) is not None
