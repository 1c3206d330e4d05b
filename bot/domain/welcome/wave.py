"""Many newcomers at once: nobody is greeted alone then, so that the greeter is not the one who floods the lobby."""

from collections import deque
from datetime import datetime, timedelta

MANY = 8
WITHIN = timedelta(seconds=30)


class Wave:
    """Counts arrivals in one space, and how many of them were not greeted yet."""

    def __init__(self) -> None:
        self._seen: deque[datetime] = deque(maxlen=MANY)
        self._held = 0

    def swells(self, at: datetime) -> bool:
        """Count one more; whether this is a wave now."""
        self._seen.append(at)
        return self.is_high(at)

    def is_high(self, now: datetime) -> bool:
        """Whether the last of them came so close together that it is a wave."""
        return len(self._seen) == MANY and now - self._seen[0] <= WITHIN

    def hold(self) -> bool:
        """Do not greet one now; whether she is the first."""
        self._held += 1
        return self._held == 1

    def passes(self) -> int:
        """How many there are to be greeted together; after a restart nobody knows, and it says one."""
        held, self._held = max(1, self._held), 0
        return held
