"""A pattern of the community's own, in RE2: linear in the message, whatever it says."""

from dataclasses import dataclass, field
from typing import Literal, Protocol

import re2

from bot.domain.moderation.history import History
from bot.domain.moderation.sample import Sample
from bot.domain.moderation.triggers.hit import Hit

LONGEST = 512
MEMORY = 1 << 20


class Found(Protocol):
    """What a search gives."""

    def group(self, group: int = 0, /) -> str: ...


class Searcher(Protocol):
    """A compiled pattern."""

    def search(self, text: str, /) -> Found | None: ...


class PatternRefused(ValueError):  # noqa: N818  # it reads as what happened
    """The pattern is not one that RE2 can run in linear time; the message says why."""


def compile_pattern(text: str) -> Searcher:
    """Compile for search, letters of either case; raises PatternRefused."""
    if len(text) > LONGEST:
        raise PatternRefused(f"a pattern may have {LONGEST} characters, this one has {len(text)}")
    options = re2.Options()
    options.case_sensitive = False
    options.max_mem = MEMORY
    options.log_errors = False
    try:
        return re2.compile(text, options)
    except re2.error as fault:
        reason = fault.args[0]
        shown = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
        raise PatternRefused(f"the pattern is not a valid RE2 expression: {shown}") from None


@dataclass(frozen=True, slots=True)
class Pattern:
    """Fires where ``text`` matches what was written. RE2 has no look-around and no back-references."""

    text: str
    kind: Literal["pattern"] = "pattern"
    compiled: Searcher = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "compiled", compile_pattern(self.text))

    def find(self, seen: Sample, history: History) -> Hit | None:
        """Give what matched."""
        del history
        found = self.compiled.search(seen.text)
        if found is None and seen.reading.starts is not None:  # else it differs by capitals only
            found = self.compiled.search(seen.reading.plain)
        return None if found is None else Hit(found.group(0), self.text, (seen.message.ref,))
