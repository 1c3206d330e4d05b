"""The messenger's own filter as an outer layer: given our word lists where a config asks for that, and nothing else."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from bot.core.actions import Send
from bot.core.decisions import NOTHING, Decision, Intent, Later, Report, decide, refusal
from bot.core.events import RightsChanged, SpaceReady
from bot.core.ids import DISCORD, SpaceRef
from bot.core.native_filters import SetFilters
from bot.core.receipts import Refused
from bot.core.record import Note
from bot.core.text import say
from bot.domain.moderation.outer import outer_layer
from bot.runtime.cog import Cog, composes, on
from bot.runtime.context import Scene
from bot.runtime.directory import MANAGERS, STAFF
from bot.runtime.services import Services
from bot.runtime.stores import Notes


class Native(Cog):
    """Sets the filters when a space is ready, when the config changes, and when the bot gets other rights there.

    What was set is noted, so that switching it off takes our filters away, and where it was never on nothing is asked.
    """

    name: ClassVar[str] = "native"

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._set: dict[SpaceRef, str] = {}
        self._refused: set[SpaceRef] = set()

    @classmethod
    def create(cls, services: Services) -> Self:
        return cls(services.notes)

    @on(SpaceReady)
    async def ready(self, scene: Scene, event: SpaceReady) -> Decision:
        """Set what should be set, once in the life of this process and whenever it changes."""
        return await self._decide(scene, event.space)

    @on(RightsChanged)
    async def allowed(self, scene: Scene, event: RightsChanged) -> Decision:
        """Try again: what was refused may be allowed now."""
        if not event.present or event.space not in self._refused:
            return NOTHING
        self._set.pop(event.space, None)
        return await self._decide(scene, event.space)

    @composes("native-filters-set")
    async def told(self, scene: Scene, report: Report, args: Mapping[str, Any]) -> Sequence[Intent]:
        """Tell staff, once, what is in the way."""
        space, left_out = SpaceRef.parse(str(args["space"])), int(args["left_out"])
        _, receipt = report[0]
        staff = scene.directory.staff_for(space.platform)
        if not isinstance(receipt, Refused):
            self._refused.discard(space)
            too_many = say("native-left-out", words=left_out)
            return (Intent(Send(staff, too_many)),) if left_out and staff is not None else ()
        if staff is None or space in self._refused:
            self._refused.add(space)
            return ()
        self._refused.add(space)
        return (Intent(Send(staff, say("native-refused", why=refusal(receipt.why)), important=True)),)

    async def _decide(self, scene: Scene, space: SpaceRef) -> Decision:
        community = scene.community
        if space.platform != DISCORD:
            return NOTHING
        known = await self._notes.note(community.key, self.name, str(space))
        if not community.native_automod and known is None:
            return NOTHING
        layer = outer_layer(community.policy) if community.native_automod else None
        spared = tuple(place for (role, _), place in scene.directory.pins.items() if role in {STAFF, MANAGERS})
        wanted = SetFilters(space, layer.filters if layer else (), spared)
        stamp = hashlib.blake2b(repr(wanted).encode(), digest_size=8).hexdigest()
        if self._set.get(space) == stamp:
            return NOTHING
        self._set[space] = stamp
        left_out = layer.left_out if layer and stamp != known else 0
        told = Later("native-filters-set", {"space": str(space), "left_out": left_out})
        return decide(wanted, told, rows=(Note(self.name, str(space), stamp if layer else None),))
