"""What a pass over a text is: one way in which a listed word may be written, behind a gate that says where to look.

A gate only asks what its search needs anyway, so that no gate ever changes an answer. All patterns are linear: a
letter run is entered at its start and never given back. What is told by tables is asked of all words of a text
together; what needs a closer look at one word after the other costs steps, and those are counted out beforehand.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

from bot.domain.moderation.text.index import Index
from bot.domain.moderation.text.words import TOO_MANY, Entry, How

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters: what counts as a word that stands alone."""

MOST_STEPS = 200
"""Comparisons with listed words in one look: of 4,096 clean characters, be they prose, code or dumps, a hundred do."""


class TooMuch(Exception):  # noqa: N818  # it reads as what happened
    """More in a text looks like listed words than is compared with them."""


class Candidate(NamedTuple):  # a hostile text makes thousands
    """An entry that may stand at a place of the folded text."""

    start: int
    end: int
    entry: Entry
    how: How


UNREAD = Entry(TOO_MANY, "")
"""What stands for all that was not read: the last candidate's entry, where a text was not read to its end."""


class Seen:
    """A folded text, its letter runs, and where they stand, which is found out once it is asked for."""

    __slots__ = ("_gaps", "_starts", "folded", "steps", "words")

    def __init__(self, folded: str, words: Sequence[str] | None = None) -> None:
        self.folded = folded
        self.words: Sequence[str] = WORD.findall(folded) if words is None else words
        self.steps = MOST_STEPS
        self._gaps: list[str] | None = None
        self._starts: list[int] | None = None

    def take(self, many: int = 1) -> None:
        """Count what is compared. Raises TooMuch when it has become too much."""
        self.steps -= many
        if self.steps < 0:
            raise TooMuch

    @property
    def gaps(self) -> list[str]:
        """What stands before each of the letter runs, and behind the last."""
        if self._gaps is None:
            self._gaps = WORD.split(self.folded)
        return self._gaps

    def candidate(self, first: int, last: int, entry: Entry, how: How) -> Candidate:
        """Say that an entry may stand from one letter run to another, by their numbers."""
        if self._starts is None:
            self._starts = list(accumulate(map(add, map(len, self.gaps), chain((0,), map(len, self.words)))))
        return Candidate(self._starts[first], self._starts[last] + len(self.words[last]), entry, how)


@dataclass(frozen=True, slots=True)
class Pass:
    """One way to look through a text: `gate` says cheaply whether `look` could find anything."""

    gate: Callable[[Index, Seen], bool]
    look: Callable[[Index, Seen], Iterator[Candidate]]


def found_by(passes: Iterable[Pass], index: Index, seen: Seen) -> Iterator[Candidate]:
    """Give what passes find in a text, each behind its gate."""
    for each in passes:
        if each.gate(index, seen):
            yield from each.look(index, seen)
