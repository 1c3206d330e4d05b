"""What a pass over a text is: one way in which a listed word may be written, behind a gate that says where to look.

A gate only asks what its search needs anyway, so that no gate ever changes an answer. All patterns are linear: a
letter run is entered at its start and never given back.
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.words import Entry, How

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters: what counts as a word that stands alone."""


class Seen:
    """A folded text, letter runs of it, and where they stand, which is found out once it is asked for.

    `words` are all letter runs; with `only` those of them that are worth a look.
    """

    __slots__ = ("_only", "_tokens", "folded", "words")

    def __init__(self, folded: str, words: Sequence[str] | None = None, only: Container[str] | None = None) -> None:
        self.folded = folded
        self.words: Sequence[str] = WORD.findall(folded) if words is None else words
        self._only = only
        self._tokens: list[re.Match[str]] | None = None

    @property
    def tokens(self) -> list[re.Match[str]]:
        if self._tokens is None:
            only = self._only
            found = WORD.finditer(self.folded)
            self._tokens = list(found) if only is None else [word for word in found if word[0] in only]
        return self._tokens


class Candidate(NamedTuple):  # a hostile text makes thousands
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
