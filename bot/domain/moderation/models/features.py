"""What a linear model is told of a text: its words and parts of words as numbers, and the marks that its caller saw.

Numbers are taken with CRC-32, so they are the same on every machine and in every version of Python. They are what a
community's lessons are kept as; whoever changes how they are made raises ``SCHEME``, and older lessons are left out.
"""

import re
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

SCHEME = 1
BITS = 18
SIZE = 1 << BITS
"""How many numbers there are for parts of texts; two parts may share one."""
BIAS = 0x7FFF_FFFF
"""The number of what is true of every text."""
HEAD, TAIL = 600, 200
"""Characters that are looked at from the beginning, and from the end of a text that is longer than both."""
LONGEST_WORD = 24
MOST_KEPT = 1024
"""Parts of one text that a lesson keeps: of more, those with the lowest numbers, which is a fair draw."""

_MASK = SIZE - 1
_MARK = 0x8000_0000
_WORD_SALT = 0x51ED
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")
_DIGITS = str.maketrans("123456789", "000000000")
_SHORTEST_TELLING = 3
_CACHED = 1 << 14


@dataclass(frozen=True, slots=True)
class Features:
    """A text in numbers.

    ``grams``: words, pairs of words, and two to five letters in a row, each below ``SIZE``. ``marks``: names that
    the caller gave, above it. ``words``: every different word of three letters or more, to tell known from unknown.
    """

    grams: frozenset[int]
    marks: frozenset[int] = frozenset()
    words: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str, marks: Iterable[str] = ()) -> "Features":
        """Read a text, best as ``Reading.folded``: lower case, disguises undone. Costs the same from 800 letters on.

        Digits count as "some digit". A mark is any name; each of them weighs by itself, not as one part among many.
        """
        grams, words = _read(text)
        return cls(grams, frozenset(map(mark_number, marks)), words)

    def packed(self) -> bytes:
        """As bytes for the record; of a long text no more than ``MOST_KEPT`` parts."""
        groups = sorted(self.grams)[:MOST_KEPT], sorted(self.marks), sorted(self.words)
        numbers = (number for group in groups for number in (len(group), *group))
        return b"".join(number.to_bytes(4, "little") for number in numbers)

    @classmethod
    def unpacked(cls, packed: bytes) -> "Features":
        """Read what ``packed`` wrote. Raises ValueError for bytes that it cannot have written."""
        numbers = [int.from_bytes(packed[at : at + 4], "little") for at in range(0, len(packed), 4)]
        groups: list[frozenset[int]] = []
        for _ in range(3):
            many = numbers[0] if numbers else -1
            groups.append(frozenset(numbers[1 : many + 1]))
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


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Give the grams and the words of a text. Several rules ask about the same message, one after the other."""
    if len(text) > HEAD + TAIL:
        text = f"{text[:HEAD]}\n{text[-TAIL:]}"
    grams: set[int] = set()
    words: set[int] = set()
    before = 0
    for token in _TOKEN.findall(text.translate(_DIGITS)):
        number, parts = _parts(token[:LONGEST_WORD])
        if len(parts) > 1:
            words.add(number)
        grams.update(parts)
        grams.add((before * 0x9E3779B1 + number) >> 7 & _MASK)
        before = number
    return frozenset(grams), frozenset(words)


@lru_cache(maxsize=_CACHED)
def _parts(word: str) -> tuple[int, "array[int]"]:
    """Give a word's own number and those of its parts. Chat repeats its words, so they are remembered."""
    # Two bytes for each letter: then a part can be cut out without looking where letters begin.
    raw = word.encode("utf-16-le", "surrogatepass")
    number = zlib.crc32(raw, _WORD_SALT)
    own = number & _MASK
    if len(word) < _SHORTEST_TELLING or not word.isalpha():
        return number, array("I", (own,))
    edged = b"<\0" + raw + b">\0"
    crc, end = zlib.crc32, len(edged)
    parts = {crc(edged[a : a + n]) & _MASK for n in (4, 6, 8, 10) for a in range(0, end - n + 1, 2)}
    return number, array("I", (own, *parts))
