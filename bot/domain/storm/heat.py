"""How hot it is: a few timestamps for each cause, never more than the highest limit counts."""

from collections import deque
from datetime import datetime

from bot.domain.storm.plan import Cause, Limit, Plan

LUKEWARM = 0.5
"""A level is left only when less than this share of its limit is reached: it must not go up and down by the minute."""


class Heat:
    """Counts within the plan's windows. Its memory does not grow with a storm."""

    def __init__(self, plan: Plan) -> None:
        self._limits = {
            cause: tuple(
                (number, level.limits[cause]) for number, level in sorted(plan.levels.items()) if cause in level.limits
            )
            for cause in Cause
        }
        self._seen = {
            cause: deque[datetime](maxlen=max(limit.count for _, limit in limits))
            for cause, limits in self._limits.items()
            if limits
        }

    def note(self, cause: Cause, at: datetime) -> int:
        """Count one more; the level that this reaches, 0 for none."""
        seen = self._seen.get(cause)
        if seen is None:
            return 0
        seen.append(at)
        reached = 0
        for number, limit in self._limits[cause]:
            if _fills(seen, limit.count, limit, at):
                reached = number
        return reached

    def is_calm(self, level: int, now: datetime) -> bool:
        """Whether nothing comes near the limits of this level any more."""
        for cause, seen in self._seen.items():
            for number, limit in self._limits[cause]:
                few = max(1, round(limit.count * LUKEWARM))
                if number <= level and _fills(seen, few, limit, now):
                    return False
        return True


def _fills(seen: deque[datetime], count: int, limit: Limit, now: datetime) -> bool:
    return len(seen) >= count and now - seen[-count] <= limit.within
