"""Reacting to everything in sight."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample, Source
from bot.domain.moderation.triggers.hit import Hit


@dataclass(frozen=True, slots=True)
class Reactions:
    """Fires when one member adds ``count`` reactions ``within`` a span, to whatever messages."""

    count: int
    within: timedelta
    kind: Literal["reactions"] = "reactions"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give how many there were; none of them is a message that could be deleted."""
        many = self.counted(seen, history)
        if many < self.count:
            return None
        return Hit(f"{many} / {int(self.within.total_seconds())} s", f"{self.count}", ())

    def counted(self, seen: Sample, history: History) -> int:
        """How many reactions the author added in that time; none for anything that is no reaction."""
        return history.reactions.count(seen, self.within) if seen.source is Source.REACTION else 0
