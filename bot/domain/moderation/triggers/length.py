"""Walls of text."""

from dataclasses import dataclass, field
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit


@dataclass(frozen=True, slots=True)
class Length:
    """Fires on a message of so many ``characters`` or so many ``lines``, empty ones included; 0 sets no limit."""

    characters: int = 0
    lines: int = 0
    kind: Literal["length"] = "length"
    needs: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        is_short = 0 < self.characters < signs.LONG_TEXT or 0 < self.lines < signs.MANY_LINES
        object.__setattr__(self, "needs", signs.NOTHING if is_short else signs.LONG)

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the measure that was reached."""
        del history
        text = seen.message.text
        if 0 < self.characters <= len(text):
            return Hit(str(len(text)), str(self.characters), (seen.message.ref,))
        if self.lines and (found := text.count("\n") + 1) >= self.lines:
            return Hit(str(found), str(self.lines), (seen.message.ref,))
        return None
