"""Many newcomers at once: nobody is greeted alone then, so that the greeter is not the one who floods the lobby."""

from collections import deque
from datetime import datetime, timedelta

MANY = 8
MOST = 200
"""Arrivals that are looked back at; a community may set its own number up to this one."""
WITHIN = timedelta(seconds=30)


class Wave:
    """Counts arrivals in one space, and how many of them were not greeted yet."""

    def __init__(self) -> None:
        self._seen: deque[datetime] = deque(maxlen=MOST)
        self._held = 0

    def swells(self, at: datetime, many: int = MANY) -> bool:
        """Count one more; whether this is a wave now."""
        self._seen.append(at)
        return self.is_high(at, many)

    def is_high(self, now: datetime, many: int = MANY) -> bool:
        """Whether the last ``many`` of them came so close together that it is a wave."""
        return len(self._seen) >= many and now - self._seen[-many] <= WITHIN

    def hold(self) -> bool:
        """Do not greet one now; whether she is the first."""
        self._held += 1
        return self._held == 1

    def passes(self) -> int:
        """How many there are to be greeted together; after a restart nobody knows, and it says one."""
        held, self._held = max(1, self._held), 0
        return held
