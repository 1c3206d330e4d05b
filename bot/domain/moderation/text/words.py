"""What a lexicon is made of, and what it answers with."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Literal

from bot.domain.moderation.text.letters import ACCENTED, unaccented
from bot.domain.moderation.text.reading import Span


class Severity(IntEnum):
    """How strong a word is: a community that says nothing asks for strong words only."""

    MILD = 1
    MEDIUM = 2
    STRONG = 3


Kind = Literal["word", "phrase", "stem"]
"""A word stands alone, a phrase is several words in a row, a stem may stand inside any word."""

How = Literal[
    "plain",
    "inside",
    "split",
    "leet",
    "stretched",
    "masked",
    "marked up",
    "backwards",
    "upside down",
    "doubled",
    "cut",
    "other letters",
    "too many comparisons",
    "too many findings",
    "too many strange characters",
]
"""How a word was written: as it is, or hidden in one of these ways; or what kept a text from being read to its end."""

TOO_MANY = "too many disguised spellings"
"""The word that stands for all that were not read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a word as a lexicon lists it.

    `base` is the word that is shown to people for this form; `accents` says that without its diacritics it is
    another, innocent word (Spanish coño and cono); `name` that it is a given name when it is written like one;
    `within` lists the innocent words that hold a stem.
    """

    word: str
    language: str
    severity: Severity = Severity.STRONG
    kind: Kind = "word"
    base: str = ""
    accents: bool = False
    name: bool = False
    within: frozenset[str] = frozenset()

    @property
    def folded(self) -> str:
        return fold(self.word)

    @property
    def shown(self) -> str:
        return self.base or self.word

    def keeps_its_accents(self, seen: str) -> bool:
        """Say whether the diacritics that make it this word are in what was written."""
        return not self.accents or all(letter in seen for letter in self.word if letter in ACCENTED)


@dataclass(frozen=True, slots=True)
class WordHit:
    """A listed word that stands in a text: `original` is what was written there."""

    word: str
    language: str
    severity: Severity
    span: Span
    original: str
    how: How = "plain"


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """Write a word the way lexicons compare words: lower case, without diacritics."""
    return unaccented(word.casefold())
