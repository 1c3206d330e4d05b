"""Walls of text."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit


@dataclass(frozen=True, slots=True)
class Length:
    """Fires on a message of so many ``characters`` or so many ``lines``, empty ones included; 0 sets no limit."""

    characters: int = 0
    lines: int = 0
    kind: Literal["length"] = "length"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the measure that was reached."""
        del history
        text = seen.message.text
        if 0 < self.characters <= len(text):
            return Hit(str(len(text)), str(self.characters), (seen.message.ref,))
        if self.lines and (found := text.count("\n") + 1) >= self.lines:
            return Hit(str(found), str(self.lines), (seen.message.ref,))
        return None
