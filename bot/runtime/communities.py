"""The communities this process serves, and which of them an event belongs to."""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from bot.core.events import Event, TimerFired, space_of
from bot.core.ids import SpaceRef, UserRef
from bot.runtime.community import Community
from bot.runtime.directory import Directory

MANY = 50_000
WORST = 3
"""The highest level of a crisis."""


@dataclass(slots=True)
class Home:
    """A community's current config and directory, and the lane that keeps its events in order."""

    community: Community
    directory: Directory = field(default_factory=Directory)
    lane: asyncio.Lock = field(default_factory=asyncio.Lock)
    crisis: int = 0

    @property
    def key(self) -> str:
        return self.community.key


class Communities:
    """Finds the home of an event; unbound spaces have none."""

    def __init__(self, homes: list[Home]) -> None:
        self._homes = {home.key: home for home in homes}
        self._by_space: dict[SpaceRef, Home] = {}
        self._seen_in: dict[UserRef, str] = {}

    def __iter__(self) -> Iterator[Home]:
        return iter(self._homes.values())

    def get(self, key: str) -> Home | None:
        return self._homes.get(key)

    def set_crisis(self, key: str, level: int) -> None:
        """Say how bad it is in a community, from 0 to 3: rules with ``only: {crisis: ...}`` look from then on."""
        home = self._homes.get(key)
        if home is not None:
            home.crisis = max(0, min(WORST, level))

    def settle(self, key: str, directory: Directory) -> None:
        """Take over where a community is, after names were resolved or a space was bound."""
        home = self._homes[key]
        home.directory = directory
        self._by_space = {space: h for h in self for space in h.directory.spaces}

    def bind(self, key: str, space: SpaceRef) -> None:
        """Add one space."""
        home = self._homes[key]
        self.settle(key, replace(home.directory, spaces=home.directory.spaces | {space}))

    def of(self, event: Event, who: UserRef | None) -> Home | None:
        """The home of ``event``; a private chat belongs to the community its person was last seen in."""
        if isinstance(event, TimerFired):
            return self._homes.get(event.community)
        space = space_of(event)
        if space is not None:
            home = self._by_space.get(space)
            if home is not None and who is not None and len(self._homes) > 1:
                self._remember(who, home.key)
            return home
        if len(self._homes) == 1:
            return next(iter(self._homes.values()))
        return self._homes.get(self._seen_in.get(who, "")) if who is not None else None

    def forget(self, users: Iterable[UserRef]) -> None:
        """Do not remember any more in which community these accounts were seen."""
        for user in users:
            self._seen_in.pop(user, None)

    def _remember(self, who: UserRef, key: str) -> None:
        if len(self._seen_in) >= MANY:
            self._seen_in.clear()
        self._seen_in[who] = key
