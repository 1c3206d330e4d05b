"""Too much, too fast."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from bot.core.messages import Message
from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
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
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "needs", signs.BUSY if self.count >= signs.MANY_MESSAGES else signs.NOTHING)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give all messages of the flood, this one last."""
        if seen.is_edit or not self._counts(seen.message):
            return None
        recent = history.by_author(seen, self.within, self.count)
        if len(recent) < self.count:
            return None
        counted = tuple(filter(self._counts, recent)) if self.shorter_than else recent
        if len(counted) < self.count:
            return None
        refs = tuple(message.ref for message in counted)
        return Hit(f"{len(refs)} / {int(self.within.total_seconds())} s", f"{self.count}", refs)

    def _counts(self, message: Message) -> bool:
        return not self.shorter_than or 0 < len(message.text) < self.shorter_than
