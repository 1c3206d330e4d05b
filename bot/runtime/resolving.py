"""Names of the config file become places: looked up once, then pinned, so that a renamed channel stays the same."""

import json
import logging
from collections.abc import Mapping
from dataclasses import replace

from bot.core.decisions import Decision
from bot.core.ids import ChannelRef, Place, Platform, SpaceRef
from bot.core.ports import ChatPlatform, Clock
from bot.core.record import Note
from bot.runtime.community import Community
from bot.runtime.directory import Directory
from bot.runtime.queue import Ledger
from bot.runtime.stores import Notes

log = logging.getLogger(__name__)

OWNER = "places"
"""The name under which pins are noted."""


class Resolver:
    """Asks a platform for the places and roles that a community names."""

    def __init__(self, notes: Notes, ledger: Ledger, clock: Clock) -> None:
        self._notes = notes
        self._ledger = ledger
        self._clock = clock

    async def resolve(
        self, community: Community, known: Directory, platform: ChatPlatform, bound: Mapping[SpaceRef, str]
    ) -> Directory:
        """The directory with everything of this platform looked up anew; other platforms' parts stay."""
        pins = {key: place for key, place in known.pins.items() if key[1] != platform.name}
        for role, names in community.places.items():
            name = names.get(platform.dialect)
            place = None if name is None else await self._place(community.key, platform, name)
            if place is not None:
                pins[role, platform.name] = place
        here = {place.space for (_, name), place in pins.items() if name == platform.name and place.space is not None}
        here |= {s for s, key in bound.items() if key == community.key and s.platform == platform.name}
        others = {space for space in known.spaces if space.platform != platform.name}
        roles = await self._roles(community, platform, sorted(here), known)
        return replace(known, pins=pins, spaces=frozenset(here | others), moderator_roles=roles)

    async def _place(self, community: str, platform: ChatPlatform, name: str) -> Place | None:
        noted = f"{platform.name} {name}"
        pinned = await self._notes.note(community, OWNER, noted)
        if pinned is not None:
            return _unpack(platform.name, pinned)
        place = await platform.find_place(name)
        if place is None:
            log.warning("%s: %r is no place I can find; is the bot a member there?", platform.name, name)
            return None
        row = Note(OWNER, noted, _pack(place))
        await self._ledger.commit(community, "", Decision(rows=(row,)), self._clock.now())
        return place

    async def _roles(
        self, community: Community, platform: ChatPlatform, spaces: list[SpaceRef], known: Directory
    ) -> frozenset[tuple[Platform, str]]:
        others = {pair for pair in known.moderator_roles if pair[0] != platform.name}
        name = community.team.moderators.get(platform.dialect)
        role = None if name is None else await platform.find_role(name, spaces)
        return frozenset(others if role is None else others | {(platform.name, role)})


def _pack(place: Place) -> str:
    return json.dumps([place.channel.native, place.space.native if place.space else None, place.thread])


def _unpack(platform: Platform, text: str) -> Place:
    channel, space, thread = json.loads(text)
    return Place(ChannelRef(platform, channel), SpaceRef(platform, space) if space else None, thread)
