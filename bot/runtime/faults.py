"""Triggers that break: each way of breaking is logged once, with where it happened, and counted."""

import logging
from collections import Counter, deque
from traceback import extract_tb, format_list

log = logging.getLogger(__name__)

MANY = 1_000
"""Ways of breaking that are told apart; what comes after them is counted together."""


class Faults:
    """Counts by community, rule, and the place in the code."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str, str]] = Counter()

    def note(self, community: str, broke: deque[tuple[str, Exception]]) -> None:
        """Count what broke, and empty it. What the exception says stays out: it may hold somebody's words."""
        for rule, error in broke:
            frames = extract_tb(error.__traceback__)
            place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
            key = (community, rule, f"{type(error).__name__} {place}") if len(self.counts) < MANY else ("", "", "")
            self.counts[key] += 1
            if self.counts[key] == 1:
                told = "".join(format_list(frames))
                log.error("rule %s of %s broke: %s\n%s", rule, community, type(error).__name__, told)
        broke.clear()
