"""What a model makes of words by themselves: what their parts weigh, and whether it knows them.

What it thinks of a word does not depend on the words beside it, so it is remembered. The compiled twin remembers
nothing: it weighs a word anew in less time than a new one takes to be put down.
"""

from collections.abc import Callable, Collection, Sequence

from bot.domain.moderation.models import features
from bot.domain.moderation.models.features import Features, Weighed, Weighs, number_of, parts_of, tells

WORD_BITS = 1 << 19
"""Bits of the set of known words; with 20,000 words of two bits each it takes one unknown word in 150 for known."""
_REMEMBERED = 1 << 15  # words
_HIGH = 32
_LOW = (1 << _HIGH) - 1
_KNOWN, _SAYS_NOTHING = -1, -2  # in the place of the number of an unknown word
KNOWN = frozenset({_KNOWN})
"""What stands among `Weights.numbers` for a word that is known."""


class Weights:
    """The bytes of a model's weights, and the bits of the words that it knows."""

    __slots__ = ("_known", "_latest", "_numbers", "_sums", "_turn", "_twin", "_weighed", "_weights")

    def __init__(self, weights: bytes, known: bytes) -> None:
        self._weights = weights
        self._known = known
        self._sums = _Remembered(self._sum_of)
        self._numbers = _Remembered(self._number_of)
        self._twin: Weighs | None = None
        self._turn: int = -1
        self._latest: str | None = None
        self._weighed: Weighed = (0, 0, 0, 0)

    def weighed(self, text: str) -> Weighed:
        """Weigh the words of ``Features.text``; who asks again about the same text gets the same answer."""
        if self._turn != features.turn:
            self._turn, self._twin = features.turn, features.weigher_of(self._weights, self._known)
            self._latest = None
        if text != self._latest:
            self._weighed = self._in_python(text) if self._twin is None else self._twin(text)
            self._latest = text
        return self._weighed

    def _in_python(self, text: str) -> Weighed:
        tokens, pairs = features.spelt_of(text)
        both = sum(map(self._sums.__getitem__, tokens))
        told = list(map(self._numbers.__getitem__, tokens))
        many = len(told) - told.count(_SAYS_NOTHING)
        total = sum(map(self._weights.__getitem__, pairs)) + (both & _LOW)
        return total, len(pairs) + (both >> _HIGH), many - told.count(_KNOWN), many

    def numbers(self, of: Features) -> Sequence[int]:
        """Give the numbers of a text's words that no training text held, and `KNOWN` for each of the others."""
        if of.text is None:
            return [_KNOWN if self._knows(number) else number for number in of.words]
        return [number for number in map(self._numbers.__getitem__, of.tokens) if number != _SAYS_NOTHING]

    def _sum_of(self, token: str) -> int:
        """Give the sum of the bytes of a word's parts, and above it how many those are."""
        grams = parts_of(token)
        return sum(map(self._weights.__getitem__, grams)) | len(grams) << _HIGH

    def _number_of(self, token: str) -> int:
        """Give the number of a word that stood in no training text."""
        if not tells(token):
            return _SAYS_NOTHING
        number = number_of(token)
        return _KNOWN if self._knows(number) else number

    def _knows(self, number: int) -> bool:
        """Whether a training text held the word with this number, or one that looks like it here."""
        known, (one, other) = self._known, _two(number)
        return bool(known[one >> 3] >> (one & 7) & 1 and known[other >> 3] >> (other & 7) & 1)


class _Remembered(dict[str, int]):
    """What was worked out for words that were said lately; all of it is forgotten when it gets too much."""

    def __init__(self, work_out: Callable[[str], int]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, token: str) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[token] = told = self._work_out(token)
        return told


def known_words(words: Collection[int]) -> bytes:
    """Make the set of bits that tells these word numbers (``Features.words``) again."""
    bits = bytearray(WORD_BITS // 8)
    for one, other in map(_two, words):
        bits[one >> 3] |= 1 << (one & 7)
        bits[other >> 3] |= 1 << (other & 7)
    return bytes(bits)


def _two(word: int) -> tuple[int, int]:
    return word % WORD_BITS, word * 0x9E3779B1 >> 9 & WORD_BITS - 1
