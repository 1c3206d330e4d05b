"""What a linear model is told of a text: its words and parts of words as numbers, and the marks that its caller saw.

Numbers are taken with CRC-32, so they are the same on every machine and in every version of Python. They are what a
community's lessons are kept as; whoever changes how they are made raises ``SCHEME``, and older lessons are left out.
What is told of a word does not depend on its neighbours, so that a model may remember what it thinks of each word.
"""

import re
import zlib
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Protocol, TypeAlias

SCHEME = 1
BITS = 18
SIZE = 1 << BITS
"""How many numbers there are for parts of texts; two parts may share one."""
BIAS = 0x7FFF_FFFF
"""The number of what is true of every text."""
HEAD, TAIL = 600, 200
"""Characters that are looked at from the beginning, and from the end of a text that is longer than both."""
BEGINNING, END = 1000, 500
"""Of longer texts, in characters: what is looked at for marks and addresses, before words are."""
LONGEST_WORD = 24
MOST_TOKENS = 250
"""Words and signs of one text: prose of so many characters has half of that."""
MOST_KEPT = 1024
"""Parts of one text that a lesson keeps: of more, those with the lowest numbers, which is a fair draw."""

_MASK = SIZE - 1
_MARK = 0x8000_0000
_WORD_SALT = 0x51ED
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_DIGIT = re.compile("[1-9]")
_SHORTEST_TELLING = 3
_CACHED = 1 << 15


_Spelt: TypeAlias = tuple[tuple[str, ...], frozenset[int]]
"""The different words of a text, and the numbers of its pairs."""
_NOTHING: _Spelt = ((), frozenset())
Weighed: TypeAlias = tuple[int, int, int, int]
"""The sum of the bytes of all parts of a text's words, and of its pairs, and how many those are; how many of its words
are unknown, and how many could be known.
"""
Weighs: TypeAlias = Callable[[str], Weighed]


class Parts(Protocol):
    """What may stand in for `parts_of` (None for a word that is too long), `spelt_of`, and what `weights.py` does."""

    def parts(self, word: str, mask: int, /) -> tuple[int, ...] | None: ...

    def spelt(self, text: str, numbers: tuple[int, int, int, int], /) -> _Spelt: ...

    def weigher(self, weights: bytes, known: bytes, numbers: tuple[int, int, int, int, int], /) -> Weighs: ...


_parts: Parts | None = None
turn: int = 0
"""Grows when something else finds parts: what was asked for with `weigher_of` before is asked for anew."""


class Features:
    """A text in numbers.

    ``grams``: words, pairs of words, and two to five letters in a row, each below ``SIZE``; in order, and as often as
    different words hold them. ``marks``: names that the caller gave, above it. ``words``: every different word of three
    letters or more, to tell known from unknown. ``text`` is what they are made of, None where only numbers were kept,
    and ``tokens`` and ``pairs`` are its words and pairs; most texts are only scored, and for that nobody needs them.
    """

    __slots__ = ("_grams", "_spelt", "_words", "marks", "text")

    def __init__(
        self,
        grams: Iterable[int] = (),
        marks: Collection[int] = frozenset(),
        words: Collection[int] = frozenset(),
        text: str | None = None,
    ) -> None:
        self.marks = frozenset(marks)
        self.text = text
        self._spelt: _Spelt | None = None
        self._grams = tuple(sorted(grams)) if text is None else None
        self._words = frozenset(words) if text is None else None

    @classmethod
    def of(cls, text: str, marks: Iterable[str] = ()) -> "Features":
        """Read a text, best as ``Reading.folded``: lower case, disguises undone. Costs the same from 800 letters on.

        Digits count as "some digit". A mark is any name; each of them weighs by itself, not as one part among many.
        """
        if len(text) > HEAD + TAIL:
            text = f"{text[:HEAD]}\n{text[-TAIL:]}"
        return cls(marks=_mark_numbers(tuple(marks)), text=text)

    @property
    def tokens(self) -> tuple[str, ...]:
        """The different words."""
        return self._read()[0]

    @property
    def pairs(self) -> frozenset[int]:
        """The numbers of words with those before them."""
        return self._read()[1]

    @property
    def grams(self) -> tuple[int, ...]:
        """Every part, in order."""
        if self._grams is None:
            self._grams = tuple(sorted([*self.pairs, *(gram for word in self.tokens for gram in parts_of(word))]))
        return self._grams

    @property
    def words(self) -> frozenset[int]:
        """The numbers of words that can be known or unknown."""
        if self._words is None:
            self._words = frozenset(map(number_of, filter(tells, self.tokens)))
        return self._words

    def _read(self) -> _Spelt:
        if self._spelt is None:
            self._spelt = _NOTHING if self.text is None else _spelt(self.text)
        return self._spelt

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Features):
            return NotImplemented
        return (self.grams, self.marks, self.words) == (other.grams, other.marks, other.words)

    def __hash__(self) -> int:
        return hash((self.grams, self.marks))

    def packed(self) -> bytes:
        """As bytes for the record; of a long text no more than ``MOST_KEPT`` parts."""
        groups = self.grams[:MOST_KEPT], sorted(self.marks), sorted(self.words)
        numbers = (number for group in groups for number in (len(group), *group))
        return b"".join(number.to_bytes(4, "little") for number in numbers)

    @classmethod
    def unpacked(cls, packed: bytes) -> "Features":
        """Read what ``packed`` wrote. Raises ValueError for bytes that it cannot have written."""
        numbers = [int.from_bytes(packed[at : at + 4], "little") for at in range(0, len(packed), 4)]
        groups: list[list[int]] = []
        for _ in range(3):
            many = numbers[0] if numbers else -1
            groups.append(numbers[1 : many + 1])
            if len(groups[-1]) != many:
                raise ValueError("these bytes are no features")
            numbers = numbers[many + 1 :]
        grams, marks, words = groups
        if numbers or len(packed) % 4 or any(number >= SIZE for number in grams):
            raise ValueError("these bytes are no features, or of another size")
        return cls(grams, marks, words)


