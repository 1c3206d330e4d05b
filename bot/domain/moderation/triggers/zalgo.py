"""Letters under a heap of marks, that run over the lines above and below."""

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text.reading import Span
from bot.domain.moderation.triggers.hit import Hit

_MARKS = frozenset({"Mn", "Me"})
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Zalgo:
    """Fires on ``marks`` marks upon one letter; no language that people write needs more than three."""

    marks: int = 4
    kind: Literal["zalgo"] = "zalgo"

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the letter that carries the most."""
        del history
        if seen.reading.starts is None:  # every character of the text is shown as itself
            return None
        text = seen.text
        most = max(_heaps(text), default=Span(0, 0), key=lambda heap: heap.end - heap.start)
        if most.end - most.start < self.marks:
            return None
        letter = text[max(most.start - 1, 0) : most.start]
        return Hit(letter + text[most.start : most.start + _SHOWN], letter, (seen.message.ref,))


def _heaps(text: str) -> list[Span]:
    """Where marks stand in a row."""
    heaps: list[Span] = []
    at = 0
    for is_mark, run in groupby(text, lambda char: unicodedata.category(char) in _MARKS):
        width = len(list(run))
        if is_mark:
            heaps.append(Span(at, at + width))
        at += width
    return heaps
