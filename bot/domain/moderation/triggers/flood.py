"""Too much, too fast."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit


@dataclass(frozen=True, slots=True)
class Flood:
    """Fires when one member posts ``count`` messages ``within`` a span; an edit is no message."""

    count: int
    within: timedelta
    kind: Literal["flood"] = "flood"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give all messages of the flood, this one last."""
        if seen.is_edit:
            return None
        recent = history.by_author(seen, self.within)
        if len(recent) < self.count:
            return None
        refs = tuple(s.message.ref for s in recent)
        return Hit(f"{len(refs)} / {int(self.within.total_seconds())} s", f"{self.count}", refs)
