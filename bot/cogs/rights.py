"""The bot's own rights: staff hear, once, which rules cannot do what the config says, and what would help."""

from collections.abc import Mapping
from typing import ClassVar, Self

from bot.core.actions import Send
from bot.core.decisions import NOTHING, Decision, decide
from bot.core.events import RightsChanged, SpaceReady
from bot.core.ids import DISCORD, SpaceRef
from bot.core.record import Note
from bot.core.text import lines, say
from bot.domain.moderation.needs import RIGHTS, lacking, needs
from bot.runtime.cog import Cog, on
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF
from bot.runtime.services import Abilities, Services
from bot.runtime.stores import Notes


class Rights(Cog):
    """Compares what the rules need with what the bot may do, whenever either may have changed."""

    name: ClassVar[str] = "rights"

    def __init__(self, abilities: Abilities, notes: Notes) -> None:
        self._abilities = abilities
        self._notes = notes

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.abilities, services.notes)

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Look at the start, and when the config is another one."""
        return await self._look(scene, event.space)

    @on(RightsChanged)
    async def changed(self, scene: Scene, event: RightsChanged) -> Decision:
        """Look again: something may have been given, or taken away."""
        return await self._look(scene, event.space) if event.present else NOTHING

    async def _look(self, scene: Scene, space: SpaceRef) -> Decision:
        """Tell what is missing unless that was told before, also in an earlier life of this process."""
        staff = scene.directory.staff_for(space.platform)
        if staff is None or space.platform not in RIGHTS:
            return NOTHING
        missing = await self._missing(scene, space)
        stamp = "; ".join(f"{right}: {', '.join(who)}" for right, who in sorted(missing.items()))
        known = await self._notes.note(scene.community.key, self.name, str(space)) or ""
        if stamp == known:
            return NOTHING
        row = Note(self.name, str(space), stamp or None)
        if not missing:
            return Decision(rows=(row,))
        told = lines(
            say("rights-head"),
            *(say("rights-lack", rules=", ".join(who), right=right) for right, who in sorted(missing.items())),
            say(f"rights-remedy-{space.platform}"),
        )
        return decide(Send(staff, told, important=True), rows=(row,))

    async def _missing(self, scene: Scene, space: SpaceRef) -> Mapping[str, tuple[str, ...]]:
        community, found = scene.community, dict[str, dict[str, None]]()
        native = community.native_automod and space.platform == DISCORD
        for (role, _), place in scene.directory.pins.items():
            if place.space != space or role in {STAFF, MANAGERS}:
                continue
            able = await self._abilities.capabilities(place)
            wanted = needs(community.policy, role, native=native)
            for right, who in lacking(wanted, able.has if able is not None else (), space.platform).items():
                found.setdefault(right, {}).update(dict.fromkeys(who))
        return {right: tuple(who) for right, who in found.items()}
