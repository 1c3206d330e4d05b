"""Letters under a heap of marks, that run over the lines above and below."""

import re
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.text import signs
from bot.domain.moderation.triggers.hit import Hit

# Marks of every alphabet, but above all those made to be combined: a heap is made of them.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u06df-\u06e4\u0e31\u0e34-\u0e3a"
    r"\u0e47-\u0e4e\u0f71-\u0f84\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Zalgo:
    """Fires on ``marks`` marks upon one letter; no language that people write needs more than three."""

    marks: int = 4
    kind: Literal["zalgo"] = "zalgo"
    needs: ClassVar[int] = signs.UNUSUAL
    heap: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "heap", re.compile(f"[{_MARKS}]{{{self.marks},}}"))

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give the first letter that carries so many."""
        del history
        if seen.reading.starts is None:  # every character of the text is shown as itself
            return None
        heap = self.heap.search(seen.text)
        if heap is None:
            return None
        letter = seen.text[max(heap.start() - 1, 0) : heap.start()]
        return Hit(letter + heap[0][:_SHOWN], letter, (seen.message.ref,))
