"""What a pass over a text is: one way in which a listed word may be written, behind a gate that says where to look.

A gate only asks what its search needs anyway, so that no gate ever changes an answer. All patterns are linear: a
letter run is entered at its start and never given back.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.words import Entry, How

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters: what counts as a word that stands alone."""


class Seen:
    """A folded text, its letter runs, and where they stand, which is found out once it is asked for."""

    __slots__ = ("_tokens", "folded", "words")

    def __init__(self, folded: str, words: list[str] | None = None) -> None:
        self.folded = folded
        self.words: list[str] = WORD.findall(folded) if words is None else words
        self._tokens: list[re.Match[str]] | None = None

    @property
    def tokens(self) -> list[re.Match[str]]:
        if self._tokens is None:
            self._tokens = list(WORD.finditer(self.folded))
        return self._tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may stand at a place of the folded text."""

    start: int
    end: int
    entry: Entry
    how: How


@dataclass(frozen=True, slots=True)
class Pass:
    """One way to look through a text: `gate` says cheaply whether `look` could find anything."""

    gate: Callable[[Index, Seen], bool]
    look: Callable[[Index, Seen], Iterator[Candidate]]