@lru_cache(maxsize=1 << 12)
def mark_number(name: str) -> int:
    """Give the number of a mark."""
    return _MARK | zlib.crc32(name.encode("utf-8", "surrogatepass")) >> 1


@lru_cache(maxsize=1 << 12)
def _mark_numbers(names: tuple[str, ...]) -> frozenset[int]:
    return frozenset(map(mark_number, names))


def ends_of(text: str) -> str:
    """Give as much of a text as models look at: its beginning and its end, in which whoever wants something says so."""
    return text if len(text) <= BEGINNING + END else f"{text[:BEGINNING]}\n{text[-END:]}"


def _spelt(text: str) -> _Spelt:
    if _parts is not None:
        return _parts.spelt(text, (MOST_TOKENS, LONGEST_WORD, _WORD_SALT, _MASK))
    return spelt_of(text)


def spelt_of(text: str) -> _Spelt:
    """Give the different words of a text, and the numbers of all words with those before them."""
    tokens = _TOKEN.findall(_DIGIT.sub("0", text))[:MOST_TOKENS]
    if max(map(len, tokens), default=0) > LONGEST_WORD:
        tokens = [token[:LONGEST_WORD] for token in tokens]
    numbers = map(number_of, tokens)
    pairs = frozenset((one * 0x9E3779B1 + next_) >> 7 & _MASK for one, next_ in pairwise((0, *numbers)))
    return tuple(dict.fromkeys(tokens)), pairs


@lru_cache(maxsize=_CACHED)
def number_of(word: str) -> int:
    """Give a word's own number."""
    return zlib.crc32(word.encode("utf-16-le", "surrogatepass"), _WORD_SALT)


def tells(word: str) -> bool:
    """Whether it is a word that can be known or unknown, and has parts."""
    return len(word) >= _SHORTEST_TELLING and word.isalpha()


def weigher_of(weights: bytes, known: bytes) -> Weighs | None:
    """Give what may stand in for what a model makes of words, if anything does (`weights.py`)."""
    numbers = (MOST_TOKENS, LONGEST_WORD, _WORD_SALT, _MASK, _SHORTEST_TELLING)
    return None if _parts is None else _parts.weigher(weights, known, numbers)


@lru_cache(maxsize=1 << 12)
def parts_of(word: str) -> tuple[int, ...]:
    """Give the numbers of a word as a whole, and of its parts; models remember what they think of them in sum."""
    own = number_of(word) & _MASK
    if not tells(word):
        return (own,)
    found = None if _parts is None else _parts.parts(word, _MASK)
    return (own, *(_cut_out(word) if found is None else found))


def parts_with(parts: Parts | None) -> None:
    """Let something else find and weigh parts of words from now on, the compiled twin, or Python again."""
    global _parts, turn  # noqa: PLW0603  # one for the whole process, set when it starts
    _parts = parts
    turn += 1
    parts_of.cache_clear()


def _cut_out(word: str) -> set[int]:
    # Two bytes for each letter: then a part can be cut out without looking where letters begin.
    edged = b"<\0" + word.encode("utf-16-le", "surrogatepass") + b">\0"
    crc, end = zlib.crc32, len(edged)
    return {crc(edged[a : a + n]) & _MASK for n in (4, 6, 8, 10) for a in range(0, end - n + 1, 2)}
