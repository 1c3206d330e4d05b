"""Who reacted when, remembered just long enough to notice a flood of reactions."""

from collections import deque
from collections.abc import Collection
from datetime import datetime, timedelta

from bot.core.ids import SpaceRef, UserRef
from bot.domain.moderation.sample import Sample

MOST = 200
"""Reactions of one member that are remembered: as many as any rule may ask for."""
MANY = 5_000
"""Members whose reactions are remembered; when there are more, all are forgotten, and counting begins anew."""


class Reacted:
    """The times of everybody's reactions, the latest last."""

    def __init__(self) -> None:
        self._times: dict[tuple[SpaceRef | None, UserRef], deque[datetime]] = {}

    def remember(self, seen: Sample) -> None:
        """Add one reaction."""
        key = _key(seen)
        times = self._times.get(key)
        if times is None:
            if len(self._times) >= MANY:
                self._times.clear()
            times = self._times[key] = deque(maxlen=MOST)
        times.append(seen.message.sent_at)

    def forget_people(self, users: Collection[UserRef]) -> None:
        """Let go of what these accounts did."""
        for key in [one for one in self._times if one[1] in users]:
            del self._times[key]

    def count(self, seen: Sample, within: timedelta) -> int:
        """How many the same member added in the stretch of time that ends with ``seen``."""
        since = seen.message.sent_at - within
        return sum(at > since for at in self._times.get(_key(seen), ()))


def _key(seen: Sample) -> tuple[SpaceRef | None, UserRef]:
    return seen.message.ref.place.space, seen.message.author.user
