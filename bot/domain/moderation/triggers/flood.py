"""Too much, too fast."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit


@dataclass(frozen=True, slots=True)
class Flood:
    """Fires when one member posts ``count`` messages ``within`` a span; an edit is no message.

    With ``shorter_than`` only messages of fewer characters count, and only such a one fires: a sentence in twenty
    messages. A picture without words is not short, it is something else.
    """

    count: int
    within: timedelta
    shorter_than: int = 0
    kind: Literal["flood"] = "flood"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give all messages of the flood, this one last."""
        if seen.is_edit or not self._counts(seen):
            return None
        recent = history.by_author(seen, self.within, self.count)
        if len(recent) < self.count:
            return None
        counted = tuple(filter(self._counts, recent)) if self.shorter_than else recent
        if len(counted) < self.count:
            return None
        refs = tuple(s.message.ref for s in counted)
        return Hit(f"{len(refs)} / {int(self.within.total_seconds())} s", f"{self.count}", refs)

    def _counts(self, seen: Sample) -> bool:
        return not self.shorter_than or 0 < len(seen.message.text) < self.shorter_than
